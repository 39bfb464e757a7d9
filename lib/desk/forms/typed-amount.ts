import { amountLabel, PART_LABEL } from "@/lib/desk/forms/amount-label";
import { dollars, grouped, writeDecimal, writeNumber } from "@/lib/desk/forms/number-text";
import { type SaidAmount, saidAmounts } from "@/lib/desk/forms/typed-amount-said";
import { amountTokens } from "@/lib/desk/forms/typed-amount-tokens";
import type {
  AmountPart,
  ForeignAmount,
  TypedAsset,
  TypedChoice,
} from "@/lib/desk/forms/typed-choice";
import { digitsForWords } from "@/lib/desk/forms/typed-number-words";
import { plainText, saysNothing } from "@/lib/desk/forms/typed-plain";
import { cents } from "@/lib/values/money/cents";
import { currenciesOf } from "@/lib/values/money/currency";
import { plainDecimal } from "@/lib/values/quantities/quantity";

/** What was made of an amount of US dollars as typed. */
export type UsdRead =
  | {
      /** US dollars to the cent; null stands for unknown. */
      value: number | null;
      /** What has to be settled, in words; null where it can only be read so. */
      asks: string | null;
      /** What was done to what was typed, in words: that it was rounded; null where nothing was. */
      note: string | null;
      /** What it can be, each to be taken by one key. */
      choices: TypedChoice[];
    }
  | {
      problem: string;
      choices: TypedChoice[];
      /** The amount in another money that it is; not given where it is none, or not a single one. */
      foreign?: ForeignAmount;
    };

/** What a token of one US dollar is called. */
const DOLLAR_TOKEN =
  /^(?:USDT|USDC(?:\.E)?|DAI|S?XDAI|BUSD|TUSD|USDP|FRAX|USDE|USDS|PYUSD|GUSD|LUSD|FDUSD|USDD|SUSD|MIM|USD0|CRVUSD|GHO)$/i;

/**
 * Reads US dollars as people write them: `$54.3m`, `USD 1.2bn`, `54 300 000`, `about $5k`, `350万美元`. Other moneys
 * are refused: the record keeps dollars at the time of the theft. A bound is never a sum, and a range is two.
 * @param part which end of the loss the field is; null of a sum without ends
 */
export function readUsd(typed: string, part: AmountPart | null = null): UsdRead {
  const text = plainText(typed);
  if (saysNothing(text)) return read(null);
  if (/^(?:nothing|none lost|zero|no loss(?:es)?)$/i.test(text)) return read(0);
  if (text.length > 100) return refused("is too long for an amount");
  const tokens = /\p{No}/u.test(text) ? null : amountTokens(digitsForWords(text));
  if (tokens === null)
    return refused("is not a number that can be read; write it as in 54,300,000 or 54.3m");
  const said = saidAmounts(tokens);
  if ("problem" in said) return refused(said.problem);
  return readSaid(said, part);
}

function readSaid(said: readonly SaidAmount[], part: AmountPart | null): UsdRead {
  const other = said.find(({ of }) => typeof of === "object");
  const own = said.filter(({ of }) => of === "dollars" || (other === undefined && of === "unsaid"));
  const [first, second] = own;
  if (first === undefined) return notDollars(other?.of ?? "unsaid", said, part);
  if (own.length + (other === undefined ? 0 : 1) < said.length || own.length > 2)
    return refused("holds more than one amount; write one, as in $54.3m");
  const wrong = own.find((each) => each.wrong !== null)?.wrong;
  if (wrong !== null && wrong !== undefined) return refused(wrong);
  if (second !== undefined) return bestWithRange(first, second, part);
  const answer = readOne(first, part);
  if (other === undefined || "problem" in answer || answer.asks !== null) return answer;
  return {
    ...answer,
    asks: `Is it the ${dollars(answer.value ?? 0)} that stand beside “${nameOf(other.of)}”?`,
    choices: [here(answer.value ?? 0, part), ...besideAsset(other, answer.value ?? 0, part)],
  };
}

/** The sum with the asset that stands beside it: "4,947 ETH ($7.9m)". Only a loss is of the theft's assets. */
function besideAsset(other: SaidAmount, value: number, part: AmountPart | null): TypedChoice[] {
  const asset = part === null ? null : assetOf(other, written(value));
  if (asset === null) return [];
  const choice = here(value, part);
  return [{ ...choice, label: `${choice.label}, and the asset ${nameOfAsset(asset)}`, asset }];
}

/** The row of an asset; null where the word behind the number is hardly a symbol. */
function assetOf({ of, sum }: SaidAmount, usd: string): TypedAsset | null {
  if (typeof of !== "object" || "money" in of || sum === null || !SYMBOL.test(of.asset))
    return null;
  return { symbol: of.asset, quantity: writeDecimal(plainDecimal(sum) ?? sum), usd };
}

/** As symbols of assets are written: ETH, stETH, $WIF, USDC.e. */
const SYMBOL =
  /^(?:[a-z]{0,3}\$?[A-Z0-9]{2,12}(?:\.[a-zA-Z]{1,3})?|eth|btc|bnb|sol|xrp|trx|dai|usd[tc])$/;

function nameOfAsset({ quantity, symbol }: TypedAsset): string {
  return `${grouped(quantity.replaceAll(",", ""))} ${symbol}`;
}

function nameOf(of: SaidAmount["of"]): string {
  return typeof of !== "object" ? "" : "money" in of ? of.money : of.asset.slice(0, 30);
}

function notDollars(
  of: SaidAmount["of"],
  said: readonly SaidAmount[],
  part: AmountPart | null,
): UsdRead {
  if (typeof of !== "object") return refused("has no number in it; write it as in $54.3m");
  // Of “4,947 ETH (€7.3m)”, what it was worth.
  const moneys = said.filter((each) => typeof each.of === "object" && "money" in each.of);
  const [money] = moneys;
  if (!("money" in of) && money !== undefined) return notDollars(money.of, moneys, part);
  const [only] = said.length === 1 ? said : [];
  if ("money" in of) {
    const wrong = said.find((each) => each.wrong !== null)?.wrong;
    if (wrong !== null && wrong !== undefined) return refused(wrong);
    const why = refused(
      `must be in US dollars at the time of the theft; “${of.money}” is another money`,
    );
    const foreign = foreignOf(said, currenciesOf(of.money));
    return foreign === null ? why : { ...why, foreign };
  }
  if (DOLLAR_TOKEN.test(of.asset) && only !== undefined && only.sum !== null) {
    const { value } = cents(only.sum);
    return refused(
      `is a quantity of ${of.asset}, which belongs to the assets; write ${written(value)} where that is what it was worth in US dollars`,
      [...asAsset(only, part), here(value, part), ...besideAsset(only, value, part)],
    );
  }
  const moved = only === undefined ? [] : asAsset(only, part);
  if (moved.length > 0)
    return refused(
      `is a quantity of ${of.asset}, which belongs to the assets; write here what it was worth in US dollars`,
      moved,
    );
  return refused(
    `ends in “${of.asset.slice(0, 30)}”, which is no amount of US dollars; write it as in $54.3m`,
  );
}

/**
 * An amount in another money, to be converted: one sum, bound or range, or a sum with its range. Null where it is none of
 * these, speaks of several moneys, or is a bound that could be read in two ways.
 */
function foreignOf(
  said: readonly SaidAmount[],
  currencies: readonly string[],
): ForeignAmount | null {
  const isOne = said.every(
    ({ sum, of, or, wrong }) =>
      (or === null || (sum !== null && said.length === 1)) &&
      wrong === null &&
      isOfMoney(of, currencies),
  );
  const sums = said.flatMap(({ sum }) => sum ?? []);
  const ranges = said.filter(({ sum }) => sum === null);
  if (currencies.length === 0 || !isOne || sums.length > 1 || ranges.length > 1) return null;
  const [best = null] = sums.map(plainDecimal);
  const [low = null] = ranges.map((range) => plainOf(range.low));
  const [high = null] = ranges.map((range) => plainOf(range.high));
  const ends = [low, best, high].filter((end) => end !== null);
  // Nothing is nothing in any money, and a sum lies within its range.
  const isOrdered = ends.every((end, at) => at === 0 || Number(ends[at - 1]) <= Number(end));
  const or = plainOf(said[0]?.or ?? null);
  return isOrdered && ends.some((end) => Number(end) > 0)
    ? { best, low, high, or, currencies }
    : null;
}

function plainOf(decimal: string | null): string | null {
  return decimal === null ? null : plainDecimal(decimal);
}

/** Whether it is said in that money; a number in brackets behind one says nothing and shares it: “€350m (300m–400m)”. */
function isOfMoney(of: SaidAmount["of"], currencies: readonly string[]): boolean {
  if (of === "unsaid") return true;
  return (
    typeof of === "object" &&
    "money" in of &&
    currenciesOf(of.money).join(" ") === currencies.join(" ")
  );
}

/** A quantity moved to the theft's assets: nothing of it is a sum of dollars. */
function asAsset(said: SaidAmount, part: AmountPart | null): TypedChoice[] {
  const asset = part === null ? null : assetOf(said, "");
  return asset === null
    ? []
    : [{ label: `The asset ${nameOfAsset(asset)}`, fills: { here: "" }, asset }];
}

/** "$350m (est. $300m–$400m)": a sum with its ends; or two sums, of which one has to be chosen. */
function bestWithRange(one: SaidAmount, other: SaidAmount, part: AmountPart | null): UsdRead {
  const sum = one.sum ?? other.sum;
  const range = one.sum === null ? one : other;
  if (one.sum !== null && other.sum !== null) {
    const values = [cents(one.sum).value, cents(other.sum).value];
    return values[0] === values[1]
      ? readOne(one, part)
      : refused(
          "holds more than one amount; write one, as in $54.3m",
          values.map((value) => here(value, part)),
        );
  }
  if (sum === null) return refused("holds more than one amount; write one, as in $54.3m");
  const best = cents(sum).value;
  const low = range.low === null ? null : cents(range.low).value;
  const high = range.high === null ? null : cents(range.high).value;
  if ((low !== null && low > best) || (high !== null && high < best))
    return refused(`holds ${dollars(best)} and a range that it is not in; write one of them`);
  const fills = {
    best: written(best),
    ...(low === null ? {} : { low: written(low) }),
    ...(high === null ? {} : { high: written(high) }),
  };
  return refused(
    `is a sum with its range: write ${dollars(best)} as the best estimate${low === null ? "" : `, ${dollars(low)} as the lowest`}${high === null ? "" : `, ${dollars(high)} as the highest`}`,
    part === null
      ? [here(best, null)]
      : [{ label: amountLabel({ best, low, high }), fills }, here(best, part)],
  );
}

function readOne({ sum, or, low, high }: SaidAmount, part: AmountPart | null): UsdRead {
  if (sum === null) return bounded(low, high, part);
  if (or !== null) return either(sum, or, part);
  const { value, rounded } = cents(sum);
  if (value > 0 || part !== "best") {
    const note = rounded ? `rounded from ${grouped(sum)}` : null;
    return { value, asks: null, note, choices: [] };
  }
  // Other tables write 0 for unknown; the record tells them apart.
  return {
    value: 0,
    asks: "Was nothing lost, or is it unknown? Write “nothing”, or leave it empty.",
    note: null,
    choices: [
      { label: "Nothing was lost", fills: { here: "nothing" } },
      { label: "Unknown", fills: { here: "" } },
    ],
  };
}

/** A sum whose marks can be read in two ways; the likelier is offered first, and taken only if it is far likelier. */
function either(one: string, other: string, part: AmountPart | null): UsdRead {
  const [small, large] = [one, other].sort((a, b) => Number(a) - Number(b)) as [string, string];
  // Nobody writes three decimals of a dollar, and least of all a nought at their end.
  const thousands = Number(large) === 1000 * Number(small) && cents(large).value < 1e6;
  const first = cents(thousands ? large : one).value;
  const second = cents(thousands ? small : other).value;
  const asks = `Is it ${dollars(first)}, or ${dollars(second)}? Write ${written(first)} or ${written(second)}.`;
  const choices = [here(first, part), here(second, part)];
  return thousands && !small.endsWith("0") && small.split(".")[1]?.length === 3
    ? refused(`can be read in two ways. ${asks.replace(/\.$/, "")}`, choices)
    : { value: first, asks, note: null, choices };
}

/** A bound or a range, which is no estimate: it is one only where its own field is written in. */
function bounded(low: string | null, high: string | null, part: AmountPart | null): UsdRead {
  const from = low === null ? null : cents(low).value;
  const to = high === null ? null : cents(high).value;
  if (from !== null && to !== null) {
    if (part === null)
      return refused(`is a range from ${dollars(from)} to ${dollars(to)}; write one number here`, [
        here(from, null),
        here(to, null),
      ]);
    return refused(
      `is a range: write ${dollars(from)} as the lowest and ${dollars(to)} as the highest`,
      [
        {
          label: amountLabel({ best: null, low: from, high: to }),
          fills: {
            ...(part === "best" ? { here: "" } : {}),
            low: written(from),
            high: written(to),
          },
        },
      ],
    );
  }
  const value = from ?? to ?? 0;
  if (part === (from === null ? "high" : "low")) return read(value);
  const kind = from === null ? "an upper bound" : "a lower bound";
  if (part === null)
    return refused(
      `is ${kind}, which is no sum; write ${written(value)} where the source means about that`,
      [here(value, null)],
    );
  const end: AmountPart = from === null ? "high" : "low";
  return refused(
    `is ${kind}, which is no estimate: write ${dollars(value)} as the ${PART_LABEL[end]}, or ${written(value)} here where the source means about that`,
    [
      {
        label: `${capital(PART_LABEL[end])} ${dollars(value)}`,
        fills: { here: "", [end]: written(value) },
      },
      here(value, part),
    ],
  );
}

function here(value: number, part: AmountPart | null): TypedChoice {
  return {
    label: part === null ? dollars(value) : `${capital(PART_LABEL[part])} ${dollars(value)}`,
    fills: { here: written(value) },
  };
}

function read(value: number | null): UsdRead {
  return { value, asks: null, note: null, choices: [] };
}

function refused(
  problem: string,
  choices: TypedChoice[] = [],
): Extract<UsdRead, { problem: string }> {
  return { problem, choices };
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sum as text that is read as itself and as nothing else. */
function written(value: number): string {
  return value === 0 ? "nothing" : writeNumber(value);
}
