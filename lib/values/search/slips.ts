/**
 * How many letters were left out, put in, mistaken or swapped with the next between two spellings.
 * @param most where there are more, any larger number is given: it need not be counted to its end
 */
export function slips(one: string, other: string, most: number): number {
  if (one === other) return 0;
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    let least = at;
    for (let place = 1; place <= other.length; place++) {
      const same = one[at - 1] === other[place - 1] ? 0 : 1;
      const swapped =
        at > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1]
          ? (before[place - 2] ?? at) + 1
          : Number.POSITIVE_INFINITY;
      const here = Math.min(
        (row[place] ?? 0) + 1,
        (next[place - 1] ?? 0) + 1,
        (row[place - 1] ?? 0) + same,
        swapped,
      );
      next.push(here);
      least = Math.min(least, here);
    }
    if (least > most) return most + 1;
    [before, row] = [row, next];
  }
  return row[other.length] ?? most + 1;
}

/** How many slips of the hand a word of that length is forgiven: none where it could as well be another word. */
export function forgiven(length: number): number {
  if (length < 4) return 0;
  if (length < 8) return 1;
  return length < 13 ? 2 : 3;
}

/**
 * A word without each of its letters in turn, and whole: two words that one slip parts have one of these in common.
 */
export function shortened(word: string): string[] {
  const letters = [...word];
  return [
    ...new Set([
      word,
      ...letters.map((_, at) => [...letters.slice(0, at), ...letters.slice(at + 1)].join("")),
    ]),
  ];
}
