import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { STRENGTHS } from "@/lib/statistics/charts/heat/heat-key";
import { DARK_FROM } from "@/lib/statistics/charts/heat/heat-layout";
import { CATEGORIES } from "@/lib/values/taxonomy/taxonomy";

const css = readFileSync(path.resolve(import.meta.dirname, "../../../../app/globals.css"), "utf8");
const THEMES = ["light", "dark"] as const;
type Theme = (typeof THEMES)[number];

function colour(name: string, theme: Theme): string {
  const match = css.match(new RegExp(`--${name}: light-dark\\((#[0-9a-f]{6}), (#[0-9a-f]{6})\\)`));
  const value = match?.[theme === "light" ? 1 : 2];
  if (value === undefined) throw new Error(`--${name} is not a pair of colours`);
  return value;
}

/** Relative luminance and contrast as WCAG 2.2 defines them. */
function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const channel = Number.parseInt(hex.slice(start, start + 2), 16) / 255;
    return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(first: string, second: string): number {
  const [light = 0, dark = 0] = [luminance(first), luminance(second)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** A colour laid over another with so much strength. */
function blend(over: string, under: string, strength: number): string {
  const channels = [1, 3, 5].map((start) => {
    const [top, bottom] = [over, under].map((hex) =>
      Number.parseInt(hex.slice(start, start + 2), 16),
    );
    const mixed = Math.round((top ?? 0) * strength + (bottom ?? 0) * (1 - strength));
    return mixed.toString(16).padStart(2, "0");
  });
  return `#${channels.join("")}`;
}

const categories = CATEGORIES.map((term) => `cat-${term.value}`);
const series = [1, 2, 3, 4, 5].map((place) => `series-${place}`);
const bars = ["bar-whole", "bar-part", "bar-nobody"];
const parts = [...[1, 2, 3, 4, 5].map((rank) => `part-${rank}`), "part-other", "part-nobody"];

describe.each(THEMES)("chart colours, %s", (theme) => {
  const paper = colour("paper", theme);

  const later = [6, 7, 8, 9, 10].map((rank) => `part-${rank}`);
  it.each([...categories, ...series, ...bars, ...parts, ...later, "part-several", "chart-axis"])(
    "%s stands out from paper by 3:1",
    (name) => {
      expect(contrast(colour(name, theme), paper)).toBeGreaterThanOrEqual(3);
    },
  );

  it.each([...series, "series-muted", "chart-text", "muted", "ink"])(
    "%s is readable as text on paper",
    (name) => {
      expect(contrast(colour(name, theme), paper)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it("tells neighbours in a stack apart in grey, and all categories a little", () => {
    for (const [index, name] of categories.entries()) {
      for (const [place, other] of categories.slice(index + 1).entries()) {
        const least = place === 0 ? 1.5 : 1.15;
        expect(
          contrast(colour(name, theme), colour(other, theme)),
          `${name}, ${other}`,
        ).toBeGreaterThanOrEqual(least);
      }
    }
  });

  it.each(["accent", "chart-text"])("keeps what is written on cells of %s readable", (name) => {
    for (const strength of STRENGTHS) {
      const cell = blend(colour(name, theme), paper, strength);
      const text = strength >= DARK_FROM ? paper : colour("ink", theme);
      expect(contrast(cell, text), String(strength)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it("tells neighbouring parts apart in grey", () => {
    for (const [index, name] of parts.slice(0, -1).entries()) {
      const next = parts[index + 1] ?? name;
      expect(
        contrast(colour(name, theme), colour(next, theme)),
        `${name}, ${next}`,
      ).toBeGreaterThanOrEqual(1.3);
    }
  });

  it("tells the bars of wholes and parts apart in grey", () => {
    expect(contrast(colour("bar-whole", theme), colour("bar-part", theme))).toBeGreaterThanOrEqual(
      1.5,
    );
  });
});
