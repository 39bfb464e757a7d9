import { z } from "zod";
import { partialDateSchema } from "@/lib/values/dates/day";
import { isUrl } from "@/lib/values/links/is-url";
import { isPublicHost } from "@/lib/values/links/public-host";

/** Signs that cannot be seen, or turn what is seen around: control signs, and what Unicode calls formats (U+202E, U+200B …). */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u;

/** What is wrong with a URL that a reader shall follow, and what is allowed; null where nothing is. */
export function webUrlProblem(text: string): string | null {
  if (UNSEEN.test(text))
    return "must not hold signs that cannot be seen or that turn text around, such as U+202E";
  if (!/^https?:\/\//i.test(text) || !isUrl(text))
    return "must be a web address that begins with https:// or http://";
  const { hostname, username, password } = new URL(text);
  if (username !== "" || password !== "")
    return "must not hold a user’s name or password before the host: https://example.org/, not https://user:password@example.org/";
  if (!isPublicHost(hostname))
    return "must be on a host that everybody can reach, such as example.org: not this machine or a network’s own (localhost, 127.0.0.1, 10.…, 192.168.…, .local, .internal)";
  return null;
}

/** A URL that a reader can follow: http or https, on a host that everybody can reach, as it looks, and nobody's password in it. */
export const webUrlSchema = z
  .string({ error: "must be a web address that begins with https:// or http://" })
  .max(2000, "must have at most 2,000 characters")
  .superRefine((text, context) => {
    const message = webUrlProblem(text);
    if (message !== null) context.addIssue({ code: "custom", message });
  });

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
