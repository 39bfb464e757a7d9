import type { PasteOf } from "@/lib/forms/form";
import { PASTE } from "@/lib/forms/read-form";
import type { Typed, TypedValue } from "@/lib/forms/typed";
import { type MissedLine, splitAddresses } from "@/lib/indicators/pasted-addresses";
import { splitLinks } from "@/lib/sources/pasted-links";
import { writeChain } from "@/lib/taxonomy/chain-names";

/** Pasted text as rows of a list, and the lines that were not understood. */
export interface SplitPaste {
  rows: Typed[];
  missed: MissedLine[];
}

/** Splits pasted text into rows of a list; those that the list holds already are left out. */
export function splitPaste(list: PasteOf, text: string, held: readonly Typed[]): SplitPaste {
  if (list === "addresses") {
    const { taken, missed } = splitAddresses(text);
    const rows = taken.map(
      ({ chain, address, source }): Typed => ({
        chain: writeChain(chain),
        address,
        role: "attacker",
        source,
      }),
    );
    return { rows: withoutHeld(rows, held, ["chain", "address"]), missed };
  }
  const { taken, missed } = splitLinks(text);
  const rows = taken.map((link): Typed => ({ ...link, publishedOn: "" }));
  return { rows: withoutHeld(rows, held, ["url"]), missed };
}

function withoutHeld(rows: Typed[], held: readonly Typed[], by: readonly string[]): Typed[] {
  const key = (row: Typed) => JSON.stringify(by.map((name) => row[name]));
  const known = new Set(held.map(key));
  return rows.filter((row) => !known.has(key(row)));
}

/** What was taken from pasted text, in words. */
export function pasteWords({ rows, missed }: SplitPaste, one: string): string {
  const taken =
    rows.length === 0
      ? `No new ${one} was found.`
      : `${rows.length} ${rows.length === 1 ? `${one} was` : `${plural(one)} were`} taken.`;
  if (missed.length === 0) return taken;
  const lines = missed.slice(0, 5).map(({ line, text }) => `line ${line}, “${text.slice(0, 60)}”`);
  const more = missed.length > 5 ? ` and ${missed.length - 5} more` : "";
  return `${taken} Not understood: ${lines.join("; ")}${more}.`;
}

function plural(one: string): string {
  return one.endsWith("s") ? `${one}es` : `${one}s`;
}

/** A draft with its pasted text split; what was not understood stays where it was pasted. */
export function withPasteSplit(typed: Typed, list: PasteOf): { typed: Typed; split: SplitPaste } {
  const pasted = typed[PASTE];
  const text = isRow(pasted) && typeof pasted[list] === "string" ? pasted[list] : "";
  const given = typed[list];
  const held = Array.isArray(given) ? given.filter(isRow) : [];
  const split = splitPaste(list, text, held);
  const filled = held.filter((row) => Object.values(row).some((value) => value !== ""));
  const left = split.missed.map((line) => line.text).join("\n");
  const others = isRow(pasted) ? pasted : {};
  return {
    typed: {
      ...typed,
      [list]: [...filled, ...split.rows],
      [PASTE]: { ...others, [list]: left },
    },
    split,
  };
}

function isRow(value: TypedValue | undefined): value is Typed {
  return typeof value === "object" && !Array.isArray(value);
}
