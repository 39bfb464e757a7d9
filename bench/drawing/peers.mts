import { Resvg } from "@resvg/resvg-js";
import { init } from "echarts";
import { parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { PALETTE } from "@/lib/statistics/charts/model/palette";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";
import type { ColumnRows } from "./chart-rows.mjs";

export const SIZE = { width: 1200, height: 675 };
const TITLE = "Losses by month and category";
const SUBTITLE = "US$ at the time of theft, gross, best estimates";
const FONT = "Source Sans 3";

const colours = CATEGORIES.map(({ value }) => PALETTE[`--cat-${value}`].light);

/** The same stacked columns drawn by ECharts on the server, without animation. */
export function echartsSvg({ periods, rows }: ColumnRows): string {
  const chart = init(null, null, { renderer: "svg", ssr: true, ...SIZE });
  chart.setOption({
    animation: false,
    color: colours,
    textStyle: { fontFamily: FONT },
    title: { text: TITLE, subtext: SUBTITLE },
    legend: { top: 50 },
    grid: { top: 110, bottom: 60 },
    xAxis: { type: "category", data: periods.map(({ period }) => period) },
    yAxis: { type: "value" },
    series: CATEGORIES.map(({ value, label }) => ({
      type: "bar",
      stack: "all",
      name: label,
      data: rows.filter(({ key }) => key === value).map(({ amount }) => amount),
    })),
  });
  const svg = chart.renderToSVGString();
  chart.dispose();
  return svg;
}

const FONTS = ["400Regular/SourceSans3_400Regular", "600SemiBold/SourceSans3_600SemiBold"].map(
  (name) => `node_modules/@expo-google-fonts/source-sans-3/${name}.ttf`,
);

/** An SVG as PNG as resvg draws and packs it by itself. */
export function resvgAlone(svg: string, scale: number): Buffer {
  const font = { loadSystemFonts: false, fontFiles: FONTS, defaultFontFamily: FONT };
  return new Resvg(svg, { font, fitTo: { mode: "zoom", value: scale } }).render().asPng();
}

/** The same by Vega-Lite, compiled anew as a server that is sent a specification does. */
export async function vegaLiteSvg({ rows, names }: ColumnRows): Promise<string> {
  const spec: TopLevelSpec = {
    ...SIZE,
    autosize: { type: "fit", contains: "padding" },
    title: { text: TITLE, subtitle: SUBTITLE },
    config: { font: FONT },
    data: { values: rows.map((row) => ({ ...row, label: names[row.key ?? ""] })) },
    mark: "bar",
    encoding: {
      x: { field: "period", type: "ordinal", title: null },
      y: { field: "amount", type: "quantitative", title: null },
      color: { field: "label", type: "nominal", scale: { range: colours }, title: null },
    },
  };
  const view = new View(parse(compile(spec).spec), { renderer: "none" });
  const svg = await view.toSVG();
  view.finalize();
  return svg;
}
