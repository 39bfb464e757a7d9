import type { Links } from "@/lib/site/urls/links";
import {
  cutAt,
  type PeriodView,
  periodsBetween,
  periodTitle,
} from "@/lib/statistics/periods/period";
import { dateText } from "@/lib/values/dates/day";

/** A period that has begun and that editors have not looked through yet: it has no numbers. */
export function UncoveredPeriod({
  view: { period, through },
  links,
}: {
  view: PeriodView;
  links: Links;
}) {
  const [latest] = periodsBetween(period.kind, through, through);
  return (
    <>
      <h1 className="mt-6 mb-5 max-w-4xl font-semibold text-4xl tracking-tight sm:text-5xl">
        {periodTitle(period)} is not yet covered
      </h1>
      <p className="max-w-prose">
        Editors have looked through {dateText(through)}. How much was lost after that day is not
        known here, which is not the same as nothing. <a href={links.coverage}>What is covered</a>
      </p>
      {latest !== undefined && (
        <p className="mt-3">
          <a href={links.period(cutAt(latest, through))}>
            {periodTitle(latest)}
            {latest.to > through && `, through ${dateText(through)}`}
          </a>{" "}
          is the latest that is.
        </p>
      )}
    </>
  );
}
