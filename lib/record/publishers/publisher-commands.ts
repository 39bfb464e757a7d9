import { isDeepStrictEqual } from "node:util";
import type { Queryable } from "@/lib/db/client";
import type { WriteCounts } from "@/lib/record/kinds/to-publish";
import { factKeys, type PublisherFacts } from "@/lib/record/publishers/publisher";
import { type FactKind, storedFacts } from "@/lib/record/publishers/publisher-queries";

/**
 * States anew how others count, in the version being published: facts that differ are revised, those that are said no
 * longer are closed, and the others stay as they are.
 */
export async function writePublisherFacts(
  transaction: Queryable,
  version: number,
  facts: PublisherFacts | null,
): Promise<WriteCounts> {
  const counts = { added: 0, revised: 0, unchanged: 0 };
  if (facts === null) return counts;
  const keys = factKeys(facts);
  const given = [
    ...facts.publishers.map((content, place) => fact("publisher", keys.publishers, place, content)),
    ...facts.vintages.map((content, place) => fact("vintage", keys.vintages, place, content)),
    ...facts.comparisons.map((content, place) =>
      fact("comparison", keys.comparisons, place, content),
    ),
  ];
  const stored = await storedFacts(transaction, {});
  const current = new Map(
    stored.filter(({ supersededIn }) => supersededIn === null).map((row) => [keyOf(row), row]),
  );
  const lastRevision = new Map<string, number>();
  for (const row of stored)
    lastRevision.set(keyOf(row), Math.max(row.revision, lastRevision.get(keyOf(row)) ?? 0));
  const changed = given.filter((each) => {
    const held = current.get(keyOf(each));
    return (
      held === undefined ||
      held.place !== each.place ||
      !isDeepStrictEqual(held.content, each.content)
    );
  });
  const said = new Set(given.map(keyOf));
  const closed = [
    ...changed.flatMap((each) => current.get(keyOf(each))?.id ?? []),
    ...[...current].flatMap(([key, { id }]) => (said.has(key) ? [] : [id])),
  ];
  if (closed.length > 0)
    await transaction.publisherFact.updateMany({
      where: { id: { in: closed } },
      data: { supersededIn: version },
    });
  await transaction.publisherFact.createMany({
    data: changed.map((each) => ({
      ...each,
      revision: (lastRevision.get(keyOf(each)) ?? 0) + 1,
      publishedIn: version,
    })),
  });
  return {
    added: changed.filter((each) => !current.has(keyOf(each))).length,
    revised: closed.length,
    unchanged: given.length - changed.length,
  };
}

function fact(kind: FactKind, keys: readonly string[], place: number, content: object) {
  // Without what JSON cannot say, so that it equals what the database gives back.
  return { kind, key: keys[place] ?? "", place, content: JSON.parse(JSON.stringify(content)) };
}

function keyOf({ kind, key }: { kind: string; key: string }): string {
  return `${kind} ${key}`;
}
