import { canonical, type Value } from "@/lib/record/history/value";

/** A list of words with what either of two revisions added, and without what either removed. */
export function mergeWords({
  base,
  theirs,
  mine,
}: Record<"base" | "theirs" | "mine", readonly Value[]>): Value[] {
  const keys = (words: readonly Value[]) => words.map(canonical);
  const [was, theirKeys, myKeys] = [keys(base), keys(theirs), keys(mine)];
  const words = new Map([...theirs, ...mine].map((word) => [canonical(word), word]));
  return mergeItemOrder(was, theirKeys, myKeys).flatMap((key) => {
    const removed = was.includes(key) && !(theirKeys.includes(key) && myKeys.includes(key));
    return removed ? [] : (words.get(key) ?? []);
  });
}

/**
 * The names of all items of two revisions in one order: that of the revision that moved some, with what
 * only the other has after the item that it follows there.
 */
export function mergeItemOrder(
  base: readonly string[],
  theirs: readonly string[],
  mine: readonly string[],
): string[] {
  const [first, second] = keepsOrder(base, theirs) ? [mine, theirs] : [theirs, mine];
  const present = new Set(first);
  const following = new Map<string | undefined, string[]>();
  let before: string | undefined;
  for (const name of second) {
    if (present.has(name)) before = name;
    else following.set(before, [...(following.get(before) ?? []), name]);
  }
  return [
    ...(following.get(undefined) ?? []),
    ...first.flatMap((name) => [name, ...(following.get(name) ?? [])]),
  ];
}

/** Whether what is left of the base is in the order in which it stood. */
function keepsOrder(base: readonly string[], itemText: readonly string[]): boolean {
  const places = new Map(base.map((name, place) => [name, place]));
  const kept = itemText.flatMap((name) => places.get(name) ?? []);
  return kept.every((place, index) => index === 0 || place > (kept[index - 1] ?? -1));
}
