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
  pictureParameters,
  readImageOptions,
  writeImageOptions,
} from "@/lib/site/exports/image";
import {
  joinedQueries,
  type ReadingContext,
  readApart,
  requiredByFilters,
  route,
} from "@/lib/site/urls/route";
import { type ChartView, readChart, writeChart } from "@/lib/statistics/charts/chart-view";
import {
  type PublisherText,
  readPublisherText,
  TEXT_PARAMETERS,
  writePublisherText,
} from "@/lib/statistics/charts/publisher-text/publisher-text";
import { CHART_NAMES, isChartName } from "@/lib/statistics/charts/registry";
import { type Read, readParameters, type Theme } from "@/lib/statistics/rules/parameters";
import { type Day, today } from "@/lib/values/dates/day";

/**
 * A chart as a file; pictures are drawn in one way or another and may hold a publisher's text, and texts may begin with a
 * byte-order mark.
 */
export type ChartFileView =
  | { view: ChartView; format: Exclude<Format, ImageEnding | TextFormat> }
  | { view: ChartView; format: TextFormat; isMarked: boolean }
  | { view: ChartView; format: ImageEnding; picture: ImageOptions; text: PublisherText };

export interface EmbedView {
  view: ChartView;
  theme: Theme;
  text: PublisherText;
}

/** A chart's page, and what a publisher wants its pictures to say beside it. */
export interface ChartPageView {
  view: ChartView;
  text: PublisherText;
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
  chart: route<ChartPageView>({
    folder: "chart",
    pattern: CHART,
    answer: "page",
    read({ chart = "" }, query, context) {
      const read = readApart(query, TEXT_PARAMETERS, readPublisherText, (others) =>
        readNamed(chart, others, context),
      );
      if (!read.ok) return read;
      const [view, text] = read.value;
      return { ok: true, value: { view, text } };
    },
    write: ({ view, text }) => ({
      segments: { chart: view.chart },
      query: joinedQueries(writeChart(view), writePublisherText(text)),
    }),
    path: ({ chart }) => `/charts/${chart}`,
    requires: ({ view }) => requiredByFilters(view.filters),
  }),
  chartFile: route<ChartFileView>({
    folder: "chart-file",
    pattern: CHART_FILE,
    answer: "file",
    read({ chart = "", format = "" }, query, context) {
      if (!isFormat(format)) return noSuch("format", format, Object.keys(FORMATS));
      if (format === "csv" || format === "tsv") {
        const read = readApart(
          query,
          MARK_PARAMETERS,
          (own) => readMark(format, own),
          (others) => readNamed(chart, others, context),
        );
        if (!read.ok) return read;
        const [view, isMarked] = read.value;
        return { ok: true, value: { view, format, isMarked } };
      }
      if (!isImageEnding(format)) {
        const view = readNamed(chart, query, context);
        return view.ok ? { ok: true, value: { view: view.value, format } } : view;
      }
      const read = readApart(
        query,
        pictureParameters(format),
        (own) => readImageOptions(format, own),
        (withText) =>
          readApart(withText, TEXT_PARAMETERS, readPublisherText, (others) =>
            readNamed(chart, others, context),
          ),
      );
      if (!read.ok) return read;
      const [[view, text], picture] = read.value;
      return { ok: true, value: { view, format, picture, text } };
    },
    write(file) {
      const { view, format } = file;
      const drawn =
        "picture" in file
          ? joinedQueries(
              writeImageOptions(file.format, file.picture),
              writePublisherText(file.text),
            )
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
      const read = readApart(query, ["theme"], readTheme, (withText) =>
        readApart(withText, TEXT_PARAMETERS, readPublisherText, (others) =>
          readNamed(chart, others, context),
        ),
      );
      if (!read.ok) return read;
      const [[view, text], theme] = read.value;
      return { ok: true, value: { view, theme, text } };
    },
    write: ({ view, theme, text }) => ({
      segments: { chart: view.chart },
      query: joinedQueries(
        writeChart(view),
        theme === "auto" ? "" : `theme=${theme}`,
        writePublisherText(text),
      ),
    }),
    path: ({ chart }) => `/embed/${chart}`,
    requires: ({ view }) => requiredByFilters(view.filters),
  }),
};

/** The theme of an embed, which follows its reader's where none is given. */
export function readTheme(query: URLSearchParams): Read<Theme> {
  const read = readParameters(query, ["theme"]);
  return read.ok ? { ok: true, value: read.value.theme ?? "auto" } : read;
}

function readNamed(
  name: string,
  query: URLSearchParams,
  { asOf, now, covered, isPinned }: ReadingContext,
): Read<ChartView> {
  return isChartName(name)
    ? readChart(name, query, { asOf, now, covered, columns: isPinned ? "month" : "fitting" })
    : noSuch("chart", name, CHART_NAMES);
}

function noSuch(parameter: string, given: string, names: readonly string[]) {
  const allowed = `one of ${names.join(", ")}`;
  return { ok: false as const, problems: [{ parameter, given, allowed }] };
}
