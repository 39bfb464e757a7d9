import type { Candidate } from "@/lib/desk/duplicates/candidate";
import { distinctiveWords, wordsOf } from "@/lib/desk/duplicates/distinctive-words";
import {
  COMMONPLACE,
  couldBeOne,
  type Duplicate,
  likeliest,
  THRESHOLD,
  weighWithoutWords,
} from "@/lib/desk/duplicates/duplicate";
import { dayOf, precisionOf } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";

/** A word that so many incidents have tells none of them apart. */
const MOST_OF_A_WORD = 40;
/** Days of a span that are looked through one by one. */
const MOST_DAYS = 45;
const DAYS_AROUND = 3;

/**
 * Incidents kept in memory for asking thousands of times what may be the same: a file's own, and the
 * record's while a file is checked against it. It weighs as `findDuplicates` does, on what shares a
 * name, a distinctive word, a day, an address or a link.
 */
export class DuplicateIndex {
  private readonly entries: { candidate: Candidate; of: Duplicate["of"] }[] = [];
  private readonly places = new Map<string, number[]>();
  /** Of each entry, the number of the question that looked at it last. */
  private readonly lookedAt: number[] = [];
  private questions = 0;

  /** @param commonplace keys of addresses that are no evidence */
  constructor(private readonly commonplace: ReadonlySet<string> = new Set()) {}

  add(candidate: Candidate, of: Duplicate["of"]): void {
    const place = this.entries.push({ candidate, of }) - 1;
    for (const key of keysOf(candidate)) {
      const places = this.places.get(key);
      if (places === undefined) this.places.set(key, [place]);
      else places.push(place);
    }
  }

  /**
   * What the given incident may be a duplicate of, the likeliest first.
   * @param alsoBecause why one is asked about that the weights take for another; null where it is not
   */
  find(
    given: Candidate,
    isItself: (of: Duplicate["of"]) => boolean = () => false,
    alsoBecause: (given: Candidate, known: Candidate) => string | null = () => null,
  ): Duplicate[] {
    const question = ++this.questions;
    const looked: number[] = [];
    for (const key of [...keysOf(given), ...daysAround(given)]) {
      const places = this.places.get(key);
      if (places === undefined || (key.startsWith("word ") && places.length > MOST_OF_A_WORD))
        continue;
      // An address that many hold is no evidence; its holders are not even looked at.
      if (/^(address|link) /.test(key) && places.length >= COMMONPLACE + 2) continue;
      for (const place of places) {
        if (this.lookedAt[place] === question) continue;
        this.lookedAt[place] = question;
        looked.push(place);
      }
    }
    const rarity = {
      addressHeldBy: (key: string) =>
        this.commonplace.has(key) ? COMMONPLACE : this.heldBy(`address ${key}`),
      linkHeldBy: (key: string) => this.heldBy(`link ${key}`),
    };
    const found: Duplicate[] = [];
    for (const place of looked) {
      const entry = this.entries[place];
      if (entry === undefined || isItself(entry.of)) continue;
      const { name, target, occurredOn, lossKnown } = entry.candidate;
      const weighed = weighedOr(
        couldBeOne(given, entry.candidate, rarity)
          ? weighWithoutWords(given, entry.candidate, rarity)
          : null,
        () => alsoBecause(given, entry.candidate),
      );
      if (weighed === null) continue;
      found.push({
        of: entry.of,
        name,
        target,
        occurredOn,
        ...lossKnown,
        ...weighed,
      });
    }
    return likeliest(found);
  }

  private heldBy(key: string): number {
    return this.places.get(key)?.length ?? 0;
  }
}

type Weighed = Pick<Duplicate, "score" | "reasons" | "mustBeAnswered">;

/** What the weights say where it is enough, or what else there is to ask about; null where there is nothing. */
function weighedOr(
  weighed: ReturnType<typeof weighWithoutWords> | null,
  also: () => string | null,
): Weighed | null {
  if (weighed !== null && weighed.score >= THRESHOLD)
    return { ...weighed, reasons: weighed.reasons() };
  const reason = also();
  return reason === null
    ? null
    : {
        score: THRESHOLD,
        reasons: [reason, ...(weighed?.reasons() ?? [])],
        mustBeAnswered: true,
      };
}

/** What an incident is found by. */
function keysOf(candidate: Candidate): string[] {
  const names = [candidate.target, candidate.name];
  const keys = new Set<string>();
  for (const name of names) {
    keys.add(`name ${distinctiveWords(name).join("")}`);
    keys.add(`name ${wordsOf(name).join("")}`);
    for (const word of distinctiveWords(name)) if (word.length > 2) keys.add(`word ${word}`);
  }
  if (candidate.occurredOn !== null && precisionOf(candidate.occurredOn) !== "year")
    keys.add(`day ${candidate.occurredOn}`);
  for (const { targetId } of candidate.targets) keys.add(`target ${targetId}`);
  for (const key of candidate.addresses.keys()) keys.add(`address ${key}`);
  for (const key of candidate.links.keys()) keys.add(`link ${key}`);
  for (const key of candidate.transactions) keys.add(`transaction ${key}`);
  return [...keys];
}

/** The days around the given one, and its month. */
function daysAround({ occurredOn }: Candidate): string[] {
  if (occurredOn === null || precisionOf(occurredOn) === "year") return [];
  const { from, to } = daysOf(occurredOn);
  const first = Date.parse(from) - DAYS_AROUND * 86_400_000;
  const last = Date.parse(to) + DAYS_AROUND * 86_400_000;
  const keys = [`day ${from.slice(0, 7)}`];
  for (let time = first; time <= last && keys.length < MOST_DAYS; time += 86_400_000)
    keys.push(`day ${dayOf(new Date(time))}`);
  return keys;
}
