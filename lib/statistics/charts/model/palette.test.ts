import { readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { isPaletteColour, PALETTE } from "./palette";

const css = readFileSync(path.resolve(import.meta.dirname, "../../../../app/globals.css"), "utf8");
const defined = new Map(
  [...css.matchAll(/(--[a-z0-9-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\)/g)].map(
    ([, name = "", light, dark]) => [name, { light, dark }],
  ),
);

describe("the palette", () => {
  it.each(Object.entries(PALETTE))("has %s as the pages have it", (name, shades) => {
    expect(shades).toEqual(defined.get(name));
  });

  it("knows every colour that drawings can name", () => {
    const drawn = [...defined.keys()].filter((name) =>
      /^--(cat|series|part|bar|chart)-/.test(name),
    );
    expect(drawn.filter((name) => !isPaletteColour(name))).toEqual([]);
    expect(isPaletteColour("--toString")).toBe(false);
  });
});
