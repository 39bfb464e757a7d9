import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { categoryIn, techniqueIn } from "@/lib/statistics/charts/language/terms-in-language";
import type { ChartRule, NamesInRule } from "@/lib/statistics/charts/model/chart-definition";
import type { ChartContext, ChartFacts } from "@/lib/statistics/charts/model/chart-model";
import type { Measure } from "@/lib/statistics/rules/parameters";
import { oneValue } from "@/lib/statistics/rules/picked";
import { type ActorPageView, DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { dateText } from "@/lib/values/dates/day";
import { type Confidence, chainLabel, isTargetKind } from "@/lib/values/taxonomy/taxonomy";
import { type Span, sinceStartInTitle, spanInTitle, yearThroughInTitle } from "./chart-text";
import type { NamedFilter } from "./named-filter";

/** What a title is made of. Each part is complete in itself, so that it can be said in another language. */
export interface TitleParts {
  /** What is shown, with its measure: `Net losses`, `The largest losses`. */
  subject: string;
  /** What it is split by: `by month and category`; null where it is not split, or a filter names its one part. */
  split: string | null;
  /** The year in whose dollars amounts are; left out where they are those of the time of each theft. */
  dollars?: number | undefined;
  /** Everything that is counted by a filter. */
  filters: readonly NamedFilter[];
  /** Exactly the days that are counted. */
  span: string;
  /** The years that the span is drawn against: `2020–2022`; left out or null where it is alone. */
  against?: string | null;
}

/** The parts of the title of a chart that shows a span of days. */
export function titleParts(
  what: Pick<TitleParts, "subject" | "split">,
  { filters = [], isFromStart, dollars }: Pick<ChartContext, "filters" | "isFromStart" | "dollars">,
  span: Span,
  words: ChartWords = ENGLISH,
): TitleParts {
  return {
    ...what,
    dollars,
    filters,
    span: isFromStart ? sinceStartInTitle(span.to, words) : spanInTitle(span, words),
  };
}

/**
 * The title of a chart, and the heading over its picture. The heading leaves filters to the subtitle, which holds all of
 * them, where the title has more than ten words; it says that there are more.
 */
export function titlesOf(
  parts: TitleParts,
  words: ChartWords = ENGLISH,
): Pick<ChartFacts, "title" | "heading"> {
  return { title: titleText(parts, words), heading: headingText(parts, words) };
}

/** The title of a chart: `Losses by month and category, attributed to North Korea, 2025`. */
export function titleText(parts: TitleParts, words: ChartWords = ENGLISH): string {
  return joined(
    parts,
    parts.filters.map(({ text }) => text),
    words,
  );
}

function joined(parts: TitleParts, filters: readonly string[], words: ChartWords): string {
  return words.title({
    ...parts,
    dollars: parts.dollars ?? null,
    filters,
    against: parts.against || null,
  });
}

const MOST_WORDS = 10;
/** Letters that are as long as a word where words are not set apart; other languages need more words than English. */
const [LETTERS_OF_A_WORD, MOST_ELSEWHERE] = [4, 14];

function headingText(parts: TitleParts, words: ChartWords): string {
  const { filters } = parts;
  const texts = filters.map((_, left) => {
    const kept = filters.slice(0, filters.length - left).map(({ text }) => text);
    return joined(parts, left === 0 ? kept : [...kept, words.moreFilters(left)], words);
  });
  const lengths = texts.map((text) =>
    words.isUnspaced ? text.length / LETTERS_OF_A_WORD : wordsIn(text),
  );
  const most = words.language === "en" ? MOST_WORDS : MOST_ELSEWHERE;
  const fits = lengths.findIndex((length) => length <= most);
  const shortest = lengths.indexOf(Math.min(...lengths));
  return texts[fits === -1 ? shortest : fits] ?? titleText(parts, words);
}

/** How many words a title has; a date is one, however exactly it is said. */
export function wordsIn(title: string): number {
  return title
    .replace(/(\d+ )?[A-Z][a-z]{2} \d{4}|\d+ [A-Z][a-z]{2}\b/g, "date")
    .replaceAll(" – ", " ")
    .split(" ").length;
}

/**
 * What a chart is and shows, for those who do not see it: "[kind of chart] of [what] where [the finding]". It
 * names the same as the title, because a finding is true of nothing else.
 */
export function alternativeText(
  kind: string,
  parts: TitleParts,
  finding: string,
  words: ChartWords = ENGLISH,
): string {
  return words.alternative(kind, titleText(parts, words), finding);
}

/** Of what was typed no more letters than this are in a heading; title and subtitle hold all of it. */
const MOST_SEARCH = 32;

/**
 * The filters of a view and its estimates as a title names them; nothing of what is usual.
 * @param names what the actor and the target are called, where the view names any
 */
export function filtersInTitle(
  view: ChartRule,
  { actorName, targetName }: NamesInRule,
  words: ChartWords = ENGLISH,
): NamedFilter[] {
  const { estimate, filters, measure } = view;
  const { actor, chain, confidence, least, q, sources, target, technique } = filters;
  const category = oneValue(filters.category);
  const { filter } = words;
  const named: NamedFilter[] = [];
  const add = (of: NamedFilter["of"], text: string, inShort = text) =>
    named.push({ of, text, ...(inShort === text ? {} : { inShort }) });
  if (actor === "none") add("actor", filter.byNobody);
  else if (actor !== undefined) add("actor", filter.by(actorName ?? actor));
  else if (confidence !== undefined && view.by !== "actor") add("actor", filter.byAnyone);
  named.push(...confidenceInTitle(view.confidence, words));
  if (category !== undefined)
    add(
      "category",
      category === "unknown" ? filter.unknownMeans : words.inside(categoryIn(words, category)),
    );
  if (technique !== undefined)
    add(
      "technique",
      technique === "unknown"
        ? filter.unknownTechnique
        : words.inside(techniqueIn(words, technique)),
    );
  if (target !== undefined)
    add("target", isTargetKind(target) ? words.targets[target] : filter.at(targetName ?? target));
  const spelt = filters["target-name"];
  if (spelt !== undefined) add("target-name", filter.spelt(spelt), filter.spelt(shortened(spelt)));
  if (chain !== undefined) add("chain", filter.on(chainLabel(chain)));
  if (least !== undefined) add("least", filter.least(words.number.threshold(least)));
  if (sources !== undefined) add("sources", filter.marked(words.sourcing[sources]));
  if (q !== undefined) add("q", filter.mentioning(q), filter.mentioning(shortened(q)));
  if (estimate !== "best" && isOfLosses(measure)) add("estimate", filter.estimates[estimate]);
  return named;
}

/** Whether a measure is of what was lost, of which sources give low and high estimates. */
export function isOfLosses(measure: Measure): boolean {
  return measure === "gross" || measure === "net" || measure === "median";
}

/** How sure an attribution must be to count, where that is more than usual. */
export function confidenceInTitle(
  confidence: Confidence,
  words: ChartWords = ENGLISH,
): NamedFilter[] {
  if (confidence === DEFAULT_CONFIDENCE) return [];
  return [{ of: "confidence", text: words.filter.surely[confidence] }];
}

/** The title of what is said about an actor: its name, how sure an attribution must be where that is more than usual, and the year. */
export function actorTitle(name: string, { confidence, period, known }: ActorPageView): string {
  const days = period === null ? [] : [yearThroughInTitle(period.through)];
  const said = known === null ? [] : [`as known on ${dateText(known)}`];
  const sure = confidenceInTitle(confidence).map(({ text }) => text);
  return [name, ...sure, ...days, ...said].join(", ");
}

/** The beginning of a text, up to the end of a word where there is one in its second half. */
function shortened(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= MOST_SEARCH) return text;
  const start = letters.slice(0, MOST_SEARCH - 1).join("");
  const end = start.lastIndexOf(" ");
  return `${end > start.length / 2 ? start.slice(0, end) : start}…`;
}
