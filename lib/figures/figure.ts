import { z } from "zod";
import { daySchema, partialDateSchema } from "@/lib/dates/day";
import { usdSchema } from "@/lib/money/usd-schema";
import { slugSchema } from "@/lib/record/slug";
import { textSchema, webAddressSchema } from "@/lib/sources/source";
import { categorySchema } from "@/lib/taxonomy/taxonomy";

export const FIGURE_QUALIFIERS = ["exact", "about", "over", "nearly"] as const;

/** A total that someone else published, to hold the record's own against. */
export const figureSchema = z
  .strictObject({
    publisher: textSchema(200),
    title: textSchema(500),
    /** Null for a total over everything; `exploit-any` for contract exploits and wallet compromises together. */
    category: z.union([categorySchema, z.literal("exploit-any")]).nullable(),
    actor: slugSchema.nullable(),
    from: daySchema,
    to: daySchema,
    amountUsd: usdSchema,
    qualifier: z.enum(FIGURE_QUALIFIERS),
    publishedOn: partialDateSchema,
    source: webAddressSchema,
    note: textSchema(2000).or(z.literal("")),
  })
  .refine((figure) => figure.from <= figure.to, {
    path: ["to"],
    message: "must not be before from",
  });
export type Figure = z.infer<typeof figureSchema>;

/** A total that someone else published, as pages show it. */
export type FigureRow = Pick<
  Figure,
  | "publisher"
  | "title"
  | "category"
  | "from"
  | "to"
  | "amountUsd"
  | "qualifier"
  | "publishedOn"
  | "source"
  | "note"
>;
