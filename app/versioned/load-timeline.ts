import type { TimelineProps } from "@/components/timeline/timeline";
import type { Queryable } from "@/lib/db/client";
import type { Filters } from "@/lib/statistics/rules/views";
import { type TimelineOrder, timelinePart } from "@/lib/statistics/timeline/timeline";
import {
  largestLoss,
  timelineEntries,
  timelineMonths,
} from "@/lib/statistics/timeline/timeline-queries";

/** A part of the timeline of a selection, from a month on. */
export async function loadTimeline(
  db: Queryable,
  version: number,
  filters: Filters,
  order: TimelineOrder,
  at: string | undefined,
): Promise<Omit<TimelineProps, "links" | "hrefOf">> {
  const [months, largest] = await Promise.all([
    timelineMonths(db, version, filters),
    largestLoss(db, version, filters),
  ]);
  const { months: ofPart, previous, next } = timelinePart(months, order, at);
  const shown = await timelineEntries(db, version, filters, ofPart, order);
  return { shown, months, previous, next, order, at, largest, filters };
}
