import { countryName } from "@/lib/record/actors/country";
import { FIGURE_SELECTION_TERMS } from "@/lib/record/figures/published-figure";
import { textOf, type Value } from "@/lib/record/history/value";
import { dateText, partialDateSchema } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import { formatQuantity } from "@/lib/values/quantities/quantity";
import {
  ATTRIBUTION_BASES,
  type Category,
  chainLabel,
  techniqueLabel,
  termLabel,
} from "@/lib/values/taxonomy/taxonomy";

// What single values mean, in words. Values may be as published or as typed; what was typed and does
// not read as what it should be is shown as it was typed.

/** The names of the records that slugs mean, by slug; where one is missing, the slug is shown. */
export type Names = Readonly<Record<string, string>>;

export type Say = (value: Value, names: Names) => string;

export const asText: Say = (value) => textOf(value);

export const asUsd: Say = (value) => {
  const amount = amountOf(value);
  if (amount === null) return textOf(value);
  const short = formatUsd(amount);
  // Three digits hide what a reviewer has to see.
  return readsAs(short) === amount ? short : exactUsd(amount);
};

/** An amount as published, or typed the way the desk writes it; null for what is typed in any other way. */
function amountOf(value: Value): number | null {
  if (typeof value === "number") return value;
  const text = textOf(value);
  return /^(\d+|\d{1,3}(,\d{3})+)(\.\d{1,2})?$/.test(text)
    ? Number(text.replaceAll(",", ""))
    : null;
}

/** The amount that three digits and a unit stand for. */
function readsAs(short: string): number {
  const [, digits = "", unit = ""] = /^\$([\d.,]+)(m|bn)?$/.exec(short) ?? [];
  const amount = Number(digits.replaceAll(",", ""));
  return Math.round(amount * (unit === "bn" ? 1e9 : unit === "m" ? 1e6 : 1) * 100) / 100;
}

/** To the cent where there are cents. */
function exactUsd(usd: number): string {
  return Number.isInteger(usd)
    ? formatUsdExact(usd)
    : `$${usd.toLocaleString("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

/** How much an amount grew: `+$15.7m`, `−$200,000`; null where either is no amount. */
export function growth(before: Value, after: Value): string | null {
  const [was, is] = [amountOf(before), amountOf(after)];
  if (was === null || is === null) return null;
  const cents = Math.round(is * 100) - Math.round(was * 100);
  return `${cents < 0 ? "−" : "+"}${asUsd(Math.abs(cents) / 100, {})}`;
}

export const asQuantity: Say = (value) => {
  const text = textOf(value);
  return /^\d+(?:\.\d+)?$/.test(text) ? formatQuantity(text) : text;
};

export const asDate: Say = (value) => {
  const text = textOf(value);
  return partialDateSchema.safeParse(text).success ? dateText(text) : text;
};

export const asTerm: Say = (value) => termLabel(textOf(value) as Category);

export const asSelection: Say = (value) => {
  const text = textOf(value);
  return FIGURE_SELECTION_TERMS.find((term) => term.value === text)?.label ?? text;
};

export const asBasis: Say = (value) => {
  const text = textOf(value);
  return ATTRIBUTION_BASES.find((basis) => basis.value === text)?.label ?? text;
};

export const asTechnique: Say = (value) => techniqueLabel(textOf(value));

export const asChain: Say = (value) => chainLabel(textOf(value));

export const asCountry: Say = (value) => {
  const text = textOf(value);
  return /^[A-Z]{2}$/.test(text) ? countryName(text) : text;
};

export const asNamed: Say = (value, names) => {
  const slug = textOf(value);
  return names[slug] ?? slug;
};

export const asYes: Say = (value) =>
  value === true || ["true", "on", "yes"].includes(textOf(value)) ? "yes" : "";
