import { z } from "zod";
import { IDENTIFIER_SCHEMES } from "@/lib/values/identifiers/identifier";
import { SOURCE_KINDS } from "@/lib/values/sources/source";

// What all public shapes are made of. These schemas are a promise to others: fields are added at the end of a shape, and
// none is renamed, moved or taken away while this is version 1 (`description.test.ts` holds them against the last release).

/** A lasting number, which is never given to another record. */
export const idShape = z.int().min(1);
export const versionShape = z
  .int()
  .min(1)
  .describe("A version of the record: 1, 2, 3 … without gaps.");
/** As precisely as it is known. */
export const partialDayShape = z
  .string()
  .regex(/^\d{4}(-\d{2}(-\d{2})?)?$/)
  .describe("A day, or a month or year where no better is known: YYYY-MM-DD, YYYY-MM or YYYY.");
export const dayShape = z
  .string()
  .regex(/^\d{4}-\d{2}-\d{2}$/)
  .describe("A day (UTC), YYYY-MM-DD.");
export const monthShape = z.string().regex(/^\d{4}-\d{2}$/);
export const usdShape = z
  .number()
  .min(0)
  .nullable()
  .describe(
    "US dollars, to the cent. null where it is not known, which is not zero. Exact as a double up to 90 trillion dollars.",
  );
export const statusShape = z
  .enum(["active", "retracted", "merged", "withheld"])
  .describe(
    "active and withheld ones count; of a withheld one an order took some text out. retracted and merged ones count in nothing.",
  );
export const withheldShape = z
  .array(versionShape)
  .describe("The versions in which orders took texts out of it; empty as a rule.");
export const chainShape = z.string();

const slug = z.string().min(1).describe("Its name in URLs. It may change; the id does not.");
export const slugShape = slug;

export const sourceShape = z.object({
  url: z.string().describe("https://withheld.invalid/N where it is withheld since version N."),
  publisher: z.string(),
  title: z.string(),
  published_on: partialDayShape.nullable(),
  archived_url: z.string().nullable(),
  kind: z.enum(SOURCE_KINDS).nullable().describe("null where nobody has looked."),
});

export const identifierShape = z
  .object({
    scheme: z.enum(IDENTIFIER_SCHEMES.map(({ value }) => value) as [string, ...string[]]),
    value: z.string(),
  })
  .describe("What another list calls the same.");

/** What every record begins with. */
export function headOf<Kind extends string>(kind: Kind) {
  return {
    kind: z.literal(kind),
    id: idShape.describe("Lasting, and never given to another record of its kind."),
    revision: z.int().min(1).describe("How often it was published, this time included."),
    version: versionShape.describe("The version that published this revision."),
    status: statusShape,
    merged_into: idShape.nullable().describe("The id of what it turned out to be."),
    retraction: z.string().nullable().describe("Why it was withdrawn."),
    withheld_since: withheldShape,
  };
}
