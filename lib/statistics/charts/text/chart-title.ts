import type { ChartRule, NamesInRule } from "@/lib/statistics/charts/model/chart-definition";
import type { ChartContext } from "@/lib/statistics/charts/model/chart-model";
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

/** What a title is made of. Each part is complete in itself, so that it can be said in another language. */
export interface TitleParts {
  /** What is shown, with its measure: `Net losses`, `The largest losses`. */
  subject: string;
  /** What it is split by: `by month and category`; null where it is not split, or the filters name its one part. */
  split: string | null;
  /** Everything that leaves incidents out or changes their amounts, each in the fewest words that name it. */
  filters: readonly string[];
  /** Exactly the days that are counted. */
  span: string;
}

/** The parts of the title of a chart that shows a span of days. */
export function titleParts(
  what: Pick<TitleParts, "subject" | "split">,
  { filters = [], isFromStart }: Pick<ChartContext, "filters" | "isFromStart">,
  span: Span,
): TitleParts {
  return { ...what, filters, span: isFromStart ? sinceStartInTitle(span.to) : spanInTitle(span) };
}

/** The title of a chart: `Losses by month and category, attributed to North Korea, 2025`. */
export function titleText({ subject, split, filters, span }: TitleParts): string {
  return [split === null ? subject : `${subject} ${split}`, ...filters, span].join(", ");
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

/** Of what was typed no more letters than this are in a title; the subtitle holds all of it. */
const MOST_SEARCH = 32;

/**
 * The filters of a view and its estimates as a title names them; nothing of what is usual.
 * @param names what the actor and the target are called, where the view names any
 */
export function filtersInTitle(view: ChartRule, { actorName, targetName }: NamesInRule): string[] {
  const { estimate, filters, measure } = view;
  const { actor, category, chain, confidence, least, q, sources, target, technique } = filters;
  const words: string[] = [];
  if (actor === "none") words.push("attributed to nobody");
  else if (actor !== undefined) words.push(`attributed to ${actorName ?? actor}`);
  else if (confidence !== undefined && view.by !== "actor") words.push("attributed to anyone");
  words.push(...confidenceInTitle(view.confidence));
  if (category !== undefined) words.push(CATEGORIES[category] ?? lowerFirst(termLabel(category)));
  if (technique !== undefined)
    words.push(
      technique === "unknown" ? "unknown technique" : lowerFirst(techniqueLabel(technique)),
    );
  if (target !== undefined)
    words.push(isTargetKind(target) ? TARGETS[target] : `at ${targetName ?? target}`);
  const spelt = filters["target-name"];
  if (spelt !== undefined) words.push(`at “${shortened(spelt)}”`);
  if (chain !== undefined) words.push(`on ${chainLabel(chain)}`);
  if (least !== undefined) words.push(`at least ${formatThreshold(least)} each`);
  if (sources !== undefined) words.push(`marked “${sourcingLabel(sources)}”`);
  if (q !== undefined) words.push(`mentioning “${shortened(q)}”`);
  const isLoss = measure === "gross" || measure === "net";
  if (estimate !== "best" && isLoss) words.push(`${estimate} estimates`);
  return words;
}

/** How sure an attribution must be to count, where that is more than usual. */
export function confidenceInTitle(confidence: Confidence): string[] {
  if (confidence === DEFAULT_CONFIDENCE) return [];
  return [
    confidence === "confirmed" ? "confirmed attributions" : `attributions at least ${confidence}`,
  ];
}

/** The title of what is said about an actor: its name, how sure an attribution must be where that is more than usual, and the year. */
export function actorTitle(name: string, { confidence, period }: ActorPageView): string {
  const days = period === null ? [] : [yearThroughInTitle(period.through)];
  return [name, ...confidenceInTitle(confidence), ...days].join(", ");
}

/** The beginning of a text, up to the end of a word where there is one in its second half. */
function shortened(text: string): string {
  const letters = Array.from(text);
  if (letters.length <= MOST_SEARCH) return text;
  const start = letters.slice(0, MOST_SEARCH - 1).join("");
  const end = start.lastIndexOf(" ");
  return `${end > start.length / 2 ? start.slice(0, end) : start}…`;
}
