import { describe, expect, test } from "vitest";
import { outlinedSvg } from "@/lib/site/exports/outlines/outlined-svg.mjs";
import { shapedText } from "@/lib/site/exports/outlines/shaped-text.mjs";
import { escapeXml } from "@/lib/values/text/escape-markup";
import { SCRIPT_SAMPLES } from "@/testing/script-samples";

const picture = (text: string, look = "") =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="400" height="60" viewBox="0 0 400 60" font-family="'Source Sans 3',sans-serif" style="font-variant-numeric:tabular-nums"><title>A</title><g font-size="20" fill="#111111"><text x="10" y="30"${look}>${escapeXml(text)}</text></g></svg>\n`;

const outlined = async (svg: string) => {
  const made = await outlinedSvg(svg);
  if (made === null) throw new Error("not outlined");
  return made;
};

/** Where the outlines of a picture with one text begin and end. */
function extentOf(svg: string): { left: number; right: number } {
  const starts = [...svg.matchAll(/M([\d.-]+) /g)].map(([, x]) => Number(x));
  return { left: Math.min(...starts), right: Math.max(...starts) };
}

describe.each(Object.entries(SCRIPT_SAMPLES))("%s", (_, text) => {
  test.each(["sans", "serif"] as const)(
    "has all its letters in the %s, in both weights",
    async (family) => {
      for (const weight of [400, 600] as const) {
        const { missing, glyphs } = await shapedText(text, family, weight);
        expect(missing).toEqual([]);
        expect(glyphs.every(({ glyph }) => glyph !== 0)).toBe(true);
        expect(glyphs.length).toBeGreaterThan(0);
      }
    },
  );

  test("is outlined, and its words stay findable", async () => {
    const { svg, missing } = await outlined(picture(text));
    expect(missing).toEqual([]);
    expect(svg).not.toMatch(/<text|font-/);
    expect(svg).toContain(`aria-label="${escapeXml(text)}"`);
    expect(svg).toMatch(/ d="M[^"]{40,}z"/);
  });
});

test("a letter that no font has is told of", async () => {
  expect((await outlined(picture("a\u{10fffd}b"))).missing).toContain("\u{10fffd}");
});

describe("right to left", () => {
  test("letters are joined: each has another shape than alone", async () => {
    const glyphsOf = async (text: string) =>
      (await shapedText(text, "sans", 400)).glyphs.map(({ glyph }) => glyph);
    const joined = await glyphsOf("ننن");
    const alone = await glyphsOf("ن");
    expect(new Set(joined).size).toBeGreaterThan(new Set(alone).size);
    const widths = await Promise.all(
      ["ننن", "ن"].map(async (text) => (await shapedText(text, "sans", 400)).width),
    );
    expect(widths[0]).toBeLessThan(2 * (widths[1] ?? 0));
  });

  test("the first letter is the rightmost, and Latin words and numbers within keep their order", async () => {
    const { glyphs } = await shapedText("אב 12 Bit", "sans", 400);
    const own = async (letter: string) => (await shapedText(letter, "sans", 400)).glyphs[0];
    const placeOf = async (letter: string) => {
      const wanted = await own(letter);
      return glyphs.findIndex(({ font, glyph }) => font === wanted?.font && glyph === wanted.glyph);
    };
    const places = await Promise.all(["1", "2", "ב", "א", "B", "i", "t"].map(placeOf));
    expect(places).toEqual(places.toSorted((one, other) => one - other));
    expect(places).not.toContain(-1);
  });
});

test("Han is drawn as in Japan or Korea beside their letters, and as in China alone", async () => {
  const fontOf = async (text: string) =>
    (await shapedText(text, "sans", 400)).glyphs[0]?.font.name.split(" ")[0];
  expect(await Promise.all(["取", "取ビット", "取비트"].map(fontOf))).toEqual([
    "noto-sans-sc",
    "noto-sans-jp",
    "noto-sans-kr",
  ]);
});

describe("what is outlined", () => {
  test("stands where the text stood, whichever its end it was placed by", async () => {
    const { width } = await shapedText("mmm", "sans", 400);
    const at = async (anchor: string) =>
      extentOf((await outlined(picture("mmm", ` text-anchor="${anchor}"`))).svg);
    const [start, middle, end] = [await at("start"), await at("middle"), await at("end")];
    expect(start.left - middle.left).toBeCloseTo((width * 20) / 2, 1);
    expect(start.left - end.left).toBeCloseTo(width * 20, 1);
  });

  test("ends at the other side where it is read from the right", async () => {
    const ends = async (text: string, direction: string) => {
      const { width } = await shapedText(text, "sans", 400);
      const { svg } = await outlined(picture(text, ` direction="${direction}"`));
      expect(svg).not.toContain("direction");
      return { width: width * 20, ...extentOf(svg) };
    };
    for (const text of ["mmm", "שלום שלום"]) {
      const [from, to] = [await ends(text, "ltr"), await ends(text, "rtl")];
      expect(from.left - to.left).toBeCloseTo(from.width, 1);
      expect(to.right).toBeLessThan(10);
    }
  });

  test.each([
    ["\u2068Bit\u2069 12 אב", "rtl", "בא12Bit"],
    ["אב \u2068Bit (x)\u2069: 12", "rtl", "12Bit(x)בא"],
    ["אב \u2066−5\u2069", "rtl", "−5בא"],
    ["Bit 12 אב", "ltr", "Bit12בא"],
  ] as const)(
    "orders what stands beside an isolated name by the line: %s",
    async (text, base, seen) => {
      const glyphOf = async (letter: string) => (await shapedText(letter, "sans", 400)).glyphs[0];
      const { glyphs } = await shapedText(text, "sans", 400, base);
      const wanted = await Promise.all(Array.from(seen, glyphOf));
      const isSeen = new Set(wanted.map((each) => `${each?.font.name} ${each?.glyph}`));
      const drawn = glyphs
        .map(({ font, glyph }) => `${font.name} ${glyph}`)
        .filter((each) => isSeen.has(each));
      expect(drawn).toEqual(wanted.map((each) => `${each?.font.name} ${each?.glyph}`));
    },
  );

  test("has what closes a line that is read from the right at its left", async () => {
    const glyphs = async (base: "ltr" | "rtl") =>
      (await shapedText("שלום!", "sans", 400, base)).glyphs.toSorted(
        (one, other) => one.x - other.x,
      );
    const mark = (await shapedText("!", "sans", 400)).glyphs[0]?.glyph;
    expect((await glyphs("ltr")).at(-1)?.glyph).toBe(mark);
    expect((await glyphs("rtl"))[0]?.glyph).toBe(mark);
  });

  test("keeps paint, title and everything that is no text", async () => {
    const svg = picture("A", ' fill="#abcdef"').replace("</g>", '<rect x="1" width="3"/></g>');
    const made = (await outlined(svg)).svg;
    expect(made).toContain('fill="#abcdef" d="M');
    expect(made).toContain('<g fill="#111111">');
    expect(made).toContain("<title>A</title>");
    expect(made).toContain('<rect x="1" width="3"/>');
    expect(made.endsWith("</svg>\n")).toBe(true);
  });

  test("is the same each time", async () => {
    const svg = picture(Object.values(SCRIPT_SAMPLES).join(" "));
    expect(await outlinedSvg(svg)).toEqual(await outlinedSvg(svg));
  });

  test.each([
    '<text x="1" y="2"><tspan>a</tspan></text>',
    '<text x="1" y="2" dominant-baseline="central">a</text>',
    '<text transform="translate(1 2)">a</text>',
    '<g font-size="12px"><text x="1" y="2">a</text></g>',
  ])("is nothing that is set in another way: %s", async (text) => {
    expect(await outlinedSvg(`<svg xmlns="http://www.w3.org/2000/svg">${text}</svg>`)).toBeNull();
  });
});
