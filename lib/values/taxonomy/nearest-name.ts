/** Spellings further apart than this share of the longer one are different words. */
const ALIKE = 0.4;

/**
 * The label of that one of the names which is spelt most like another name, by its value or its label,
 * marks between words aside; null where none is much like it.
 * @param alike the largest share of slips in the longer spelling
 */
export function nearestName(
  names: readonly { value: string; label: string }[],
  name: string,
  alike = ALIKE,
): string | null {
  const wanted = bare(name);
  let nearest: { label: string; share: number } | null = null;
  for (const { value, label } of names) {
    for (const spelling of [bare(value), bare(label)]) {
      const longer = Math.max(wanted.length, spelling.length);
      if (Math.abs(wanted.length - spelling.length) > alike * longer) continue;
      const share = slips(wanted, spelling) / longer;
      if (share <= alike && share < (nearest?.share ?? 1)) nearest = { label, share };
    }
  }
  return nearest?.label ?? null;
}

function bare(text: string): string {
  return text.toLowerCase().replace(/[^a-z0-9]+/g, "");
}

/** How many letters were left out, put in, mistaken or swapped with the next between two spellings. */
function slips(one: string, other: string): number {
  let before: number[] = [];
  let row = Array.from({ length: other.length + 1 }, (_, place) => place);
  for (let at = 1; at <= one.length; at++) {
    const next = [at];
    for (let place = 1; place <= other.length; place++) {
      const same = one[at - 1] === other[place - 1] ? 0 : 1;
      const swapped =
        at > 1 && one[at - 1] === other[place - 2] && one[at - 2] === other[place - 1]
          ? (before[place - 2] ?? at) + 1
          : Number.POSITIVE_INFINITY;
      next.push(
        Math.min(
          (row[place] ?? 0) + 1,
          (next[place - 1] ?? 0) + 1,
          (row[place - 1] ?? 0) + same,
          swapped,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[other.length] ?? 0;
}
