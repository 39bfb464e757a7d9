import type { ChartRule, NamesInRule } from "@/lib/statistics/charts/model/chart-definition";
import type { ChartContext, ChartFacts } from "@/lib/statistics/charts/model/chart-model";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import type { Measure } from "@/lib/statistics/rules/parameters";
import { type ActorPageView, DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { formatThreshold } from "@/lib/values/money/usd";
import { sourcingLabel } from "@/lib/values/sources/sourcing";
import {
  type Category,
  type Confidence,
  chainLabel,
  isTargetKind,
  type TargetKind,
  techniqueLabel,
  termLabel,
} from "@/lib/values/taxonomy/taxonomy";
import {
  lowerFirst,
  type Span,
  sinceStartInTitle,
  spanInTitle,
  yearThroughInTitle,
} from "./chart-text";
import type { NamedFilter } from "./named-filter";
import { inDollarsText } from "./scale-text";

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
): TitleParts {
  return {
    ...what,
    dollars,
    filters,
    span: isFromStart ? sinceStartInTitle(span.to) : spanInTitle(span),
  };
}

/**
 * The title of a chart, and the heading over its picture. The heading leaves filters to the subtitle, which holds all of
 * them, where the title has more than ten words; it says that there are more.
 */
export function titlesOf(parts: TitleParts): Pick<ChartFacts, "title" | "heading"> {
  return { title: titleText(parts), heading: headingText(parts) };
}

/** The title of a chart: `Losses by month and category, attributed to North Korea, 2025`. */
export function titleText(parts: TitleParts): string {
  return joined(
    parts,
    parts.filters.map(({ text }) => text),
  );
}

function joined(
  { subject, split, dollars, span, against }: TitleParts,
  filters: readonly string[],
): string {
  return [
    [subject, split, dollars === undefined ? null : inDollarsText(dollars)]
      .filter((part) => part !== null)
      .join(" "),
    ...filters,
    against ? `${span} against ${against}` : span,
  ].join(", ");
}

const MOST_WORDS = 10;

function headingText(parts: TitleParts): string {
  const { filters } = parts;
  const texts = filters.map((_, left) => {
    const kept = filters.slice(0, filters.length - left).map(({ text }) => text);
    return joined(
      parts,
      left === 0 ? kept : [...kept, `${left} more filter${left > 1 ? "s" : ""}`],
    );
  });
  const words = texts.map(wordsIn);
  const fits = words.findIndex((count) => count <= MOST_WORDS);
  const shortest = words.indexOf(Math.min(...words));
  return texts[fits === -1 ? shortest : fits] ?? titleText(parts);
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
export function alternativeText(kind: string, parts: TitleParts, finding: string): string {
  return `${kind} of ${lowerFirst(titleText(parts))}, where ${finding}.`;
}

const CATEGORIES: Partial<Record<Category, string>> = { unknown: "by unknown means" };

const TARGETS: Record<TargetKind, string> = {
  exchange: "exchanges",
  "payment-processor": "payment processors",
  gambling: "gambling services",
  wallet: "wallets",
  bridge: "bridges",
  lending: "lending services",
  dex: "decentralised exchanges",
  yield: "yield and staking services",
  stablecoin: "stablecoins",
  derivatives: "derivatives services",
  token: "tokens",
  nft: "NFT projects",
  gaming: "games",
  dao: "DAOs and treasuries",
  blockchain: "blockchains",
  custodian: "custodians and funds",
  infrastructure: "infrastructure",
  "mev-bot": "MEV bots",
  individual: "individuals",
  other: "other kinds of target",
};

/** Of what was typed no more letters than this are in a heading; title and subtitle hold all of it. */
const MOST_SEARCH = 32;

/**
 * The filters of a view and its estimates as a title names them; nothing of what is usual.
 * @param names what the actor and the target are called, where the view names any
 */
export function filtersInTitle(
  view: ChartRule,
  { actorName, targetName }: NamesInRule,
): NamedFilter[] {
  const { estimate, filters, measure } = view;
  const { actor, category, chain, confidence, least, q, sources, target, technique } = filters;
  const named: NamedFilter[] = [];
  const add = (of: NamedFilter["of"], text: string, inShort = text) =>
    named.push({ of, text, ...(inShort === text ? {} : { inShort }) });
  if (actor === "none") add("actor", "attributed to nobody");
  else if (actor !== undefined) add("actor", `attributed to ${actorName ?? actor}`);
  else if (confidence !== undefined && view.by !== "actor") add("actor", "attributed to anyone");
  named.push(...confidenceInTitle(view.confidence));
  if (category !== undefined)
    add("category", CATEGORIES[category] ?? lowerFirst(termLabel(category)));
  if (technique !== undefined)
    add(
      "technique",
      technique === "unknown" ? "unknown technique" : lowerFirst(techniqueLabel(technique)),
    );
  if (target !== undefined)
    add("target", isTargetKind(target) ? TARGETS[target] : `at ${targetName ?? target}`);
  const spelt = filters["target-name"];
  if (spelt !== undefined) add("target-name", `at “${spelt}”`, `at “${shortened(spelt)}”`);
  if (chain !== undefined) add("chain", `on ${chainLabel(chain)}`);
  if (least !== undefined) add("least", `at least ${formatThreshold(least)} each`);
  if (sources !== undefined) add("sources", `marked “${sourcingLabel(sources)}”`);
  if (q !== undefined) add("q", `mentioning “${q}”`, `mentioning “${shortened(q)}”`);
  if (estimate !== "best" && isOfLosses(measure)) add("estimate", `${estimate} estimates`);
  return named;
}

/** Whether a measure is of what was lost, of which sources give low and high estimates. */
export function isOfLosses(measure: Measure): boolean {
  return measure === "gross" || measure === "net" || measure === "median";
}

/** How sure an attribution must be to count, where that is more than usual. */
export function confidenceInTitle(confidence: Confidence): NamedFilter[] {
  if (confidence === DEFAULT_CONFIDENCE) return [];
  return [
    {
      of: "confidence",
      text: confidence === "confirmed" ? "confirmed attributions" : attributionsText(confidence),
    },
  ];
}

/** The title of what is said about an actor: its name, how sure an attribution must be where that is more than usual, and the year. */
export function actorTitle(name: string, { confidence, period }: ActorPageView): string {
  const days = period === null ? [] : [yearThroughInTitle(period.through)];
  return [name, ...confidenceInTitle(confidence).map(({ text }) => text), ...days].join(", ");
}

/** The beginning of a text, up to the end of a word where there is one in its second half. */
function shortened(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= MOST_SEARCH) return text;
  const start = letters.slice(0, MOST_SEARCH - 1).join("");
  const end = start.lastIndexOf(" ");
  return `${end > start.length / 2 ? start.slice(0, end) : start}…`;
}
