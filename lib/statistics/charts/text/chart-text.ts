import type { ChartRule, NamesInRule } from "@/lib/statistics/charts/model/chart-definition";
import { MONTH_NAMES } from "@/lib/statistics/charts/model/leap-year";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import type { Dimension, Interval, Measure } from "@/lib/statistics/rules/parameters";
import { incidentsText } from "@/lib/statistics/totals/incident-count";
import { type Day, dateInShort, lastDayOfMonth, yearOf } from "@/lib/values/dates/day";
import { formatThreshold } from "@/lib/values/money/usd";
import { sourcingLabel } from "@/lib/values/sources/sourcing";
import {
  chainLabel,
  isTargetKind,
  techniqueLabel,
  termLabel,
} from "@/lib/values/taxonomy/taxonomy";
import { dollarsAside, MEDIAN_RULE } from "./scale-text";

/** From a day through a day, both counted. */
export interface Span {
  from: Day;
  to: Day;
}

const NOUNS: Record<Measure, string> = {
  gross: "Losses",
  net: "Net losses",
  returned: "Returned funds",
  count: "Incidents",
  median: "Median loss",
};

/** What a measure adds up, as a title begins: `Losses`. */
export function measureNoun(measure: Measure): string {
  return NOUNS[measure];
}

const DIMENSION_NOUNS: Record<Dimension, string> = {
  category: "category",
  technique: "technique",
  target: "kind of target",
  chain: "chain",
  actor: "attributed actor",
};

/** What is split by, in a sentence. */
export function dimensionNoun(by: Dimension): string {
  return DIMENSION_NOUNS[by];
}

/** What one column of an interval is. */
export function intervalNoun(interval: Interval): string {
  return interval;
}

/** The note about incidents that no amount holds, because nobody knows theirs; none where there are none. */
export function unknownSizeNotes(count: number, measure: Measure = "gross"): string[] {
  if (count === 0 || measure === "count") return [];
  const are = count === 1 ? "is" : "are";
  if (measure === "returned") {
    return [`${incidentsText(count)} of which nobody has said what came back ${are} left out.`];
  }
  return [`${incidentsText(count)} of unknown size ${are} left out.`];
}

/** The note about incidents that are drawn on a day of which nobody knows that it was theirs. */
export function impreciseNotes(count: number): string[] {
  if (count === 0) return [];
  return [
    `${incidentsText(count)} known only to the month or year ${count === 1 ? "stands" : "stand"} where that begins.`,
  ];
}

/** From the first day of a year through a day: `1 Jan – 15 Sep 2023`. */
export function periodText(through: Day): string {
  return `1\u00a0Jan – ${dateInShort(through)}`;
}

/** A span in short: `12 Aug – 15 Sep 2023`, or with both years where they differ. */
export function spanText({ from, to }: Span): string {
  if (from === to) return dateInShort(to);
  const first = dateInShort(from);
  if (from.slice(0, 7) === to.slice(0, 7)) return `${Number(from.slice(8))}–${dateInShort(to)}`;
  return `${yearOf(from) === yearOf(to) ? first.replace(/ \d{4}$/, "") : first} – ${dateInShort(to)}`;
}

const shortMonth = (day: Day) => `${MONTH_NAMES[Number(day.slice(5, 7)) - 1]} ${yearOf(day)}`;
const plainSpaces = (text: string) => text.replaceAll("\u00a0", " ");

/**
 * Exactly the days of a span, as a title names them: `2023` only for all of it, `Q3 2023`, `Sep 2023`,
 * `Jan–Jun 2023`, `2011–2026`, and otherwise the days, `1–2 Jan 2023`. Its spaces are plain: titles are copied
 * into headlines, citations and searches.
 */
export function spanInTitle(span: Span): string {
  const { from, to } = span;
  if (!from.endsWith("-01") || to !== lastDayOfMonth(to.slice(0, 7)))
    return plainSpaces(spanText(span));
  const [first, last] = [yearOf(from), yearOf(to)];
  if (from.endsWith("-01-01") && to.endsWith("-12-31"))
    return first === last ? String(last) : `${first}–${last}`;
  if (first !== last) return `${shortMonth(from)} – ${shortMonth(to)}`;
  const [month, end] = [Number(from.slice(5, 7)), Number(to.slice(5, 7))];
  if (month === end) return shortMonth(to);
  if (month % 3 === 1 && end === month + 2) return `Q${(month + 2) / 3} ${last}`;
  return `${MONTH_NAMES[month - 1]}–${shortMonth(to)}`;
}

/** The whole record up to a day as a title names it: `to 22 Nov 2026`. */
export function sinceStartInTitle(through: Day): string {
  return `to ${plainSpaces(dateInShort(through))}`;
}

/** A year up to a day as a title names it: `2023 to 31 Jan`, or `2023` for all of it. */
export function yearThroughInTitle(through: Day): string {
  const year = yearOf(through);
  if (through.endsWith("-12-31")) return String(year);
  return `${year} to ${plainSpaces(dateInShort(through)).replace(/ \d{4}$/, "")}`;
}

/** The measure and what counts, in words without unit and period: `gross, best estimates, on Ethereum`. */
export function describeRule(view: ChartRule, { actorName, targetName }: NamesInRule): string {
  const { measure, estimate, filters } = view;
  const estimates = `${estimate} estimates`;
  const said = {
    gross: [`gross`, estimates],
    net: ["net of what was returned", estimates],
    returned: ["known to have been returned"],
    count: [],
    median: [MEDIAN_RULE, estimates],
  }[measure];
  const words = [...said];
  if (filters.category !== undefined)
    words.push(`category ${termLabel(filters.category).toLowerCase()}`);
  if (filters.technique !== undefined)
    words.push(`technique ${lowerFirst(techniqueLabel(filters.technique))}`);
  const { target } = filters;
  if (target !== undefined)
    words.push(
      isTargetKind(target)
        ? `target ${lowerFirst(termLabel(target))}`
        : `at ${targetName ?? target}`,
    );
  const spelt = filters["target-name"];
  if (spelt !== undefined) words.push(`at “${spelt}”`);
  if (filters.chain !== undefined) words.push(`on ${chainLabel(filters.chain)}`);
  if (filters.actor === "none") words.push("attributed to nobody");
  else if (filters.actor !== undefined) words.push(`attributed to ${actorName ?? filters.actor}`);
  else if (filters.confidence !== undefined && view.by !== "actor")
    words.push("attributed to anyone");
  if (view.by === "actor" || filters.actor !== undefined || filters.confidence !== undefined)
    words.push(attributionsText(view.confidence));
  if (filters.least !== undefined) words.push(`at least ${formatThreshold(filters.least)} each`);
  if (filters.sources !== undefined) words.push(`marked “${sourcingLabel(filters.sources)}”`);
  if (filters.q !== undefined) words.push(`mentioning “${filters.q}”`);
  return words.join(", ");
}

/** `Missing or broken…` → `missing or broken…`, but `NFT` and `MEV bot` as they are. */
export function lowerFirst(label: string): string {
  return /^[A-Z](?![A-Z])/.test(label) ? label.charAt(0).toLowerCase() + label.slice(1) : label;
}

/**
 * What is measured, in which unit, under which rule and when: the line under a title.
 * @param dollars the year in whose dollars amounts are; left out for those of the time of each theft
 */
export function subtitleOf(
  measure: Measure,
  axis: Pick<AmountAxis, "unit">,
  ruleText: string,
  period: string,
  dollars?: number,
): string {
  const isShare = axis.unit === "%";
  const unit =
    measure === "count"
      ? isShare
        ? "Percent of incidents"
        : "Number of incidents"
      : `${isShare ? "Percent of US$" : axis.unit}${dollarsAside(measure, dollars)}`;
  return [unit, ruleText, period].filter((part) => part !== "").join(", ");
}

export function sourceText(version: number): string {
  return `Lossline, version ${version}`;
}
