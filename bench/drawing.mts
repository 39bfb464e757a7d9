import { posterSvg } from "@/components/charts/static/chart-poster";
import { Rasteriser } from "@/lib/site/exports/rasteriser";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { columnRows, MONTHS, VIEW } from "./drawing/chart-rows.mjs";
import { echartsSvg, resvgAlone, SIZE, vegaLiteSvg } from "./drawing/peers.mjs";
import { type Measured, measurement, ratio } from "./measurement.mjs";
import { inTurn, timed } from "./samples.mjs";

const ROUNDS = 60;
const PICTURES = 12;
const SCALE = 2;

/** How long a chart takes to be drawn, as SVG and as PNG, beside the peers' drawings of the same data. */
export async function measureDrawing(): Promise<Measured> {
  const rows = columnRows();
  const drawn = () =>
    posterSvg(chartModel(VIEW, rows, { version: 1, permanentUrl: "lossline/v/1/charts/monthly" }), {
      ...SIZE,
      theme: "light",
      background: "paper",
    });
  const works = {
    ours: async () => drawn(),
    echarts: async () => echartsSvg(rows),
    vegaLite: () => vegaLiteSvg(rows),
  };
  // Compiled and warm, as in a server that has drawn before.
  for (let count = 0; count < 20; count++) for (const draw of Object.values(works)) await draw();
  const svg = await inTurn(ROUNDS, {
    ours: () => timed(works.ours),
    echarts: () => timed(works.echarts),
    vegaLite: () => timed(works.vegaLite),
  });
  const rasteriser = new Rasteriser(1);
  const outlined = async () => rasteriser.withoutFonts(drawn(), "outlined");
  const png = (draw: () => Promise<string>) =>
    timed(async () => rasteriser.draw(await draw(), { ...SIZE, scale: SCALE }));
  const kept = await inTurn(PICTURES, { outlined: () => timed(outlined) });
  for (let count = 0; count < 3; count++) for (const draw of Object.values(works)) await png(draw);
  const pictures = await inTurn(PICTURES, {
    ours: () => png(works.ours),
    echarts: () => png(works.echarts),
    vegaLite: () => png(works.vegaLite),
  });
  const alone = await inTurn(PICTURES, {
    echarts: () => timed(async () => resvgAlone(echartsSvg(rows), SCALE)),
  });
  const bare = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}"><rect width="100%" height="100%" fill="#fdfcf9"/></svg>`;
  const paper = await inTurn(PICTURES, {
    paper: () => timed(() => rasteriser.draw(bare, { ...SIZE, scale: SCALE })),
  });
  return {
    title: `Drawing a chart of ${MONTHS} months by six categories`,
    notes: [
      `From rows in memory; ${ROUNDS} drawings each in turn as SVG, ${PICTURES} as PNG of ${SIZE.width} × ${SIZE.height} at ${SCALE}×, warm.`,
      "Ours holds title, rule, source, notes, licence, address and alternative text; the peers a title and a legend.",
      "All PNGs by the same rasteriser with the same fonts, warm; an empty sheet of paper is what none can be faster than.",
      "“By resvg alone” is ECharts’ SVG drawn and packed by resvg with the same fonts, without our thread and packer.",
    ],
    figures: [
      measurement("SVG, ours", "ms", svg.ours, { atMost: 4 }),
      measurement("SVG, ours, with its letters outlined", "ms", kept.outlined),
      measurement("SVG, ECharts", "ms", svg.echarts),
      measurement("SVG, Vega-Lite", "ms", svg.vegaLite),
      ratio("SVG, ECharts : ours", svg.echarts, svg.ours, { atLeast: 7 }),
      ratio("SVG, Vega-Lite : ours", svg.vegaLite, svg.ours),
      measurement("PNG, ours", "ms", pictures.ours),
      measurement("PNG, ECharts", "ms", pictures.echarts),
      measurement("PNG, Vega-Lite", "ms", pictures.vegaLite),
      measurement("PNG, ECharts by resvg alone", "ms", alone.echarts),
      measurement("PNG of an empty sheet", "ms", paper.paper),
      ratio("PNG, ECharts : ours", pictures.echarts, pictures.ours, { atLeast: 2 }),
      ratio("PNG, Vega-Lite : ours", pictures.vegaLite, pictures.ours),
      ratio("PNG, ECharts by resvg alone : ours", alone.echarts, pictures.ours),
    ],
  };
}
