import { measureText, type NumberRule } from "@/lib/statistics/changes/number-rule";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";
import { sourcingLabel } from "@/lib/values/sources/sourcing";
import {
  chainLabel,
  isTargetKind,
  techniqueLabel,
  termLabel,
} from "@/lib/values/taxonomy/taxonomy";

/**
 * A number's rule as text, beginning with a capital: `Losses, gross, best estimates, 1 Jan 2023 – 31 Aug 2023,
 * Phishing`. @param actorName what the actor is called, where the rule names one
 * @param targetName what the target is called, where the rule names one
 */
export function describeRule(
  rule: NumberRule,
  actorName: string | null = null,
  targetName: string | null = null,
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
  actorName: string | null = null,
  targetName: string | null = null,
): string[] {
  const text: string[] = [];
  const { category, technique, target, chain, actor, confidence, least, loss, returned } = filters;
  const { chains, date, sources, q } = filters;
  if (category !== undefined) text.push(`category ${termLabel(category).toLowerCase()}`);
  if (technique !== undefined) text.push(`technique ${techniqueLabel(technique).toLowerCase()}`);
  if (target !== undefined)
    text.push(
      isTargetKind(target)
        ? `target ${termLabel(target).toLowerCase()}`
        : `at ${targetName ?? target}`,
    );
  const spelt = filters["target-name"];
  if (spelt !== undefined) text.push(`at “${spelt}”`);
  if (chain !== undefined) text.push(`on ${chainLabel(chain)}`);
  if (chains === "none") text.push("without a named chain");
  else if (chains === "counted") text.push("of whose loss something counts there");
  else if (chains === "undivided") text.push("of whose loss something counts as on several chains");
  else if (chains !== undefined) text.push(`on ${chains} chain${chains === "one" ? "" : "s"}`);
  if (actor === "none") text.push("attributed to nobody");
  else if (actor !== undefined) text.push(`attributed to ${actorName ?? actor}`);
  else if (confidence !== undefined) text.push("attributed to somebody");
  if (confidence !== undefined) text.push(attributionsText(confidence));
  if (filters.level !== undefined) text.push(`${filters.level} at its surest`);
  if (least !== undefined) text.push(`losses of ${formatUsdExact(least)} or more`);
  if (loss === "known") text.push("of known size");
  if (loss === "unknown") text.push("of unknown size");
  if (returned === "some") text.push("of which something came back");
  if (date === "unplaced") text.push("known too little of to be placed");
  else if (date === "day") text.push("known to the day");
  else if (date !== undefined) text.push(`known only to the ${date}`);
  if (sources !== undefined) text.push(`marked “${sourcingLabel(sources)}”`);
  if (q !== undefined) text.push(`mentioning “${q}”`);
  return text;
}
