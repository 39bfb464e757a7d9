import type { Coverage } from "@/lib/record/coverage/coverage";
import { type Day, sameDayIn } from "@/lib/values/dates/day";

/** Days from one to another, both counted. */
interface Span {
  from: Day;
  to: Day;
}

/** Why numbers of two periods measure different sources. */
export interface SourceDifference {
  /** Families of sources that reach through one of the periods further than through the other. */
  families: string[];
  /** What is probably missing from one of them and not from the other. */
  missing: string[];
}

/** How much of a period's months lie within a span of months: none, some or all of them. */
function reach({ from, to }: { from: string; to: string }, period: Span): "none" | "some" | "all" {
  const [first, last] = [period.from.slice(0, 7), period.to.slice(0, 7)];
  if (to < first || from > last) return "none";
  return from <= first && to >= last ? "all" : "some";
}

/**
 * What sources of two periods differ in; null where they are the same. A family reaches from the month of the first
 * incident that cites it to that of the last, so one that has only begun or has ended within a period differs too.
 */
export function sourceDifference(
  { families, missing }: Pick<Coverage, "families" | "missing">,
  one: Span,
  other: Span,
): SourceDifference | null {
  const differs = (span: { from: string; to: string }) => reach(span, one) !== reach(span, other);
  const found = {
    families: families.filter(differs).map(({ name }) => name),
    missing: missing.filter(differs).map(({ note }) => note),
  };
  return found.families.length + found.missing.length === 0 ? null : found;
}

/**
 * The years among `others` whose sources are not those of a year, each through the same day of the year. None where
 * no coverage is stated.
 */
export function yearsOfOtherSources(
  coverage: Pick<Coverage, "families" | "missing"> | null,
  through: Day,
  others: readonly number[],
): number[] {
  if (coverage === null) return [];
  const upTo = (year: number) => ({ from: `${year}-01-01`, to: sameDayIn(year, through) });
  const shown = upTo(Number(through.slice(0, 4)));
  return others.filter((year) => sourceDifference(coverage, shown, upTo(year)) !== null);
}
