import type { Links } from "@/lib/site/urls/links";
import {
  type Period,
  partsOf,
  periodInShort,
  periodsBetween,
} from "@/lib/statistics/periods/period";
import type { AllPeriods } from "@/lib/statistics/periods/period-data";
import { incidentsCounted } from "@/lib/statistics/periods/period-model";
import type { Day } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface PeriodIndexProps {
  totals: AllPeriods;
  /** The record's first day. */
  first: Day;
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

/** Every year with its quarters and months, newest first, each leading to its page. */
export function PeriodIndex({ totals, first, asOf, links }: PeriodIndexProps) {
  const found = new Map(
    [...totals.year, ...totals.quarter, ...totals.month].map((total) => [total.key, total]),
  );
  const begun = (period: Period) => period.from <= asOf && period.to >= first;
  const amount = (period: Period) => {
    const total = found.get(period.key);
    if (total === undefined) return <span className="text-muted">none</span>;
    if (total.unknownSize === total.incidents)
      return <span className="text-muted italic">unknown</span>;
    return <span title={formatUsdExact(total.lossUsd)}>{formatUsd(total.lossUsd)}</span>;
  };
  const link = (period: Period) => {
    const label =
      period.kind === "month" ? periodInShort(period).slice(0, 3) : periodInShort(period);
    return (
      <a
        href={links.periodSoFar(period, asOf)}
        aria-label={periodInShort(period)}
        className="inline-block min-h-6"
      >
        {label}
        {period.to > asOf && <span aria-hidden="true">…</span>}
      </a>
    );
  };
  return (
    <>
      {periodsBetween("year", first, asOf).map((year) => (
        <section
          key={year.key}
          aria-labelledby={`y${year.key}`}
          className="grid gap-x-8 border-rule border-t py-4 first:border-rule-strong first:border-t-2 md:grid-cols-[11rem_1fr]"
        >
          <div>
            <h2 id={`y${year.key}`} className="font-semibold text-2xl">
              {link(year)}
            </h2>
            <p className="font-serif text-xl">{amount(year)}</p>
            <p className="text-muted text-sm">
              {incidentsCounted(found.get(year.key)?.incidents ?? 0)}
            </p>
            {totals.undated
              .filter(({ key }) => key === year.key)
              .map(({ incidents }) => (
                <p key="undated" className="text-muted text-sm">
                  <a href={links.incidents({ from: year.from, to: year.to, date: "year" })}>
                    {incidentsCounted(incidents)} of no known month
                  </a>
                </p>
              ))}
          </div>
          <ul className="mt-2 grid grid-cols-2 gap-x-6 gap-y-3 sm:grid-cols-4 md:mt-0">
            {partsOf(year)
              .filter(begun)
              .map((quarter) => (
                <li key={quarter.key}>
                  <p className="flex justify-between gap-2 border-rule border-b pb-0.5 font-semibold">
                    {link(quarter)} <span>{amount(quarter)}</span>
                  </p>
                  <ul className="text-sm">
                    {partsOf(quarter)
                      .filter(begun)
                      .map((month) => (
                        <li key={month.key} className="flex justify-between gap-2">
                          {link(month)} <span>{amount(month)}</span>
                        </li>
                      ))}
                  </ul>
                </li>
              ))}
          </ul>
        </section>
      ))}
    </>
  );
}
