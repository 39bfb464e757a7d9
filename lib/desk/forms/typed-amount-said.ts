import type { AmountToken } from "@/lib/desk/forms/typed-amount-tokens";
import { currenciesOf } from "@/lib/values/money/currency";

/** One sum, bound or range that a text speaks of, as plain decimals. */
export interface SaidAmount {
  /** The sum; null of a bound and of a range. */
  sum: string | null;
  /** Another reading of the sum's marks; null where there is none. */
  or: string | null;
  low: string | null;
  high: string | null;
  /** In US dollars because it says so, perhaps (it says nothing), in another money, or of an asset. */
  of: "dollars" | "unsaid" | { money: string } | { asset: string };
  /** Whether its range lacks a scale that can be told, or ends below its start. */
  wrong: string | null;
}

interface Sum {
  decimal: string;
  or: string | null;
  scaled: boolean;
  bare: string;
  bound: "lower" | "upper" | null;
  between: boolean;
  money: SaidAmount["of"];
  /** How it is joined to the one before. */
  joined: "to" | "and" | "or" | "beside" | null;
}

/** What the pieces of an amount say; or why they say nothing that can be taken. */
export function saidAmounts(tokens: readonly AmountToken[]): SaidAmount[] | { problem: string } {
  const sums = sumsOf(tokens);
  if ("problem" in sums) return sums;
  const said: SaidAmount[] = [];
  for (let at = 0; at < sums.length; at++) {
    const sum = sums[at];
    const next = sums[at + 1];
    if (sum === undefined) continue;
    const joins = next?.joined === "to" || (sum.between && next?.joined === "and");
    if (next !== undefined && joins) {
      said.push(rangeOf(sum, next));
      at++;
    } else said.push(alone(sum));
  }
  return said;
}

function alone({ decimal, or, bound, between, money }: Sum): SaidAmount {
  const is = bound ?? (between ? "lower" : null);
  return {
    sum: is === null ? decimal : null,
    or,
    low: is === "lower" ? decimal : null,
    high: is === "upper" ? decimal : null,
    of: money,
    wrong: null,
  };
}

function rangeOf(from: Sum, to: Sum): SaidAmount {
  // One scale stands for both ends, $1.2–1.4m, unless the lower one is written out already: $300,000,000–$400m.
  const high = sharing(to, from);
  const shared = sharing(from, to);
  const isWhole = Number(shared) > Number(high) && Number(from.decimal) > Number(high) / 1000;
  const low = isWhole ? from.decimal : shared;
  const wrong =
    from.or !== null || to.or !== null
      ? "holds a number that can be read in two ways; write its ends as in 53,000,000 and 70,000,000"
      : isOfTwo(from.money, to.money)
        ? "is a range in two moneys; write both of its ends in one"
        : Number(low) > Number(high)
          ? "is a range that ends below its start; write the lower end first, as in $53m–$70m"
          : null;
  return { sum: null, or: null, low, high, of: joinedMoney(from.money, to.money), wrong };
}

/** Whether one is in another money than the other: one rate would not convert both. */
function isOfTwo(one: SaidAmount["of"], other: SaidAmount["of"]): boolean {
  const names = [one, other].map((of) =>
    typeof of !== "object" ? of : "money" in of ? currenciesOf(of.money).join(" ") : "asset",
  );
  const isMoney = [one, other].some((of) => typeof of === "object" && "money" in of);
  return isMoney && !names.includes("unsaid") && names[0] !== names[1];
}

function sharing(one: Sum, other: Sum): string {
  if (one.scaled || !other.scaled || Number(one.bare) === 0) return one.decimal;
  const power = Number(other.decimal) / Number(other.bare);
  return plainProduct(one.decimal, Math.round(Math.log10(power)));
}

function plainProduct(decimal: string, power: number): string {
  const [whole = "", fraction = ""] = decimal.split(".");
  const digits = `${whole}${fraction.padEnd(power, "0")}`;
  const point = whole.length + power;
  const rest = digits.slice(point).replace(/0+$/, "");
  return rest === "" ? digits.slice(0, point) : `${digits.slice(0, point)}.${rest}`;
}

function joinedMoney(one: SaidAmount["of"], other: SaidAmount["of"]): SaidAmount["of"] {
  if (typeof one === "object") return one;
  if (typeof other === "object") return other;
  return one === "dollars" || other === "dollars" ? "dollars" : "unsaid";
}

/** Amounts one after the other, each with what stands before and behind it. */
function sumsOf(tokens: readonly AmountToken[]): Sum[] | { problem: string } {
  const sums: Sum[] = [];
  let next = fresh();
  /** The sum that what follows may belong to. */
  let last: Sum | null = null;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at + 1];
    switch (token.is) {
      case "number": {
        if (next.minus) return { problem: "must not be negative" };
        if (last !== null && next.joined === null) {
          const composed = composedOf(last, token, next.money);
          if (composed === null)
            return {
              problem: "is not a number that can be read; write it as in 54,300,000 or 54.3m",
            };
          last.decimal = composed;
          break;
        }
        last = {
          ...token,
          bound: next.bound,
          between: next.between,
          money: next.money,
          joined: next.joined,
        };
        sums.push(last);
        next = fresh();
        break;
      }
      case "dollars":
      case "money":
      case "word": {
        const of: SaidAmount["of"] =
          token.is === "money"
            ? { money: token.text }
            : token.is === "word"
              ? { asset: token.text }
              : "dollars";
        // Between two numbers it belongs to the one that it leads to, but a word to the one before it.
        const leads =
          last === null ||
          (token.is !== "word" && before?.is === "number" && last.money !== "unsaid");
        if (leads || last === null) next.money = strongest(next.money, of);
        else last.money = strongest(last.money, of);
        break;
      }
      case "lower":
      case "upper":
        next.bound = token.is;
        break;
      case "between":
        next.between = true;
        break;
      case "atLeast":
      case "atMost":
        if (last === null) next.bound = token.is === "atLeast" ? "lower" : "upper";
        else last.bound = token.is === "atLeast" ? "lower" : "upper";
        break;
      case "minus":
        next.minus = true;
        break;
      case "to":
      case "and":
      case "or":
      case "beside":
        next.joined = token.is;
        last = null;
        break;
      case "open":
        // What is in brackets is either about the sum before or a sum of its own.
        if (last === null && before?.is !== "hedge" && closesAtEnd(tokens, at))
          return { problem: "must not be negative; brackets around a sum mean that" };
        if (holdsNumber(tokens, at)) {
          next.joined = sums.length > 0 ? "beside" : null;
          last = null;
        }
        break;
      default:
        break;
    }
  }
  if (sums.length === 0) return { problem: "has no number in it; write it as in $54.3m" };
  // A bound behind a bracket or a comma: "$70m (at most)".
  const only = sums.length === 1 ? sums[0] : undefined;
  if (only !== undefined && only.bound === null) only.bound = next.bound;
  if (only !== undefined) only.money = strongest(only.money, next.money);
  return sums;
}

function fresh(): Pick<Sum, "bound" | "between" | "money" | "joined"> & { minus: boolean } {
  return { bound: null, between: false, money: "unsaid", joined: null, minus: false };
}

/** What is no dollars outweighs what is. */
function strongest(one: SaidAmount["of"], other: SaidAmount["of"]): SaidAmount["of"] {
  if (typeof one === "object" && typeof other === "object" && "asset" in one && "asset" in other)
    return { asset: `${one.asset} ${other.asset}` };
  return joinedMoney(one, other);
}

/** "1亿5000万", "12 million 500 thousand": a second number of a smaller scale is part of the first. */
function composedOf(
  last: Sum,
  next: Extract<AmountToken, { is: "number" }>,
  money: SaidAmount["of"],
): string | null {
  const smaller = Number(next.decimal) < Number(last.decimal) / Number(last.bare);
  if (!last.scaled || !next.scaled || money !== "unsaid" || !smaller) return null;
  if (!Number.isInteger(Number(last.decimal)) || !Number.isInteger(Number(next.decimal)))
    return null;
  return String(BigInt(last.decimal) + BigInt(next.decimal));
}

function closesAtEnd(tokens: readonly AmountToken[], open: number): boolean {
  const close = tokens.findIndex(({ is }, at) => at > open && is === "close");
  return close === tokens.length - 1 && tokens.slice(0, open).every(({ is }) => is !== "number");
}

function holdsNumber(tokens: readonly AmountToken[], open: number): boolean {
  const close = tokens.findIndex(({ is }, at) => at > open && is === "close");
  return tokens.slice(open, close < 0 ? undefined : close).some(({ is }) => is === "number");
}
