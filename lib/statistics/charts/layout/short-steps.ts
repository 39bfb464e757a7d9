import { hundredth } from "@/lib/statistics/charts/layout/geometry";

const POINT = /([ML])(-?[\d.]+),(-?[\d.]+)/g;
const NUMBER = /^(-?)0\./;

/** A distance in hundredths, without the 0 before its point. */
function distance(from: number, to: number): string {
  return String(hundredth(to - from)).replace(NUMBER, "$1.");
}

/**
 * A path of straight lines between absolute points, rewritten as distances: the same points in half the
 * letters where most lines are level or upright.
 */
export function shortSteps(path: string): string {
  let short = "";
  let [x, y] = [0, 0];
  for (const [, command, toX, toY] of path.matchAll(POINT)) {
    const [nextX, nextY] = [Number(toX), Number(toY)];
    if (command === "M") short += `M${toX},${toY}`;
    else if (nextY === y) short += nextX === x ? "" : `h${distance(x, nextX)}`;
    else if (nextX === x) short += `v${distance(y, nextY)}`;
    else short += `l${distance(x, nextX)},${distance(y, nextY)}`;
    [x, y] = [nextX, nextY];
  }
  return short;
}
