import { crc32 } from "node:zlib";
import { expect, test } from "vitest";
import { withMetadata } from "@/lib/site/exports/png-metadata";
import { Rasteriser } from "@/lib/site/exports/rasteriser";
import { escapeXml } from "@/lib/values/text/escape-markup";
import { SCRIPT_SAMPLES } from "@/testing/script-samples";

const SVG = `<svg xmlns="http://www.w3.org/2000/svg" width="40" height="20"><rect width="40" height="20" fill="#ffffff"/><text x="2" y="15" font-size="14" font-family="Nowhere, sans-serif">Ag</text></svg>`;
const SIZE = { width: 40, height: 20, scale: 2 };
const FACTS = {
  title: "Losses <by> month & “category”",
  alternative: "Columns, where March is largest.",
  rule: "US$ million, gross",
  source: "Lossline, version 1",
  address: "https://lossline.example/v/1/charts/monthly?year=2023&through=2023-12-31",
  shortId: "01Z8-5503",
  log: { size: 4695, root: "WFW/RL9D93O0NwjIAkvKEPHMIfSEwm+SqZ28Au+UtQo=" },
  pixelsAnInch: 144,
};

/** The chunks of a PNG, each checked. */
function chunksOf(png: Uint8Array): { type: string; data: Buffer }[] {
  const bytes = Buffer.from(png);
  expect(bytes.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  const chunks = [];
  for (let at = 8; at < bytes.length; ) {
    const length = bytes.readUInt32BE(at);
    const body = bytes.subarray(at + 4, at + 8 + length);
    expect(bytes.readUInt32BE(at + 8 + length)).toBe(crc32(body));
    chunks.push({ type: body.toString("latin1", 0, 4), data: body.subarray(4) });
    at += 12 + length;
  }
  return chunks;
}

test("an SVG becomes the same PNG on each thread, with its text drawn", async () => {
  const [one, other] = [new Rasteriser(1), new Rasteriser(1)];
  const png = await one.draw(SVG, SIZE);
  expect(await other.draw(SVG, SIZE)).toEqual(png);
  const chunks = chunksOf(png);
  const header = chunks[0]?.data;
  expect([header?.readUInt32BE(0), header?.readUInt32BE(4)]).toEqual([80, 40]);
  const colours = chunks.find(({ type }) => type === "PLTE")?.data;
  expect(colours?.some((byte) => byte > 100 && byte < 200)).toBe(true);
});

test("a PNG has the outlines of every script, and empty boxes only for what no font has", async () => {
  const drawing = new Rasteriser(1);
  const lines = (texts: readonly string[]) =>
    `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="500"><g font-size="20">${texts.map((text, line) => `<text x="9" y="${30 * (line + 1)}">${escapeXml(text)}</text>`).join("")}</g></svg>`;
  const size = { width: 400, height: 500, scale: 1 };
  const texts: string[] = Object.values(SCRIPT_SAMPLES);
  const svg = lines(texts);
  const outlined = await drawing.withoutFonts(svg, "outlined");
  expect(outlined).not.toContain("<text");
  expect(await drawing.draw(svg, size)).toEqual(await drawing.draw(outlined, size));
  for (const [line, text] of texts.entries()) {
    const boxes = text.replace(/\S/gu, "\u{10fffd}");
    expect(await drawing.draw(lines(texts.with(line, boxes)), size)).not.toEqual(
      await drawing.draw(svg, size),
    );
  }
});

test("what is no SVG is refused, and the next is drawn all the same", async () => {
  const drawing = new Rasteriser(1);
  await expect(drawing.draw("<p>no</p>", SIZE)).rejects.toThrow("could not be drawn");
  await expect(drawing.draw(SVG, SIZE)).resolves.toBeInstanceOf(Uint8Array);
});

test("a picture says what it is", async () => {
  const png = withMetadata(await new Rasteriser(1).draw(SVG, SIZE), FACTS);
  const chunks = chunksOf(png);
  expect(chunks.map(({ type }) => type).slice(0, 2)).toEqual(["IHDR", "pHYs"]);
  const order = ["sRGB", "PLTE", "IDAT"].map((type) =>
    chunks.findIndex((each) => each.type === type),
  );
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  expect(order).not.toContain(-1);
  expect(chunks.at(-1)?.type).toBe("IEND");
  const texts = chunks
    .filter(({ type }) => type === "iTXt")
    .map(({ data }) => data.toString("utf8"));
  const xmp = texts.find((text) => text.startsWith("XML:com.adobe.xmp\0")) ?? "";
  expect(xmp).toContain("Losses &lt;by&gt; month &amp; “category”");
  expect(xmp).toContain(FACTS.alternative);
  expect(xmp).toContain("01Z8-5503");
  expect(texts).toContain(`Log\0\0\0\0\0${FACTS.log.size} leaves, root ${FACTS.log.root}`);
  expect(texts).toContain(`Description\0\0\0\0\0${FACTS.alternative}`);
  expect(texts.join()).toContain(FACTS.address);
});

test("says in a picture's metadata what is the publisher's, and keeps what is ours", () => {
  const publisher = {
    headline: "Who <took> it?",
    subtitle: null,
    credit: "The Paper",
    ownAlternative: "Columns, generated.",
    whose: "Headline: the publisher’s; data: Lossline",
    whoseInFull: "Headline: the publisher’s; data: Lossline, version 1",
  };
  const bare = new Uint8Array([...new Uint8Array(33), ...new Uint8Array(12)]);
  const xmpOf = (facts: typeof FACTS) => Buffer.from(withMetadata(bare, facts)).toString("utf8");
  const [plain, own] = [xmpOf(FACTS), xmpOf({ ...FACTS, publisher } as typeof FACTS)];
  expect(own).toContain("<photoshop:Headline>Who &lt;took&gt; it?</photoshop:Headline>");
  expect(own).toContain("<photoshop:Credit>The Paper / Lossline</photoshop:Credit>");
  expect(own).toContain(
    `<photoshop:Instructions>${publisher.whoseInFull}</photoshop:Instructions>`,
  );
  expect(own).toContain("Columns, generated.");
  expect(own).toContain(`Comment\0\0\0\0\0${FACTS.rule}. ${publisher.whoseInFull}`);
  expect(plain).not.toMatch(/photoshop:(Headline|Instructions)|ExtDescr|publisher/);
  for (const words of ["Losses &lt;by&gt; month", FACTS.address, FACTS.shortId, FACTS.source])
    expect(own).toContain(words);
});
