import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { actorBreakdown } from "@/lib/statistics/charts/actors/actors-model";
import { monthlyLosses } from "@/lib/statistics/charts/columns/year-columns";
import { cumulativeLosses } from "@/lib/statistics/charts/cumulative/cumulative-model";
import { CHART_SIZES } from "@/lib/statistics/charts/layout/chart-sizes";
import {
  exampleBreakdown,
  exampleContext,
  exampleMonths,
  exampleYears,
} from "@/testing/example-rows";
import { ChartImage } from "../chart-image";
import { StaticChart } from "./static-chart";

const period = { ...exampleContext, year: 2023, through: "2023-09-15" };
const models = [
  monthlyLosses({
    ...period,
    rows: exampleMonths,
    hrefFor: (month, category) => `#${month}-${category}`,
  }),
  cumulativeLosses({ ...period, years: exampleYears }),
  actorBreakdown({ ...period, breakdown: exampleBreakdown }),
];

/** One element a line, so that a change to a drawing can be read as one. */
function inLines(markup: string): string {
  return `${markup.replaceAll("><", ">\n<")}\n`;
}

describe.each(models)("the static drawing: $kind", (model) => {
  it.each(CHART_SIZES)("is drawn as before, $name", async (size) => {
    const markup = renderToStaticMarkup(<StaticChart model={model} id="example" size={size} />);
    await expect(inLines(markup)).toMatchFileSnapshot(`snapshots/${model.kind}-${size.name}.svg`);
  });

  it("is one named image with its finding as text, and holds no link that an image would hide", () => {
    const [size] = CHART_SIZES;
    const markup = size
      ? renderToStaticMarkup(<StaticChart model={model} id="example" size={size} />)
      : "";
    expect(markup).toContain('role="img"');
    expect(markup).toContain(`>${model.title}</title>`);
    expect(markup).toContain(`>${model.alternative}</desc>`);
    expect(markup).not.toContain("<a ");
  });

  it("names what refers to one another once on a page", () => {
    const page = renderToStaticMarkup(<ChartImage model={model} id="example" />);
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, referred] of page.matchAll(/(?:url\(#|labelledby="|describedby=")([^")]+)/g)) {
      expect(ids).toContain(referred);
    }
  });
});

it("leads from every mark with an address to the same place as the table", () => {
  const [monthly] = models;
  const page = monthly ? renderToStaticMarkup(<ChartImage model={monthly} id="example" />) : "";
  const [drawing, table] = page.split("<details");
  const hrefs = new Set([...(drawing ?? "").matchAll(/href="(#[^"]+)"/g)].map((match) => match[1]));
  expect(hrefs.size).toBeGreaterThan(5);
  for (const href of hrefs) expect(table).toContain(`href="${href}"`);
});
