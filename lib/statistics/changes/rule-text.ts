import { measureText, type NumberRule } from "@/lib/statistics/changes/number-rule";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import { betweenValues } from "@/lib/statistics/rules/parameters";
import { isOne, type Picked, pickedValues } from "@/lib/statistics/rules/picked";
import { dateInShort, dateText } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";
import { sourcingLabel } from "@/lib/values/sources/sourcing";
import {
  chainLabel,
  isTargetKind,
  techniqueLabel,
  termLabel,
} from "@/lib/values/taxonomy/taxonomy";

/** What the actor or the target of a rule is called; by slug where it names several. Null where it names none. */
export type RuleNames = string | ReadonlyMap<string, string> | null;

function calledOf(names: RuleNames): (slug: string) => string {
  if (names === null) return (slug) => slug;
  return typeof names === "string" ? () => names : (slug) => names.get(slug) ?? slug;
}

const OR = new Intl.ListFormat("en-GB", { type: "disjunction" });

/** The values of a filter as text: `phishing or exit scam`, `not phishing or exit scam`. */
export function pickedText<Value extends string>(
  picked: Picked<Value>,
  label: (value: Value) => string,
  between?: string,
): string {
  const { among, without } = pickedValues(picked, between);
  return [
    ...(among.length === 0 ? [] : [OR.format(among.map(label))]),
    ...(without.length === 0 ? [] : [`not ${OR.format(without.map(label))}`]),
  ].join(" but ");
}

/** As `pickedText`, with a word before what is had and before what is left out. */
function eachText<Value extends string>(
  picked: Picked<Value>,
  label: (value: Value) => string,
  [before, leftOut]: [before: string, leftOut: string],
  between?: string,
): string[] {
  const { among, without } = pickedValues(picked, between);
  return [
    ...(among.length === 0 ? [] : [`${before} ${OR.format(among.map(label))}`]),
    ...(without.length === 0 ? [] : [`${leftOut} ${OR.format(without.map(label))}`]),
  ];
}

/**
 * A number's rule as text, beginning with a capital: `Losses, gross, best estimates, 1 Jan 2023 – 31 Aug 2023,
 * Phishing`. @param actorName what the actor is called, where the rule names one
 * @param targetName what the target is called, where the rule names one
 */
export function describeRule(
  rule: NumberRule,
  actorName: RuleNames = null,
  targetName: RuleNames = null,
): string {
  const { from, to, ...filters } = rule.filters;
  const days =
    from === undefined && to === undefined
      ? "the whole record"
      : from === undefined
        ? `through ${dateInShort(to ?? "")}`
        : to === undefined
          ? `from ${dateInShort(from)}`
          : `${dateInShort(from)} – ${dateInShort(to)}`;
  return [measureText(rule), days, ...filterTexts(filters, actorName, targetName)].join(", ");
}

/**
 * What a rule asks beside its days, each filter as text that goes on a sentence: `category phishing`, `at Bybit`.
 * @param actorName what the actor is called, where one is named
 * @param targetName what the target is called, where one is named
 */
export function filterTexts(
  filters: Omit<NumberRule["filters"], "from" | "to">,
  actorName: RuleNames = null,
  targetName: RuleNames = null,
): string[] {
  const text: string[] = [];
  const { category, technique, target, chain, actor, confidence, least, most, loss, returned } =
    filters;
  const { chains, date, sources, q } = filters;
  if (category !== undefined)
    text.push(`category ${pickedText(category, (one) => termLabel(one).toLowerCase())}`);
  if (technique !== undefined)
    text.push(`technique ${pickedText(technique, (one) => techniqueLabel(one).toLowerCase())}`);
  if (target !== undefined) {
    const called = calledOf(targetName);
    const label = (one: string) => (isTargetKind(one) ? termLabel(one).toLowerCase() : called(one));
    text.push(
      isOne(target) && !isTargetKind(target)
        ? `at ${label(target)}`
        : `target ${pickedText(target, label)}`,
    );
  }
  const spelt = filters["target-name"];
  if (spelt !== undefined) text.push(`at “${spelt}”`);
  if (chain !== undefined) text.push(...eachText(chain, chainLabel, ["on", "not on"]));
  if (chains === "none") text.push("without a named chain");
  else if (chains === "counted") text.push("of whose loss something counts there");
  else if (chains === "undivided") text.push("of whose loss something counts as on several chains");
  else if (chains !== undefined) text.push(`on ${chains} chain${chains === "one" ? "" : "s"}`);
  if (actor === "none") text.push("attributed to nobody");
  else if (actor !== undefined) {
    const called = calledOf(actorName);
    const label = (slug: string) => (slug === "none" ? "nobody" : called(slug));
    text.push(...eachText(actor, label, ["attributed to", "not attributed to"]));
  } else if (confidence !== undefined) text.push("attributed to somebody");
  if (confidence !== undefined) text.push(attributionsText(confidence));
  if (filters.level !== undefined)
    text.push(`${pickedText(filters.level, (one) => one)} at its surest`);
  if (filters.known !== undefined) text.push(`as said by ${dateText(filters.known)}`);
  if (filters.statements === "undated") text.push("by statements without a date");
  if (filters.statements === "one-undated") text.push("by one source without a date");
  if (least !== undefined) text.push(`losses of ${formatUsdExact(least)} or more`);
  if (most !== undefined) text.push(`losses of ${formatUsdExact(most)} or less`);
  if (loss === "known") text.push("of known size");
  if (loss === "unknown") text.push("of unknown size");
  if (returned === "some") text.push("of which something came back");
  if (returned === "none") text.push("of which nothing came back");
  if (returned === "unknown") text.push("of which nobody knows what came back");
  if (date === "unplaced") text.push("known too little of to be placed");
  else if (date === "day") text.push("known to the day");
  else if (date !== undefined) text.push(`known only to the ${date}`);
  if (sources !== undefined) text.push(`marked “${sourcingLabel(sources)}”`);
  const { addresses, transactions } = filters;
  if (addresses !== undefined)
    text.push(`${addresses === "yes" ? "with" : "without"} wallet addresses`);
  if (transactions !== undefined)
    text.push(`${transactions === "yes" ? "with" : "without"} transactions`);
  const publisher = filters["source-publisher"];
  if (publisher !== undefined)
    text.push(
      ...eachText(
        publisher,
        (one) => one,
        ["with a source of", "without a source of"],
        betweenValues("source-publisher"),
      ),
    );
  if (q !== undefined) text.push(`mentioning “${q}”`);
  return text;
}
