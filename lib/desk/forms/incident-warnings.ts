import type { RawRecord } from "@/lib/desk/forms/read-form";
import { readNumber } from "@/lib/desk/forms/typed-number";
import type { Problem } from "@/lib/record/publishing/problem";
import { formatUsd } from "@/lib/values/money/usd";
import { addressKey } from "@/lib/values/wallets/address-key";

/** From here on a sum is more than almost any theft: a thousandfold slip is likelier. */
const HUGE = 2e9;
/** Two amounts that should be alike and lie this far apart differ by a slip of thousands. */
const SLIP = 300;

/** What tokens of one US dollar are called. */
const DOLLAR_TOKENS = /^(?:USDT|USDC|DAI|BUSD|TUSD|USDP|FRAX|USDE|USDS|PYUSD|GUSD|LUSD)$/i;
/** More than one of any asset was ever worth. */
const DEAREST = 2_000_000;

/** Warnings about what a theft's numbers say of each other: above all slips of thousands. */
export function incidentWarnings(
  record: RawRecord,
  rowAt: (list: string, item: number) => number,
): Problem[] {
  const warnings: Problem[] = [];
  const ask = (path: (string | number)[], message: string) =>
    warnings.push({ path, message, question: true });
  const loss = amount(record.lossUsd);
  const low = amount(record.lossUsdLow);
  const high = amount(record.lossUsdHigh);
  const returned = amount(record.returnedUsd);
  if (loss !== null && loss >= HUGE)
    ask(["lossUsd"], `${formatUsd(loss)} is more than almost any theft ever took. Is it right?`);
  for (const [field, bound] of [
    ["lossUsdLow", low],
    ["lossUsdHigh", high],
  ] as const)
    if (loss === null && bound !== null && bound >= HUGE)
      ask([field], `${formatUsd(bound)} is more than almost any theft ever took. Is it right?`);
  if (farApart(loss, low))
    ask(
      ["lossUsdLow"],
      `The lowest, ${formatUsd(low)}, and the best, ${formatUsd(loss)}, lie a thousand times apart. Is that right?`,
    );
  if (farApart(loss, high))
    ask(
      ["lossUsdHigh"],
      `The highest, ${formatUsd(high)}, and the best, ${formatUsd(loss)}, lie a thousand times apart. Is that right?`,
    );
  if (returned !== null && loss !== null && returned > loss)
    ask(
      ["returnedUsd"],
      `More came back (${formatUsd(returned)}) than was lost (${formatUsd(loss)}). Is that right?`,
    );
  if (returned !== null && loss === null && high !== null && returned > high)
    ask(
      ["returnedUsd"],
      `More came back (${formatUsd(returned)}) than was lost at most (${formatUsd(high)}). Is that right?`,
    );
  rows(record.lossEstimates).forEach((row, item) => {
    const said = amount(row.amountUsd);
    if (farApart(loss, said))
      ask(
        ["lossEstimates", rowAt("lossEstimates", item), "amountUsd"],
        `${formatUsd(said)} and the best estimate, ${formatUsd(loss)}, lie a thousand times apart. Is that right?`,
      );
  });
  rows(record.assets).forEach((row, item) => {
    const warning = assetWarning(row, loss);
    if (warning !== null) ask(["assets", rowAt("assets", item), warning.field], warning.message);
  });
  const reported = summaryWarning(record.summary, loss);
  if (reported !== null) ask(["lossUsd"], reported);
  warnings.push(...twice(record, rowAt));
  return warnings;
}

function assetWarning(
  row: RawRecord,
  loss: number | null,
): { field: string; message: string } | null {
  const quantity = typeof row.quantity === "string" ? Number(row.quantity) : null;
  const usd = amount(row.usd);
  const symbol = String(row.symbol ?? "the asset");
  if (usd !== null && loss !== null && loss > 0 && usd > SLIP * loss)
    return {
      field: "usd",
      message: `${formatUsd(usd)} of ${symbol} is far more than the whole loss, ${formatUsd(loss)}. Is it right?`,
    };
  if (usd === null || quantity === null || quantity === 0 || usd === 0) return null;
  const each = usd / quantity;
  const odd = DOLLAR_TOKENS.test(symbol) ? each >= SLIP || each <= 1 / SLIP : each > DEAREST;
  return odd
    ? {
        field: "usd",
        message: `One ${symbol} would have been worth $${Number(each.toPrecision(3))}. Is that right?`,
      }
    : null;
}

/** Where the summary speaks of sums and all of them lie a thousand times away from the loss. */
function summaryWarning(summary: unknown, loss: number | null): string | null {
  if (typeof summary !== "string" || loss === null || loss === 0) return null;
  const sums = [...summary.matchAll(/\$\s?[\d.,]+\s?(?:k|m|mn|bn|b|thousand|million|billion)?\b/gi)]
    .map(([text]) => readNumber(text.replace(/\$\s?/, "").replace(/[.,]$/, "")))
    .flatMap((read) =>
      "decimal" in read && Number(read.decimal) > 0 ? [Number(read.decimal)] : [],
    );
  const slipped = sums.find((sum) => farApart(sum, loss) && !farApart(sum, loss, 3000));
  const near = sums.some((sum) => !farApart(sum, loss, 30));
  return slipped === undefined || near
    ? null
    : `The summary speaks of ${formatUsd(slipped)}, the best estimate is ${formatUsd(loss)}. Is that right?`;
}

/** Addresses that are in several rows of one chain, however each is written. */
function twice(record: RawRecord, rowAt: (list: string, item: number) => number): Problem[] {
  const seen = new Set<string>();
  return rows(record.addresses).flatMap((row, item): Problem[] => {
    if (typeof row.address !== "string") return [];
    const chain = String(row.chain);
    const key = `${chain} ${addressKey(chain, row.address)}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      {
        path: ["addresses", rowAt("addresses", item), "address"],
        message: "This address stands in an earlier row already. Is that meant?",
        question: true,
      },
    ];
  });
}

function farApart(one: number | null, other: number | null, times = SLIP): boolean {
  if (one === null || other === null || one === 0 || other === 0) return false;
  return one / other >= times || other / one >= times;
}

function amount(value: unknown): number | null {
  return typeof value === "number" ? value : null;
}

function rows(value: unknown): RawRecord[] {
  return Array.isArray(value) ? (value as RawRecord[]) : [];
}
