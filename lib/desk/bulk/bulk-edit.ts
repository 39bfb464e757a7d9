import { z } from "zod";
import type { BulkChange, BulkOption } from "@/lib/desk/bulk/bulk-change";
import { askedFields, bulkOptions } from "@/lib/desk/bulk/bulk-change";
import { sentText } from "@/lib/desk/forms/sent-text";
import { idSchema, kindSchema } from "@/lib/desk/proposals/correction";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { textSchema } from "@/lib/values/sources/source";

/** So many records can be changed at once; more are a dataset, and go by a file. */
export const MOST_TOGETHER = 1_000;

/** Letters of why several records are changed. */
export const LONGEST_WHY = 1_000;

/** Longer text than any field that several records share takes. */
const LONGEST_GIVEN = 10_000;

export const bulkEditSchema = z.object({
  kind: kindSchema,
  recordIds: z
    .array(idSchema)
    .min(1, "Select at least one record.")
    .max(
      MOST_TOGETHER,
      `At most ${MOST_TOGETHER.toLocaleString("en-GB")} records can be changed at once.`,
    ),
  change: z.string().max(100),
  from: z.string().max(LONGEST_GIVEN),
  given: z.record(z.string().max(100), z.string().max(LONGEST_GIVEN, "It is far too long.")),
  why: sentText("Say why.")
    .min(1, "Say what this changes and why: readers of the new version are told.")
    .max(
      LONGEST_WHY,
      `The reason must have at most ${LONGEST_WHY.toLocaleString("en-GB")} characters.`,
    )
    .pipe(textSchema(LONGEST_WHY)),
});

/** What can be done by that name to several records of a kind; null where nothing can. */
export function bulkOption(kind: RecordKind, name: string): BulkOption | null {
  return bulkOptions(kind).find((option) => option.name === name) ?? null;
}

/** What several records are to say, in one line: what an import of it is called. */
export function bulkTitle(kind: RecordKind, count: number, change: BulkChange): string {
  const { option, from, given } = change;
  const values = askedFields(option)
    .map(({ name }) => (given[name] ?? "").trim())
    .filter((text) => text !== "");
  const to = values[0] === undefined ? "" : ` to ${values[0]}`;
  const what =
    option.verb === "add"
      ? `${option.label}${values[0] === undefined ? "" : `: ${values[0]}`}`
      : `${option.label}${from === "" ? "" : `, ${from}`}${to}`;
  return `${counted(count, kind)}: ${what}`.slice(0, 200);
}

/** “5 incidents”. */
export function counted(count: number, kind: RecordKind): string {
  return `${count.toLocaleString("en-GB")} ${kind}${count === 1 ? "" : "s"}`;
}
