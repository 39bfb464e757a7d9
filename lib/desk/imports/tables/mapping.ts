import { createHash } from "node:crypto";
import { z } from "zod";
import { AMOUNT_RULES, DATE_RULES } from "@/lib/desk/imports/tables/column-rule";
import { mappedField } from "@/lib/desk/imports/tables/mapped-field";

/** Values that are mapped one by one. */
export const MOST_VALUES = 5000;

const text = z.string().max(2000);

/** How the columns and values of a table are read. */
export const mappingSchema = z.object({
  /** What the editors call where the table comes from; its next file is read by the same mapping. */
  sourceName: z.string().max(200),
  /** In the order of the table. */
  columns: z
    .array(
      z.object({
        header: z.string().max(200),
        /** The key of a field; empty where the column is left aside. */
        to: z.string().max(100),
        rule: z.enum([...DATE_RULES, ...AMOUNT_RULES]).nullable(),
      }),
    )
    .max(200),
  /** What holds for every row, by field, where no column says it. */
  fixed: z.record(z.string(), text),
  /** The table itself as a source. */
  source: z.object({ url: text, publisher: text, title: text, publishedOn: text }),
  /** By field, what a text of the table stands for. */
  values: z.record(z.string(), z.record(z.string(), text)),
  /** By field, what becomes of texts that stand for nothing: their rows are held back where it is not given. */
  rest: z.record(z.string(), z.enum(["unknown", "new"])),
});
export type Mapping = z.infer<typeof mappingSchema>;

/** @throws {z.ZodError} where it was not written by these rules */
export function readMapping(json: unknown): Mapping {
  return mappingSchema.parse(json);
}

/** What is wrong with a mapping as a whole: the control that it is told at, and what is allowed. */
export interface MappingProblem {
  field: string | null;
  message: string;
}

/** Fields that every incident has, and that one rule can say of all rows. */
const NEEDED: readonly [field: string, what: string][] = [
  ["target", "who was robbed"],
  ["occurredOn", "the day"],
];
const CHOSEN: readonly [field: string, what: string][] = [
  ["targetKind", "the kind of target"],
  ["category", "the category"],
  ["technique", "the technique"],
];

/** What of a mapping has to be put right before rows can be read by it. */
export function mappingProblems(
  mapping: Mapping,
  nameOf: (place: number) => string,
): MappingProblem[] {
  const problems: MappingProblem[] = [];
  const places = new Map<string, number[]>();
  for (const [place, { to }] of mapping.columns.entries())
    if (to !== "") places.set(to, [...(places.get(to) ?? []), place]);
  for (const [to, [first = 0, ...more]] of places) {
    const [second] = more;
    if (second !== undefined)
      problems.push({
        field: `to-${second}`,
        message: `“${nameOf(first)}” and “${nameOf(second)}” are both mapped to “${mappedField(to)?.label ?? to}”; one column for one field. Leave one of them aside.`,
      });
    const beside = mappedField(to)?.beside;
    if (beside !== undefined && !places.has(beside))
      problems.push({
        field: `to-${first}`,
        message: `“${nameOf(first)}” helps another column to say “${mappedField(beside)?.label ?? beside}”, and no column is mapped to that.`,
      });
  }
  // With a URL name, rows may revise what is published, and say no more than what they revise.
  if (places.has("slug")) return problems;
  for (const [field, what] of NEEDED)
    if (!places.has(field))
      problems.push({
        field: null,
        message: `No column says ${what}: map one to “${mappedField(field)?.label ?? field}”.`,
      });
  for (const [field, what] of CHOSEN)
    if (!places.has(field) && (mapping.fixed[field] ?? "") === "")
      problems.push({
        field: `fixed-${field}`,
        message: `No column says ${what}: map one, or choose what holds for every row.`,
      });
  if (!places.has("link") && !places.has("sources") && mapping.source.url === "")
    problems.push({
      field: "source-url",
      message: "Every incident needs a source: map a column of links, or give the table’s own.",
    });
  return problems;
}

/** Stands for the names of a table's columns, whatever their order. */
export function headerKey(header: readonly string[]): string {
  const names = header.map(plainName).filter(Boolean).sort();
  return createHash("sha256").update(JSON.stringify(names)).digest("hex");
}

/** A column's name without capitals, blanks and marks. */
export function plainName(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, "");
}
