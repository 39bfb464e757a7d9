/**
 * Moves positions as little as needed so that neighbours are at least `gap` apart, inside
 * `from`…`to` where they fit. Returns them in the order given.
 */
export function spreadApart(
  wanted: readonly number[],
  gap: number,
  from: number,
  to: number,
): number[] {
  const order = wanted
    .map((_, index) => index)
    .sort((first, second) => (wanted[first] ?? 0) - (wanted[second] ?? 0));
  // Clusters merge like drops: each holds its members' mean, as far as the ends allow.
  const clusters: { members: number[]; start: number }[] = [];
  const startOf = (members: readonly number[]) => {
    const offsets = members.reduce(
      (sum, index, place) => sum + (wanted[index] ?? 0) - place * gap,
      0,
    );
    const start = offsets / members.length;
    return Math.max(from + gap / 2, Math.min(start, to - gap / 2 - (members.length - 1) * gap));
  };
  for (const index of order) {
    let cluster = { members: [index], start: startOf([index]) };
    let before = clusters.at(-1);
    while (before !== undefined && before.start + before.members.length * gap > cluster.start) {
      clusters.pop();
      const members = [...before.members, ...cluster.members];
      cluster = { members, start: startOf(members) };
      before = clusters.at(-1);
    }
    clusters.push(cluster);
  }
  const result = [...wanted];
  for (const { members, start } of clusters) {
    for (const [place, index] of members.entries()) result[index] = start + place * gap;
  }
  return result;
}
