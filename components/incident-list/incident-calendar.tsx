import type { Links } from "@/lib/site/urls/links";
import { type CalendarYear, shadeOf } from "@/lib/statistics/incident-list/calendar";
import type { Filters } from "@/lib/statistics/rules/views";
import { inMonth, type TimelineMonth } from "@/lib/statistics/timeline/timeline";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import { knownUsd, totalText } from "@/lib/statistics/totals/total-text";
import { dateText, MONTHS } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

interface IncidentCalendarProps {
  years: readonly CalendarYear[];
  filters: Filters;
  /** Whether losses add up to a number: those of a text search, or of what no period holds, do not. */
  isSummed: boolean;
  links: Links;
}

/** Shades by how much of a month's sum or count the largest month has. */
const SHADES = ["", "bg-accent/10", "bg-accent/20", "bg-accent/35", "bg-accent/50"] as const;

/** A selection as a calendar: a row of months for each year, each month with its incidents and what they add up to. */
export function IncidentCalendar({ years, filters, isSummed, links }: IncidentCalendarProps) {
  const cells = years.flatMap(({ months }) => months.flatMap(({ total }) => total ?? []));
  const weigh = (total: TimelineMonth) => (isSummed ? (knownUsd(total) ?? 0) : total.incidents);
  const largest = Math.max(0, ...cells.map(weigh));
  return (
    <div>
      <p className="max-w-prose text-muted text-sm">
        Each month has its number of incidents
        {isSummed ? " and what they lost" : ""}; the stronger its colour, the{" "}
        {isSummed ? "larger the loss" : "more incidents"}. What is known only to the year stands
        beside its months, not in one of them.
      </p>
      {years.map(({ year, months, yearOnly }) => (
        <section key={year} aria-labelledby={`c${year}`} className="mt-5">
          <div className="flex flex-wrap items-baseline justify-between gap-x-4">
            <h2 id={`c${year}`} className="font-semibold text-xl">
              {year}
            </h2>
            {yearOnly !== null && (
              <p className="text-sm">
                <span className="text-muted">Month not known: </span>
                <MonthLink
                  month={yearOnly}
                  filters={filters}
                  links={links}
                  text={isSummed ? totalText(yearOnly) : incidentsText(yearOnly.incidents)}
                />
              </p>
            )}
          </div>
          <ol className="mt-1 grid grid-cols-4 gap-px border border-rule bg-rule sm:grid-cols-6 lg:grid-cols-12">
            {months.map(({ month, total, isCovered }) => (
              <li key={month} className={`bg-paper text-sm ${isCovered ? "" : "text-muted"}`}>
                {total === null ? (
                  <p className="min-h-16 px-1.5 py-1">
                    <span className="block text-muted">{inShort(month)}</span>
                    <span className="text-muted">{isCovered ? "none" : "–"}</span>
                    {!isCovered && <span className="sr-only"> not in this selection</span>}
                  </p>
                ) : (
                  <a
                    href={
                      filters.date === "unplaced"
                        ? links.incidents(filters)
                        : links.incidents(inMonth(filters, month))
                    }
                    aria-label={`${dateText(month)}: ${isSummed ? totalText(total) : incidentsText(total.incidents)}`}
                    className={`block min-h-16 px-1.5 py-1 no-underline hover:underline ${SHADES[shadeOf(weigh(total), largest, SHADES.length - 1)] ?? ""}`}
                  >
                    <span className="flex justify-between gap-1">
                      <span>{inShort(month)}</span>
                      <span>{total.incidents.toLocaleString("en-GB")}</span>
                    </span>
                    {isSummed && (
                      <span className="block whitespace-nowrap font-semibold">
                        {knownUsd(total) === null ? (
                          <span className="font-normal italic">unknown</span>
                        ) : (
                          formatUsd(total.lossUsd)
                        )}
                      </span>
                    )}
                    {isSummed && total.unknownSize > 0 && knownUsd(total) !== null && (
                      <span className="block text-xs">+ {total.unknownSize} unknown</span>
                    )}
                  </a>
                )}
              </li>
            ))}
          </ol>
        </section>
      ))}
    </div>
  );
}

const inShort = (month: string) => (MONTHS[Number(month.slice(5)) - 1] ?? "").slice(0, 3);

function MonthLink({
  month,
  filters,
  links,
  text,
}: {
  month: TimelineMonth;
  filters: Filters;
  links: Links;
  text: string;
}) {
  return <a href={links.incidents(inMonth(filters, month.month))}>{text}</a>;
}
