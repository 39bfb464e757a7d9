import { type FigureRule, measureInWords } from "@/lib/statistics/changes/figure-rule";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";
import { chainLabel, techniqueLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";

/**
 * A figure's rule in words, beginning with a capital: `Losses, gross, best estimates, 1 Jan 2023 – 31 Aug 2023,
 * Phishing`. @param actorName what the actor is called, where the rule names one
 */
export function ruleInWords(rule: FigureRule, actorName: string | null = null): string {
  const { from, to, ...filters } = rule.filters;
  const days =
    from === undefined && to === undefined
      ? "the whole record"
      : from === undefined
        ? `through ${dateInShort(to ?? "")}`
        : to === undefined
          ? `from ${dateInShort(from)}`
          : `${dateInShort(from)} – ${dateInShort(to)}`;
  const words = [measureInWords(rule), days];
  const { category, technique, target, chain, actor, confidence, least, loss, returned, q } =
    filters;
  if (category !== undefined) words.push(`category ${termLabel(category).toLowerCase()}`);
  if (technique !== undefined) words.push(`technique ${techniqueLabel(technique).toLowerCase()}`);
  if (target !== undefined) words.push(`target ${termLabel(target).toLowerCase()}`);
  const targetName = filters["target-name"];
  if (targetName !== undefined) words.push(`at “${targetName}”`);
  if (chain !== undefined) words.push(`on ${chainLabel(chain)}`);
  if (actor === "none") words.push("attributed to nobody");
  else if (actor !== undefined) words.push(`attributed to ${actorName ?? actor}`);
  else if (confidence !== undefined) words.push("attributed to somebody");
  if (confidence !== undefined) words.push(`at least ${confidence}`);
  if (least !== undefined) words.push(`losses of ${formatUsdExact(least)} or more`);
  if (loss === "known") words.push("of known size");
  if (loss === "unknown") words.push("of unknown size");
  if (returned === "some") words.push("of which something came back");
  if (q !== undefined) words.push(`mentioning “${q}”`);
  return words.join(", ");
}
