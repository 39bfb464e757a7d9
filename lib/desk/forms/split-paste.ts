import type { PasteOf } from "@/lib/desk/forms/form";
import { PASTE } from "@/lib/desk/forms/read-form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import type { LeftAside } from "@/lib/desk/paste/left-aside";
import { splitAddresses } from "@/lib/desk/paste/pasted-addresses";
import { splitLinks } from "@/lib/desk/paste/pasted-links";
import { readChain, writeChain } from "@/lib/values/taxonomy/chain-names";

/** Pasted text as rows of a list, and what of it became none. */
export interface SplitPaste {
  rows: Typed[];
  /** All that became no row, with the reasons. */
  left: LeftAside[];
  /** What became a row and should be looked at. */
  doubts: LeftAside[];
}

/** Splits pasted text into rows of a list; what the list holds already is left aside. */
export function splitPaste(list: PasteOf, text: string, held: readonly Typed[]): SplitPaste {
  if (list === "addresses") {
    const rowsHeld = held.map((row) => ({
      chain: readChain(textOf(row.chain)),
      address: textOf(row.address).trim(),
    }));
    const { taken, left, doubts } = splitAddresses(text, rowsHeld);
    const rows = taken.map(
      ({ chain, address, role, source }): Typed => ({
        chain: writeChain(chain),
        address,
        role,
        source,
      }),
    );
    return { rows, left, doubts };
  }
  const { taken, left } = splitLinks(
    text,
    held.map(({ url }) => textOf(url)),
  );
  return { rows: taken.map((link): Typed => ({ ...link, publishedOn: "" })), left, doubts: [] };
}

function textOf(value: TypedValue | undefined): string {
  return typeof value === "string" ? value : "";
}

/** What waits in the box to be mended or thrown away. */
export function waitingText({ left }: SplitPaste): string {
  return left
    .filter(({ waits }) => waits)
    .map(({ text }) => text)
    .join("\n");
}

/** So many are told in the sentence; a list beneath it tells all. */
const MOST_TOLD = 5;

/** What was taken from pasted text, in words. */
export function pasteText({ rows, left, doubts }: SplitPaste, one: string): string {
  const taken =
    rows.length === 0
      ? `No new ${one} was found.`
      : `${rows.length} ${rows.length === 1 ? `${one} was` : `${plural(one)} were`} taken.`;
  const roleless = rows.filter(({ role }) => role === "").length;
  const roles =
    roleless === 0
      ? ""
      : `${roleless === rows.length ? (roleless === 1 ? "It needs" : "All need") : `${roleless} of them need`} a role.`;
  return [taken, roles, listed("Left aside", left), listed("To be looked at", doubts)]
    .filter((sentence) => sentence !== "")
    .join(" ");
}

function listed(what: string, those: readonly LeftAside[]): string {
  if (those.length === 0) return "";
  const reported = those.slice(0, MOST_TOLD).map(lineWords);
  const more = those.length > MOST_TOLD ? `; and ${those.length - MOST_TOLD} more` : "";
  return `${what}: ${reported.join("; ")}${more}.`;
}

/** One line of what was left aside: where it stood, its beginning and the reason. */
function lineWords({ line, text, why }: LeftAside): string {
  return `line ${line}, “${text.length > 60 ? `${text.slice(0, 59)}…` : text}”, ${why}`;
}

function plural(one: string): string {
  return one.endsWith("s") ? `${one}es` : `${one}s`;
}

/** A draft with its pasted text split; what was left aside waits where it was pasted. */
export function withPasteSplit(typed: Typed, list: PasteOf): { typed: Typed; split: SplitPaste } {
  const pasted = typed[PASTE];
  const text = isRow(pasted) && typeof pasted[list] === "string" ? pasted[list] : "";
  const given = typed[list];
  const held = Array.isArray(given) ? given.filter(isRow) : [];
  const split = splitPaste(list, text, held);
  const filled = held.filter((row) => Object.values(row).some((value) => value !== ""));
  const others = isRow(pasted) ? pasted : {};
  return {
    typed: {
      ...typed,
      [list]: [...filled, ...split.rows],
      [PASTE]: { ...others, [list]: waitingText(split) },
    },
    split,
  };
}

function isRow(value: TypedValue | undefined): value is Typed {
  return typeof value === "object" && !Array.isArray(value);
}

/** A draft in which every address that is without a role has this one. */
export function withRoles(typed: Typed, role: string): Typed {
  const rows = typed.addresses;
  if (!Array.isArray(rows)) return typed;
  return {
    ...typed,
    addresses: rows.map((row) => (isRow(row) && textOf(row.role) === "" ? { ...row, role } : row)),
  };
}
