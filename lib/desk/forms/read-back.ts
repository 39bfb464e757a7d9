import type { Control } from "@/lib/desk/forms/form";
import { dollars } from "@/lib/desk/forms/number-text";
import { readUsd, type UsdRead } from "@/lib/desk/forms/typed-amount";
import type { ForeignAmount, TypedChoice } from "@/lib/desk/forms/typed-choice";
import { readDateControl } from "@/lib/desk/forms/typed-date-control";
import { readQuantity, severalQuantities } from "@/lib/desk/forms/typed-quantity";
import { dateText } from "@/lib/values/dates/day";
import { formatQuantity } from "@/lib/values/quantities/quantity";
import { TECHNIQUES, techniqueLabel, techniqueSchema } from "@/lib/values/taxonomy/taxonomy";
import { readTechnique } from "@/lib/values/taxonomy/technique-names";

/** How a text is read, shown beside its field; `wrong` where it cannot be or is in doubt. */
export interface ReadBack {
  text: string;
  wrong: boolean;
  /** What it can be, each to be taken by one key. */
  choices: readonly TypedChoice[];
  /** An amount in another money, which can be converted. */
  foreign?: ForeignAmount;
}

/**
 * What was understood of an amount, quantity, date or technique; null where there is nothing to tell.
 * @param definitions what is meant by techniques that the taxonomy does not have, by technique
 */
export function readBack(
  control: Control,
  typed: string,
  definitions: ReadonlyMap<string, string> = NONE_DEFINED,
): ReadBack | null {
  if (typed.trim() === "") return null;
  switch (control.is) {
    case "date": {
      const read = readDateControl(control, typed);
      if ("problem" in read) return refusedBack(read);
      if (read.value === null || (read.asks === null && read.value === typed.trim())) return null;
      return readBackOf(dateText(read.value), read);
    }
    case "amount":
      return amountBack(readUsd(typed, control.part ?? null), typed);
    case "quantity":
      return quantityBack(typed);
    case "pick":
      return control.of === "technique" ? techniqueBack(typed, definitions) : null;
    default:
      return null;
  }
}

function amountBack(read: UsdRead, typed: string): ReadBack | null {
  if ("problem" in read)
    return read.foreign === undefined
      ? refusedBack(read)
      : { ...refusedBack(read), foreign: read.foreign };
  if (read.value === null) return plainBack("unknown");
  const sum = dollars(read.value);
  // What says it in full already is not said twice.
  if (read.asks === null && bare(typed) === bare(sum)) return null;
  return readBackOf(read.note === null ? sum : `${sum}, ${read.note}`, read);
}

function quantityBack(typed: string): ReadBack | null {
  const several = severalQuantities(typed);
  if (several.length > 1)
    return plainBack(
      `${several.map((each) => quantityText(each)).join("; ")}: ${several.length} assets`,
    );
  const read = readQuantity(typed);
  if ("problem" in read) return refusedBack(read);
  const text = quantityText(typed);
  return read.asks === null && bare(typed) === bare(text) ? null : readBackOf(text, read);
}

function quantityText(typed: string): string {
  const read = readQuantity(typed);
  if ("problem" in read) return typed;
  const number = read.value === null ? "unknown" : formatQuantity(read.value);
  const usd = read.usd === undefined ? null : readUsd(read.usd);
  const worth =
    usd === null || "problem" in usd || usd.value === null ? "" : `, worth ${dollars(usd.value)}`;
  const where = read.chain === undefined ? "" : `, on ${read.chain}`;
  return `${read.symbol === undefined ? number : `${number} ${read.symbol}`}${worth}${where}`;
}

const NONE_DEFINED: ReadonlyMap<string, string> = new Map();

/** What a technique means, where that is known; the name that one in one's own words gets. */
function techniqueBack(typed: string, definitions: ReadonlyMap<string, string>): ReadBack | null {
  const name = readTechnique(typed);
  const held = TECHNIQUES.find(({ value }) => value === name);
  if (held !== undefined)
    return held.definition === null ? null : plainBack(`${held.label}: ${held.definition}`);
  const written = definitions.get(name);
  if (written !== undefined) return plainBack(`${techniqueLabel(name)}: ${written}`);
  return techniqueSchema.safeParse(name).success
    ? plainBack(`${name}, which the taxonomy does not have`)
    : null;
}

function bare(text: string): string {
  return text.replace(/[$,\s]/g, "");
}

function plainBack(text: string): ReadBack {
  return { text, wrong: false, choices: [] };
}

function refusedBack({
  problem,
  choices,
}: {
  problem: string;
  choices: readonly TypedChoice[];
}): ReadBack {
  return { text: `${problem}.`, wrong: true, choices };
}

function readBackOf(
  text: string,
  { asks, choices }: { asks: string | null; choices: readonly TypedChoice[] },
): ReadBack {
  if (asks === null) return plainBack(text);
  // A question with several answers names each; one with one has to say what was read.
  return { text: choices.length > 1 ? asks : `${text}? ${asks}`, wrong: true, choices };
}
