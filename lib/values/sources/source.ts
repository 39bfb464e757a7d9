import { z } from "zod";
import { partialDateSchema } from "@/lib/values/dates/day";

/** A URL that a reader can follow: http or https only. */
export const webUrlSchema = z
  .url({
    protocol: /^https?$/,
    error: "must be a web address that begins with https:// or http://",
  })
  .max(2000);

/** Text that says something: not empty, without control characters. */
export function textSchema(longest: number) {
  return z
    .string()
    .trim()
    .min(1, "must not be empty")
    .max(longest)
    .refine((text) => !/[^\P{Cc}\n\t]|\p{Bidi_Control}/u.test(text), {
      message: "must not hold control characters or direction overrides",
    });
}

/** Whose words a source gives; null of one that nobody has looked at in that respect. */
export const SOURCE_KINDS = ["primary", "analysis", "press", "aggregator", "social"] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Where a reader can check what the record says. */
export const sourceSchema = z.strictObject({
  url: webUrlSchema,
  publisher: textSchema(200),
  title: textSchema(500),
  publishedOn: partialDateSchema.nullable(),
  archivedUrl: webUrlSchema.nullable().default(null),
  kind: z.enum(SOURCE_KINDS).nullable().default(null),
});
export type Source = z.infer<typeof sourceSchema>;
