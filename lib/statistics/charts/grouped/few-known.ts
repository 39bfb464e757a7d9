import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { FEW } from "@/lib/statistics/distributions/distribution";
import type { NamedGroup } from "./groups";

/** More groups than this are not named one by one. */
const MOST_NAMED = 8;

/** A list of groups' names; of many the first, and that there are more. */
export function listed<Of>(groups: readonly NamedGroup<Of>[], words: ChartWords): string {
  const names = groups.map(({ label }) => label);
  return names.length <= MOST_NAMED
    ? words.list(names)
    : words.list([
        ...names.slice(0, MOST_NAMED - 1),
        words.label.others(names.length - MOST_NAMED + 1),
      ]);
}

/**
 * The note that names the groups of which so few are known that what is drawn of them says little; null where there are none.
 * @param knownOf how many of a group what is drawn rests on; groups with none are drawn as unknown
 */
export function fewNote<Of>(
  groups: readonly NamedGroup<Of>[],
  knownOf: (of: Of) => number,
  words: ChartWords,
): string | null {
  const few = groups.filter(({ of }) => knownOf(of) > 0 && knownOf(of) < FEW);
  return few.length === 0
    ? null
    : words.statistics.note.few(words.number.whole(FEW), listed(few, words));
}
