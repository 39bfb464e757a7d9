import { requiredByFilters, route } from "@/lib/site/urls/route";
import { NUMBER_FORMATS, type NumberFormat } from "@/lib/site/urls/routes/number-routes";
import { type CompareView, readCompare, writeCompare } from "@/lib/statistics/compare/compare-view";

/** A comparison as data. */
export interface CompareFileView {
  view: CompareView;
  format: NumberFormat;
}

const requiredBy = ({ first, second }: CompareView) => [
  ...requiredByFilters(first.filters),
  ...requiredByFilters(second.filters),
];

/** Two numbers of the record against each other: a page, and the same as data. */
export const compareRoutes = {
  compare: route<CompareView>({
    folder: "compare",
    pattern: /^\/compare$/,
    answer: "page",
    read: (_, query, { asOf, now }) => readCompare(query, asOf, now),
    write: (view) => ({ query: writeCompare(view) }),
    path: () => "/compare",
    requires: requiredBy,
  }),
  compareFile: route<CompareFileView>({
    folder: "compare-file",
    pattern: /^\/compare\.(?<format>json|csv)$/,
    answer: "file",
    read({ format: given }, query, { asOf, now }) {
      const format = NUMBER_FORMATS.find((one) => one === given);
      if (format === undefined) return null;
      const read = readCompare(query, asOf, now);
      return read.ok ? { ok: true, value: { view: read.value, format } } : read;
    },
    write: ({ view, format }) => ({ segments: { format }, query: writeCompare(view) }),
    path: ({ format }) => `/compare.${format}`,
    requires: ({ view }) => requiredBy(view),
  }),
};
