import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import {
  categoryIn,
  targetKindIn,
  techniqueIn,
} from "@/lib/statistics/charts/language/terms-in-language";
import type { ChartRule, NamesInRule } from "@/lib/statistics/charts/model/chart-definition";
import type { AmountAxis } from "@/lib/statistics/charts/model/money-axis";
import type { Dimension, Interval, Measure } from "@/lib/statistics/rules/parameters";
import { oneValue } from "@/lib/statistics/rules/picked";
import type { Day } from "@/lib/values/dates/day";
import { chainLabel, isTargetKind } from "@/lib/values/taxonomy/taxonomy";

/** From a day through a day, both counted. */
export interface Span {
  from: Day;
  to: Day;
}

/** What a measure adds up, as a title begins: `Losses`. */
export function measureNoun(measure: Measure, words: ChartWords = ENGLISH): string {
  return words.subject[measure];
}

/** What is split by, in a sentence. */
export function dimensionNoun(by: Dimension, words: ChartWords = ENGLISH): string {
  return words.splitNames[by];
}

/** What one column of an interval is. */
export function intervalNoun(interval: Interval): string {
  return interval;
}

/** The note about incidents that no amount holds, because nobody knows theirs; none where there are none. */
export function unknownSizeNotes(
  count: number,
  measure: Measure = "gross",
  words: ChartWords = ENGLISH,
): string[] {
  return count === 0 || measure === "count" ? [] : [words.note.unknownSize(count, measure)];
}

/** The note about incidents that are drawn on a day of which nobody knows that it was theirs. */
export function impreciseNotes(count: number, words: ChartWords = ENGLISH): string[] {
  return count === 0 ? [] : [words.note.imprecise(count)];
}

/** From the first day of a year through a day: `1 Jan – 15 Sep 2023`. */
export function periodText(through: Day, words: ChartWords = ENGLISH): string {
  return words.date.yearSoFar(through);
}

/** A span in short: `12 Aug – 15 Sep 2023`, or with both years where they differ. */
export function spanText(span: Span, words: ChartWords = ENGLISH): string {
  return words.date.span(span);
}

/**
 * Exactly the days of a span, as a title names them: `2023` only for all of it, `Q3 2023`, `Sep 2023`,
 * `Jan–Jun 2023`, `2011–2026`, and otherwise the days, `1–2 Jan 2023`. Its spaces are plain: titles are copied
 * into headlines, citations and searches.
 */
export function spanInTitle(span: Span, words: ChartWords = ENGLISH): string {
  return words.date.titleSpan(span);
}

/** The whole record up to a day as a title names it: `to 22 Nov 2026`. */
export function sinceStartInTitle(through: Day, words: ChartWords = ENGLISH): string {
  return words.date.sinceStart(through);
}

/** A year up to a day as a title names it: `2023 to 31 Jan`, or `2023` for all of it. */
export function yearThroughInTitle(through: Day, words: ChartWords = ENGLISH): string {
  return words.date.yearThrough(through);
}

/** The measure and what counts, in words without unit and period: `gross, best estimates, on Ethereum`. */
export function describeRule(
  view: ChartRule,
  { actorName, targetName }: NamesInRule,
  words: ChartWords = ENGLISH,
): string {
  const { measure, estimate, filters } = view;
  const { filter, rule } = words;
  const estimates = filter.estimates[estimate];
  const said = {
    gross: [rule.gross, estimates],
    net: [rule.net, estimates],
    returned: [rule.returned],
    count: [],
    median: [rule.median, estimates],
  }[measure];
  const parts = [...said];
  const category = oneValue(filters.category);
  if (category !== undefined) parts.push(rule.category(categoryIn(words, category)));
  if (filters.technique !== undefined)
    parts.push(rule.technique(techniqueIn(words, filters.technique)));
  const { target } = filters;
  if (target !== undefined)
    parts.push(
      isTargetKind(target)
        ? rule.target(targetKindIn(words, target))
        : filter.at(targetName ?? target),
    );
  const spelt = filters["target-name"];
  if (spelt !== undefined) parts.push(filter.spelt(spelt));
  if (filters.chain !== undefined) parts.push(filter.on(chainLabel(filters.chain)));
  if (filters.actor === "none") parts.push(filter.byNobody);
  else if (filters.actor !== undefined) parts.push(filter.by(actorName ?? filters.actor));
  else if (filters.confidence !== undefined && view.by !== "actor") parts.push(filter.byAnyone);
  if (view.by === "actor" || filters.actor !== undefined || filters.confidence !== undefined)
    parts.push(rule.leastSure(view.confidence));
  if (filters.least !== undefined) parts.push(filter.least(words.number.threshold(filters.least)));
  if (filters.sources !== undefined) parts.push(filter.marked(words.sourcing[filters.sources]));
  if (filters.q !== undefined) parts.push(filter.mentioning(filters.q));
  return parts.join(words.comma);
}

/** `Missing or broken…` → `missing or broken…`, but `NFT` and `MEV bot` as they are. */
export function lowerFirst(label: string): string {
  return ENGLISH.inside(label);
}

/**
 * What is measured, in which unit, under which rule and when: the line under a title.
 * @param dollars the year in whose dollars amounts are; left out for those of the time of each theft
 */
export function subtitleOf(
  measure: Measure,
  { unit, ofCells = false }: Pick<AmountAxis, "unit"> & { ofCells?: boolean },
  ruleText: string,
  period: string,
  { words = ENGLISH, dollars }: { words?: ChartWords; dollars?: number | undefined } = {},
): string {
  const { amounts, numberOfIncidents, percentOfDollars, percentOfIncidents } = words.subtitle;
  const isShare = unit === "%";
  const when = dollars ?? (measure === "returned" ? null : "theft");
  const said =
    measure === "count" || unit === "incidents"
      ? isShare
        ? percentOfIncidents
        : numberOfIncidents
      : amounts(isShare ? percentOfDollars : words.number.unit(unit, ofCells), when);
  return [said, ruleText, period].filter((part) => part !== "").join(words.comma);
}

export function sourceText(version: number, words: ChartWords = ENGLISH): string {
  return words.frame.source(version);
}
