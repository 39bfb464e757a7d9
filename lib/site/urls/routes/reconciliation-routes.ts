import { route } from "@/lib/site/urls/route";
import { readParameters } from "@/lib/statistics/rules/parameters";
import { slugSchema } from "@/lib/values/slugs/slug";

/** The formats in which all reconciliations leave. */
export const RECONCILIATION_FORMATS = ["csv", "json"] as const;
export type ReconciliationFormat = (typeof RECONCILIATION_FORMATS)[number];

/** Others' figures held against the record's own numbers, and the publishers whose they are. */
export const reconciliationRoutes = {
  /** One figure, by its lasting number. */
  reconciliation: route<{ figure: number }>({
    folder: "reconciliation",
    pattern: /^\/figures\/(?<figure>[1-9]\d{0,8})$/,
    answer: "page",
    read({ figure = "" }, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: { figure: Number(figure) } } : read;
    },
    write: ({ figure }) => ({ segments: { figure: String(figure) } }),
    path: ({ figure }) => `/figures/${figure}`,
    requires: ({ figure }) => [{ kind: "publishedFigure", figure }],
  }),
  /** All of them by what is left unexplained, the largest first. */
  gaps: route<null>({
    folder: "gaps",
    pattern: /^\/figures\/gaps$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/figures/gaps",
    requires: () => [],
  }),
  reconciliationsFile: route<{ format: ReconciliationFormat }>({
    folder: "reconciliations-file",
    pattern: /^\/figures\/reconciliations\.(?<format>csv|json)$/,
    answer: "file",
    read({ format }, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: { format: format === "json" ? "json" : "csv" } } : read;
    },
    write: ({ format }) => ({ segments: { format } }),
    path: ({ format }) => `/figures/reconciliations.${format}`,
    requires: () => [],
  }),
  publishers: route<null>({
    folder: "publishers",
    pattern: /^\/publishers$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/publishers",
    requires: () => [],
  }),
  publisher: route<{ slug: string }>({
    folder: "publisher",
    pattern: /^\/publishers\/(?<slug>[^/]+)$/,
    answer: "page",
    read({ slug = "" }, query) {
      if (!slugSchema.safeParse(slug).success) return null;
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: { slug } } : read;
    },
    write: ({ slug }) => ({ segments: { slug } }),
    path: ({ slug }) => `/publishers/${slug}`,
    requires: ({ slug }) => [{ kind: "publisher", publisher: slug }],
  }),
};
