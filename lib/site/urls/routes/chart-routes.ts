import {
  MARK_PARAMETERS,
  readMark,
  type TextFormat,
  writeMark,
} from "@/lib/site/exports/byte-order-mark";
import { FORMATS, type Format, isFormat } from "@/lib/site/exports/formats";
import {
  type ImageEnding,
  type ImageOptions,
  isImageEnding,
  PICTURE_PARAMETERS,
  readImageOptions,
  writeImageOptions,
} from "@/lib/site/exports/image";
import {
  dividedQuery,
  joinedQueries,
  type ReadingContext,
  requiredByFilters,
  route,
  together,
} from "@/lib/site/urls/route";
import { type ChartView, readChart, writeChart } from "@/lib/statistics/charts/chart-view";
import { CHART_NAMES, isChartName } from "@/lib/statistics/charts/registry";
import { type Read, readParameters, type Theme } from "@/lib/statistics/rules/parameters";
import { type Day, today } from "@/lib/values/dates/day";

/** A chart as a file; pictures are drawn in one way or another, and texts may begin with a byte-order mark. */
export type ChartFileView =
  | { view: ChartView; format: Exclude<Format, ImageEnding | TextFormat> }
  | { view: ChartView; format: TextFormat; isMarked: boolean }
  | { view: ChartView; format: ImageEnding; picture: ImageOptions };

export interface EmbedView {
  view: ChartView;
  theme: Theme;
}

const CHART = /^\/charts\/(?<chart>[^/.]+)$/;
const CHART_FILE = /^\/charts\/(?<chart>[^/.]+)\.(?<format>[^/]*)$/;
const EMBED = /^\/embed\/(?<chart>[^/.]+)$/;

export const chartRoutes = {
  /** The gallery of all charts, each through the same day. */
  charts: route<{ through: Day }>({
    folder: "charts",
    pattern: /^\/charts$/,
    answer: "page",
    read(_, query, { asOf }) {
      const read = readParameters(query, []);
      return read.ok ? { ok: true, value: { through: asOf } } : read;
    },
    // Readers cannot ask for a day; the rendered path names it, so that the gallery follows the days.
    readInner(query) {
      const read = readParameters(query, ["through"]);
      if (!read.ok) return read;
      const { through = today() } = read.value;
      return { ok: true, value: { through } };
    },
    write: ({ through }) => ({ query: `through=${through}` }),
    path: () => "/charts",
  }),
  chart: route<ChartView>({
    folder: "chart",
    pattern: CHART,
    answer: "page",
    read: ({ chart = "" }, query, context) => readNamed(chart, query, context),
    write: (view) => ({ segments: { chart: view.chart }, query: writeChart(view) }),
    path: ({ chart }) => `/charts/${chart}`,
    requires: ({ filters }) => requiredByFilters(filters),
  }),
  chartFile: route<ChartFileView>({
    folder: "chart-file",
    pattern: CHART_FILE,
    answer: "file",
    read({ chart = "", format = "" }, query, context) {
      if (!isFormat(format)) return noSuch("format", format, Object.keys(FORMATS));
      if (format === "csv" || format === "tsv") {
        const [own, others] = dividedQuery(query, MARK_PARAMETERS);
        const read = together(readNamed(chart, others, context), readMark(format, own));
        if (!read.ok) return read;
        const [view, isMarked] = read.value;
        return { ok: true, value: { view, format, isMarked } };
      }
      if (!isImageEnding(format)) {
        const view = readNamed(chart, query, context);
        return view.ok ? { ok: true, value: { view: view.value, format } } : view;
      }
      const [own, others] = dividedQuery(query, PICTURE_PARAMETERS);
      const read = together(readNamed(chart, others, context), readImageOptions(format, own));
      if (!read.ok) return read;
      const [view, picture] = read.value;
      return { ok: true, value: { view, format, picture } };
    },
    write(file) {
      const { view, format } = file;
      const drawn =
        "picture" in file
          ? writeImageOptions(file.format, file.picture)
          : "isMarked" in file
            ? writeMark(file.format, file.isMarked)
            : "";
      return {
        segments: { chart: view.chart, format },
        query: joinedQueries(writeChart(view), drawn),
      };
    },
    path: ({ chart, format }) => `/charts/${chart}.${format}`,
    requires: ({ view }) => requiredByFilters(view.filters),
  }),
  embed: route<EmbedView>({
    folder: "embed",
    pattern: EMBED,
    answer: "file",
    // Where its links lead depends on whether it is pinned.
    isByReference: true,
    read({ chart = "" }, query, context) {
      const [own, others] = dividedQuery(query, ["theme"]);
      const theme = readParameters(own, ["theme"]);
      if (!theme.ok) return theme;
      const view = readNamed(chart, others, context);
      if (!view.ok) return view;
      return { ok: true, value: { view: view.value, theme: theme.value.theme ?? "auto" } };
    },
    write: ({ view, theme }) => ({
      segments: { chart: view.chart },
      query: joinedQueries(writeChart(view), theme === "auto" ? "" : `theme=${theme}`),
    }),
    path: ({ chart }) => `/embed/${chart}`,
    requires: ({ view }) => requiredByFilters(view.filters),
  }),
};

function readNamed(
  name: string,
  query: URLSearchParams,
  { asOf, now, covered }: ReadingContext,
): Read<ChartView> {
  return isChartName(name)
    ? readChart(name, query, asOf, now, covered)
    : noSuch("chart", name, CHART_NAMES);
}

function noSuch(parameter: string, given: string, names: readonly string[]) {
  const allowed = `one of ${names.join(", ")}`;
  return { ok: false as const, problems: [{ parameter, given, allowed }] };
}
