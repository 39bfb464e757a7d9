import { scaleLinear } from "d3-scale";

export interface AxisTick {
  value: number;
  label: string;
}

/** An axis of US dollars from zero, in one unit; the unit stands at its last tick. */
export interface MoneyAxis {
  /** US dollars at the axis's end. */
  max: number;
  ticks: AxisTick[];
  unit: "US$" | "US$ million" | "US$ billion";
}

const SCALES = [
  { from: 1e9, divisor: 1e9, suffix: "bn", unit: "US$ billion" },
  { from: 1e6, divisor: 1e6, suffix: "m", unit: "US$ million" },
  { from: 0, divisor: 1, suffix: "", unit: "US$" },
] as const;

const STEPS = 4;

/** An axis that holds `largest` US dollars, with round ticks. Nothing to hold gives an axis of zero alone. */
export function moneyAxis(largest: number): MoneyAxis {
  if (largest <= 0) return { max: 1, ticks: [{ value: 0, label: "$0" }], unit: "US$" };
  const scale = scaleLinear().domain([0, largest]).nice(STEPS);
  const values = scale.ticks(STEPS);
  const max = scale.domain()[1] ?? largest;
  const { divisor, suffix, unit } =
    SCALES.find((candidate) => largest >= candidate.from) ?? SCALES[2];
  const step = (values[1] ?? max) / divisor;
  const decimals = divisor === 1 ? 0 : Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const number = new Intl.NumberFormat("en-GB", {
    minimumFractionDigits: Number.isInteger(step * 10 ** decimals) ? decimals : decimals + 1,
    maximumFractionDigits: decimals + 1,
  });
  const ticks = values.map((value) => {
    if (value === 0) return { value, label: "0" };
    const text = number.format(value / divisor);
    return { value, label: value === values.at(-1) ? `$${text}${suffix}` : text };
  });
  return { max, ticks, unit };
}
