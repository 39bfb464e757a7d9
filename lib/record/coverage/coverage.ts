import { z } from "zod";
import type { ToPublish } from "@/lib/record/kinds/to-publish";
import { dateText, daySchema, isDay, today } from "@/lib/values/dates/day";
import { SOURCE_KINDS, textSchema } from "@/lib/values/sources/source";

const isMonth = (month: string) => isDay(`${month}-01`);
const monthSchema = z.string().refine(isMonth, "must be a month that exists, as YYYY-MM");

/** Whether a span's months are in order; of what is no month that is said, and nothing more. */
const inOrder = ({ from, to }: { from: string; to: string }) =>
  !isMonth(from) || !isMonth(to) || from <= to;
const ORDER = { path: ["to"], message: "must not be before the first month" };

/** How far editors have looked, in their own words: nothing after that day is counted. */
export const coverageSchema = z.strictObject({
  coveredThrough: daySchema.refine((day) => !isDay(day) || day <= today(), {
    error: () => `must not be in the future: a day up to today, ${today()}, is allowed`,
  }),
  /** Why that day. */
  coveredThroughReason: textSchema(2000),
  statement: textSchema(4000),
  /** Which losses are small enough to be missing, in words. */
  threshold: textSchema(2000),
  /** Sources that the record draws on, with the months of the first and last incident that cites them. */
  families: z
    .array(
      z
        .strictObject({
          name: textSchema(200),
          /** Null of one that mixes kinds. */
          kind: z.enum(SOURCE_KINDS).nullable(),
          from: monthSchema,
          to: monthSchema,
          note: textSchema(2000),
        })
        .refine(inOrder, ORDER),
    )
    .max(100),
  /** Spans of months for which something is probably missing. */
  missing: z
    .array(
      z
        .strictObject({ from: monthSchema, to: monthSchema, note: textSchema(2000) })
        .refine(inOrder, ORDER),
    )
    .max(100),
});
export type Coverage = z.infer<typeof coverageSchema>;
export type CoverageToPublish = ToPublish<"coverage", Coverage>;

/** The lasting id of the coverage: there is one statement at a time. */
export const COVERAGE_ID = 1;

/** Why coverage cannot be stated so after what the last version says, and what can; null where it can. */
export function coverageProblem(
  { coveredThrough }: Pick<Coverage, "coveredThrough">,
  last: Pick<Coverage, "coveredThrough"> | null,
): string | null {
  return last === null || coveredThrough >= last.coveredThrough
    ? null
    : `The last version says ${dateText(last.coveredThrough)}: it can only be that day or a later one.`;
}
