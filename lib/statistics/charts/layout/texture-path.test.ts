import { expect, test } from "vitest";
import { TEXTURES, textureAt } from "@/lib/statistics/charts/model/textures";
import { Dice } from "@/testing/random";
import { texturePath } from "./texture-path";

const boxesOf = (path: string) =>
  [...path.matchAll(/M([\d.-]+) ([\d.-]+)h([\d.-]+)v([\d.-]+)h-\3z/g)].map((box) =>
    box.slice(1).map(Number),
  );

test.each(TEXTURES)("%s stays within the part, whatever its size", (texture) => {
  const dice = new Dice(7);
  for (let tries = 0; tries < 300; tries++) {
    const [x, y] = [dice.fraction() * 900, dice.fraction() * 500];
    const [width, height] = [0.5 + dice.fraction() * 72, dice.fraction() ** 2 * 300];
    const path = texturePath(texture, { x, y, width, height });
    const boxes = boxesOf(path);
    expect(boxes.map(() => "M").length).toBe(path.split("M").length - 1);
    if (width < 6) continue;
    for (const [left = 0, top = 0, wide = 0, high = 0] of boxes) {
      expect(left).toBeGreaterThanOrEqual(x - 0.02);
      expect(left + wide).toBeLessThanOrEqual(x + width + 0.02);
      expect(top).toBeGreaterThanOrEqual(y - 0.02);
      expect(top + high).toBeLessThanOrEqual(y + height + 0.02);
    }
  }
});

test("each is another, on a column and in a key's swatch, and leaves most of the part dark", () => {
  for (const area of [
    { x: 3, y: 7, width: 12, height: 12 },
    { x: 50, y: 20, width: 40, height: 90 },
  ]) {
    const paths = TEXTURES.map((texture) => texturePath(texture, area));
    expect(new Set(paths).size).toBe(TEXTURES.length);
    for (const path of paths) {
      const light = boxesOf(path).reduce((sum, [, , wide = 0, high = 0]) => sum + wide * high, 0);
      expect(light / (area.width * area.height)).toBeLessThan(0.5);
    }
  }
  for (let place = 0; place < 20; place++) expect(textureAt(place)).not.toBe(textureAt(place + 1));
});
