import type { AskedText } from "@/lib/statistics/search/asked-text";
import { placeOfKind, type SearchKind } from "@/lib/values/search/search-kind";
import { coreWords, searchWords } from "@/lib/values/search/search-words";
import { forgiven, slips } from "@/lib/values/search/slips";

/** A row that may be what somebody searches for. */
export interface Candidate {
  id: number;
  kind: SearchKind;
  /** The present name first. */
  names: readonly string[];
  /** “technique: Reentrancy” and such. */
  related: readonly string[];
  weight: number;
}

/** How well a row fits, and by which of its names; null where none of them is among the words. */
interface Fit {
  score: number;
  name: string | null;
  /** Whether each asked word is in that name or in what the row is related to. */
  isWhole: boolean;
  /** Whether the asked words hold all that the name says. */
  isNamed: boolean;
}

/** How surely a name is meant, from the surest on. */
const WHOLE = 1000;
const WHOLE_CORE = 940;
const MISSPELT = 860;
const BEGINNING = 700;
const ALL_WORDS = 500;
/** From here on a name has all the words. */
export const NAMED = ALL_WORDS;
const SOME_WORDS = 250;
const RELATED = 120;
const TEXT = 60;

/** The rows, those that fit best first. Rows that fit equally well stand by kind, then by weight, then by name. */
export function ranked<Row extends Candidate>(
  asked: AskedText,
  rows: readonly Row[],
): (Row & Fit)[] {
  return rows
    .map((row) => ({ ...row, ...fitOf(asked, row) }))
    .sort(
      (one, other) =>
        other.score - one.score ||
        placeOfKind(one.kind) - placeOfKind(other.kind) ||
        other.weight - one.weight ||
        (one.names[0] ?? "").length - (other.names[0] ?? "").length ||
        one.id - other.id,
    );
}

function fitOf(asked: AskedText, { kind, names, related, weight }: Candidate): Fit {
  let best: Pick<Fit, "score" | "name"> = { score: 0, name: null };
  for (const [place, name] of names.entries()) {
    // The present name before others, and others in their order, where they fit as well.
    const score = nameScore(asked, name) - Math.min(place, 5) * 0.5;
    if (score > best.score) best = { score, name };
  }
  const lines = related.map(words);
  const about = lines.reduce((most, line) => Math.max(most, shareBegun(asked.core, line)), 0);
  const beside = Math.max(TEXT, RELATED * about);
  // What is both called and about so stands before what is only called so.
  const score = best.score > 0 ? best.score + 40 * about : beside;
  const named = searchWords(best.name ?? "");
  const all = [...named, ...lines.flat()];
  const isWhole = best.score >= NAMED || (best.name !== null && shareHeld(asked.core, all) > 0.9);
  const surer = isWhole && best.score < NAMED ? 120 : 0;
  return {
    score: score + surer + kindBonus(kind) + Math.min(weight, 12) / 4,
    name: best.name,
    isWhole,
    isNamed: best.name !== null && shareHeld(coreWords(named), [...asked.core, asked.whole]) > 0.6,
  };
}

/** Actors before targets, these before incidents, where all are called so. */
function kindBonus(kind: SearchKind): number {
  // Of services there may be dozens of addresses.
  return kind === "address" ? -40 : (7 - placeOfKind(kind)) * 5;
}

function words(text: string): string[] {
  return searchWords(text);
}

function nameScore({ core, whole, all }: AskedText, name: string): number {
  const own = words(name);
  const joined = own.join("");
  if (joined === "") return 0;
  if (joined === all || joined === whole) return WHOLE;
  const ownCore = coreWords(own);
  const joinedCore = ownCore.join("");
  if (joinedCore === whole) return WHOLE_CORE;
  const most = forgiven(whole.length);
  const wrong = Math.min(slips(joined, whole, most), slips(joinedCore, whole, most));
  if (wrong <= most) return MISSPELT - 40 * wrong;
  const share = Math.min(1, whole.length / joined.length);
  if (whole.length > 1 && joined.startsWith(whole)) return BEGINNING + 100 * share;
  const held = shareHeld(core, own);
  if (held === 0) return joinedHeld(core, own) > 0 ? ALL_WORDS : 0;
  const covered = shareHeld(ownCore, core);
  if (held > 0.99) return ALL_WORDS + 150 * covered;
  return SOME_WORDS * held + 150 * covered;
}

/** How many of the asked words are among others, as a share; one that is only spelt alike or begins so counts less. */
function shareHeld(asked: readonly string[], among: readonly string[]): number {
  if (asked.length === 0) return 0;
  let sum = 0;
  for (const word of asked) {
    let best = 0;
    const most = forgiven(word.length);
    for (const other of among) {
      if (other === word) {
        best = 1;
        break;
      }
      if (word.length > 2 && other.startsWith(word))
        best = Math.max(best, 0.6 + 0.39 * (word.length / other.length));
      else if (most > 0) {
        const wrong = slips(word, other, most);
        if (wrong <= most) best = Math.max(best, 0.9 - 0.12 * wrong);
      }
    }
    sum += best;
  }
  return sum / asked.length;
}

/** How many of the asked words are among others or begin them, as a share. */
function shareBegun(asked: readonly string[], among: readonly string[]): number {
  const held = asked.filter((word) =>
    among.some((other) => other === word || (word.length > 2 && other.startsWith(word))),
  );
  return asked.length === 0 ? 0 : held.length / asked.length;
}

/** Whether neighbours written together are a word of the name, or the other way round. */
function joinedHeld(core: readonly string[], own: readonly string[]): number {
  const joined = core.join("");
  const at = own.findIndex(
    (word, place) => word === joined || word + (own[place + 1] ?? "") === joined,
  );
  return at === -1 ? 0 : 1;
}
