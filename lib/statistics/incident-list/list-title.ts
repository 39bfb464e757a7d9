import { filterTexts } from "@/lib/statistics/changes/rule-text";
import type { Filters } from "@/lib/statistics/rules/views";
import { dateInShort } from "@/lib/values/dates/day";

/**
 * What a list of incidents is called where it is cited or saved: `Incidents of crypto-asset theft, 1 Jan 2023 – 31 Dec
 * 2023, category phishing`.
 * @param names what the rule's actor and target are called
 */
export function listTitle(
  { from, to, ...others }: Filters,
  { actorName, targetName }: { actorName: string | null; targetName: string | null },
): string {
  const days =
    from !== undefined && to !== undefined
      ? [`${dateInShort(from)} – ${dateInShort(to)}`]
      : from !== undefined
        ? [`from ${dateInShort(from)}`]
        : to !== undefined
          ? [`through ${dateInShort(to)}`]
          : [];
  return [
    "Incidents of crypto-asset theft",
    ...days,
    ...filterTexts(others, actorName, targetName),
  ].join(", ");
}
