import type { KnownTarget } from "@/lib/desk/duplicates/target-names";
import { firstDayOf, partialDateSchema, precisionOf } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";
import { linkKey, shownTransaction } from "@/lib/values/links/link-key";
import type { LossKnown } from "@/lib/values/money/loss-text";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionKey } from "@/lib/values/wallets/transaction-hash";

/** What tells whether two incidents are one: as much of it as is known. */
export interface Candidate {
  name: string;
  target: string;
  /** A day, month or year; null where none is given. */
  occurredOn: string | null;
  /** The best estimate in US dollars, and the bounds of it; null where there is none. */
  loss: { best: number; low: number; high: number } | null;
  /** What is known of the loss, for whoever reads it; a bound alone is compared with nothing. */
  lossKnown: LossKnown;
  chains: readonly string[];
  /** Keys of lib/values/wallets/address-key.ts, each with the address as written. */
  addresses: ReadonlyMap<string, string>;
  /** Keys of lib/values/links/link-key.ts, each with the link as written. */
  links: ReadonlyMap<string, string>;
  /** Keys of lib/values/wallets/transaction-hash.ts: its own transactions, and those that sources show. */
  transactions: ReadonlySet<string>;
  /** The targets that it can be about, each with all its names. */
  targets: readonly KnownTarget[];
}

/** The fields of an incident that a candidate is made of. */
export interface CandidateFields extends LossKnown {
  name: string;
  target: string;
  occurredOn: string | null;
  chains: readonly string[];
  addresses: readonly { chain: string; address: string }[];
  sources: readonly { url: string }[];
  transactions: readonly { chain: string; hash: string }[];
}

/** @param targets of the record that it can be about */
export function candidateOf(
  incident: CandidateFields,
  targets: readonly KnownTarget[] = [],
): Candidate {
  const { lossUsd, lossUsdLow, lossUsdHigh } = incident;
  const addresses = new Map<string, string>();
  for (const { chain, address } of incident.addresses) {
    if (address.trim() !== "") addresses.set(addressKey(chain, address), address.trim());
  }
  const links = new Map<string, string>();
  const transactions = new Set<string>();
  for (const { url } of incident.sources) {
    const key = linkKey(url);
    if (key === null) continue;
    links.set(key, url.trim());
    const transaction = shownTransaction(url);
    if (transaction !== null) transactions.add(`tx:${transaction}`);
  }
  for (const { chain, hash } of incident.transactions)
    if (hash.trim() !== "") transactions.add(transactionKey(chain, hash));
  return {
    name: incident.name,
    target: incident.target,
    occurredOn: partialDateSchema.safeParse(incident.occurredOn).success
      ? incident.occurredOn
      : null,
    loss:
      lossUsd === null
        ? null
        : { best: lossUsd, low: lossUsdLow ?? lossUsd, high: lossUsdHigh ?? lossUsd },
    lossKnown: { lossUsd, lossUsdLow, lossUsdHigh },
    chains: incident.chains,
    addresses,
    links,
    transactions,
    targets,
  };
}

/**
 * The fewest days that can lie between two dates, 0 where one may be the other; null where one is missing.
 * `2023-09` and `2023-09-12` may be the same day.
 */
export function daysBetween(one: string | null, other: string | null): number | null {
  if (one === null || other === null) return null;
  const ours = daysOf(one);
  const theirs = daysOf(other);
  if (ours.to < theirs.from) return dayCount(ours.to, theirs.from);
  if (theirs.to < ours.from) return dayCount(theirs.to, ours.from);
  return 0;
}

/** Whether both dates name a day, so that few days between them mean something. */
export function bothExact(one: string | null, other: string | null): boolean {
  return [one, other].every((date) => date !== null && precisionOf(date) === "day");
}

function dayCount(from: string, to: string): number {
  return Math.round((Date.parse(firstDayOf(to)) - Date.parse(firstDayOf(from))) / 86_400_000);
}
