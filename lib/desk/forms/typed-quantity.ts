import { grouped } from "@/lib/desk/forms/number-text";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import type { TypedChoice } from "@/lib/desk/forms/typed-choice";
import { readNumber } from "@/lib/desk/forms/typed-number";
import { digitsForWords } from "@/lib/desk/forms/typed-number-words";
import { plainText, saysNothing } from "@/lib/desk/forms/typed-plain";
import { plainDecimal, quantityProblem } from "@/lib/values/quantities/quantity";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { isKnownChain } from "@/lib/values/wallets/known-chains";

/** What was made of an asset's quantity as typed. */
export type QuantityRead =
  | {
      /** In units of the asset, as plain decimals; null stands for unknown. */
      value: string | null;
      asks: string | null;
      choices: TypedChoice[];
      /** Of the asset, where it was typed along. */
      symbol?: string;
      /** What it was worth in US dollars, as typed along. */
      usd?: string;
      /** Where it was, as typed along. */
      chain?: string;
    }
  | { problem: string; choices: TypedChoice[] };

const HEDGE =
  /^(?:about|around|approx(?:imately|\.)?|circa|ca\.?|roughly|nearly|almost|est\.?|estimated|an estimated|~|≈)\s*/i;
const BOUND =
  /^(?:up to|at least|at most|more than|less than|over|under|(?:no|not) (?:more|less) than|in excess of|[<>≤≥]=?)\s*/i;
const SIGNS: Record<string, string> = {
  "₿": "BTC",
  Ξ: "ETH",
  "◎": "SOL",
  Ł: "LTC",
  Ð: "DOGE",
  "₮": "USDT",
};
/** More of anything is what a broken contract reports: a total supply is hardly ever above it. */
const HUGE = 1e29;

/**
 * Reads an asset's quantity, with its symbol, worth and chain where these were typed along: `1,460 ETH`, `ETH 1460`,
 * `4,947 ETH ($7.9m)`, `5 MATIC (Polygon)`, `₿ 12.5`.
 */
export function readQuantity(typed: string): QuantityRead {
  const plain = plainText(typed);
  if (saysNothing(plain)) return { value: null, asks: null, choices: [] };
  if (plain.length > 200) return refused("is too long for a quantity");
  const beside = apart(plain);
  const { text, foreign, measured, chain, bracket } = beside;
  if (foreign !== null) {
    // Its worth is converted in its own field, where what it was converted from is kept.
    const worth = foreign.replace(/^worth\s*/i, "");
    return refused(
      `names what it was worth in another money; write “${text}” here, and ${worth} as its worth, to be converted`,
      [{ label: `${text}, worth ${worth}`, fills: { here: text, worth } }],
    );
  }
  const unhedged = text.replace(HEDGE, "").replace(/^([\p{L}$][\p{L}\p{N}$.]*):\s*(?=\d)/u, "$1 ");
  if (BOUND.test(unhedged)) {
    const found = readNumber(unhedged.replace(BOUND, ""));
    return refused(
      "is a bound, which is no quantity; write the quantity that the source means, or leave it empty",
      "problem" in found ? [] : [taken(found.decimal, found.rest)],
    );
  }
  const some = /^(?:some|an? unknown (?:number|amount|quantity) of|unknown|\?) (\S+)$/i.exec(
    unhedged,
  )?.[1];
  if (some !== undefined) return answer(null, null, signed(some), beside);
  const lead =
    /^([₿Ξ◎ŁÐ₮])\s*(?=[\d.,])/u.exec(unhedged) ??
    /^([^\s\d.,+\-–—(]\S{0,39}|\d+[\p{L}$]\S{0,38})\s+(?=[\d.,])/u.exec(unhedged);
  const named =
    lead !== null && isSymbolBefore(lead[1] ?? "", unhedged.slice(lead[0].length)) ? lead : null;
  const read = readNumber(
    digitsForWords(named === null ? unhedged : unhedged.slice(named[0].length)),
  );
  if ("problem" in read) return refused(read.problem);
  if (/^(?:[-–—]|to\b|bis\b)\s*[$€£]?\s*\d/i.test(read.rest))
    return refused("is a range; write one number here");
  const unkept = quantityProblem(plainDecimal(read.decimal) ?? read.decimal);
  if (unkept !== null) return refused(unkept);
  const rest = read.rest.replace(/^\.(?=\s|$)/, "").trim();
  const behind = rest.replace(/(?:\s*#\d+)+(?:\s*(?:,|and|&)\s*#\d+)*\s*$/, "").trim();
  if (named !== null && behind !== "")
    return refused(
      `ends in “${behind.slice(0, 30)}”, which is no symbol; write it as in 1,460 ETH`,
    );
  const symbol = signed(named?.[1] ?? behind);
  const collection = /^(?:NFTs?|tokens?|collectibles?)$/i.test(symbol)
    ? (/^[^\s#]+(?= #\d)/.exec(bracket ?? "")?.[0] ?? null)
    : null;
  const inBracket =
    symbol === "" && bracket !== null && /^[\p{L}\p{N}$.+-]{1,40}$/u.test(bracket) ? bracket : null;
  const of = collection ?? inBracket ?? symbol;
  if (/\s\d[\d.,]*(?:\s|$)|(?:^|\s)and\s/i.test(of))
    return refused(
      `ends in “${of.slice(0, 30)}”, which is more than a symbol; write one asset a row, as in 1,460 ETH`,
    );
  if (of !== "" && !/^(?=.*[\p{L}$])[\p{L}\p{N}$][\p{L}\p{M}\p{N}$.+_ -]{0,39}$/u.test(of))
    return refused(`ends in “${of.slice(0, 30)}”, which is no symbol; write it as in 1,460 ETH`);
  if (bracket !== null && collection === null && inBracket === null && chain === null)
    return refused(
      `holds “${bracket.slice(0, 30)}” in brackets, which is neither what it was worth nor a chain; write it as in 1,460 ETH`,
    );
  const asks =
    doubt(read.decimal, read.or) ??
    (collection !== null ? `Is it ${read.decimal} of ${collection}?` : null) ??
    (measured === null
      ? null
      : `“${measured}” is taken for a measure, not for a second asset. Is that right?`);
  // "100 T" may be so many trillions, or so many of the token T.
  const letter = of === "" ? /^([\d.,]+) ([A-Z])$/.exec(unhedged) : null;
  const count = letter === null ? null : readNumber(letter[1] ?? "");
  if (letter !== null && count !== null && "decimal" in count)
    return answer(
      read.decimal,
      `Is it ${grouped(read.decimal)}, or ${grouped(count.decimal)} of ${letter[2]}?`,
      "",
      beside,
      [
        taken(read.decimal, ""),
        {
          label: `${grouped(count.decimal)} of ${letter[2]}`,
          fills: { here: `${letter[2]} ${count.decimal}` },
        },
      ],
    );
  const choices = read.or === null ? [] : [taken(read.decimal, of), taken(read.or, of)];
  return answer(read.decimal, asks, of, beside, choices);
}

/** Why a number has to be looked at again; null where nothing is doubtful. */
function doubt(decimal: string, or: string | null): string | null {
  const value = Number(decimal);
  if (or !== null) return `Is it ${grouped(decimal)}, or ${grouped(or)}?`;
  if (value > HUGE)
    return "So much is what a broken contract reports, and hardly what was taken. Is it right?";
  return null;
}

interface Apart {
  text: string;
  /** What it was worth, as typed. */
  usd: string | null;
  /** What it was worth in another money, as typed. */
  foreign: string | null;
  /** Tokens that only measure what it was worth. */
  measured: string | null;
  chain: string | null;
  /** Whatever else is in brackets. */
  bracket: string | null;
}

/** Takes from a quantity what was written beside it. */
function apart(plain: string): Apart {
  const found: Apart = {
    text: plain,
    usd: null,
    foreign: null,
    measured: null,
    chain: null,
    bracket: null,
  };
  const bracket = /\s*\(([^()]*)\)\s*$/.exec(plain);
  if (bracket !== null) {
    const inner = (bracket[1] ?? "").trim();
    found.text = plain.slice(0, bracket.index);
    if (isDollars(inner)) found.usd = inner;
    else if (isForeign(inner)) found.foreign = inner;
    else if (isChain(inner) && namesAsset(found.text)) found.chain = inner.replace(/^on\s+/i, "");
    else if (!isHedge(inner)) found.bracket = inner;
  }
  const worth =
    /\s*(?:\/|=|≈|,?\s(?:worth|valued at)(?: about| around| some)?|[-–—] )\s*(.+)$/i.exec(
      found.text,
    );
  if (worth !== null) {
    const inner = (worth[1] ?? "").trim();
    if (isDollars(inner)) found.usd = inner;
    else if (isForeign(inner)) found.foreign = inner;
    else if (/^[\d.,]+\s*[kmb]?\s+\p{L}[\p{L}\p{N}]*$/iu.test(inner)) found.measured = inner;
    if (isDollars(inner) || found.foreign === inner || found.measured !== null)
      found.text = found.text.slice(0, worth.index);
  }
  return found;
}

/** Whether it says of which asset it is: "36.8M" does not. */
function namesAsset(text: string): boolean {
  const read = readNumber(text.replace(HEDGE, ""));
  return "problem" in read || read.rest !== "";
}

function isHedge(text: string): boolean {
  return /^(?:approx\.?|approximately|est\.?|estimated|about|circa|ca\.?)$/i.test(text);
}

/** Whether it is a sum of US dollars, because it says so. */
function isDollars(text: string): boolean {
  if (!/\$|\busd\b|dollar/i.test(text)) return false;
  const read = readUsd(text.replace(/^worth\s*/i, ""));
  return !("problem" in read) && read.value !== null;
}

/** Whether it is an amount of another money that can be converted. */
function isForeign(text: string): boolean {
  const read = readUsd(text.replace(/^worth\s*/i, ""));
  return "problem" in read && read.foreign !== undefined;
}

function isChain(text: string): boolean {
  return isKnownChain(readChain(text.replace(/^on\s+/i, "")));
}

/** Whether a word before a number is an asset's symbol: `1INCH 25` is, the 600k of `600k 3Crv` is not. */
function isSymbolBefore(word: string, rest: string): boolean {
  if (!/\p{L}|[₿Ξ◎ŁÐ₮]/u.test(word)) return false;
  if (!/^[\d.,' ]+(?:[kmb]|mm|bn|million|thousand|billion)?$/i.test(rest.trim())) return false;
  const number = readNumber(word);
  return "problem" in number || number.rest !== "";
}

function signed(symbol: string): string {
  return SIGNS[symbol] ?? symbol;
}

function taken(decimal: string, of: string): TypedChoice {
  const text = grouped(decimal);
  // A fourth decimal says that the point is a decimal one.
  const written = /^\d{1,3}\.\d{3}$/.test(text) ? `${text}0` : text;
  return {
    label: of === "" ? text : `${text} ${of}`,
    fills: { here: of === "" ? written : `${written} ${of}` },
  };
}

function answer(
  decimal: string | null,
  asks: string | null,
  symbol: string,
  { usd, chain }: Pick<Apart, "usd" | "chain">,
  choices: TypedChoice[] = [],
): QuantityRead {
  return {
    value: decimal === null ? null : (plainDecimal(decimal) ?? decimal),
    asks,
    choices,
    ...(symbol === "" ? {} : { symbol }),
    ...(usd === null ? {} : { usd }),
    ...(chain === null ? {} : { chain }),
  };
}

/** What a quantity says of its asset's other fields, as typed. */
export function besideQuantity(
  read: Extract<QuantityRead, { value: string | null }>,
): Record<string, string> {
  return Object.fromEntries(
    (["symbol", "usd", "chain"] as const).flatMap((name) => {
      const said = read[name];
      return said === undefined ? [] : [[name, said]];
    }),
  );
}

function refused(problem: string, choices: TypedChoice[] = []): QuantityRead {
  return { problem, choices };
}

/** Several assets typed as one, each by itself: `100 ETH, 50k USDC and 3 WBTC`; one where it is one. */
export function severalQuantities(typed: string): string[] {
  const plain = plainText(typed);
  const parts = plain
    .split(/\s*(?:\+|&|;|,\s+(?:and\s+)?|\s+and\s+)\s*(?![^(]*\))/i)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length < 2) return [typed];
  const whole = parts.every((part) => {
    const read = readQuantity(part);
    return !("problem" in read) && read.symbol !== undefined;
  });
  return whole ? parts : [typed];
}
