import { expect, it } from "vitest";
import { shapedText } from "@/lib/site/exports/outlines/shaped-text.mjs";
import { fitName, textWidth } from "./text-width";

const TEXTS = [
  "Andean Medjedovic (charged, not tried)",
  "Contract exploit",
  "$1,602m confirmed to $2,031m suspected",
  "1 Jan – 31 Dec 2023",
  "Mr White Hat’s “Liquid” · 3 × …",
];

const ARABIC = [
  "الخسائر حسب الجهة المنسوبة إليها والعام",
  "أغسطس سبتمبر ديسمبر",
  "استغلال عقد ذكي",
  "48 حادثة، منها بقيمة غير معروفة: 4",
  "\u2068Bybit\u2069 1.46 مليار دولار",
  "الأيام لم تُغطَّ بعد؛ وليست صفراً",
];

// Letters are joined in more shapes than the table has.
it.each(ARABIC)(
  "is hardly less than HarfBuzz measures of “%s”, and not far above",
  async (text) => {
    for (const weight of [400, 600] as const) {
      const { width } = await shapedText(text, "sans", weight, "rtl");
      expect(textWidth(text, 1, weight) / width).toBeGreaterThan(0.96);
      expect(textWidth(text, 1, weight) / width).toBeLessThan(1.15);
    }
  },
);

// HarfBuzz also moves pairs of letters closer together, which a table of letters cannot.
it.each(TEXTS)("is what HarfBuzz measures of “%s”, to a hundredth", async (text) => {
  for (const weight of [400, 600] as const) {
    const { width } = await shapedText(text, "sans", weight);
    expect(Math.abs(textWidth(text, 1, weight) / width - 1)).toBeLessThan(0.01);
  }
});

it.each([60, 90, 120, 150, 200, 300])("cuts a name before its legal status, at %i", (width) => {
  const name = "Somebody Called So (charged, not tried)";
  const cut = fitName(name, width, 12);
  expect(textWidth(cut, 12)).toBeLessThanOrEqual(width);
  if (width >= 150) expect(cut).toMatch(/^S.*\(charged, not tried\)$/);
});
