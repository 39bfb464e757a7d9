import { expect, test } from "vitest";
import {
  EMBED_SIZE,
  embedWithin,
  type Room,
  thumbnailWithin,
} from "@/lib/site/citations/embed-size";

const SIDES = [null, 1, 100, 319, 320, 321, 500, 599, 600, 700, 760, 1000, 1200, 9000];
const ROOMS: Room[] = SIDES.flatMap((maxWidth) =>
  SIDES.map((maxHeight) => ({ maxWidth, maxHeight })),
);

test("an embed is never larger than the room that there is, nor than it needs", () => {
  for (const room of ROOMS) {
    const { width, height } = embedWithin(room);
    expect(width).toBeLessThanOrEqual(Math.min(room.maxWidth ?? 9999, EMBED_SIZE.width));
    expect(height).toBeLessThanOrEqual(Math.min(room.maxHeight ?? 9999, EMBED_SIZE.height));
  }
  expect(embedWithin({ maxWidth: null, maxHeight: null })).toEqual(EMBED_SIZE);
});

test("a thumbnail fits the room, can be drawn, and is left out where it cannot", () => {
  for (const room of ROOMS) {
    const size = thumbnailWithin(room);
    const least = Math.min(room.maxWidth ?? 9999, room.maxHeight ?? 9999);
    expect([room, size === null]).toEqual([room, least < 320]);
    if (size === null) continue;
    expect(size.width).toBeLessThanOrEqual(room.maxWidth ?? 1200);
    expect(size.height).toBeLessThanOrEqual(room.maxHeight ?? 675);
    expect(Math.min(size.width, size.height)).toBeGreaterThanOrEqual(320);
  }
});
