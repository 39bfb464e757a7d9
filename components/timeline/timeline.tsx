import { MonthJump } from "@/components/timeline/month-jump";
import { SizeKey } from "@/components/timeline/size-key";
import { TimelineLoader } from "@/components/timeline/timeline-loader";
import { TimelineMonthBlock } from "@/components/timeline/timeline-month";
import type { Links } from "@/lib/site/urls/links";
import type { Filters } from "@/lib/statistics/rules/views";
import {
  isSummedOver,
  type TimelineEntries,
  type TimelineMonth,
  type TimelineOrder,
} from "@/lib/statistics/timeline/timeline";
import { dateText } from "@/lib/values/dates/day";
import { grouped } from "@/lib/values/lists/grouped";

export interface TimelineProps {
  /** The months that are shown, with their incidents. */
  shown: readonly TimelineEntries[];
  /** All months of the selection, in the order of time. */
  months: readonly TimelineMonth[];
  /** The months at which the parts before and after begin; null where there are none. */
  previous: string | null;
  next: string | null;
  order: TimelineOrder;
  at: string | undefined;
  largest: number | null;
  filters: Filters;
  /** The URL of a part of this timeline. */
  hrefOf: (part: { order: TimelineOrder; at?: string }) => string;
  links: Links;
}

/** Incidents month by month, sized by their losses. It goes on by plain links; with scripts the next part is added in place. */
export function Timeline(props: TimelineProps) {
  const { shown, months, previous, next, order, at, largest, filters, hrefOf, links } = props;
  const isSummed = isSummedOver(filters);
  const years = grouped(shown, ({ month }) => month.slice(0, 4));
  const other = order === "newest" ? "oldest" : "newest";
  return (
    <div className="[--dot:3.25rem] md:[--dot:6rem]">
      <div className="flex flex-wrap items-end justify-between gap-x-8 gap-y-3">
        <MonthJump months={months} order={order} at={at} hrefOf={hrefOf} />
        <p>
          <a href={hrefOf({ order: other })} className="inline-block py-1">
            {other === "oldest" ? "Oldest first" : "Newest first"}
          </a>
        </p>
      </div>
      <SizeKey largest={largest} />
      {previous !== null && (
        <p className="mt-4">
          <a rel="prev" href={hrefOf({ order, at: previous })} className="inline-block py-1">
            ↑ {order === "newest" ? "Later" : "Earlier"} months, from {dateText(previous)}
          </a>
        </p>
      )}
      {shown.length === 0 && (
        <p className="mt-6">
          Nothing in this selection is {order === "newest" ? "before" : "after"} that month.
        </p>
      )}
      <div data-timeline className="mt-4">
        {[...years].map(([year, ofYear]) => (
          <section key={year} aria-labelledby={`y${year}`} data-year={year}>
            <h2
              id={`y${year}`}
              className="sticky top-0 z-20 h-11 bg-paper pt-2 font-semibold text-2xl"
            >
              {year}
            </h2>
            {ofYear.map((month) => (
              <TimelineMonthBlock
                key={month.month}
                month={month}
                largest={largest}
                filters={filters}
                isSummed={isSummed}
                links={links}
              />
            ))}
          </section>
        ))}
      </div>
      <p data-timeline-next>
        {next === null ? (
          <span className="text-muted">
            {order === "newest" ? "The earliest on record." : "The latest on record."}
          </span>
        ) : (
          <a rel="next" href={hrefOf({ order, at: next })} className="button inline-block">
            {order === "newest" ? "Earlier" : "Later"} months, from {dateText(next)}
          </a>
        )}
      </p>
      <TimelineLoader />
    </div>
  );
}
