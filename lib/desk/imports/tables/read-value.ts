import { pickOf } from "@/lib/desk/forms/picks";
import { readUsd } from "@/lib/desk/forms/typed-amount";
import { readDate } from "@/lib/desk/forms/typed-date";
import {
  type AmountRule,
  type DateRule,
  ruledAmount,
  ruledDate,
  SHOWN_AS,
} from "@/lib/desk/imports/tables/column-rule";
import { actorKey, type KnownValues } from "@/lib/desk/imports/tables/known-values";
import type { MappedField, PickedField } from "@/lib/desk/imports/tables/mapped-field";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";
import { saysNothing } from "@/lib/desk/imports/tables/said-nothing";
import { suggestedTerm } from "@/lib/desk/imports/tables/suggested-term";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import { readChains } from "@/lib/values/taxonomy/chain-list";
import { techniqueLabel, techniqueSchema } from "@/lib/values/taxonomy/taxonomy";

/** What a text of a table says, as it would be typed in the form; or what an editor has to say of it. */
export type ValueRead =
  | { typed: string }
  | {
      /** Why it is asked. */
      asks: string;
      /** What it may be, the likeliest first, as it would be typed. */
      choices: { value: string; label: string }[];
      /** What is offered at first; empty where nothing is. */
      suggested: string;
    };

/** Below that many dollars, a theft's sum without a unit may well count millions. */
const SMALL = 1000;

/** An answer that says that nothing is known. */
export const UNKNOWN = "unknown";

/** What was said of a text; undefined where nothing was. */
export function saidOf(mapping: Mapping, key: string, text: string): string | undefined {
  const values = Object.hasOwn(mapping.values, key) ? mapping.values[key] : undefined;
  return values !== undefined && Object.hasOwn(values, text) ? values[text] : undefined;
}

export function readPickText(
  key: PickedField,
  text: string,
  mapping: Mapping,
  known: KnownValues,
): ValueRead {
  const said = saidOf(mapping, key, text);
  if (said !== undefined) return { typed: said };
  const value = pickOf(key).read(text);
  if (key !== "technique" && value !== null) return { typed: text };
  if (key === "technique" && known.techniques.some((term) => term.value === value))
    return { typed: text };
  const rest = mapping.rest[key];
  if (rest === "unknown") return { typed: key === "targetKind" ? "other" : UNKNOWN };
  const isName = value !== null && techniqueSchema.safeParse(value).success;
  if (rest === "new" && key === "technique" && isName) return { typed: value };
  return {
    asks:
      text === ""
        ? "The cell is empty."
        : key === "technique"
          ? "No incident has this technique yet."
          : "It is none of the record’s values.",
    choices:
      key === "technique" && isName
        ? [{ value, label: `${techniqueLabel(value)} (a new technique)` }]
        : [],
    suggested: suggestedTerm(key, text, known),
  };
}

export function readActorText(text: string, mapping: Mapping, known: KnownValues): ValueRead {
  if (saysNothing(text)) return { typed: "" };
  const said = saidOf(mapping, "actor", text);
  if (said !== undefined) return { typed: said === UNKNOWN ? "" : said };
  const slug = known.actors.get(actorKey(text));
  if (slug !== undefined) return { typed: slug };
  if (mapping.rest.actor === "unknown") return { typed: "" };
  return { asks: "The record has no such actor.", choices: [], suggested: "" };
}

export function readDateText(
  key: string,
  text: string,
  rule: DateRule,
  mapping: Mapping,
): ValueRead {
  const said = saidOf(mapping, key, text);
  if (said !== undefined) return { typed: said };
  if (saysNothing(text)) return { typed: "" };
  const shown = SHOWN_AS.exec(text);
  if (shown !== null)
    return asking(
      `The cell stores ${dateText(shown[1] ?? "")} and shows ${dateText(shown[2] ?? "")}.`,
      [shown[2] ?? "", shown[1] ?? ""].map((value) => ({ value, label: dateText(value) })),
    );
  const ruled = ruledDate(text, rule);
  if (ruled === null) return asking("It does not fit the rule by which its column is read.", []);
  const read = readDate(ruled);
  if ("problem" in read) return asking(`It ${read.problem}.`, choicesOf(read.choices));
  if (read.asks !== null) return asking(read.asks, choicesOf(read.choices));
  return { typed: ruled };
}

export function readAmountText(
  { key, column }: Pick<MappedField, "key" | "column">,
  text: string,
  rule: AmountRule,
  mapping: Mapping,
): ValueRead {
  const said = saidOf(mapping, key, text);
  if (said !== undefined) return { typed: said };
  if (saysNothing(text)) return { typed: "" };
  const control = column?.field.control;
  const part = control?.is === "amount" ? (control.part ?? null) : null;
  const ruled = ruledAmount(text, rule);
  const read = readUsd(ruled, part);
  if ("problem" in read)
    return asking(`It ${read.problem}.`, [...choicesOf(read.choices), NOT_KNOWN]);
  if (read.value === null) return { typed: "" };
  if (read.value === 0 && text !== "nothing")
    return asking("Others write 0 for what is unknown.", [
      NOT_KNOWN,
      { value: "nothing", label: "nothing" },
    ]);
  if (read.asks !== null) return asking(read.asks, [...choicesOf(read.choices), NOT_KNOWN]);
  if (rule === "dollars" && read.value < SMALL && ruled === text && /^[\d.,]+$/.test(text))
    return asking(`${formatUsdExact(read.value)} is little for a theft: are these millions?`, [
      { value: `${text}m`, label: formatUsd(read.value * 1_000_000) },
      { value: `$${text}`, label: formatUsdExact(read.value) },
    ]);
  return { typed: ruled };
}

const NOT_KNOWN = { value: UNKNOWN, label: UNKNOWN };

/** The names in a cell of chains, each by itself. */
export function chainNames(text: string): string[] {
  if (saysNothing(text)) return [];
  const { chains, asks } = readChains(text);
  return asks === null ? chains : [text];
}

/** What one name of a cell says: chains, set apart by semicolons. */
export function readChainText(name: string, mapping: Mapping, known: KnownValues): ValueRead {
  const said = saidOf(mapping, "chains", name);
  if (said !== undefined) return { typed: said === UNKNOWN ? "" : said };
  if (known.chains.has(name)) return { typed: name };
  const { chains, asks } = readChains(name);
  if (asks === null && mapping.rest.chains === "new") return { typed: name };
  if (mapping.rest.chains === "unknown") return { typed: "" };
  return {
    asks: asks ?? "Nothing in the record is on a chain of that name.",
    choices: [...chains.map((value) => ({ value, label: "as it is written" })), NOT_KNOWN],
    suggested: "",
  };
}

function asking(asks: string, choices: { value: string; label: string }[]): ValueRead {
  return { asks, choices, suggested: "" };
}

function choicesOf(choices: readonly { label: string; fills: { here?: string; best?: string } }[]) {
  return choices.flatMap(({ label, fills }) => {
    const value = fills.here;
    return value === undefined ? [] : [{ value: value === "" ? UNKNOWN : value, label }];
  });
}
