import { scaleLinear } from "d3-scale";
import { groupThousands } from "@/lib/values/money/usd";
import type { AmountKind } from "./amount";
import { type AmountUnit, type MoneyUnit, moneyUnit, UNITS } from "./amount-unit";

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
  unit: AmountUnit;
}

const STEPS = 4;

/**
 * An axis that holds `largest` US dollars, with round ticks. Nothing to hold gives an axis of zero alone.
 * @param unit that of the ticks, and of every amount beside them
 */
export function moneyAxis(largest: number, unit: MoneyUnit = moneyUnit([largest])): AmountAxis {
  const linear = { kind: "usd", isLog: false, min: 0, unit } as const;
  if (largest <= 0) return { ...linear, max: 1, ticks: [{ value: 0, label: "$0" }] };
  const scale = scaleLinear().domain([0, largest]).nice(STEPS);
  const values = scale.ticks(STEPS);
  const max = scale.domain()[1] ?? largest;
  const { divisor, suffix } = UNITS[unit];
  const step = (values[1] ?? max) / divisor;
  const decimals = divisor === 1 ? 0 : Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const digits = Number.isInteger(step * 10 ** decimals) ? decimals : decimals + 1;
  const ticks = values.map((value) => {
    if (value === 0) return { value, label: "0" };
    const [whole = "", fraction] = (value / divisor).toFixed(digits).split(".");
    const text = groupThousands(whole) + (fraction === undefined ? "" : `.${fraction}`);
    return { value, label: value === values.at(-1) ? `$${text}${suffix}` : text };
  });
  return { ...linear, max, ticks };
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

/**
 * A linear axis from zero that holds `largest` of a kind.
 * @param beside the other amounts that are written beside the axis, which all have its unit
 */
export function amountAxis(
  kind: AmountKind,
  largest: number,
  beside: readonly (number | null)[] = [],
): AmountAxis {
  return kind === "usd" ? moneyAxis(largest, moneyUnit([largest, ...beside])) : countAxis(largest);
}

/**
 * The axis for what is left when parts are switched off: it fits that, and keeps its unit. One of shares or powers of ten
 * stays as it is.
 */
export function fittedAxis(axis: AmountAxis, largest: number): AmountAxis {
  const { kind, unit } = axis;
  if (axis.isLog || unit === "%") return axis;
  return kind === "usd" && unit !== "incidents" ? moneyAxis(largest, unit) : countAxis(largest);
}

/** An axis of percent that holds `largest`, and all 100 where that is nearly it. */
export function shareAxis(kind: AmountKind, largest = 100): AmountAxis {
  const scale = scaleLinear()
    .domain([0, Math.min(100, largest)])
    .nice(STEPS);
  const max = largest <= 0 ? 100 : Math.min(100, scale.domain()[1] ?? 100);
  const values = max === 100 ? [0, 25, 50, 75, 100] : scale.ticks(STEPS);
  return {
    kind,
    isLog: false,
    min: 0,
    max,
    unit: "%",
    ticks: values.map((value) => ({ value, label: value === 0 ? "0" : `${value}%` })),
  };
}

/** An axis of percent of something else than a whole, which may be more than 100: more came back than was lost. */
export function rateAxis(largest: number): AmountAxis {
  if (largest <= 100) return shareAxis("usd", largest);
  const scale = scaleLinear().domain([0, largest]).nice(STEPS);
  return {
    kind: "usd",
    isLog: false,
    min: 0,
    max: scale.domain()[1] ?? largest,
    unit: "%",
    ticks: scale
      .ticks(STEPS)
      .map((value) => ({ value, label: value === 0 ? "0" : `${groupThousands(String(value))}%` })),
  };
}

/** A logarithmic axis that holds the amounts of a kind: of whole powers of ten. */
export function logAxis(kind: AmountKind, smallest: number, largest: number): AmountAxis {
  const axis = logMoneyAxis(smallest, largest);
  if (kind === "usd") return axis;
  return {
    ...axis,
    kind,
    unit: "incidents",
    ticks: axis.ticks.map(({ value }) => ({ value, label: groupThousands(value.toFixed(0)) })),
  };
}

/** More powers of ten than this and the small ones crowd out the large. */
const MOST_DECADES = 7;

/** A power of ten in the axis's unit: `0.001`, `1,000`. */
function decadeLabel(power: number, unit: MoneyUnit): string {
  const inUnit = power - Math.round(Math.log10(UNITS[unit].divisor));
  return inUnit < 0 ? (10 ** inUnit).toFixed(-inUnit) : groupThousands((10 ** inUnit).toFixed(0));
}

/** A logarithmic axis of whole powers of ten that holds `largest`, and `smallest` where it is not far below. */
export function logMoneyAxis(smallest: number, largest: number): AmountAxis {
  const last = Math.max(1, Math.ceil(Math.log10(Math.max(1, largest)) - 1e-9));
  const first = Math.max(
    0,
    last - MOST_DECADES,
    Math.min(last - 1, Math.floor(Math.log10(Math.max(1, smallest)) + 1e-9)),
  );
  const powers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const unit: MoneyUnit = last >= 6 ? "US$ million" : "US$";
  return {
    kind: "usd",
    isLog: true,
    unit,
    min: 10 ** first,
    max: 10 ** last,
    ticks: powers.map((power) => {
      const label = decadeLabel(power, unit);
      return {
        value: 10 ** power,
        label: power === last ? `$${label}${UNITS[unit].suffix}` : label,
      };
    }),
  };
}
