import type { Control } from "@/lib/desk/forms/form";
import { readQuantity, readUsd } from "@/lib/desk/forms/typed-amount";
import { readDate } from "@/lib/desk/forms/typed-date";
import { dateText } from "@/lib/values/dates/day";
import { groupThousands } from "@/lib/values/money/usd";
import { TECHNIQUES, techniqueSchema } from "@/lib/values/taxonomy/taxonomy";
import { readTechnique } from "@/lib/values/taxonomy/technique-names";

/** How a text is read, shown beside its field; `wrong` where it cannot be or is in doubt. */
export interface ReadBack {
  text: string;
  wrong: boolean;
}

/** What was understood of an amount, quantity, date or technique; null where there is nothing to tell. */
export function readBack(control: Control, typed: string): ReadBack | null {
  if (typed.trim() === "") return null;
  if (control.is === "date") {
    const read = readDate(typed);
    if ("problem" in read) return { text: read.problem, wrong: true };
    if (read.value === null || read.value === typed.trim()) return null;
    return readBackOf(dateText(read.value), read.asks);
  }
  if (control.is === "pick") return control.of === "technique" ? techniqueBack(typed) : null;
  if (control.is !== "amount" && control.is !== "quantity") return null;
  const read = control.is === "amount" ? readUsd(typed) : readQuantity(typed);
  if ("problem" in read) return { text: read.problem, wrong: true };
  if (read.value === null) return { text: "unknown", wrong: false };
  const number = inFull(read.value);
  // What says it in full already is not said twice.
  if (bare(typed) === bare(number)) return null;
  if (control.is === "amount") return readBackOf(`$${number}`, read.asks);
  return readBackOf(read.symbol === undefined ? number : `${number} ${read.symbol}`, read.asks);
}

/** The name that a technique in one's own words gets. */
function techniqueBack(typed: string): ReadBack | null {
  const name = readTechnique(typed);
  if (TECHNIQUES.some(({ value }) => value === name)) return null;
  return techniqueSchema.safeParse(name).success
    ? { text: `${name}, which the taxonomy does not have`, wrong: false }
    : null;
}

function bare(text: string): string {
  return text.replace(/[$,\s]/g, "");
}

function readBackOf(text: string, asks: string | null): ReadBack {
  return asks === null ? { text, wrong: false } : { text: `${text}? ${asks}`, wrong: true };
}

/** Every digit, thousands apart. */
function inFull(value: number): string {
  if (value >= 1e21 || (value > 0 && value < 1e-6)) return String(value);
  const [whole = "0", fraction] = String(value).split(".");
  return fraction === undefined ? groupThousands(whole) : `${groupThousands(whole)}.${fraction}`;
}
