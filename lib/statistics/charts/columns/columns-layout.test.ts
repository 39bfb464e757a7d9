import { describe, expect, it } from "vitest";
import { CHART_SIZES, NARROW, WIDE } from "@/lib/statistics/charts/layout/chart-sizes";
import { textWidth } from "@/lib/statistics/charts/layout/text-width";
import { exampleContext, exampleMonths, monthRow } from "@/testing/example-rows";
import { layoutColumns } from "./columns-layout";
import { monthlyLosses } from "./year-columns";

const plotOf = (rows = exampleMonths, through = "2023-09-15") =>
  monthlyLosses({ ...exampleContext, year: 2023, through, rows }).plot;

describe.each(CHART_SIZES)("layoutColumns, $name", (size) => {
  const drawing = layoutColumns(plotOf(), size);

  it("makes heights proportional to dollars, from zero", () => {
    const height = (key: string) => drawing.marks.find((mark) => mark.key === key)?.height ?? 0;
    expect(height("2023-07|unknown") / height("2023-07|wallet-compromise")).toBeCloseTo(
      126.3 / 107.3,
      6,
    );
    const pixels = drawing.area.bottom - drawing.area.top;
    expect(height("2023-07|unknown")).toBeCloseTo((126.3e6 / drawing.axis.max) * pixels, 6);
  });

  it("stacks without gaps or overlaps", () => {
    const july = drawing.marks.filter((mark) => mark.period === "2023-07");
    expect(july[0]?.y).toBeCloseTo(drawing.area.bottom - (july[0]?.height ?? 0), 6);
    expect((july[1]?.y ?? 0) + (july[1]?.height ?? 0)).toBeCloseTo(july[0]?.y ?? 0, 6);
  });

  it("draws a dollar as a speck, unknown sizes as words, and blank months not at all", () => {
    expect(drawing.marks.filter((mark) => mark.period === "2023-04")).toMatchObject([
      { height: 1, isSpeck: true },
    ]);
    expect(drawing.marks.some((mark) => mark.period === "2023-05" || mark.period > "2023-09")).toBe(
      false,
    );
    const words = drawing.labels.map((label) => label.text);
    expect(words).toContain(size === WIDE ? "unknown" : "?");
    expect(words).toContain("to 15");
  });

  it("keeps everything inside its size, and texts off one another", () => {
    const texts = [...drawing.labels, ...drawing.legend.flatMap((item) => item.texts)].map(
      (text) => {
        const width = textWidth(text.text, text.fontSize);
        const left =
          text.anchor === "start"
            ? text.x
            : text.anchor === "middle"
              ? text.x - width / 2
              : text.x - width;
        return { ...text, left, right: left + width, top: text.y - text.fontSize * 0.7 };
      },
    );
    for (const text of texts) {
      expect(text.left).toBeGreaterThanOrEqual(-0.5);
      expect(text.right).toBeLessThanOrEqual(size.width + 0.5);
      expect(text.y).toBeLessThanOrEqual(drawing.height);
      for (const other of texts) {
        if (other === text) continue;
        const apart =
          text.right <= other.left + 1 ||
          other.right <= text.left + 1 ||
          text.y <= other.top ||
          other.y <= text.top;
        expect(apart, `"${text.text}" and "${other.text}"`).toBe(true);
      }
    }
  });

  it("gives what is pressed 24 pixels at the smallest scale", () => {
    const smallest = size === WIDE ? 640 / WIDE.width : 288 / NARROW.width;
    for (const item of drawing.legend) expect(item.height * smallest).toBeGreaterThanOrEqual(24);
  });

  it("fits the axis to what is left when a series is switched off, in the same frame", () => {
    const part = layoutColumns(plotOf(), size, new Set(["unknown", "flash-loan"]));
    expect(part.area).toEqual(drawing.area);
    expect(part.height).toBe(drawing.height);
    expect(part.axis.max).toBeLessThan(drawing.axis.max);
    expect(part.marks.some((mark) => mark.series === "unknown")).toBe(false);
    expect(part.legend.map((item) => item.hidden)).toEqual([
      false,
      true,
      false,
      false,
      false,
      true,
    ]);
  });

  it("draws a year without incidents, and one tiny month beside a huge one", () => {
    const empty = layoutColumns(plotOf([]), size);
    expect(empty.marks).toEqual([]);
    expect(empty.labels.filter((label) => label.text === "0")).toHaveLength(9);
    const bybit = plotOf([
      monthRow("2023-02", "wallet-compromise", 1.46e9),
      monthRow("2023-03", "phishing", 900),
    ]);
    expect(layoutColumns(bybit, size).marks.map((mark) => mark.isSpeck)).toEqual([false, true]);
  });
});
