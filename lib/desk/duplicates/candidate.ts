import { type NameParts, namePartsOf } from "@/lib/desk/duplicates/distinctive-words";
import type { KnownTarget } from "@/lib/desk/duplicates/target-names";
import { partialDateSchema, precisionOf } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";
import { linkKey, shownTransaction } from "@/lib/values/links/link-key";
import type { LossKnown } from "@/lib/values/money/loss-text";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionKey } from "@/lib/values/wallets/transaction-hash";

/** What tells whether two incidents are one: as much of it as is known. */
export interface Candidate {
  name: string;
  target: string;
  /** What its name and its target are compared by; null where they say nothing. */
  nameParts: NameParts | null;
  targetParts: NameParts | null;
  /** A day, month or year; null where none is given. */
  occurredOn: string | null;
  /** The days that it spans, counted from 1970; null where none is given. */
  span: { from: number; to: number } | null;
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
  const occurredOn = partialDateSchema.safeParse(incident.occurredOn).success
    ? incident.occurredOn
    : null;
  return {
    name: incident.name,
    target: incident.target,
    nameParts: partsOfSaid(incident.name),
    targetParts: partsOfSaid(incident.target),
    occurredOn,
    span: occurredOn === null ? null : spanOf(occurredOn),
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

function partsOfSaid(name: string): NameParts | null {
  return name.trim() === "" ? null : namePartsOf(name);
}

/**
 * The fewest days that can lie between two dates, 0 where one may be the other; null where one is missing.
 * `2023-09` and `2023-09-12` may be the same day.
 */
export function daysBetween(one: string | null, other: string | null): number | null {
  if (one === null || other === null) return null;
  return daysApart(spanOf(one), spanOf(other));
}

/** The same of two candidates. */
export function candidatesApart(one: Candidate, other: Candidate): number | null {
  return one.span === null || other.span === null ? null : daysApart(one.span, other.span);
}

type Span = NonNullable<Candidate["span"]>;

function daysApart(ours: Span, theirs: Span): number {
  return Math.max(theirs.from - ours.to, ours.from - theirs.to, 0);
}

function spanOf(date: string): Span {
  const { from, to } = daysOf(date);
  return { from: dayCount(from), to: dayCount(to) };
}

/** Whether both dates name a day, so that few days between them mean something. */
export function bothExact(one: string | null, other: string | null): boolean {
  return isExact(one) && isExact(other);
}

function isExact(date: string | null): boolean {
  return date !== null && precisionOf(date) === "day";
}

function dayCount(day: string): number {
  return Math.round(Date.parse(day) / 86_400_000);
}
