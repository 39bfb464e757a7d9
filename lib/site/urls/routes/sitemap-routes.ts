import { route } from "@/lib/site/urls/route";
import { readParameters } from "@/lib/statistics/rules/parameters";

/** What is to be found of the record: a list of files, each of which lists pages. */
export const sitemapRoutes = {
  sitemap: route<null>({
    folder: "sitemap",
    isByOrigin: true,
    pattern: /^\/sitemap\.xml$/,
    answer: "file",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/sitemap.xml",
  }),
  sitemapPart: route<{ part: number }>({
    folder: "sitemap-part",
    isByOrigin: true,
    pattern: /^\/sitemaps\/(?<part>[1-9]\d{0,3})\.xml$/,
    answer: "file",
    read({ part }, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: { part: Number(part) } } : read;
    },
    write: ({ part }) => ({ segments: { part: String(part) } }),
    path: ({ part }) => `/sitemaps/${part}.xml`,
  }),
};
