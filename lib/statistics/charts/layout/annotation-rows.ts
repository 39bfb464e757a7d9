import type { ChartSize, Rule, TextMark } from "./geometry";
import { fitText, textWidth } from "./text-width";

/** A publisher's text above the plot, and the line that leads down to what it is about. */
export interface AnnotationMark {
  label: TextMark;
  leader: Rule;
}

interface Wanted {
  /** What it is about, and as far down as the line goes. */
  x: number;
  y: number;
  text: string;
}

const ROW = 1.3;
const SIZE = 0.9;

/** How high so many annotations stand, each in a row of its own. */
export function annotationHeight(count: number, size: ChartSize): number {
  return count * size.fontSize * ROW;
}

/**
 * Annotations in rows from a height downwards, the leftmost lowest, each ending at its line where it has room to the left
 * of that: so that no line runs through a text. One that has no room there stands over its line, which passes under others.
 */
export function annotationRows(
  wanted: readonly Wanted[],
  top: number,
  size: ChartSize,
): AnnotationMark[] {
  const fontSize = size.fontSize * SIZE;
  return wanted
    .toSorted((one, other) => other.x - one.x)
    .map(({ x, y, text }, row) => {
      const shown = fitText(text, size.width, fontSize, 600);
      const width = textWidth(shown, fontSize, 600);
      const right = Math.min(Math.max(x + 4, width), size.width);
      const base = top + size.fontSize * (ROW * row + 0.95);
      return {
        label: {
          x: right,
          y: base,
          text: shown,
          anchor: "end" as const,
          fontSize,
          tone: "ink" as const,
          strong: true,
        },
        leader: { x1: x, y1: base + fontSize * 0.3, x2: x, y2: Math.max(y, base + fontSize * 0.3) },
      };
    });
}
