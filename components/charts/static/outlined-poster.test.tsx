import { describe, expect, it } from "vitest";
import { embeddedSvg } from "@/lib/site/exports/outlines/embedded-svg.mjs";
import { outlinedSvg } from "@/lib/site/exports/outlines/outlined-svg.mjs";
import { EXAMPLE_CHARTS, FILTERED_CHARTS } from "@/testing/example-charts";
import { posterSvg } from "./chart-poster";
import { POSTER_SHAPES } from "./poster-frame";

const posters = Object.entries({ ...EXAMPLE_CHARTS, ...FILTERED_CHARTS }).flatMap(([name, model]) =>
  Object.entries(POSTER_SHAPES).map(([shape, size]) => ({
    name: `${name}, ${shape}`,
    svg: () => posterSvg(model(), { ...size, theme: "light", background: "paper" }),
  })),
);

const textsIn = (svg: string) => [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text);

describe.each(posters)("the picture of $name", ({ svg }) => {
  it("is outlined whole, with every text of it as a label", async () => {
    const made = await outlinedSvg(svg());
    expect(made?.missing).toEqual([]);
    expect(made?.svg).not.toMatch(/<text|font-family|font-size/);
    const labels = [...(made?.svg ?? "").matchAll(/ aria-label="([^"]*)"/g)].map(
      ([, text]) => text,
    );
    expect(labels).toEqual(textsIn(svg()).map((text) => text?.trim()));
  });
});

describe("a picture with its fonts in it", () => {
  const svg = posters[0]?.svg() ?? "";

  it("holds each text once, and its outline for programs that load no fonts from a file", async () => {
    const made = (await embeddedSvg(svg))?.svg ?? "";
    expect(textsIn(made)).toEqual(textsIn(svg));
    expect(made.match(/<path class="outlines"/g)).toHaveLength(textsIn(svg).length);
    expect(made.match(/@font-face/g)).toHaveLength(3);
    expect(made).not.toMatch(/url\((?!data:font\/woff2;base64,)(?!#)/);
  });

  it("is the same each time, and far smaller than the fonts", async () => {
    const made = (await embeddedSvg(svg))?.svg ?? "";
    expect((await embeddedSvg(svg))?.svg).toBe(made);
    const fonts = [...made.matchAll(/base64,([^)]*)\)/g)].map(([, font = ""]) => font.length);
    expect(Math.max(...fonts)).toBeLessThan(30_000);
  });
});
