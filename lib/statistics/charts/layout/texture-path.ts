import type { Texture } from "@/lib/statistics/charts/model/textures";
import { hundredth } from "./geometry";

interface Area {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** From one line to the next, and how thick one is. */
const EVERY = 5;
const THICK = 1.2;
const DOT = 1.9;
const DASH = 4;
const BAND = { every: 8, thick: 3 };
/** What is left free at the edges, so that no part seems to end there. */
const EDGE = 0.8;

/**
 * A texture over a part as the data of one path, filled with the colour of the paper: plain shapes, which every program
 * draws alike where patterns differ. Empty where the part is too small for it.
 */
export function texturePath(texture: Texture, area: Area): string {
  switch (texture) {
    case "plain":
      return "";
    case "lines":
      return linesIn(area, EVERY, THICK);
    case "bands":
      return linesIn(area, BAND.every, BAND.thick);
    case "uprights":
      return uprightsIn(area);
    case "grid":
      return linesIn(area, EVERY, THICK) + uprightsIn(area);
    case "dots":
      return staggeredIn(area, DOT, DOT);
    case "dashes":
      return staggeredIn(area, DASH, THICK);
  }
}

function boxPath(x: number, y: number, width: number, height: number): string {
  const w = hundredth(width);
  return `M${hundredth(x)} ${hundredth(y)}h${w}v${hundredth(height)}h${-w}z`;
}

/** Where rows stand in a part: counted from the drawing's top, so that they go on in its neighbours. */
function rowsIn({ y, height }: Area, every: number, thick: number): number[] {
  const rows: number[] = [];
  const last = y + height - thick - EDGE;
  for (let row = Math.ceil((y + EDGE) / every) * every; row <= last; row += every) rows.push(row);
  return rows;
}

function linesIn(area: Area, every: number, thick: number): string {
  return rowsIn(area, every, thick)
    .map((row) => boxPath(area.x, row, area.width, thick))
    .join("");
}

function uprightsIn({ x, y, width, height }: Area): string {
  if (height <= 2 * EDGE) return "";
  const count = Math.max(1, Math.round(width / EVERY) - 1);
  return Array.from({ length: count }, (_, place) => {
    const middle = x + (width * (place + 1)) / (count + 1);
    return boxPath(middle - THICK / 2, y, THICK, height);
  }).join("");
}

/** Small boxes, every other row between those of the row above. */
function staggeredIn(area: Area, wide: number, high: number): string {
  const every = wide + EVERY - 1;
  const count = Math.max(1, Math.floor((area.width - EDGE) / every));
  const left = area.x + (area.width - count * every) / 2;
  return rowsIn(area, EVERY - 1, high)
    .flatMap((row) => {
      const isOdd = Math.round(row / (EVERY - 1)) % 2 === 1;
      return Array.from({ length: isOdd && count > 1 ? count - 1 : count }, (_, place) =>
        boxPath(
          left + every * (place + (isOdd && count > 1 ? 1 : 0.5)) - wide / 2,
          row,
          wide,
          high,
        ),
      );
    })
    .join("");
}
