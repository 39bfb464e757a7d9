import { Prisma } from "@/lib/db/generated/client";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { AskedAddress } from "@/lib/statistics/search/asked-address";

// What a record is found by beside its names: conditions on `record`, of which the search gives `id` and `published_in`.

/** Which records go with something so called, to be added with OR; `pattern` is of LIKE, in small letters. */
type NamesBeside = (pattern: string) => Prisma.Sql;

const WRITTEN_BY: NamesBeside = (pattern) => Prisma.sql`
  OR published_in IN (SELECT number FROM dataset_version
    WHERE lower(entered_by) LIKE ${pattern} OR lower(reviewed_by) LIKE ${pattern})`;

export const NAMES_BESIDE: Partial<Record<RecordKind, NamesBeside>> = {
  incident: (pattern) => Prisma.sql`
    OR id IN (
      SELECT i.incident_id FROM attribution a JOIN incident_revision i ON i.id = a.revision_id
      WHERE i.superseded_in IS NULL AND (lower(a.said_by) LIKE ${pattern} OR a.actor_id IN (
        SELECT actor_id FROM actor_revision WHERE superseded_in IS NULL
          AND lower(name || ' ' || slug || ' ' || array_to_string(aliases, ' ')) LIKE ${pattern})))
    OR id IN (
      SELECT incident_id FROM incident_revision
      WHERE superseded_in IS NULL AND array_to_string(chains, ' ') LIKE ${pattern})
    OR id IN (
      SELECT i.incident_id FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
      WHERE i.superseded_in IS NULL
        AND (lower(s.publisher) LIKE ${pattern} OR lower(split_part(s.url, '/', 3)) LIKE ${pattern}))
    ${WRITTEN_BY(pattern)}`,
  target: WRITTEN_BY,
  actor: WRITTEN_BY,
  figure: WRITTEN_BY,
};

/**
 * The records that hold a whole address, a transaction or a page, or an address of which the middle is left out; null where
 * what is asked is none of these, or the kind holds none.
 */
export function namesWhat(kind: RecordKind, asked: AskedAddress): Prisma.Sql | null {
  const { addressKeys, transactionKeys, link } = asked;
  // A word alone may be a name as well as a part.
  const part = asked.part !== null && asked.part.begins !== asked.part.ends ? asked.part : null;
  const isIn = (column: Prisma.Sql, text: Prisma.Sql, keys: readonly string[]) => [
    ...(keys.length > 0 ? [Prisma.sql`${column} IN (${Prisma.join([...keys])})`] : []),
    ...(part === null
      ? []
      : [
          Prisma.sql`(starts_with(lower(${text}), ${part.begins}) AND right(lower(${text}), ${part.ends.length}::int) = ${part.ends})`,
        ]),
  ];
  const of = (table: Prisma.Sql, conditions: Prisma.Sql[]) =>
    conditions.length === 0
      ? []
      : [
          Prisma.sql`id IN (SELECT i.incident_id FROM ${table} d JOIN incident_revision i ON i.id = d.revision_id
            WHERE i.superseded_in IS NULL AND (${Prisma.join(conditions, " OR ")}))`,
        ];
  const address = isIn(Prisma.sql`d.match_key`, Prisma.sql`d.address`, addressKeys);
  const cited = link === null ? [] : [Prisma.sql`d.match_key = ${link}`];
  const held =
    kind === "incident"
      ? [
          ...of(Prisma.sql`address`, address),
          ...of(
            Prisma.sql`incident_transaction`,
            isIn(Prisma.sql`d.match_key`, Prisma.sql`d.hash`, transactionKeys),
          ),
          ...of(Prisma.sql`incident_source`, cited),
        ]
      : kind === "service" && address.length > 0
        ? [
            Prisma.sql`id IN (SELECT d.service_id FROM known_address d
              WHERE d.superseded_in IS NULL AND (${Prisma.join(address, " OR ")}))`,
          ]
        : [];
  return held.length === 0 ? null : Prisma.join(held, " OR ", "(", ")");
}
