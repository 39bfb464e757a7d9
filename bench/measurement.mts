import { type Spread, spreadOf } from "./samples.mjs";

/** What a figure ought to reach. */
export interface Goal {
  /** For people: "≥ 8". */
  text: string;
  reached: boolean;
}

/** One line of the table: a thing measured, or how two of them compare. */
export interface Measurement {
  name: string;
  unit: "req/s" | "ms" | "s" | "MB" | "kB" | "times" | "%" | "answers";
  spread: Spread;
  goal: Goal | null;
}

/** Figures that belong together. */
export interface Measured {
  title: string;
  /** What has to be known to read them; one sentence each. */
  notes: string[];
  figures: Measurement[];
}

/** A thing measured several times; a goal is about the median. */
export function measurement(
  name: string,
  unit: Measurement["unit"],
  values: readonly number[],
  bound: Bound | null = null,
): Measurement {
  const spread = spreadOf(values);
  return { name, unit, spread, goal: bound === null ? null : goalFor(bound, spread) };
}

/** A goal for a number: at least, or at most so much. */
export type Bound = { atLeast: number } | { atMost: number };

/** How many times one measurement is another, round by round; a goal is about the median. */
export function ratio(
  name: string,
  values: readonly number[],
  of: readonly number[],
  bound: Bound | null = null,
): Measurement {
  const ratios = values.map((value, round) => value / (of[round] ?? Number.NaN));
  return measurement(name, "times", ratios, bound);
}

function goalFor(bound: Bound, { median }: Spread): Goal {
  return "atLeast" in bound
    ? { text: `≥ ${bound.atLeast}`, reached: median >= bound.atLeast }
    : { text: `≤ ${bound.atMost}`, reached: median <= bound.atMost };
}
