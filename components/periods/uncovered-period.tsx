import type { Links } from "@/lib/site/urls/links";
import { type PeriodView, periodTitle, periodViewText } from "@/lib/statistics/periods/period";
import type { CoveredPeriod } from "@/lib/statistics/periods/period-data";
import { totalText } from "@/lib/statistics/totals/total-text";
import { dateText } from "@/lib/values/dates/day";

interface UncoveredPeriodProps {
  view: PeriodView;
  /** What is covered: the latest period of the kind, and the year. */
  covered: readonly CoveredPeriod[];
  links: Links;
}

/** A period that has begun and that editors have not looked through yet: it has no numbers, but what is covered has. */
export function UncoveredPeriod({
  view: { period, through },
  covered,
  links,
}: UncoveredPeriodProps) {
  return (
    <>
      <h1 className="mt-6 mb-5 max-w-4xl font-semibold text-4xl tracking-tight sm:text-5xl">
        {periodTitle(period)} is not yet covered
      </h1>
      <p className="max-w-prose">
        Editors have looked through {dateText(through)}. How much was lost after that day is not
        known here, which is not the same as nothing. <a href={links.coverage}>What is covered</a>
      </p>
      <p className="mt-3">The latest numbers go through {dateText(through)}:</p>
      <ul className="mt-1 list-disc pl-5">
        {covered.map(({ view, total }) => (
          <li key={view.period.key}>
            <a href={links.period(view)}>{periodViewText(view)}</a>: {totalText(total)}
          </li>
        ))}
      </ul>
    </>
  );
}
