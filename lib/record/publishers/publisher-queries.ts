import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import {
  type Publisher,
  type PublisherFacts,
  publisherFactsSchema,
  publisherSchema,
} from "@/lib/record/publishers/publisher";
import { seenAt } from "@/lib/record/versions/version-queries";

export type FactKind = "publisher" | "vintage" | "comparison";

/** What is stored of how others count, in the order given. */
export async function storedFacts(db: Queryable, where: Prisma.PublisherFactWhereInput) {
  return db.publisherFact.findMany({ where, orderBy: [{ place: "asc" }, { id: "asc" }] });
}

/** What the record knew at a version of how others count; null before anything of the kind was published. */
export async function publisherFactsAt(
  db: Queryable,
  version: number,
): Promise<PublisherFacts | null> {
  const rows = await storedFacts(db, seenAt(version));
  if (rows.length === 0) return null;
  const of = (wanted: FactKind) =>
    rows.filter(({ kind }) => kind === wanted).map(({ content }) => content);
  return publisherFactsSchema.parse({
    publishers: of("publisher"),
    vintages: of("vintage"),
    comparisons: of("comparison"),
  });
}

/** A publisher as a version knows it; null where it does not. */
export async function findPublisher(
  db: Queryable,
  version: number,
  slug: string,
): Promise<Publisher | null> {
  const [row] = await storedFacts(db, { kind: "publisher", key: slug, ...seenAt(version) });
  return row === undefined ? null : publisherSchema.parse(row.content);
}
