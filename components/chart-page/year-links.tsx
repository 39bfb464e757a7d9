import type { ChartView } from "@/lib/statistics/charts/chart-view";
import { CHARTS } from "@/lib/statistics/charts/registry";
import { type Day, yearOf } from "@/lib/values/dates/day";

interface YearLinksProps {
  view: ChartView;
  hrefOf(view: ChartView): string;
  firstYear: number;
  asOf: Day;
}

/** The same for another year, or for all of them. */
export function YearLinks({ view, hrefOf, firstYear, asOf }: YearLinksProps) {
  const lastYear = yearOf(asOf);
  const years = Array.from({ length: lastYear - firstYear + 1 }, (_, index) => lastYear - index);
  const { knows } = CHARTS[view.chart];
  const knowsAll = knows.includes("from");
  const isYear = view.from === `${view.to.slice(0, 4)}-01-01`;
  const link = (label: string, href: string, current: boolean) => (
    <a key={label} href={href} aria-current={current ? "page" : undefined}>
      {label}
    </a>
  );
  return (
    <nav aria-label="Years" className="choices -mx-1.5 flex flex-wrap text-sm">
      {knowsAll &&
        link(
          "All years",
          hrefOf({
            ...view,
            interval: view.interval === "month" ? null : view.interval,
            from: null,
            to: asOf,
          }),
          view.from === null,
        )}
      {years.map((year) =>
        link(
          String(year),
          hrefOf({
            ...view,
            from: `${year}-01-01`,
            to: year === lastYear ? asOf : `${year}-12-31`,
          }),
          isYear && yearOf(view.to) === year,
        ),
      )}
    </nav>
  );
}
