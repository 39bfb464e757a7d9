import type { PasteOf } from "@/lib/desk/forms/form";
import { PASTE } from "@/lib/desk/forms/read-form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { type Knowledge, NOTHING_KNOWN } from "@/lib/desk/paste/knowledge";
import type { LeftAside } from "@/lib/desk/paste/left-aside";
import type { PastedRow } from "@/lib/desk/paste/pasted";
import { addressesIn, splitAddresses } from "@/lib/desk/paste/pasted-addresses";
import { splitLinks } from "@/lib/desk/paste/pasted-links";
import { readChain, writeChain } from "@/lib/values/taxonomy/chain-names";

/** Rows of one of a form's lists. */
export interface ListRows {
  /** The list's name in the form. */
  list: string;
  rows: Typed[];
}

/** A question of which each answer makes rows. */
export interface RowQuestion {
  about: LeftAside[];
  asks: string;
  answers: { label: string; made: ListRows[] }[];
}

/** Pasted text as rows of lists, and what of it became none. */
export interface SplitPaste {
  made: ListRows[];
  /** What becomes rows only by an answer. */
  questions: RowQuestion[];
  /** All that became no row, with the reasons. */
  left: LeftAside[];
  /** What became a row and should be looked at. */
  doubts: LeftAside[];
}

/** What pasted text is split beside: rows of lists, single texts of others. */
export type Held = Pick<Typed, "addresses" | "transactions" | "sources" | "chains">;

/** Splits pasted text into rows; what the form holds already is left aside. @param known what the record knows of the addresses in it */
export function splitPaste(
  list: PasteOf,
  text: string,
  held: Partial<Held>,
  known: Knowledge = NOTHING_KNOWN,
): SplitPaste {
  if (list === "addresses") {
    const split = splitAddresses(text, {
      addresses: rowsOf(held.addresses).map((row) => ({
        chain: readChain(textOf(row.chain)),
        address: textOf(row.address).trim(),
      })),
      transactions: rowsOf(held.transactions).map((row) => ({
        chain: readChain(textOf(row.chain)),
        hash: textOf(row.hash).trim(),
      })),
      chains: textsOf(held.chains).map(readChain),
      known,
    });
    const { left, doubts } = split;
    const questions = split.questions.map((question) => ({
      ...question,
      answers: question.answers.map(({ label, rows }) => ({ label, made: inLists(rows) })),
    }));
    return { made: inLists([...split.addresses, ...split.transactions]), questions, left, doubts };
  }
  const { taken, left } = splitLinks(
    text,
    rowsOf(held.sources).map(({ url }) => textOf(url)),
  );
  const rows = taken.map((link): Typed => ({ ...link, publishedOn: "" }));
  return {
    made: rows.length === 0 ? [] : [{ list: "sources", rows }],
    questions: [],
    left,
    doubts: [],
  };
}

/** The addresses that pasted text may hold, for the record to be asked what it knows of them. */
export function addressesToLookUp(
  list: PasteOf,
  text: string,
): { chain: string; address: string }[] {
  return list === "addresses" ? addressesIn(text) : [];
}

/** Rows as the form's own lists have them. */
function inLists(rows: readonly PastedRow[]): ListRows[] {
  const addresses = rows.flatMap((row): Typed[] =>
    row.is === "address"
      ? [{ chain: writeChain(row.chain), address: row.address, role: row.role, source: row.source }]
      : [],
  );
  const transactions = rows.flatMap((row): Typed[] =>
    row.is === "transaction"
      ? [{ chain: writeChain(row.chain), hash: row.hash, role: row.role, source: row.source }]
      : [],
  );
  const made = [
    { list: "addresses", rows: addresses },
    { list: "transactions", rows: transactions },
  ];
  return made.filter((each) => each.rows.length > 0);
}

function textOf(value: TypedValue | undefined): string {
  return typeof value === "string" ? value : "";
}

function rowsOf(value: TypedValue | undefined): Typed[] {
  return Array.isArray(value) ? value.filter(isRow) : [];
}

function textsOf(value: TypedValue | undefined): string[] {
  return Array.isArray(value)
    ? value.filter((each) => typeof each === "string" && each.trim() !== "").map(textOf)
    : [];
}

/** What waits in the box to be mended, answered or thrown away; headings without which it would be read otherwise come along. */
export function waitingText({ left, questions }: Pick<SplitPaste, "left" | "questions">): string {
  const waiting = [
    ...left.filter(({ waits }) => waits),
    ...questions.flatMap(({ about }) => about),
  ];
  let heading: string | undefined;
  return waiting
    .toSorted((one, other) => one.line - other.line)
    .flatMap(({ text, under }) => {
      const again = under === heading || under === undefined;
      heading = under;
      return again ? [text] : [under, text];
    })
    .join("\n");
}

/** So many are told in the sentence; a list beneath it tells all. */
const MOST_TOLD = 5;

/** What was taken from pasted text, in words. @param drawn whether the questions are drawn beside them */
export function pasteText(
  { made, questions, left, doubts }: SplitPaste,
  one: string,
  drawn = false,
): string {
  const rows = made.flatMap((each) => each.rows);
  const counts = made.map(({ list, rows: of }) => {
    const each = list === "transactions" ? "transaction" : one;
    return `${of.length} ${of.length === 1 ? each : plural(each)}`;
  });
  const taken =
    rows.length === 0
      ? `No new ${one} was found.`
      : `${counts.join(" and ")} ${rows.length === 1 ? "was" : "were"} taken.`;
  const roleless = rows.filter(({ role }) => role === "").length;
  const roles =
    roleless === 0
      ? ""
      : `${roleless === rows.length ? (roleless === 1 ? "It needs" : "All need") : `${roleless} of them need${roleless === 1 ? "s" : ""}`} a role.`;
  const asked = questions.flatMap(({ about }) => about);
  return [
    taken,
    roles,
    drawn ? waitsText(questions.length) : listed("To be answered", asked),
    listed("Left aside", left),
    listed("To be looked at", doubts),
  ]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function waitsText(questions: number): string {
  if (questions === 0) return "";
  return questions === 1 ? "1 question waits below." : `${questions} questions wait below.`;
}

function listed(what: string, those: readonly LeftAside[]): string {
  if (those.length === 0) return "";
  const reported = those.slice(0, MOST_TOLD).map(lineWords);
  const more = those.length > MOST_TOLD ? `; and ${those.length - MOST_TOLD} more` : "";
  return `${what}: ${reported.join("; ")}${more}.`;
}

/** One line of what was left aside: where it stood, its beginning and the reason. */
function lineWords({ line, text, why }: LeftAside): string {
  return `line ${line}, “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”, ${why.replace(/\.$/, "")}`;
}

function plural(one: string): string {
  return one.endsWith("s") ? `${one}es` : `${one}s`;
}

/** A draft with its pasted text split; what was left aside, or has to be answered, waits where it was pasted. */
export function withPasteSplit(
  typed: Typed,
  list: PasteOf,
  known: Knowledge = NOTHING_KNOWN,
): { typed: Typed; split: SplitPaste } {
  const split = splitPaste(list, pastedText(typed, list), typed, known);
  const filled = rowsOf(typed[list]).filter((row) =>
    Object.values(row).some((value) => value !== ""),
  );
  const others = isRow(typed[PASTE]) ? typed[PASTE] : {};
  const after: Typed = {
    ...typed,
    [list]: filled,
    [PASTE]: { ...others, [list]: waitingText(split) },
  };
  for (const { list: name, rows } of split.made) after[name] = [...rowsOf(after[name]), ...rows];
  return { typed: after, split };
}

/** The text that waits in a list's box. */
export function pastedText(typed: Typed, list: PasteOf): string {
  const pasted = typed[PASTE];
  return isRow(pasted) ? textOf(pasted[list]) : "";
}

function isRow(value: TypedValue | undefined): value is Typed {
  return typeof value === "object" && !Array.isArray(value);
}

/** A draft in which every row of a list that is without something has this one. Rows in which nothing is typed stay empty. */
export function withFilled(typed: Typed, list: string, field: string, value: string): Typed {
  const rows = typed[list];
  if (!Array.isArray(rows) || value === "") return typed;
  return {
    ...typed,
    [list]: rows.map((row) =>
      isRow(row) && textOf(row[field]) === "" && Object.values(row).some((text) => text !== "")
        ? { ...row, [field]: value }
        : row,
    ),
  };
}
