import { type Candidate, candidateOf } from "@/lib/desk/duplicates/candidate";
import type { TargetNames } from "@/lib/desk/duplicates/target-names";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import { readDate } from "@/lib/desk/forms/typed-date";
import { readChain } from "@/lib/values/taxonomy/chain-names";

/** Of a list, as many rows as are looked at while somebody types. */
const MOST_ROWS = 1000;

/**
 * What an unfinished incident says of itself, as far as it can be read; never a complaint.
 * @param targets which targets of the record a name can mean
 */
export function readCandidate(typed: Typed, targets?: TargetNames): Candidate {
  const target = textOf(typed.target);
  return candidateOf(
    {
      name: textOf(typed.name),
      target,
      occurredOn: dateOf(textOf(typed.occurredOn)),
      lossUsd: amountOf(textOf(typed.lossUsd)),
      lossUsdLow: amountOf(textOf(typed.lossUsdLow)),
      lossUsdHigh: amountOf(textOf(typed.lossUsdHigh)),
      chains: listOf(typed.chains).flatMap((chains) =>
        textOf(chains)
          .split(/[,;\n]/)
          .map(readChain)
          .filter((chain) => chain !== ""),
      ),
      addresses: rowsOf(typed.addresses).map((row) => ({
        chain: readChain(textOf(row.chain)),
        address: textOf(row.address),
      })),
      sources: rowsOf(typed.sources).map((row) => ({ url: textOf(row.url) })),
      transactions: rowsOf(typed.transactions).map((row) => ({
        chain: readChain(textOf(row.chain)),
        hash: textOf(row.hash),
      })),
    },
    targets?.meantBy(target),
  );
}

function textOf(value: TypedValue | undefined): string {
  // What PostgreSQL cannot take as text tells nothing apart.
  if (typeof value !== "string") return "";
  return value
    .slice(0, 2000)
    .replaceAll("\0", "")
    .replace(/\p{Cs}/gu, "")
    .trim();
}

function dateOf(text: string): string | null {
  const read = readDate(text);
  return "problem" in read ? null : read.value;
}

function amountOf(text: string): number | null {
  const read = readUsd(text);
  return "problem" in read ? null : read.value;
}

function listOf(value: TypedValue | undefined): TypedValue[] {
  return Array.isArray(value) ? value.slice(0, MOST_ROWS) : [];
}

function rowsOf(value: TypedValue | undefined): Typed[] {
  // What is sent may be anything, whatever its type says.
  return listOf(value).filter(
    (row: TypedValue | null): row is Typed =>
      typeof row === "object" && row !== null && !Array.isArray(row),
  );
}
