import {
  type ImageOptions,
  PICTURE_PARAMETERS,
  readImageOptions,
  writeImageOptions,
} from "@/lib/site/exports/image";
import { dividedQuery, joinedQueries, route, together } from "@/lib/site/urls/route";
import { type PeriodView, readPeriod, writePeriod } from "@/lib/statistics/periods/period";
import { readParameters } from "@/lib/statistics/rules/parameters";

interface PeriodFileView {
  view: PeriodView;
  format: "svg" | "png";
  picture: ImageOptions;
}

export const periodRoutes = {
  periods: route<null>({
    folder: "periods",
    pattern: /^\/periods$/,
    answer: "page",
    read(_, query) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: null } : read;
    },
    write: () => ({}),
    path: () => "/periods",
  }),
  period: route<PeriodView>({
    folder: "period",
    pattern: /^\/periods\/(?<key>[^/.]*)$/,
    answer: "page",
    read: ({ key = "" }, query, { asOf, now }) => readPeriod(key, query, asOf, now),
    write: (view) => ({ segments: { key: view.period.key }, query: writePeriod(view) }),
    path: ({ key }) => `/periods/${key}`,
  }),
  periodFile: route<PeriodFileView>({
    folder: "period-file",
    pattern: /^\/periods\/(?<key>[^/.]*)\.(?<format>svg|png)$/,
    answer: "file",
    read({ key = "", format }, query, { asOf, now }) {
      if (format !== "svg" && format !== "png") return null;
      const [own, others] = dividedQuery(query, PICTURE_PARAMETERS);
      const read = together(readPeriod(key, others, asOf, now), readImageOptions(format, own));
      if (!read.ok) return read;
      const [view, picture] = read.value;
      return { ok: true, value: { view, format, picture } };
    },
    write: ({ view, format, picture }) => ({
      segments: { key: view.period.key, format },
      query: joinedQueries(writePeriod(view), writeImageOptions(format, picture)),
    }),
    path: ({ key, format }) => `/periods/${key}.${format}`,
  }),
};
