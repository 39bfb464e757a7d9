import type { Box } from "./label-box";

interface Point {
  x: number;
  y: number;
}

const WIDTH = 8;

/** Points by where they are from left to right, so that those within a box are found without a look at all others. */
export class PointStrips {
  private readonly strips: Point[][] = [];

  constructor(points: readonly Point[]) {
    for (const point of points) {
      const strip = stripOf(point.x);
      this.strips[strip] ??= [];
      this.strips[strip].push(point);
    }
  }

  /** How many lie within a box; where they are more than `most`, only that they are. */
  within({ bottom, left, right, top }: Box, most: number): number {
    let count = 0;
    const last = Math.min(stripOf(right), this.strips.length - 1);
    for (let strip = stripOf(left); strip <= last && count <= most; strip++) {
      for (const { x, y } of this.strips[strip] ?? [])
        if (x > left && x < right && y > top && y < bottom) count++;
    }
    return count;
  }
}

function stripOf(x: number): number {
  return Math.max(0, Math.floor(x / WIDTH));
}
