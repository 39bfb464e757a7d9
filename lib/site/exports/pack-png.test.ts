import { inflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { deflateRows } from "@/lib/site/exports/deflate-rows.mjs";
import { packPng } from "@/lib/site/exports/pack-png.mjs";
import { Dice } from "@/testing/random";

/** The pixels of a PNG, each as red, green, blue and alpha; read by what PNG's standard says, not by how it is written. */
function pixelsOf(png: Uint8Array): { type: number; pixels: number[][] } {
  const bytes = Buffer.from(png);
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < bytes.length; at += 12 + bytes.readUInt32BE(at)) {
    const end = at + 8 + bytes.readUInt32BE(at);
    chunks.set(bytes.toString("latin1", at + 4, at + 8), bytes.subarray(at + 8, end));
  }
  const header = chunks.get("IHDR") ?? Buffer.alloc(13);
  const [width, height, type] = [header.readUInt32BE(0), header.readUInt32BE(4), header[9] ?? 0];
  const channels = { 2: 3, 3: 1, 6: 4 }[type] ?? 0;
  const rows = inflateSync(chunks.get("IDAT") ?? Buffer.alloc(0));
  const length = width * channels + 1;
  expect(rows.length).toBe(length * height);
  const pixels: number[][] = [];
  for (let y = 0; y < height; y++) {
    const filter = rows[y * length];
    for (let x = 0; x < width * channels; x++) {
      const at = y * length + 1 + x;
      if (filter === 2 && y > 0) rows[at] = (rows[at] ?? 0) + (rows[at - length] ?? 0);
    }
    for (let x = 0; x < width; x++) {
      const own = [
        ...rows.subarray(y * length + 1 + x * channels, y * length + 1 + (x + 1) * channels),
      ];
      const place = own[0] ?? 0;
      const named = [...(chunks.get("PLTE") ?? [])].slice(3 * place, 3 * place + 3);
      const alpha = chunks.get("tRNS")?.[place] ?? 255;
      pixels.push(type === 3 ? [...named, alpha] : channels === 3 ? [...own, 255] : own);
    }
  }
  return { type, pixels };
}

/** Pixels, multiplied by their alpha as a rasteriser gives them. */
function raster(width: number, height: number, colourAt: (x: number, y: number) => number[]) {
  const pixels = Buffer.alloc(4 * width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) {
      const [red = 0, green = 0, blue = 0, alpha = 255] = colourAt(x, y);
      const own = [red, green, blue].map((each) => Math.round((each * alpha) / 255));
      pixels.set([...own, alpha], 4 * (y * width + x));
    }
  return { pixels, width, height };
}

const allOf = (width: number, height: number, colourAt: (x: number, y: number) => number[]) =>
  Array.from({ length: width * height }, (_, at) => {
    const [red = 0, green = 0, blue = 0, alpha = 255] = colourAt(
      at % width,
      Math.floor(at / width),
    );
    return [red, green, blue, alpha];
  });

const CASES = {
  "one colour": [5, 3, () => [253, 252, 249], 3],
  "a few colours": [40, 30, (x: number, y: number) => [x % 7, y % 5, 9], 3],
  "as many as a palette holds": [16, 16, (x: number, y: number) => [x * 16, y * 16, 0], 3],
  "transparent and opaque": [
    20,
    20,
    (x: number, y: number) => (x < y ? [0, 0, 0, 0] : [9, 8, 7]),
    3,
  ],
  "rows as those above, wholly or in blocks that colours run out of": [
    900,
    40,
    (x: number, y: number) => [
      y % 8 < 5 ? 7 : (y * 3) % 11,
      x > 500 && x < 620 + y ? Math.floor(y / 3) : 4,
      x > 880 ? x % 6 : 2,
    ],
    3,
  ],
  "a photograph": [200, 90, (x: number, y: number) => [x, y * 2, (x * y) % 256], 2],
  "a translucent photograph": [
    90,
    90,
    (x: number, y: number) => [x * 2, y * 2, (x * y) % 256, 128 + ((x + y) % 128)],
    6,
  ],
} as const satisfies Record<string, [number, number, (x: number, y: number) => number[], number]>;

describe("a packed picture", () => {
  test.each(Object.entries(CASES))(
    "of %s holds each pixel as it was",
    (name, [width, height, colourAt, type]) => {
      const read = pixelsOf(packPng(raster(width, height, colourAt)));
      expect(read.type).toBe(type);
      const wanted = allOf(width, height, colourAt);
      // What was multiplied by its alpha comes back rounded.
      const rounding = name === "a translucent photograph" ? 1 : 0;
      for (const [at, own] of wanted.entries()) {
        const apart = own.map((each, channel) =>
          Math.abs(each - (read.pixels[at]?.[channel] ?? -99)),
        );
        expect(Math.max(...apart)).toBeLessThanOrEqual(rounding);
      }
    },
  );

  test("of a few colours with many shades at their edges moves the rarer a little, and areas not at all", () => {
    const area = (x: number, y: number) =>
      x < 200 ? [200, 30, 30] : y < 50 ? [253, 252, 249] : [20, 90, 160];
    const colourAt = (x: number, y: number) =>
      x % 10 === 0 && y % 10 === 0 ? [x % 256, (x + 3) % 256, (x + y / 10) % 256] : area(x, y);
    const { type, pixels } = pixelsOf(packPng(raster(400, 100, colourAt)));
    expect(type).toBe(3);
    for (const [at, wanted] of allOf(400, 100, colourAt).entries()) {
      const isEdge = at % 10 === 0 && Math.floor(at / 400) % 10 === 0;
      const apart = wanted.map((each, channel) => Math.abs(each - (pixels[at]?.[channel] ?? 0)));
      expect(Math.max(...apart)).toBeLessThanOrEqual(isEdge ? 12 : 0);
    }
  });

  test("is the same each time", () => {
    const [width, height, colourAt] = CASES["a photograph"];
    expect(packPng(raster(width, height, colourAt))).toEqual(
      packPng(raster(width, height, colourAt)),
    );
  });
});

describe("packed rows", () => {
  test("are what Node unpacks again, whatever they hold", () => {
    const random = new Dice(7);
    for (let round = 0; round < 150; round++) {
      const [rowLength, rows, shades] = [
        1 + random.below(600),
        random.below(300),
        1 + random.below(256),
      ];
      const steady = random.below(100);
      const data = new Uint8Array(rowLength * rows);
      for (let at = 0; at < data.length; at++)
        data[at] =
          random.below(100) < steady
            ? (data[at - (random.below(2) === 0 ? 1 : rowLength)] ?? 0)
            : random.below(shades);
      expect(Buffer.compare(inflateSync(deflateRows(data, rowLength)), data)).toBe(0);
    }
  });

  test("of very uneven letters have codes no longer than the format allows", () => {
    // Fibonacci's numbers make Huffman's codes as long as can be.
    const parts: number[] = [];
    for (let letter = 0, [one, next] = [1, 1]; letter < 26; letter++) {
      for (let count = 0; count < one; count++) parts.push(letter * 5 + (count % 2) * 130);
      [one, next] = [next, one + next];
    }
    const data = Uint8Array.from(parts);
    expect(Buffer.compare(inflateSync(deflateRows(data, 70_000)), data)).toBe(0);
  });
});
