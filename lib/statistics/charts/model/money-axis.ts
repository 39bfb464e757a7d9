import { scaleLinear } from "d3-scale";
import { groupThousands } from "@/lib/values/money/usd";
import type { AmountKind } from "./amount";

export interface AxisTick {
  value: number;
  label: string;
}

/** An axis of amounts in one unit, which is at its last tick. */
export interface AmountAxis {
  kind: AmountKind;
  /** Linear axes begin at zero; a logarithmic one at a power of ten. */
  isLog: boolean;
  min: number;
  /** The amount at the axis's end. */
  max: number;
  ticks: AxisTick[];
  unit: "US$" | "US$ million" | "US$ billion" | "incidents";
}

const SCALES = [
  { from: 1e9, divisor: 1e9, suffix: "bn", unit: "US$ billion" },
  { from: 1e6, divisor: 1e6, suffix: "m", unit: "US$ million" },
  { from: 0, divisor: 1, suffix: "", unit: "US$" },
] as const;

const STEPS = 4;

/** An axis that holds `largest` US dollars, with round ticks. Nothing to hold gives an axis of zero alone. */
export function moneyAxis(largest: number): AmountAxis {
  const linear = { kind: "usd", isLog: false, min: 0 } as const;
  if (largest <= 0) return { ...linear, max: 1, ticks: [{ value: 0, label: "$0" }], unit: "US$" };
  const scale = scaleLinear().domain([0, largest]).nice(STEPS);
  const values = scale.ticks(STEPS);
  const max = scale.domain()[1] ?? largest;
  const { divisor, suffix, unit } =
    SCALES.find((candidate) => largest >= candidate.from) ?? SCALES[2];
  const step = (values[1] ?? max) / divisor;
  const decimals = divisor === 1 ? 0 : Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const digits = Number.isInteger(step * 10 ** decimals) ? decimals : decimals + 1;
  const ticks = values.map((value) => {
    if (value === 0) return { value, label: "0" };
    const [whole = "", fraction] = (value / divisor).toFixed(digits).split(".");
    const text = groupThousands(whole) + (fraction === undefined ? "" : `.${fraction}`);
    return { value, label: value === values.at(-1) ? `$${text}${suffix}` : text };
  });
  return { ...linear, max, ticks, unit };
}

/** An axis that holds `largest` incidents, with whole ticks. */
function countAxis(largest: number): AmountAxis {
  const linear = { kind: "incidents", isLog: false, min: 0, unit: "incidents" } as const;
  if (largest <= 0) return { ...linear, max: 1, ticks: [{ value: 0, label: "0" }] };
  const scale = scaleLinear().domain([0, largest]).nice(STEPS);
  const values = scale.ticks(STEPS).filter(Number.isInteger);
  return {
    ...linear,
    max: Math.max(scale.domain()[1] ?? largest, values.at(-1) ?? 0),
    ticks: values.map((value) => ({ value, label: value.toLocaleString("en-GB") })),
  };
}

/** A linear axis from zero that holds `largest` of a kind. */
export function amountAxis(kind: AmountKind, largest: number): AmountAxis {
  return kind === "usd" ? moneyAxis(largest) : countAxis(largest);
}

/** More powers of ten than this and the small ones crowd out the large. */
const MOST_DECADES = 7;
const DECADE_LABELS = ["$1", "$10", "$100", "$1,000", "$10,000", "$100,000"];

function decadeLabel(power: number): string {
  if (power >= 9) return `$${10 ** (power - 9)}bn`;
  if (power >= 6) return `$${10 ** (power - 6)}m`;
  return DECADE_LABELS[power] ?? "$1";
}

/** A logarithmic axis of whole powers of ten that holds `largest`, and `smallest` where it is not far below. */
export function logMoneyAxis(smallest: number, largest: number): AmountAxis {
  const log = { kind: "usd", isLog: true, unit: "US$" } as const;
  const last = Math.max(1, Math.ceil(Math.log10(Math.max(1, largest)) - 1e-9));
  const first = Math.max(
    0,
    last - MOST_DECADES,
    Math.min(last - 1, Math.floor(Math.log10(Math.max(1, smallest)) + 1e-9)),
  );
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  return {
    ...log,
    min: 10 ** first,
    max: 10 ** last,
    ticks: powers.map((power) => ({ value: 10 ** power, label: decadeLabel(power) })),
  };
}
