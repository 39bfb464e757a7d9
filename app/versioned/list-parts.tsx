import type { ReactNode } from "react";
import { loadTimeline } from "@/app/versioned/load-timeline";
import type { OpenVersion } from "@/app/versioned/open-version";
import { IncidentCalendar } from "@/components/incident-list/incident-calendar";
import { TakeList } from "@/components/incident-list/take-list";
import { Timeline } from "@/components/timeline/timeline";
import { asOfVersion } from "@/lib/record/versions/version";
import { encodeList } from "@/lib/site/citations/list-short-id";
import { calendarOf } from "@/lib/statistics/incident-list/calendar";
import { chartsOfList } from "@/lib/statistics/incident-list/list-charts";
import { listTitle, type SelectionNames } from "@/lib/statistics/incident-list/selection-text";
import { type IncidentsView, writeIncidents } from "@/lib/statistics/rules/views";
import { isSummedOver } from "@/lib/statistics/timeline/timeline";
import { timelineMonths } from "@/lib/statistics/timeline/timeline-queries";

// Parts of the list of incidents that ask the database for more than its table does.

/** A selection to be taken away; nothing where it is empty. @param incidents how many it has */
export function takeListAt(
  { version, links, permanent }: OpenVersion,
  view: IncidentsView,
  names: SelectionNames,
  incidents: number,
): ReactNode {
  if (incidents === 0) return null;
  const { filters } = view;
  const { at: _, ...seen } = view;
  return (
    <TakeList
      view={view}
      title={listTitle(filters, names)}
      shortId={encodeList({
        version: version.number,
        query: writeIncidents({ ...seen, page: 1 }),
      })}
      charts={chartsOfList(filters, asOfVersion(version))}
      incidents={incidents}
      version={version}
      links={links}
      permanent={permanent}
    />
  );
}

/** A selection as its timeline or calendar; null where it is seen as a table. */
export async function otherViewAt(
  { db, version, links }: OpenVersion,
  { view, filters, sort, at }: IncidentsView,
): Promise<ReactNode> {
  if (view === undefined) return null;
  if (view === "calendar") {
    const months = await timelineMonths(db, version.number, filters);
    return (
      <IncidentCalendar
        years={calendarOf(months, filters, version.coveredThrough)}
        filters={filters}
        isSummed={isSummedOver(filters)}
        links={links}
      />
    );
  }
  const order = sort === "oldest" ? "oldest" : "newest";
  return (
    <Timeline
      {...(await loadTimeline(db, version.number, filters, order, at))}
      hrefOf={(part) =>
        links.incidents(filters, {
          view,
          sort: part.order,
          ...(part.at === undefined ? {} : { at: part.at }),
        })
      }
      links={links}
    />
  );
}
