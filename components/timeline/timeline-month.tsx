import { TimelineEntry } from "@/components/timeline/timeline-entry";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { Filters } from "@/lib/statistics/rules/views";
import { inMonth, type TimelineEntries, throughMonth } from "@/lib/statistics/timeline/timeline";
import { knownUsd } from "@/lib/statistics/totals/total-text";
import type { Total } from "@/lib/statistics/totals/totals";
import { dateText, MONTHS } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface TimelineMonthProps {
  month: TimelineEntries;
  largest: number | null;
  filters: Filters;
  /** Whether the selection's losses are a number: what a text search finds, or what no period holds, adds up to none. */
  isSummed: boolean;
  links: Links;
}

/** Where a month stands in a timeline. */
export function monthAnchor(month: string): string {
  return `m${month}`;
}

/** A month of a timeline: what it adds up to, what everything up to its end does, and its incidents. */
export function TimelineMonthBlock(props: TimelineMonthProps) {
  const { month, largest, filters, isSummed, links } = props;
  const { rows } = month;
  const isYear = month.month.length === 4;
  const ofDays = rows.filter(({ occurredOn }) => occurredOn.length === 10);
  const others = rows.filter(({ occurredOn }) => occurredOn.length < 10);
  const id = monthAnchor(month.month);
  return (
    <section aria-labelledby={id} data-month={month.month} className="mb-6">
      <div className="sticky top-11 z-10 border-rule-strong border-b bg-paper py-1.5">
        <div className="flex flex-wrap items-baseline justify-between gap-x-4">
          <h3 id={id} className="scroll-mt-14 font-semibold text-lg">
            {isYear ? (
              `${month.month}, month not known`
            ) : (
              <>
                {MONTHS[Number(month.month.slice(5)) - 1]}
                <span className="sr-only"> {month.month.slice(0, 4)}</span>
              </>
            )}
          </h3>
          <p className="text-sm">
            <SumOf total={month} isSummed={isSummed} />
          </p>
        </div>
        {isSummed && (
          <p className="text-muted text-sm">
            {isYear ? "Counted from 31 December on" : "Running total"}
            {": "}
            <a
              href={links.incidents(throughMonth(filters, month.month), { sort: "newest" })}
              className="whitespace-nowrap"
            >
              {month.running.incidents.toLocaleString("en-GB")} incidents,{" "}
              <data
                value={month.running.lossUsd}
                title={formatUsdExact(month.running.lossUsd)}
                data-running={month.running.lossUsd}
              >
                {formatUsd(month.running.lossUsd)}
              </data>
            </a>
          </p>
        )}
      </div>
      <Entries rows={ofDays} largest={largest} links={links} />
      {others.length > 0 && !isYear && (
        <>
          <h4 className="mt-3 text-muted text-sm">In {dateText(month.month)}, day not known</h4>
          <Entries rows={others} largest={largest} links={links} />
        </>
      )}
      {isYear && <Entries rows={others} largest={largest} links={links} />}
      {rows.length < month.incidents && (
        <p className="mt-2 text-sm">
          The {rows.length} largest of {month.incidents.toLocaleString("en-GB")}.{" "}
          <a href={links.incidents(inMonth(filters, month.month))}>
            All incidents of {dateText(month.month)}
          </a>
        </p>
      )}
    </section>
  );
}

function Entries({
  rows,
  largest,
  links,
}: {
  rows: readonly IncidentRow[];
  largest: number | null;
  links: Links;
}) {
  if (rows.length === 0) return null;
  return (
    <ol>
      {rows.map((incident) => (
        <TimelineEntry key={incident.slug} incident={incident} largest={largest} links={links} />
      ))}
    </ol>
  );
}

/** What a month adds up to, and what that leaves out. */
function SumOf({ total, isSummed }: { total: Total; isSummed: boolean }) {
  const known = knownUsd(total);
  return (
    <>
      {total.incidents === 1
        ? "1 incident"
        : `${total.incidents.toLocaleString("en-GB")} incidents`}
      {isSummed &&
        (known === null ? (
          " of unknown size"
        ) : (
          <>
            , <strong title={formatUsdExact(known)}>{formatUsd(known)}</strong>
            {total.unknownSize > 0 && `, ${total.unknownSize} of unknown size`}
          </>
        ))}
    </>
  );
}
