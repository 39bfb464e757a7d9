import { route } from "@/lib/site/urls/route";
import { readParameters } from "@/lib/statistics/rules/parameters";
import { slugSchema } from "@/lib/values/slugs/slug";

/** Groups of incidents that share addresses: all of them, and one. */
export const linkRoutes = {
  linkGroups: route<{ page: number }>({
    folder: "link-groups",
    pattern: /^\/links$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, ["page"]);
      return read.ok ? { ok: true, value: { page: read.value.page ?? 1 } } : read;
    },
    write: ({ page }) => ({ query: page === 1 ? "" : `page=${page}` }),
    path: () => "/links",
    requires: ({ page }) => (page === 1 ? [] : [{ kind: "page", page, groups: true }]),
  }),
  /** A group goes by the slug of its earliest incident; that of any other leads to it. */
  linkGroup: route<{ slug: string }>({
    folder: "link-group",
    pattern: /^\/links\/(?<slug>[^/]+)$/,
    answer: "page",
    read({ slug = "" }, query) {
      if (!slugSchema.safeParse(slug).success) return null;
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: { slug } } : read;
    },
    write: ({ slug }) => ({ segments: { slug } }),
    path: ({ slug }) => `/links/${slug}`,
    requires: ({ slug }) => [{ kind: "group", member: slug }],
  }),
};
