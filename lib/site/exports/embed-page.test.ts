import { expect, test } from "vitest";
import { type EmbedPage, embedPage, inBothThemes } from "@/lib/site/exports/embed-page";

const drawing = (colour: string) =>
  `<svg aria-labelledby="poster-title"><title id="poster-title">T</title><rect fill="${colour}"/><rect fill="url(#poster-hatch)"/></svg>`;
const PAGE: EmbedPage = {
  title: 'Losses & "more"',
  language: { language: "en", direction: "ltr", toPage: "The numbers" },
  wide: { light: drawing("#ffffff"), dark: drawing("#000000"), size: { width: 760, height: 600 } },
  narrow: {
    light: drawing("#ffffff"),
    dark: drawing("#000000"),
    size: { width: 320, height: 430 },
  },
  theme: "auto",
  version: 3,
  frozen: true,
  page: "/v/3/charts/monthly?year=2023&through=2023-12-31",
  newestPage: "/charts/monthly?year=2023&through=2023-12-31",
  newest: { numbers: "/charts/monthly.json?year=2023&through=2023-12-31" },
  digest: "abc",
};

test("a drawing follows the reader's theme", () => {
  expect(
    inBothThemes('<a fill="#111111" stroke="#222222"/>', '<a fill="#333333" stroke="#222222"/>'),
  ).toBe('<a fill="light-dark(#111111,#333333)" stroke="#222222"/>');
  expect(() => inBothThemes("<a/>", "<b/>")).toThrow("more than colours");
});

test("a frame holds both sizes, and none refers to the other's parts", () => {
  const html = embedPage(PAGE);
  expect(html).toContain("<title>Losses &amp; &quot;more&quot;</title>");
  expect(html).toContain('fill="light-dark(#ffffff,#000000)"');
  expect(html).not.toContain("poster-");
  const ids = [...html.matchAll(/id="([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(html).toContain('data-digest="abc"');
});

test("a theme that is asked for holds whatever the reader's is, and what follows asks for nothing newer", () => {
  const html = embedPage({ ...PAGE, theme: "dark", frozen: false });
  expect(html).toContain("color-scheme:dark");
  expect(html).not.toContain('fill="#ffffff"');
  expect(html).not.toContain("data-digest");
});
