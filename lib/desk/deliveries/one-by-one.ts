/**
 * Does something with each, those of one key one after the other and different keys beside one another: so nobody who is
 * sent to is flooded, and one that is slow keeps no other waiting.
 */
export async function oneByOne<Each>(
  all: readonly Each[],
  keyOf: (each: Each) => string,
  work: (each: Each) => Promise<unknown>,
): Promise<void> {
  const last = new Map<string, Promise<unknown>>();
  for (const each of all) {
    const before = last.get(keyOf(each)) ?? Promise.resolve();
    last.set(
      keyOf(each),
      before.then(() => work(each)),
    );
  }
  await Promise.all(last.values());
}
