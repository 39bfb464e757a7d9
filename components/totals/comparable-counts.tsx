import type { Links } from "@/lib/site/urls/links";
import { readChart } from "@/lib/statistics/charts/chart-view";
import {
  type ParameterValues,
  valueOrThrow,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import { COMPARABLE_FROM } from "@/lib/statistics/rules/views";
import { COMPARABLE_LABEL, COMPARABLE_WHY } from "@/lib/statistics/totals/comparable";
import type { Day } from "@/lib/values/dates/day";

/** The way to a count by year that compares better, beside one of incidents of any size. */
export function ComparableCounts({
  filters,
  through,
  links,
}: {
  /** Whose incidents are counted. */
  filters: Pick<ParameterValues, "actor" | "confidence">;
  through: Day;
  links: Links;
}) {
  const query = writeParameters({
    ...filters,
    to: through,
    least: COMPARABLE_FROM,
    measure: "count",
    interval: "year",
  });
  const view = valueOrThrow(
    readChart("monthly", new URLSearchParams(query), { asOf: through, now: through }),
  );
  return (
    <p className="mt-3 mb-6 max-w-prose text-muted text-sm">
      <a href={links.chart(view)}>{COMPARABLE_LABEL} by year</a> compare better from one year to
      another. {COMPARABLE_WHY} <a href={links.coverage}>What is covered</a>
    </p>
  );
}
