import { serviceNamed } from "@/lib/desk/paste/named-service";
import { type Flags, flagsIn } from "@/lib/desk/paste/pasted-label";
import { endsSentence, isShortened, type Part } from "@/lib/desk/paste/pasted-words";
import { isPlural, roleInWords, tellsDeed } from "@/lib/desk/paste/role-words";
import { transactionRole } from "@/lib/desk/paste/transaction-words";

/** The words that speak of one piece of a line. */
export interface SaidWords extends Flags {
  text: string;
  place: "before" | "behind";
}

/** More text than that beside an address is not read. */
const LONGEST = 400;

/**
 * The words that speak of each address or transaction of a line: those before it, or those behind it
 * where those before it say nothing. Once one has taken the words behind it, they are no longer before
 * the next, and the same goes for all of the line: `A (thief), B (victim)`.
 * @param at where they are among the parts, in order
 */
export function wordsOfEach(parts: readonly Part[], at: readonly number[]): (SaidWords | null)[] {
  const gaps = [-1, ...at].map((from, place) =>
    textBetween(parts, from, at[place] ?? parts.length),
  );
  const each: (SaidWords | null)[] = [];
  /** A line may hold the same words many thousand times. */
  const read = new Map<string, boolean>();
  const says = (text: string, place: "before" | "behind") => {
    const key = `${place} ${text}`;
    const known = read.get(key) ?? speaks(text, place);
    read.set(key, known);
    return known;
  };
  let side: "before" | "behind" | null = null;
  for (const place of at.keys()) {
    const last = place === at.length - 1;
    const before = side === "behind" ? "" : (gaps[place] ?? "");
    const part = parts[at[place] ?? 0];
    const ends = part !== undefined && endsSentence(part);
    const behind = ends || (side === "before" && !last) ? "" : (gaps[place + 1] ?? "");
    const carried = carriedTo(before, each[place - 1] ?? null);
    if (says(before, "before")) each.push(said(before, "before"));
    else if (carried !== null) each.push(carried);
    else if (says(behind, "behind")) each.push(said(behind, "behind"));
    else each.push(null);
    if (side === null && !(each[place]?.place === "behind" && tellsDeed(behind)))
      side = each[place]?.place ?? null;
  }
  return each;
}

/** “Attackers: A, B and C” speaks of all three. */
function carriedTo(between: string, former: SaidWords | null): SaidWords | null {
  const joins = /^[\s\p{P}\p{S}]*(?:and|or|und|oder|et|ou|y|e|и|和|及|と)?[\s\p{P}\p{S}]*$/iu;
  const arrow = /->|→|=>/.test(between);
  return former?.place === "before" && isPlural(former.text) && joins.test(between) && !arrow
    ? former
    : null;
}

function said(text: string, place: "before" | "behind"): SaidWords {
  return { text, place, ...flagsIn(text) };
}

function speaks(text: string, place: "before" | "behind"): boolean {
  if (!/\p{L}/u.test(text)) return false;
  const { role, asks } = roleInWords(text, place);
  const { transaction, block, account, other } = flagsIn(text);
  return (
    role !== null ||
    asks !== null ||
    transaction ||
    block ||
    account ||
    other !== null ||
    transactionRole(text) !== "" ||
    serviceNamed(text, "") !== null
  );
}

/** The words and marks between two pieces; links and shortened addresses between them say nothing. */
function textBetween(parts: readonly Part[], from: number, to: number): string {
  let text = "";
  for (const part of parts.slice(Math.max(from + 1, to - 200, 0), to)) {
    if (part.is === "word") text += text === "" || /['’]$/.test(text) ? part.text : ` ${part.text}`;
    if (part.is === "mark") text += /^[[({<"“‘`—–→-]/.test(part.text) ? ` ${part.text}` : part.text;
  }
  return text.length > LONGEST ? text.slice(-LONGEST) : text;
}

/** Whether a piece of a line is one that words speak of. */
export function isSpokenOf(part: Part): boolean {
  return part.is === "found" && part.found.looks !== "name" && !isShortened(part.found.address);
}
