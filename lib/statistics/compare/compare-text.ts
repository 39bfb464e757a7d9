import { measureText, type NumberRule } from "@/lib/statistics/changes/number-rule";
import { filterTexts } from "@/lib/statistics/changes/rule-text";
import type { CompareView } from "@/lib/statistics/compare/compare-view";
import type { Comparison, Side, SideTotal } from "@/lib/statistics/compare/comparison";
import { knownCents } from "@/lib/statistics/compare/comparison";
import { spanText } from "@/lib/statistics/figures/figure-span";
import {
  daysText,
  type NamesInNumber,
  subjectText,
} from "@/lib/statistics/numbers/number-sentence";
import { changeInPercent } from "@/lib/statistics/periods/percent";
import { onlyValue } from "@/lib/statistics/rules/picked";
import { FILTERS_BESIDE_PERIOD, type Filters } from "@/lib/statistics/rules/views";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

/** What the two sides are called, and what both have. */
export interface CompareTexts {
  /** `2024`, `Lazarus Group`, `Losses, net, best estimates`: what sets one side apart from the other. */
  first: string;
  second: string;
  /** `2025 against 2024: crypto-asset thefts`. */
  title: string;
  /** The finding as a sentence. */
  summary: string;
}

const NOT_ASKED: Partial<Record<keyof Filters, string>> = {
  category: "any category",
  technique: "any technique",
  target: "any target",
  chain: "any chain",
  actor: "whoever did it",
  confidence: "however sure the attribution",
  least: "losses of any size",
};

/** What is said of one side where the other says something else. */
function labelOf(
  { filters, ...rule }: NumberRule,
  side: Pick<Side, "days">,
  other: NumberRule,
  names: NamesInNumber,
): string {
  const parts: string[] = [];
  const { from, to } = side.days;
  if (filters.from !== other.filters.from || filters.to !== other.filters.to)
    parts.push(
      from === null ? `through ${dateInShort(to)}` : spanText({ from, to: laterTo(from, to) }),
    );
  const differing = FILTERS_BESIDE_PERIOD.filter((name) => filters[name] !== other.filters[name]);
  const actor = onlyValue(filters.actor);
  if (actor !== null && differing.includes("actor")) {
    const called = typeof names.actorName === "string" ? names.actorName : actor;
    parts.push(actor === "none" ? "nobody named" : called);
  }
  const own = differing.filter((name) => name !== "actor" || actor === null);
  const said: Filters = Object.fromEntries(own.map((name) => [name, filters[name]]));
  parts.push(
    ...filterTexts(said, names.actorName, names.targetName).filter(
      (text) => text !== "attributed to somebody",
    ),
  );
  for (const name of own)
    if (filters[name] === undefined) parts.push(NOT_ASKED[name] ?? "without that limit");
  if (rule.measure !== other.measure || rule.estimate !== other.estimate)
    parts.push(measureText({ ...rule, filters }).toLowerCase());
  const label = parts.join(", ");
  return label.charAt(0).toUpperCase() + label.slice(1);
}

const laterTo = (from: string, to: string) => (to < from ? from : to);

/** What the sides have in common: their filters that are the same. */
function sharedRule({ first, second }: CompareView): NumberRule {
  const { from, to, ...filters } = first.filters;
  const same = Object.entries(filters).filter(
    ([name, value]) => second.filters[name as keyof Filters] === value,
  );
  return { ...first, filters: Object.fromEntries(same) };
}

/** The words of a comparison. @param names what the slugs of each side are called */
export function compareTexts(
  comparison: Comparison,
  names: { first: NamesInNumber; second: NamesInNumber },
): CompareTexts {
  const { view } = comparison;
  const first = labelOf(view.first, comparison.first, view.second, names.first);
  const second = labelOf(view.second, comparison.second, view.first, names.second);
  const subject = subjectText(sharedRule(view), names.first);
  const { from, to } = view.first.filters;
  const hasSameDays = from === view.second.filters.from && to === view.second.filters.to;
  const when = hasSameDays ? `, ${daysText(comparison.first.days)}` : "";
  const title = `${second} against ${first}: ${subject}${when}`;
  return { first, second, title, summary: summaryOf(comparison, first, second) };
}

function summaryOf({ first, second }: Comparison, one: string, two: string): string {
  const change = changeOf(coveredTotal(first), coveredTotal(second));
  const rest = changeOf(first.withoutLargest, second.withoutLargest);
  const of = (side: Side) => {
    const cents = side.isCovered ? knownCents(side.total) : null;
    return cents === null ? "not known" : formatUsd(cents / 100);
  };
  const without =
    first.largest === null || second.largest === null
      ? ""
      : `; without the largest incident of each, ${first.largest.name} and ${second.largest.name}, ${rest}`;
  return `${two}: ${of(second)}; ${one}: ${of(first)}. Change: ${change}${without}.`;
}

/** What a side comes to; null, which is not zero, where editors have looked through none of its days. */
export function coveredTotal({ isCovered, total }: Side): SideTotal | null {
  return isCovered ? total : null;
}

/** How much more the second total is, in per cent; that it is not known where either is not. */
export function changeOf(
  first: Pick<SideTotal, "incidents" | "unknownSize" | "cents"> | null,
  second: Pick<SideTotal, "incidents" | "unknownSize" | "cents"> | null,
): string {
  const [one, two] = [first && knownCents(first), second && knownCents(second)];
  return one === null || two === null ? "not known" : changeInPercent(two, one);
}
