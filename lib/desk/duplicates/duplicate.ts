import { bothExact, type Candidate, candidatesApart } from "@/lib/desk/duplicates/candidate";
import {
  distinctiveWords,
  isDistinctive,
  type NameParts,
  partsLikeness,
} from "@/lib/desk/duplicates/distinctive-words";
import { dateText, precisionOf } from "@/lib/values/dates/day";
import type { LossKnown } from "@/lib/values/money/loss-text";
import { formatUsd } from "@/lib/values/money/usd";

// Whether two incidents may be one: what speaks for it and against it, weighed, and said in words.
// The weights were set on pairs made from the starting dataset; lib/duplicates/duplicate.db.test.ts
// prints what they reach.

/** An incident that another may be the same as. */
export interface Duplicate extends LossKnown {
  /** Where it stands: in the record, or with the desk in review. */
  of:
    | { where: "record"; recordId: number; slug: string }
    | { where: "review"; proposalId: number }
    /** In the same file, by its record there. */
    | { where: "file"; row: number };
  name: string;
  target: string;
  /** Null where a draft does not say it yet. */
  occurredOn: string | null;
  /** From THRESHOLD up; the higher, the likelier. */
  score: number;
  /** Why, in words, the strongest first: "same target, 2 days apart". */
  reasons: string[];
  /** Whether whoever writes it has to say that it is another one before submitting it. */
  mustBeAnswered: boolean;
}

/** At most this many are shown. */
export const MOST_SHOWN = 10;
/** What a pair has to reach to be shown. */
export const THRESHOLD = 1;
/** A link or an address that so many incidents hold says nothing of any of them. */
export const COMMONPLACE = 6;

/** How rare what two incidents share is. */
interface Rarity {
  /** How many incidents hold an address. */
  addressHeldBy: (key: string) => number;
  /** How many incidents name a link. */
  linkHeldBy: (key: string) => number;
}

interface Signal {
  weight: number;
  /** In words; null where it only adds to what others say. Few of those that are weighed are ever told. */
  reason: (() => string) | null;
}

type Weighed = Pick<Duplicate, "score" | "reasons" | "mustBeAnswered">;

/** How much speaks for two being one incident, and why; below THRESHOLD they are taken for two. */
export function weigh(given: Candidate, known: Candidate, rarity: Rarity): Weighed {
  const { reasons, ...weighed } = weighWithoutWords(given, known, rarity);
  return { ...weighed, reasons: reasons() };
}

/** The same where the reasons of few of many will be asked for. */
export function weighWithoutWords(
  given: Candidate,
  known: Candidate,
  rarity: Rarity,
): Omit<Weighed, "reasons"> & { reasons: () => string[] } {
  const days = candidatesApart(given, known);
  const likeness = likenessOf(given, known);
  const signals = [
    named(given, known, likeness, days),
    happened(given, known, days),
    lost(given, known, days, likeness),
    ...shared(given, known, rarity, days),
  ];
  // To the hundredth: what adds up to the threshold must reach it.
  const weighed = Math.round(signals.reduce((sum, signal) => sum + signal.weight, 0) * 100) / 100;
  const mustBeAnswered = isStriking(given, known, days, likeness);
  // What has to be answered has to be shown.
  const score = mustBeAnswered ? Math.max(weighed, THRESHOLD) : weighed;
  const reasons = () =>
    signals
      .sort((one, other) => other.weight - one.weight)
      .flatMap(({ weight, reason }) => (reason === null || weight <= 0 ? [] : [reason()]));
  return { score, reasons, mustBeAnswered };
}

/** A large sum, in US dollars: two thefts of one such sum within days are hardly ever two. */
export const LARGE = 10_000_000;
/** Days within which they are not. */
export const DAYS_OF_A_SUM = 10;

/** Whether two sums are the same large one, as reports round it. */
function sameLargeSum(given: Candidate, known: Candidate, days: number | null): boolean {
  if (given.loss === null || known.loss === null || days === null || days > DAYS_OF_A_SUM)
    return false;
  const [one, other] = [given.loss.best, known.loss.best];
  const isSame = Math.max(one, other) / Math.min(one, other) < 1.02;
  return Math.min(one, other) > LARGE && isSame && bothExact(given.occurredOn, known.occurredOn);
}

/** Whether a target of both is the same record. */
function shareTarget(given: Candidate, known: Candidate): boolean {
  return given.targets.some(({ targetId }) =>
    known.targets.some((target) => target.targetId === targetId),
  );
}

/** The same target on the same day, the same large sum within days, or a transaction of both. */
function isStriking(
  given: Candidate,
  known: Candidate,
  days: number | null,
  likeness: number,
): boolean {
  const sameDay = days === 0 && bothExact(given.occurredOn, known.occurredOn);
  return (
    (sameDay && (likeness >= 0.94 || shareTarget(given, known))) ||
    sameLargeSum(given, known, days) ||
    (known.transactions.size > 0 &&
      [...given.transactions].some((key) => known.transactions.has(key)))
  );
}

/**
 * Whether two could reach the threshold if they were named alike: comparing names takes most of the time of
 * `weigh`, and most of what happened in the same days is too far apart in all else.
 */
export function couldBeOne(given: Candidate, known: Candidate, rarity: Rarity): boolean {
  const days = candidatesApart(given, known);
  const alike = days === null ? 1 : 0.65;
  let most = alike + happened(given, known, days).weight + lost(given, known, days, 1).weight;
  for (const { weight } of shared(given, known, rarity, days)) most += weight;
  return Math.round(most * 100) / 100 >= THRESHOLD || isStriking(given, known, days, 1);
}

/** How alike the two are named, whether by their targets or by their names. */
function likenessOf(given: Candidate, known: Candidate): number {
  if (shareTarget(given, known)) return 1;
  const asTarget = likenessOfParts(given.targetParts, known.targetParts);
  if (asTarget > 0.95) return asTarget;
  const asNamed = Math.max(
    likenessOfParts(given.targetParts, known.nameParts),
    likenessOfParts(given.nameParts, known.targetParts),
    likenessOfParts(given.nameParts, known.nameParts),
  );
  // Names say more than whom it happened to, so they agree by chance more easily.
  return Math.max(asTarget, asNamed * 0.95);
}

function likenessOfParts(one: NameParts | null, other: NameParts | null): number {
  return one === null || other === null ? 0 : partsLikeness(one, other);
}

function named(given: Candidate, known: Candidate, likeness: number, days: number | null): Signal {
  // Nothing but the target has been typed: what the record holds of that target is worth a look.
  const untold = given.target.trim() === "" && given.name.trim() === "";
  const alone = days === null;
  const weight =
    likeness >= 0.94
      ? alone
        ? 1
        : 0.65
      : likeness >= 0.8
        ? alone
          ? 0.9
          : 0.6
        : likeness >= 0.55
          ? 0.35
          : likeness >= 0.4
            ? 0.15
            : untold
              ? 0
              : -0.15;
  return { weight, reason: likeness >= 0.4 ? () => namedText(given, known, days) : null };
}

function namedText(given: Candidate, known: Candidate, days: number | null): string {
  const same =
    shareTarget(given, known) ||
    distinctiveWords(given.target).join("") === distinctiveWords(known.target).join("");
  const apart = daysText(given, known, days);
  const what =
    same && known.target.trim() !== "" && isDistinctive(known.target)
      ? sameTargetText(given, known)
      : `name is similar to “${known.name.trim() === "" ? known.target : known.name}”`;
  return `${what}${apart === null ? "" : `, ${apart}`}`;
}

/** `same target`; with the record's name of it where it was typed otherwise. */
function sameTargetText(given: Candidate, known: Candidate): string {
  const isSpelledSo =
    distinctiveWords(given.target).join("") === distinctiveWords(known.target).join("");
  return isSpelledSo ? "same target" : `same target, which is “${known.target}” there`;
}

function daysText(given: Candidate, known: Candidate, days: number | null): string | null {
  if (days === null || days > 31 || known.occurredOn === null) return null;
  if (!bothExact(given.occurredOn, known.occurredOn)) {
    return days === 0 ? `perhaps the same day (${dateText(known.occurredOn)})` : null;
  }
  if (days === 0) return "same day";
  return days === 1 ? "1 day apart" : `${days} days apart`;
}

function signal(weight: number): Signal {
  return { weight, reason: null };
}

function happened(given: Candidate, known: Candidate, days: number | null): Signal {
  if (days === null) return signal(0);
  if (!bothExact(given.occurredOn, known.occurredOn)) {
    const byYear = [given, known].some(
      ({ occurredOn }) => occurredOn !== null && precisionOf(occurredOn) === "year",
    );
    return signal(days === 0 ? (byYear ? 0.1 : 0.35) : days <= 7 ? 0 : -0.5);
  }
  if (days === 0) return signal(0.4);
  if (days <= 3) return signal(0.35);
  if (days <= 7) return signal(0.15);
  return signal(days <= 31 ? -0.1 : days <= 120 ? -0.5 : -1);
}

function lost(given: Candidate, known: Candidate, days: number | null, likeness: number): Signal {
  if (given.loss === null || known.loss === null) return { weight: 0, reason: null };
  const times = timesApart(given.loss, known.loss);
  if (sameLargeSum(given, known, days) && days !== null && days > 1)
    return {
      weight: 0.5,
      reason: () => `the same loss, ${amountText(known)}, ${days} days apart`,
    };
  // First reports are often wrong by far, and slips of a thousandfold are the commonest ones.
  const alike = likeness >= 0.94 && days === 0 && bothExact(given.occurredOn, known.occurredOn);
  if (times > 1.35 && (alike || isSlip(times))) return { weight: 0, reason: null };
  if (times > 10) return { weight: -0.35, reason: null };
  if (times > 3) return { weight: -0.2, reason: null };
  if (times > 1.35) return { weight: 0, reason: null };
  const near = days !== null && days <= 1 && bothExact(given.occurredOn, known.occurredOn);
  const about = times < 1.005 ? "the same loss" : "about the same loss";
  // Two thefts of one size on one day are rare, whatever they are called.
  const weight = times < 1.02 ? (near ? 0.5 : 0.3) : times < 1.1 ? (near ? 0.3 : 0.2) : 0.1;
  // Where the names are alike the days are told with them.
  const when = near && likeness < 0.4 ? (days === 0 ? ", on the same day" : ", a day apart") : "";
  return { weight, reason: () => `${about}, ${amountText(known)}${when}` };
}

function amountText({ loss }: Candidate): string {
  return formatUsd(loss?.best ?? null);
}

/** Whether two losses differ as "bn" and "m" do. */
function isSlip(times: number): boolean {
  return times > 1000 / 1.35 && times < 1000 * 1.35;
}

/** How many times one loss is the other; 1 where one lies within the bounds of the other. */
function timesApart(
  one: { best: number; low: number; high: number },
  other: { best: number; low: number; high: number },
): number {
  const within =
    (one.best >= other.low && one.best <= other.high) ||
    (other.best >= one.low && other.best <= one.high);
  if (within) return one.best === other.best ? 1 : 1.05;
  if (one.best === 0 || other.best === 0) return Number.POSITIVE_INFINITY;
  return Math.max(one.best, other.best) / Math.min(one.best, other.best);
}

function shared(given: Candidate, known: Candidate, rarity: Rarity, days: number | null): Signal[] {
  const close = days !== null && days <= 7;
  const signals: Signal[] = [];
  for (const key of given.transactions) {
    if (known.transactions.has(key))
      signals.push({
        weight: 1,
        reason: () => `names the same transaction ${shortened(withoutKind(key))}`,
      });
  }
  const addresses = sharedKeys(given.addresses, known.addresses, rarity.addressHeldBy);
  const [address] = addresses;
  if (address !== undefined) {
    const more = addresses.length === 1 ? "" : ` and ${addresses.length - 1} more`;
    // A thief uses an address again, so it takes the days to make one theft of two.
    signals.push({
      weight: days === null ? 1.15 : close ? 1 : 0.5,
      reason: () => `shares the address ${shortened(address[1])}${more}`,
    });
  }
  const links = sharedKeys(given.links, known.links, rarity.linkHeldBy);
  const [link] = links;
  if (link !== undefined) {
    const more = links.length === 1 ? "" : ` and ${links.length - 1} more`;
    const weight = (close ? 0.5 : 0.3) / Math.max(1, rarity.linkHeldBy(link[0]) - 1);
    signals.push({
      weight: weight + (links.length > 1 ? 0.2 : 0),
      reason: () => `names the same source ${shortenedLink(link[1])}${more}`,
    });
  }
  return signals;
}

/** What two have in common that few others have, each by its key and as written. */
function sharedKeys(
  ours: ReadonlyMap<string, string>,
  theirs: ReadonlyMap<string, string>,
  heldBy: (key: string) => number,
): [string, string][] {
  const found: [string, string][] = [];
  if (theirs.size === 0) return found;
  for (const each of ours)
    if (theirs.has(each[0]) && heldBy(each[0]) < COMMONPLACE) found.push(each);
  return found;
}

/** A transaction's key without what tells keys apart. */
function withoutKind(key: string): string {
  return key.slice(key.indexOf(":") + 1);
}

/** An address or a transaction by its ends: 0x7549…ac59. */
function shortened(text: string): string {
  return text.length <= 16 ? text : `${text.slice(0, 8)}…${text.slice(-6)}`;
}

function shortenedLink(link: string): string {
  const bare = link.replace(/^https?:\/\/(www\.)?/i, "");
  return bare.length <= 60 ? bare : `${bare.slice(0, 57)}…`;
}

/** The likeliest first, at most so many as are shown. */
export function likeliest(duplicates: readonly Duplicate[]): Duplicate[] {
  return [...duplicates]
    .filter((duplicate) => duplicate.score >= THRESHOLD)
    .sort((one, other) => other.score - one.score)
    .slice(0, MOST_SHOWN);
}
