import { expect, test } from "vitest";
import { greyOf, numberedParts } from "@/lib/statistics/charts/model/grey-palette";
import { PALETTE } from "@/lib/statistics/charts/model/palette";

type Colour = keyof typeof PALETTE;

/** Relative luminance as WCAG 2.2 defines it. */
function luminance(hex: string): number {
  const channel = Number.parseInt(hex.slice(1, 3), 16) / 255;
  return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
}

function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const named = (prefix: string) =>
  (Object.keys(PALETTE) as Colour[]).filter((name) => name.startsWith(prefix));

test.each(Object.keys(PALETTE) as Colour[])("%s is a grey", (name) => {
  expect(greyOf(name)).toMatch(/^#([0-9a-f]{2})\1\1$/);
});

/** What is muted recedes, and need not be told apart. */
const isMuted = (name: string) => name === "--part-muted";

test.each(
  [...named("--cat-"), ...named("--part-"), ...named("--bar-"), ...named("--series-")].filter(
    (name) => !isMuted(name) && !numberedParts([name]).length,
  ),
)("%s stands out from white by 3:1", (name) => {
  expect(contrast(greyOf(name), greyOf("--paper"))).toBeGreaterThanOrEqual(3);
});

const NUMBERED = numberedParts(named("--part-"));
const stack = (...parts: Colour[]) =>
  [...parts, "--part-other", "--part-several", "--part-nobody"].map((name) =>
    greyOf(name as Colour, parts),
  );

test.each([
  ["categories", named("--cat-").map((name) => greyOf(name)), 2, 1.35],
  ["the first five parts", stack(...NUMBERED.slice(0, 5)), 1.5, 1.25],
  ["other parts", stack(...NUMBERED.slice(5).toReversed()), 1.5, 1.25],
  ["parts of both kinds", stack(...NUMBERED.filter((_, place) => place % 2 === 0)), 1.5, 1.25],
] as const)("neighbours among %s are apart, and all a little", (_, greys, neighbours, all) => {
  for (const grey of greys) expect(contrast(grey, "#ffffff")).toBeGreaterThanOrEqual(3);
  for (const [index, grey] of greys.entries())
    for (const [place, other] of greys.slice(index + 1).entries())
      expect(contrast(grey, other)).toBeGreaterThanOrEqual(place === 0 ? neighbours : all);
});

test.each(["--ink", "--muted", "--chart-text", ...named("--series-")] as Colour[])(
  "%s is readable as text",
  (name) => expect(contrast(greyOf(name), greyOf("--paper"))).toBeGreaterThanOrEqual(4.5),
);
