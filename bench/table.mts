import type { Measured, Measurement } from "./measurement.mjs";

const HEAD = ["", "median", "min", "max", "", "goal", "reached"];
const WIDTHS = [54, 9, 9, 9, 7, 7, 7];

/** The figures as lines for a terminal. */
export function tableOf({ title, notes, figures }: Measured): string {
  return [
    `\n${title}`,
    ...notes.map((note) => `  ${note}`),
    line(HEAD),
    ...figures.map((measurement) => line(cells(measurement))),
  ].join("\n");
}

function cells({ name, unit, spread, goal }: Measurement): string[] {
  return [
    name,
    ...[spread.median, spread.min, spread.max].map(digits),
    unit,
    goal?.text ?? "",
    goal === null ? "" : goal.reached ? "yes" : "NO",
  ];
}

function line(texts: readonly string[]): string {
  const padded = texts.map((text, column) => {
    const width = WIDTHS[column] ?? 0;
    return column === 0 || column > 3 ? text.padEnd(width) : text.padStart(width);
  });
  return `  ${padded.join(" ").trimEnd()}`;
}

/** Three digits that count; all of those before the point. */
function digits(value: number): string {
  if (value >= 1000) return Math.round(value).toLocaleString("en-GB");
  return value.toLocaleString("en-GB", { maximumSignificantDigits: 3 });
}
