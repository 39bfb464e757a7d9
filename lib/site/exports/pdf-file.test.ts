import { unzlibSync } from "fflate";
import { expect, test } from "vitest";
import { posterSvg } from "@/components/charts/static/chart-poster";
import { readImageOptions } from "@/lib/site/exports/image";
import { outlinedSvg } from "@/lib/site/exports/outlines/outlined-svg.mjs";
import { pdfFile } from "@/lib/site/exports/pdf-file.mjs";
import { xmpPacket } from "@/lib/site/exports/xmp";
import { EXAMPLE_CHARTS } from "@/testing/example-charts";
import { isWellFormed } from "@/testing/xml-schema";

const FACTS = {
  title: "Losses by month – “category”",
  alternative: "Columns of losses, where March is largest.",
  rule: "US$ million, gross",
  source: "Lossline, version 1",
  address: "https://lossline.example/v/1/charts/monthly",
  shortId: "01Z8-5503",
  licence: "CC BY 4.0",
  publishedOn: "2026-01-02",
  language: "en" as const,
  log: null,
};

async function pdfOf(chart: keyof typeof EXAMPLE_CHARTS, query = "width=96mm") {
  const read = readImageOptions("pdf", new URLSearchParams(query));
  const model = EXAMPLE_CHARTS[chart];
  if (!read.ok || model === undefined) throw new Error("no such picture");
  const made = await outlinedSvg(posterSvg(model(), read.value));
  return Buffer.from(await pdfFile(made?.svg ?? "", FACTS));
}

/** What is drawn on the page, unpacked. */
function drawnIn(pdf: Buffer): string {
  const text = pdf.toString("latin1");
  const streams = [...text.matchAll(/\/FlateDecode\n>>\nstream\n/g)].map((match) => {
    const start = match.index + match[0].length;
    return unzlibSync(pdf.subarray(start, text.indexOf("\nendstream", start)));
  });
  return streams.map((stream) => Buffer.from(stream).toString("latin1")).join("\n");
}

test.each(Object.keys(EXAMPLE_CHARTS))(
  "%s is one page of its size, drawn with vectors and no font",
  async (chart) => {
    const pdf = await pdfOf(chart);
    const text = pdf.toString("latin1");
    expect(text.startsWith("%PDF-1.7")).toBe(true);
    const [, width, height] = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(text) ?? [];
    expect(Number(width)).toBeCloseTo((96 * 72) / 25.4, 1);
    expect(Number(height)).toBeCloseTo((85 * 72) / 25.4, 0);
    expect(text.match(/\/Type \/Page\n/g)).toHaveLength(1);
    expect(text).not.toMatch(/\/FontFile|\/Subtype \/(Type1|TrueType|Image)/);
    expect(drawnIn(pdf)).toMatch(/ c\n[\s\S]* f\n|f\n/);
  },
);

test("says what it is, to those who do not see it too, and holds no day but the version's", async () => {
  const text = (await pdfOf("monthly")).toString("latin1");
  expect(text).toContain(`/Alt (${FACTS.alternative})`);
  expect(text).toContain("/S /Figure");
  expect(text).toContain("/Lang (en)");
  expect(new Set(text.match(/D:\d+Z/g))).toEqual(new Set(["D:20260102000000Z"]));
  expect(text).toContain(FACTS.address);
});

test("names the log and says all else as XMP that can be read, where it is told what the log was", async () => {
  const read = readImageOptions("pdf", new URLSearchParams("width=96mm"));
  const model = EXAMPLE_CHARTS.monthly;
  if (!read.ok || model === undefined) throw new Error("no such picture");
  const { svg = "" } = (await outlinedSvg(posterSvg(model(), read.value))) ?? {};
  const root = "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=";
  const described = { ...FACTS, title: "Losses & <returns>" };
  const xmp = xmpPacket(described, { size: 12, root });
  const text = Buffer.from(
    await pdfFile(svg, { ...described, log: { text: `12 leaves, root ${root}`, xmp } }),
  ).toString("utf8");
  const [, place] = /\/Log (\d+) 0 R/.exec(text) ?? [];
  expect(text).toContain(`\n${place} 0 obj\n(12 leaves, root ${root})`);
  expect(text).toContain(`<rdf:li>Log of the record: 12 leaves, root ${root}</rdf:li>`);
  expect(text).toContain("Losses &amp; &lt;returns&gt;");
  const [packet = ""] = /<x:xmpmeta[\s\S]*<\/x:xmpmeta>/.exec(text) ?? [];
  expect(await isWellFormed(packet)).toBe(true);
  expect(await isWellFormed(packet.replace("&amp;", "&"))).toBe(false);
});

test("is the same bytes each time, also a second later", async () => {
  const first = await pdfOf("monthly");
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  expect((await pdfOf("monthly")).equals(first)).toBe(true);
});

test("draws each line of its grid, and hatches what is unfinished", async () => {
  const lines = (drawn: string) => drawn.match(/ l\n(?:[^\n]*\n){0,4}?S\n/g)?.length ?? 0;
  expect(lines(drawnIn(await pdfOf("largest")))).toBeGreaterThan(3);
  const svg = (fill: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="96mm" height="85mm" viewBox="0 0 96 85"><defs><pattern id="h"><line x1="1" y1="0" x2="1" y2="6" stroke="#ffffff"/></pattern></defs><rect x="0" y="0" width="60" height="60" fill="${fill}"/></svg>`;
  expect(drawnIn(Buffer.from(await pdfFile(svg("url(#h)"), FACTS)))).toContain("W n");
  expect(lines(drawnIn(Buffer.from(await pdfFile(svg("url(#h)"), FACTS))))).toBe(1);
});

test("each hatching has its own colour", async () => {
  const pattern = (id: string, colour: string) =>
    `<pattern id="${id}"><line x1="1" y1="0" x2="1" y2="6" stroke="${colour}"/></pattern>`;
  const svg = (fill: string) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="96mm" height="85mm" viewBox="0 0 96 85"><defs>${pattern("one", "#ff0000")}</defs><g><defs>${pattern("two", "#0000ff")}</defs><rect x="0" y="0" width="60" height="60" fill="url(#${fill})"/></g></svg>`;
  const drawn = async (fill: string) => drawnIn(Buffer.from(await pdfFile(svg(fill), FACTS)));
  expect(await drawn("one")).toMatch(/\b1 0 0 (?:SCN|RG)/);
  expect(await drawn("two")).toMatch(/\b0 0 1 (?:SCN|RG)/);
  await expect(drawn("three")).rejects.toThrow("knows no url(#three)");
});

test("what pictures of ours are not made of is refused", async () => {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9" viewBox="0 0 9 9"><image href="x"/></svg>`;
  await expect(pdfFile(svg, FACTS)).rejects.toThrow("knows no image");
});
