import { requiredByFilters, route } from "@/lib/site/urls/route";
import {
  type ChangesView,
  type CitedNumber,
  readChanges,
  readCitedNumber,
  writeChanges,
  writeCitedNumber,
} from "@/lib/statistics/changes/changes-view";
import { readParameters } from "@/lib/statistics/rules/parameters";

export const changeRoutes = {
  changes: route<ChangesView>({
    folder: "changes",
    pattern: /^\/changes$/,
    answer: "page",
    read: (_, query, { asOf, now, newest }) => readChanges(query, newest, asOf, now),
    write: (view) => ({ query: writeChanges(view) }),
    path: () => "/changes",
    requires: ({ rule }) => requiredByFilters(rule.filters, "cited"),
  }),
  /** Whether a cited number has moved since, as data. */
  moved: route<CitedNumber>({
    folder: "moved",
    pattern: /^\/moved\.json$/,
    answer: "file",
    read: (_, query, { now, newest }) => readCitedNumber(query, newest, now),
    write: (view) => ({ query: writeCitedNumber(view) }),
    path: () => "/moved.json",
    requires: ({ rule }) => requiredByFilters(rule.filters, "cited"),
  }),
  /** The corrections of a cited number as a feed. */
  citationFeed: route<CitedNumber>({
    folder: "feed/citation",
    isByOrigin: true,
    pattern: /^\/feeds\/citation\.atom$/,
    answer: "file",
    read: (_, query, { now, newest }) => readCitedNumber(query, newest, now),
    write: (view) => ({ query: writeCitedNumber(view) }),
    path: () => "/feeds/citation.atom",
    requires: ({ rule }) => requiredByFilters(rule.filters, "cited"),
  }),
  versionsFeed: route<null>({
    folder: "feed/versions",
    isByOrigin: true,
    pattern: /^\/feeds\/versions\.atom$/,
    answer: "file",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/feeds/versions.atom",
  }),
};
