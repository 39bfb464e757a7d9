import { MARK_PARAMETERS, readMark, writeMark } from "@/lib/site/exports/byte-order-mark";
import { joinedQueries, readApart, requiredByFilters, route } from "@/lib/site/urls/route";
import type { Read } from "@/lib/statistics/rules/parameters";
import {
  type IncidentsView,
  readIncidents,
  readTimeline,
  refused,
  type TimelineView,
  writeIncidents,
  writeTimeline,
} from "@/lib/statistics/rules/views";

/** The formats in which a list of incidents leaves. */
export const LIST_FORMATS = ["csv", "xlsx", "json"] as const;
export type ListFormat = (typeof LIST_FORMATS)[number];

/** All of a list of incidents, in its order. */
export type WholeList = Pick<IncidentsView, "filters" | "sort">;

/** A list as a file; a CSV may begin with a byte-order mark. */
export type IncidentsFileView = WholeList &
  ({ format: "csv"; isMarked: boolean } | { format: Exclude<ListFormat, "csv"> });

/** Beside the list of incidents: all of a selection as a file, what is new in it as a feed, and the timeline of all. */
export const incidentListRoutes = {
  incidentsFile: route<IncidentsFileView>({
    folder: "incidents-file",
    pattern: /^\/incidents\.(?<format>csv|xlsx|json)$/,
    answer: "file",
    read({ format }, query) {
      if (format === "xlsx" || format === "json") {
        const read = readWhole(query);
        return read.ok ? { ok: true, value: { ...read.value, format } } : read;
      }
      const read = readApart(query, MARK_PARAMETERS, (own) => readMark("csv", own), readWhole);
      if (!read.ok) return read;
      const [list, isMarked] = read.value;
      return { ok: true, value: { ...list, format: "csv", isMarked } };
    },
    write: ({ filters, sort, ...file }) => ({
      segments: { format: file.format },
      query: joinedQueries(
        writeIncidents({ filters, sort, page: 1 }),
        file.format === "csv" ? writeMark("csv", file.isMarked) : "",
      ),
    }),
    path: ({ format }) => `/incidents.${format}`,
    requires: ({ filters }) => requiredByFilters(filters),
  }),
  timeline: route<TimelineView>({
    folder: "timeline",
    pattern: /^\/timeline$/,
    answer: "page",
    read: (_, query) => readTimeline(query),
    write: (view) => ({ query: writeTimeline(view) }),
    path: () => "/timeline",
  }),
  incidentsFeed: route<WholeList>({
    folder: "feed/incidents",
    pattern: /^\/feeds\/incidents\.atom$/,
    answer: "file",
    isByOrigin: true,
    read(_, query) {
      const read = readWhole(query);
      // A feed is in the order in which things came to be known.
      return read.ok && read.value.sort !== "newest"
        ? refused("sort", read.value.sort, "left out: a feed has what came last first")
        : read;
    },
    write: ({ filters }) => ({ query: writeIncidents({ filters, sort: "newest", page: 1 }) }),
    path: () => "/feeds/incidents.atom",
    requires: ({ filters }) => requiredByFilters(filters),
  }),
};

/** Reads the parameters of a list that is asked for whole. */
function readWhole(query: URLSearchParams): Read<WholeList> {
  const read = readIncidents(query);
  if (!read.ok) return read;
  const { filters, sort, page, view } = read.value;
  if (view !== undefined) return refused("view", view, "left out: this is the list itself");
  return page === 1
    ? { ok: true, value: { filters, sort } }
    : refused("page", String(page), "left out: this is the whole list");
}
