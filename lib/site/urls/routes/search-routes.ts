import { route } from "@/lib/site/urls/route";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";
import { readSearch, type SearchView, writeSearch } from "@/lib/statistics/search/search-view";

function withoutParameters(query: URLSearchParams): Read<null> {
  const read = readParameters(query, []);
  return read.ok ? { ok: true, value: null } : read;
}

export const searchRoutes = {
  search: route<SearchView>({
    folder: "search",
    pattern: /^\/search$/,
    // Nobody asks for most of them twice.
    answer: "live",
    read: (_, query) => readSearch(query),
    write: (view) => ({ query: writeSearch(view) }),
    path: () => "/search",
  }),
  lookup: route<null>({
    folder: "lookup",
    pattern: /^\/search\/lookup$/,
    answer: "live",
    read: (_, query) => withoutParameters(query),
    write: () => ({}),
    path: () => "/search/lookup",
  }),
  lookupFile: route<null>({
    folder: "lookup-file",
    pattern: /^\/search\/lookup\.csv$/,
    answer: "live",
    read: (_, query) => withoutParameters(query),
    write: () => ({}),
    path: () => "/search/lookup.csv",
  }),
};
