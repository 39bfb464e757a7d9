import { filterTexts, type RuleNames } from "@/lib/statistics/changes/rule-text";
import { spanInTitle } from "@/lib/statistics/charts/text/chart-text";
import {
  betweenValues,
  isSeveralValued,
  type SeveralValued,
  valuesOf,
} from "@/lib/statistics/rules/parameters";
import { pickedValues, writePicked } from "@/lib/statistics/rules/picked";
import type { Filters } from "@/lib/statistics/rules/views";
import { type Day, dateInShort } from "@/lib/values/dates/day";
import { formatThreshold } from "@/lib/values/money/usd";
import type { Category } from "@/lib/values/taxonomy/taxonomy";

/** What the actors and targets of a selection are called. */
export interface SelectionNames {
  actorName: RuleNames;
  targetName: RuleNames;
}

/** One value that is selected, or left out, with the selection that is without it. */
export interface SelectedValue {
  /** Such as `category phishing`, `not on BNB Smart Chain`. */
  text: string;
  without: Filters;
}

/** Incidents of each category, in the middle of a sentence. */
const INCIDENTS_OF: Record<Category, string> = {
  "contract-exploit": "contract exploits",
  "flash-loan": "flash-loan attacks",
  "wallet-compromise": "wallet compromises",
  phishing: "phishing",
  "exit-scam": "exit scams",
  unknown: "thefts by unknown means",
};

const AND = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What is selected, as a title: `Contract exploits and phishing of $10m and more, on Ethereum, 2023–2024`. */
export function selectionTitle(
  { from, to, category, least, most, ...others }: Filters,
  { actorName, targetName }: SelectionNames,
): string {
  const { among, without } = pickedValues(category);
  const what = among.length === 0 ? "incidents" : AND.format(among.map((one) => INCIDENTS_OF[one]));
  const apart =
    without.length === 0
      ? ""
      : ` other than ${AND.format(without.map((one) => INCIDENTS_OF[one]))}`;
  const size =
    least !== undefined && most !== undefined
      ? ` of ${formatThreshold(least)} to ${formatThreshold(most)}`
      : least !== undefined
        ? ` of ${formatThreshold(least)} and more`
        : most !== undefined
          ? ` of ${formatThreshold(most)} and less`
          : "";
  const title = [
    `${what}${apart}${size}`,
    ...filterTexts(others, actorName, targetName),
    ...daysText(from, to),
  ].join(", ");
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** What a list is called where it is cited or saved. */
export function listTitle(filters: Filters, names: SelectionNames): string {
  return Object.keys(filters).length === 0
    ? "Incidents of crypto-asset theft"
    : selectionTitle(filters, names);
}

function daysText(from: string | undefined, to: string | undefined): string[] {
  if (from !== undefined && to !== undefined) return [spanInTitle({ from, to })];
  if (from !== undefined) return [`from ${plainDay(from)}`];
  return to === undefined ? [] : [`to ${plainDay(to)}`];
}

/** Everything that is selected, value by value. */
export function selectedValues(
  filters: Filters,
  { actorName, targetName }: SelectionNames,
): SelectedValue[] {
  return (Object.keys(filters) as (keyof Filters)[]).flatMap((name) => {
    const { [name]: value, ...without } = filters;
    if (value === undefined) return [];
    if (name === "from" || name === "to")
      return [{ text: `${name} ${plainDay(String(value))}`, without }];
    if (isSeveralValued(name)) return eachOf(name, filters, { actorName, targetName });
    // Beside an actor the confidence says how surely it is named.
    const [text] = filterTexts({ [name]: value }, actorName, targetName).slice(-1);
    return text === undefined ? [] : [{ text, without }];
  });
}

function eachOf(
  name: SeveralValued,
  filters: Filters,
  { actorName, targetName }: SelectionNames,
): SelectedValue[] {
  const { among, without } = valuesOf(name, filters[name]);
  const between = betweenValues(name);
  const one = (value: string, isLeftOut: boolean): SelectedValue => {
    const left = {
      among: isLeftOut ? among : among.filter((each) => each !== value),
      without: isLeftOut ? without.filter((each) => each !== value) : without,
    };
    const { [name]: _, ...beside } = filters;
    // What asks for statements about an actor asks for nothing without it.
    const { known, statements, ...apart } = beside;
    const others = name === "actor" ? apart : beside;
    const kept = writePicked(left, between);
    const alone = { [name]: isLeftOut ? `-${value}` : value } as Filters;
    return {
      text: filterTexts(alone, actorName, targetName).join(", "),
      without: kept === undefined ? others : ({ ...others, [name]: kept } as Filters),
    };
  };
  return [...among.map((value) => one(value, false)), ...without.map((value) => one(value, true))];
}

/** A day whose spaces are plain, as titles are copied. */
function plainDay(day: Day): string {
  return dateInShort(day).replace(/\s/g, " ");
}
