import { route } from "@/lib/site/urls/route";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";

/**
 * What is to be found of the record: a list of files, each of which lists pages. They list plain URLs, so that those of a
 * version have none.
 */
export const sitemapRoutes = {
  sitemap: route<null>({
    folder: "sitemap",
    isByOrigin: true,
    pattern: /^\/sitemap\.xml$/,
    answer: "file",
    read: (_, query, { isPinned }) => (isPinned ? null : readNothing(query, null)),
    readInner: (query) => readNothing(query, null),
    write: () => ({}),
    path: () => "/sitemap.xml",
  }),
  sitemapPart: route<{ part: number }>({
    folder: "sitemap-part",
    isByOrigin: true,
    pattern: /^\/sitemaps\/(?<part>[1-9]\d{0,3})\.xml$/,
    answer: "file",
    read: ({ part }, query, { isPinned }) =>
      isPinned ? null : readNothing(query, { part: Number(part) }),
    readInner: (query, { part }) => readNothing(query, { part: Number(part) }),
    write: ({ part }) => ({ segments: { part: String(part) } }),
    path: ({ part }) => `/sitemaps/${part}.xml`,
  }),
};

function readNothing<View>(query: URLSearchParams, view: View): Read<View> {
  const read = readParameters(query, []);
  return read.ok ? { ok: true, value: view } : read;
}
