import type { Queryable } from "@/lib/db/client";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import { occurredUntil } from "@/lib/record/incidents/occurred-on-sql";
import type { IncidentList, PublisherFacts } from "@/lib/record/publishers/publisher";
import { publisherFactsAt } from "@/lib/record/publishers/publisher-queries";
import { findVersion } from "@/lib/record/versions/version-queries";
import { activeActorAt, activeAt, seenAtVersion } from "@/lib/record/versions/version-sql";
import { listFigures } from "@/lib/statistics/figures/figure-list-queries";
import type { ActorTree, CountedIncident } from "@/lib/statistics/reconciliation/counted-incident";
import { listsOfFigures } from "@/lib/statistics/reconciliation/figure-lists";
import { type FigureRule, reconcile, ruleOf } from "@/lib/statistics/reconciliation/reconcile";
import type { Reconciliations } from "@/lib/statistics/reconciliation/reconciled-figure";
import { twoValues } from "@/lib/statistics/reconciliation/two-values";
import type { Day } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/**
 * Holds published figures of a version against the record under their publishers' rules, in the order of the list; null
 * where the version does not say how others count.
 * @param isAsked which of them; all where it is left out
 */
export async function reconciliationsAt(
  db: Queryable,
  version: number,
  isAsked: (figure: PublishedFigureRow) => boolean = () => true,
): Promise<Reconciliations | null> {
  const facts = await publisherFactsAt(db, version);
  if (facts === null) return null;
  const [figures, incidents, actors, found] = await Promise.all([
    listFigures(db, version, {}, "newest"),
    countedIncidents(db, version),
    actorTree(db, version),
    findVersion(db, version),
  ]);
  const lists = listsOfFigures(facts.publishers, figures);
  const record = {
    incidents,
    actors,
    covered: found?.coveredThrough ?? null,
    twoValues: twoValues(facts.publishers),
  };
  return {
    facts,
    figures: figures.filter(isAsked).map((figure) => {
      const known = ruleOf(figure, facts.publishers);
      const rule: FigureRule = {
        ...known,
        list: lists.get(figure.figureId) ?? null,
        cited:
          known.rule?.attributions === "cites-others"
            ? citedBy(figure, figures, lists, facts)
            : null,
      };
      return { figure, rule, outcome: reconcile(figure, rule, record) };
    }),
  };
}

/**
 * The latest list that an authority gave of thefts of the same actor in the same days, by the day on which a figure was
 * published; of several of one day the longest.
 */
function citedBy(
  figure: PublishedFigureRow,
  figures: readonly PublishedFigureRow[],
  lists: ReadonlyMap<number, IncidentList>,
  { publishers }: PublisherFacts,
): FigureRule["cited"] {
  if (figure.actor === null) return null;
  const authorities = new Set(
    publishers.flatMap(({ kind, publisher }) => (kind === "authority" ? [publisher] : [])),
  );
  const [latest] = figures
    .flatMap((each) => {
      const list = lists.get(each.figureId);
      const isEarlier =
        list !== undefined &&
        authorities.has(each.publisher) &&
        each.actor?.slug === figure.actor?.slug &&
        each.retraction === null &&
        each.from >= figure.from &&
        each.to <= figure.to &&
        daysOf(each.publishedOn).to <= daysOf(figure.publishedOn).to;
      return isEarlier
        ? [{ publisher: each.publisher, on: daysOf(each.publishedOn).to, list }]
        : [];
    })
    .toSorted(
      (one, other) =>
        other.on.localeCompare(one.on) || other.list.members.length - one.list.members.length,
    );
  return latest === undefined ? null : { publisher: latest.publisher, list: latest.list };
}

/** Every incident that counts at a version, with whom it is attributed to. */
export async function countedIncidents(db: Queryable, version: number): Promise<CountedIncident[]> {
  const rows = await db.$queryRaw<
    {
      slug: string;
      name: string;
      firstDay: Day;
      lastDay: Day;
      category: string;
      targetKind: string;
      lossCents: string | null;
      returnedCents: string | null;
      attributions: { actor: string; on: string | null; confidence: Confidence }[] | null;
    }[]
  >`
    SELECT i.slug, i.name, i.category, i.target_kind AS "targetKind",
      to_char(i.occurred_on, 'YYYY-MM-DD') AS "firstDay",
      to_char(${occurredUntil}, 'YYYY-MM-DD') AS "lastDay",
      trunc(i.loss_usd * 100)::text AS "lossCents", trunc(i.returned_usd * 100)::text AS "returnedCents",
      (SELECT json_agg(json_build_object('actor', a.slug, 'on', t.said_on, 'confidence', t.confidence) ORDER BY t.id)
        FROM attribution t JOIN actor_revision a ON a.actor_id = t.actor_id AND ${seenAtVersion("a", version)}
        WHERE t.revision_id = i.id) AS attributions
    FROM incident_revision i WHERE ${activeAt(version)}
    ORDER BY i.occurred_on, i.incident_id`;
  return rows.map((row) => ({
    ...row,
    lossCents: row.lossCents === null ? null : BigInt(row.lossCents),
    returnedCents: row.returnedCents === null ? null : BigInt(row.returnedCents),
    attributions: row.attributions ?? [],
  }));
}

async function actorTree(db: Queryable, version: number): Promise<ActorTree> {
  const rows = await db.$queryRaw<{ slug: string; name: string; parent: string | null }[]>`
    SELECT a.slug, a.name, (SELECT r.slug FROM actor_revision r
      WHERE r.actor_id = a.parent_id AND ${seenAtVersion("r", version)}) AS parent
    FROM actor_revision a WHERE ${activeActorAt(version)}`;
  return new Map(rows.map(({ slug, name, parent }) => [slug, { name, parent }]));
}

/** Those of some incidents that count at a version, by their slugs. */
export async function countedNamed(
  db: Queryable,
  version: number,
  slugs: readonly string[],
): Promise<CountedIncident[]> {
  return (await countedIncidents(db, version)).filter(({ slug }) => slugs.includes(slug));
}
