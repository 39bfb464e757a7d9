import { describe, expect, it } from "vitest";
import { textWidth } from "./text-width";
import { withDatesWhole, wrapText, wrapUnspaced } from "./text-wrap";

it("breaks no date, and no number from what it counts", () => {
  expect(withDatesWhole("Losses by day, 1 Jan 2022 – 15 Sep 2023")).toBe(
    "Losses by day, 1\u00a0Jan\u00a02022\u00a0–\u00a015\u00a0Sep\u00a02023",
  );
  expect(withDatesWhole("v12 of 412 thefts in Q3 2023, 20235 more")).toBe(
    "v12 of 412\u00a0thefts in Q3 2023, 20235 more",
  );
});

describe("wrapText", () => {
  it("breaks at spaces, and loses nothing", () => {
    const text = "The dashed month is counted through 15 September 2023; later months are blank.";
    const lines = wrapText(text, 150, 12);
    expect(lines.length).toBeGreaterThan(2);
    expect(lines.join(" ")).toBe(text);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(150);
  });

  it("breaks an address where addresses are read to break, and keeps every character", () => {
    const address =
      "https://lossline.example/v/412/charts/monthly?year=2023&through=2023-09-15&by=actor";
    const lines = wrapText(address, 160, 12);
    expect(lines.join("")).toBe(address);
    expect(lines[0]?.at(-1)).toMatch(/[/&?=.-]/);
    for (const line of lines) expect(textWidth(line, 12)).toBeLessThanOrEqual(160);
  });

  it("breaks what must stay together only where it alone is too wide, and then between words", () => {
    const lines = wrapText("1\u00a0Jan\u00a02022\u00a0–\u00a015\u00a0Sep\u00a02023", 60, 12);
    expect(lines.map((line) => line.trim())).toEqual([
      "1\u00a0Jan\u00a02022",
      "–\u00a015\u00a0Sep",
      "2023",
    ]);
  });

  it("keeps what must stay together, and has no line for no text", () => {
    expect(wrapText("15\u00a0Sep 2023", 40, 12)[0]).toBe("15\u00a0Sep");
    expect(wrapText("", 100, 12)).toEqual([]);
    expect(wrapText("W", 1, 12)).toEqual(["W"]);
  });
});

describe("a text without spaces between words", () => {
  const TEXT =
    "每起事件按指名该行为者或其组成部分的最确定的说法计入：“已确认”由政府、法院或窃贼本人确认；North Korea 的2.50亿美元（已确认）至3.30亿美元（有嫌疑），2023年1月1日–9月15日。";

  it.each([80, 120, 160, 200, 333, 500])(
    "keeps all of it within %d pixels, and no mark alone",
    (width) => {
      const lines = wrapUnspaced(TEXT, width, 12);
      expect(lines.join("").replaceAll(" ", "")).toBe(TEXT.replaceAll(" ", ""));
      for (const line of lines) {
        expect(textWidth(line, 12)).toBeLessThanOrEqual(width);
        expect(line).not.toMatch(/^[、。，：；！？）”]|[（“]$/u);
        expect(line).not.toMatch(/^orth|Nort$|Kore$/);
      }
    },
  );
});
