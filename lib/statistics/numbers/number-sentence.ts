import { exactText, numberText } from "@/lib/statistics/changes/amount-text";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import type { RuleNames } from "@/lib/statistics/changes/rule-text";
import { filterTexts } from "@/lib/statistics/changes/rule-text";
import { isWholeMonths, periodEqual } from "@/lib/statistics/figures/figure-span";
import {
  attributedLevels,
  knownAmountOf,
  type RecordNumber,
} from "@/lib/statistics/numbers/number";
import { periodText } from "@/lib/statistics/periods/period";
import { isOne } from "@/lib/statistics/rules/picked";
import type { Filters } from "@/lib/statistics/rules/views";
import { rangeText } from "@/lib/statistics/totals/actor-levels";
import { unplacedText } from "@/lib/statistics/totals/unplaced-text";
import { type Day, dateText, yearOf } from "@/lib/values/dates/day";
import { isTargetKind } from "@/lib/values/taxonomy/taxonomy";

/** What the slugs of a rule are called: a person's name with the legal status. */
export interface NamesInNumber {
  actorName: RuleNames;
  targetName: RuleNames;
}

/** A number in words to print. Neither says more than the record knows. */
export interface NumberSentences {
  /** What is counted, as a title: `Known losses to crypto-asset thefts in 2025`. */
  title: string;
  /** For the story. */
  short: string;
  /** For the caption, the footnote and whoever checks it; without its URL. */
  full: string;
}

/** What a number comes to, where it stands alone: `$2.65bn`, `Not known`. */
export function numberInShort(number: RecordNumber): string {
  if (!number.isCovered) return "Not covered yet";
  if (number.incidents === 0) return "None on record";
  const known = knownAmountOf(number);
  return known === null ? "Not known" : numberText(number.rule.measure, known);
}

/** Days in the middle of a sentence, with their preposition. */
export function daysText({ from, to }: { from: Day | null; to: Day }): string {
  if (from === null) return `through ${dateText(to)}`;
  if (from === to) return `on ${dateText(from)}`;
  const period = periodEqual({ from, to });
  if (period !== null) return `in ${periodText(period)}`;
  const isOneYear = yearOf(from) === yearOf(to);
  const isYears = isWholeMonths({ from, to }) && from.endsWith("-01-01") && to.endsWith("-12-31");
  if (isYears) return `from ${yearOf(from)} to ${yearOf(to)}`;
  const first = isOneYear ? dateText(from).replace(/ \d{4}$/, "") : dateText(from);
  return `from ${first} to ${dateText(to)}`;
}

/** Which thefts are counted: `crypto-asset thefts at Bybit attributed to Lazarus Group (category phishing)`. */
export function subjectText(
  { filters, measure }: Pick<NumberRule, "filters" | "measure">,
  { actorName, targetName }: NamesInNumber,
): string {
  const { from, to, target, chain, actor, ...others } = filters;
  const isKind = target !== undefined && isTargetKind(target);
  const withoutActor: Filters = {
    ...(target === undefined || isKind ? {} : { target }),
    ...(chain === undefined ? {} : { chain }),
  };
  const named = actor === undefined ? withoutActor : { ...withoutActor, actor };
  // With an actor its confidence needs no second "somebody".
  const { confidence, ...rest } = others;
  const words =
    actor === "none"
      ? [...filterTexts(withoutActor, null, targetName), "not attributed to anyone"]
      : filterTexts(named, actorName, targetName);
  const apart = [
    ...(target !== undefined && isKind ? filterTexts({ target }) : []),
    ...filterTexts(rest),
    // Where a rule names a chain, all of an incident counts that was on it.
    ...(chain === undefined || measure === "count" || others.chains === "one"
      ? []
      : ["losses on other chains included"]),
    ...(confidence === undefined
      ? []
      : actor === undefined
        ? filterTexts({ confidence })
        : [`by statements at least ${confidence}`]),
  ];
  return [
    "crypto-asset thefts",
    ...words,
    ...(apart.length === 0 ? [] : [`(${apart.join(", ")})`]),
  ].join(" ");
}

const counted = (incidents: number) =>
  `${incidents.toLocaleString("en-GB")} ${incidents === 1 ? "incident" : "incidents"}`;

const ESTIMATE_TEXT = { best: "best estimates", low: "low estimates", high: "high estimates" };

/** A number as sentences to print. */
export function numberSentences(
  number: RecordNumber,
  names: NamesInNumber,
  version: { number: number; publishedOn: Day; coveredThrough: Day | null },
): NumberSentences {
  const { rule, days, unknownSize, incidents } = number;
  const subject = subjectText(rule, names);
  const when =
    number.isCovered || days.from === null ? daysText(days) : `from ${dateText(days.from)}`;
  const title = `${titleStart(rule.measure)} ${subject} ${when}`;
  const short = `${finding(number, subject, when)}${leftOut(number)}.`;
  if (!number.isCovered || incidents === 0) {
    return { title, short, full: `${short} ${sourceSentence(version)}` };
  }
  const known = knownAmountOf(number);
  const isCount = rule.measure === "count";
  const { range } = number;
  const sentences = [
    short,
    known === null || isCount
      ? null
      : `To the dollar: ${exactText(rule.measure, number.amount)}, ${measured(number)}, in US dollars at the time of each theft.`,
    range === null || known === null || unknownSize === incidents
      ? null
      : range.low.amount === range.high.amount
        ? "Low and high estimates come to the same."
        : `Low estimates come to ${numberText(rule.measure, range.low.amount)}, high ones to ${numberText(rule.measure, range.high.amount)}.`,
    isOfAttributed(rule.filters)
      ? "How sure it is goes by the surest statement about each incident; attributions are others’ statements, which Lossline cites."
      : null,
    coverageSentence(number, version.coveredThrough),
    sourceSentence(version),
  ];
  return { title, short, full: sentences.filter((text) => text !== null).join(" ") };
}

function titleStart(measure: RecordNumber["rule"]["measure"]): string {
  if (measure === "count") return "Number of";
  if (measure === "returned") return "Known returns of what was lost to";
  return measure === "net" ? "Known losses, net of returns, to" : "Known losses to";
}

function finding(number: RecordNumber, subject: string, when: string): string {
  const { rule, incidents, unknownSize } = number;
  if (!number.isCovered)
    return `Lossline cannot say yet what was lost to ${subject} after ${dateText(number.days.to)}: its editors have not looked further`;
  if (incidents === 0) return `Lossline has no ${subject} on record ${when}`;
  const known = knownAmountOf(number);
  const onRecord = `Lossline has ${incidents === 1 ? `one ${subject.replace("thefts", "theft")}` : `${incidents.toLocaleString("en-GB")} ${subject}`} on record ${when}`;
  if (rule.measure === "count") return onRecord;
  if (known === null)
    return rule.measure === "returned"
      ? `${onRecord}; of none is it known what was returned`
      : `${onRecord}; how much was lost is not known of ${incidents === 1 ? "it" : "any"}`;
  const amount = numberText(rule.measure, known);
  const of = counted(incidents - unknownSize);
  const by = rule.estimate === "best" ? "" : `, by ${ESTIMATE_TEXT[rule.estimate]},`;
  if (rule.measure === "returned")
    return `Of what was lost to ${subject} ${when}, ${amount} is known to have been returned, in ${of}, according to Lossline`;
  const less = rule.measure === "net" ? ", less what is known to have been returned," : "";
  return `Known losses to ${subject} ${when}${less} came to ${amount}${by} in ${of}${sureness(number)}, according to Lossline`;
}

/** What a number leaves out, as a clause; nothing where it leaves out nothing. */
function leftOut(number: RecordNumber): string {
  const { rule, incidents, unknownSize, unplaced } = number;
  const isCount = rule.measure === "count";
  const clauses: string[] = [];
  if (!isCount && unknownSize > 0 && unknownSize < incidents) {
    const more = unknownSize.toLocaleString("en-GB");
    clauses.push(
      rule.measure === "returned"
        ? `what came back of ${more} more is not known`
        : `${more} more ${unknownSize === 1 ? "is" : "are"} of unknown size`,
    );
  }
  const notPlaced = unplacedText(unplaced, rule.measure !== "gross" || rule.estimate !== "best");
  if (notPlaced !== null && number.isCovered) clauses.push(notPlaced);
  return clauses.length === 0 ? "" : `; ${clauses.join(", and ")}`;
}

function measured({ rule: { measure, estimate } }: RecordNumber): string {
  if (measure === "returned") return "what is known to have come back";
  return `${measure === "net" ? "net of what was returned, never below zero an incident" : "gross"}, ${ESTIMATE_TEXT[estimate]}`;
}

/** With how much certainty somebody is named, where the rule asks for that: ` ($3.58bn confirmed to $5.90bn suspected)`. */
function sureness(number: RecordNumber): string {
  const { rule } = number;
  if (!isOfAttributed(rule.filters)) return "";
  const range = rangeText(attributedLevels(number), (amount) => numberText(rule.measure, amount));
  return range === null ? "" : ` (${range})`;
}

function isOfAttributed({ actor, confidence, level }: Filters): boolean {
  if (actor === "none" || (actor !== undefined && !isOne(actor))) return false;
  return actor !== undefined || confidence !== undefined || level !== undefined;
}

function coverageSentence({ days }: RecordNumber, covered: Day | null): string | null {
  if (covered === null || days.to !== covered) return null;
  return `Editors have looked through ${dateText(covered)}; later thefts are not counted.`;
}

function sourceSentence(version: { number: number; publishedOn: Day }): string {
  return `Lossline, version ${version.number} of the record, published ${dateText(version.publishedOn)}, CC BY 4.0.`;
}
