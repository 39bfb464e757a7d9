import type { ChartColour } from "@/lib/statistics/charts/model/chart-model";

/** What tells dots apart where colours do not: each category has a shape of its own on every chart. */
export type DotShape = "circle" | "square" | "triangle" | "diamond" | "pointer" | "cross";

const SHAPES: Readonly<Record<string, DotShape>> = {
  "--cat-contract-exploit": "circle",
  "--cat-flash-loan": "square",
  "--cat-wallet-compromise": "triangle",
  "--cat-phishing": "diamond",
  "--cat-exit-scam": "pointer",
  "--cat-unknown": "cross",
};

/** The shape of a dot or of dots: the one given, or else the one that goes with the colour. */
export function shapeOf({ colour, shape }: { colour: ChartColour; shape?: DotShape }): DotShape {
  return shape ?? SHAPES[colour] ?? "circle";
}

export function tenth(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

/**
 * A dot as a part of a path, as short as can be: a file holds thousands. A circle is a line of no length, to be drawn
 * with round ends as wide as the dot; a cross is two thin lines; the others are filled. All look equally large.
 */
export function dotPath(shape: DotShape, x: number, y: number, radius: number): string {
  const at = (right: number, down: number) =>
    `${tenth(x + right * radius)} ${tenth(y + down * radius)}`;
  const by = (share: number) => tenth(share * radius);
  if (shape === "circle") return `M${at(0, 0)}h0`;
  if (shape === "square") return `M${at(-0.88, -0.88)}h${by(1.76)}v${by(1.76)}h${by(-1.76)}z`;
  if (shape === "triangle") return `M${at(0, -1.25)}l${by(1.2)} ${by(2.1)}h${by(-2.4)}z`;
  if (shape === "pointer") return `M${at(0, 1.25)}l${by(1.2)} ${by(-2.1)}h${by(-2.4)}z`;
  if (shape === "diamond")
    return `M${at(0, -1.25)}l${by(1.25)} ${by(1.25)} ${by(-1.25)} ${by(1.25)} ${by(-1.25)} ${by(-1.25)}z`;
  return `M${at(-1, -1)}l${by(2)} ${by(2)}m0 ${by(-2)}l${by(-2)} ${by(2)}`;
}
