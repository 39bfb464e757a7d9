import { Prisma } from "@/lib/db/generated/client";
import { may, type Person } from "@/lib/desk/access/access";
import { hostOfLink } from "@/lib/desk/sources/source-links-sql";
import { actorParts } from "@/lib/record/versions/version-sql";

// What there is to tell of what somebody watches, as rows: what it is of (`what`, `record_id`, `revision`), `slug`, `title`,
// `kind`, `version`, `at`, `text`, `by`, and whether it is `unread`.

/** A record's revisions that were published since somebody began to watch it. @param id the column of its lasting id */
function ofKind(kind: string, table: string, id: string, title: Prisma.Sql, slug: Prisma.Sql) {
  return Prisma.sql`
    SELECT 'published' AS what, ${kind} AS kind, x.${Prisma.raw(id)} AS record_id, x.revision, ${slug} AS slug,
      ${title} AS title, v.number AS version, v.published_at AS at, v.note AS text, NULL AS by,
      v.published_at > w.read_at AS unread
    FROM desk.watch w
    JOIN dataset_version v ON v.published_at > w.since
    JOIN ${Prisma.raw(table)} x ON x.published_in = v.number AND x.${Prisma.raw(id)} = w.record_id
    WHERE w.person_id = ${PERSON} AND w.kind = ${kind}::desk.record_kind`;
}

const PERSON = Prisma.sql`(SELECT id FROM reader)`;
const SLUG = Prisma.sql`x.slug`;
const NO_SLUG = Prisma.sql`NULL::text`;

/** Of what is covered there is one record, which has no name. */
const ofCoverage = Prisma.sql`
  SELECT 'published' AS what, 'coverage' AS kind, 1 AS record_id, x.revision, NULL AS slug,
    'How far the record is covered' AS title, v.number AS version, v.published_at AS at, v.note AS text, NULL AS by,
    v.published_at > w.read_at AS unread
  FROM desk.watch w
  JOIN dataset_version v ON v.published_at > w.since
  JOIN coverage_revision x ON x.published_in = v.number
  WHERE w.person_id = ${PERSON} AND w.kind = 'coverage'`;

/** Revisions of incidents, of which also whoever watches an actor, a target or a source's host is told. */
const ofIncidents = Prisma.sql`
  SELECT 'published' AS what, 'incident' AS kind, i.incident_id AS record_id, i.revision, i.slug, i.name AS title,
    v.number AS version, v.published_at AS at, v.note AS text, NULL AS by, v.published_at > w.read_at AS unread
  FROM desk.watch w
  JOIN dataset_version v ON v.published_at > w.since
  JOIN incident_revision i ON i.published_in = v.number
  LEFT JOIN incident_revision b ON b.incident_id = i.incident_id AND b.revision = i.revision - 1
  WHERE w.person_id = ${PERSON} AND (
    (w.kind = 'incident' AND w.record_id IN (i.incident_id, i.merged_into_id))
    OR (w.kind = 'target' AND w.record_id IN (i.target_id, b.target_id))
    OR (w.kind = 'actor' AND EXISTS (SELECT FROM attribution t JOIN actor_parts p ON p.part_id = t.actor_id
      WHERE p.whole_id = w.record_id AND t.revision_id IN (i.id, b.id)))
    OR (w.host IS NOT NULL AND EXISTS (SELECT FROM incident_source s
      WHERE s.revision_id = i.id AND ${hostOfLink(Prisma.sql`s.url`)} = w.host
        AND NOT EXISTS (SELECT FROM incident_source e WHERE e.revision_id = b.id AND e.url = s.url))))`;

/** What others handed in of it, for those who may read that. */
const handedIn = Prisma.sql`
  SELECT 'handed in' AS what, p.kind::text AS kind, p.id AS record_id, e.id AS revision, NULL AS slug, p.title,
    NULL::int AS version, e.at, '' AS text, n.name AS by, e.at > w.read_at AS unread
  FROM desk.watch w
  JOIN desk.proposal_event e ON e.kind = 'submitted' AND e.at > w.since
  JOIN desk.proposal p ON p.id = e.proposal_id
  LEFT JOIN desk.person n ON n.id = e.by_id
  LEFT JOIN actor_revision a ON w.kind = 'actor' AND a.actor_id = w.record_id AND a.superseded_in IS NULL
  LEFT JOIN target_revision r ON w.kind = 'target' AND r.target_id = w.record_id AND r.superseded_in IS NULL
  WHERE w.person_id = ${PERSON} AND e.by_id IS DISTINCT FROM ${PERSON} AND (
    (p.kind = w.kind AND p.record_id = w.record_id)
    OR (p.kind = 'incident' AND w.kind = 'actor' AND jsonb_path_exists(p.content,
      '$.attributions[*].actor ? (@ == $slug)', jsonb_build_object('slug', a.slug)))
    OR (p.kind = 'incident' AND w.kind = 'target' AND p.content ->> 'targetSlug' = r.slug)
    OR (p.kind = 'incident' AND w.host IS NOT NULL AND EXISTS (
      SELECT FROM jsonb_path_query(p.content, '$.sources[*].url') AS s (url)
      WHERE ${hostOfLink(Prisma.sql`(s.url #>> '{}')`)} = w.host)))`;

/** Links of a host that were found to lead nowhere, together for each day. */
const deadLinks = Prisma.sql`
  SELECT 'dead links' AS what, 'host' AS kind, 0 AS record_id,
    extract(epoch FROM date_trunc('day', c.failing_since AT TIME ZONE 'UTC'))::int AS revision, NULL AS slug, w.host AS title,
    NULL::int AS version, max(c.failing_since) AS at, count(*)::text AS text, NULL AS by,
    bool_or(c.failing_since > w.read_at) AS unread
  FROM desk.watch w
  JOIN desk.link_check c ON c.host = w.host AND c.failing_since > w.since AND c.state IN ('gone', 'unreachable')
  WHERE w.person_id = ${PERSON} GROUP BY w.host, 4`;

/**
 * All that there is to tell of what somebody watches, each thing once however many of their watches it is of. What they
 * published themselves they know.
 * @param version the newest, at which actors are parts of others
 */
export function watchedNews(person: Person, version: number): Prisma.Sql {
  const parts = [
    ofIncidents,
    ofKind("actor", "actor_revision", "actor_id", Prisma.sql`x.name`, SLUG),
    ofKind("target", "target_revision", "target_id", Prisma.sql`x.name`, SLUG),
    ofKind("figure", "figure_revision", "figure_id", Prisma.sql`x.title`, NO_SLUG),
    ofKind("service", "known_address", "service_id", Prisma.sql`x.label`, NO_SLUG),
    ofCoverage,
    deadLinks,
    ...(may(person, "proposal.review") ? [handedIn] : []),
  ];
  return Prisma.sql`
    WITH RECURSIVE reader AS (SELECT ${person.id}::text AS id), ${actorParts(version)}
    SELECT n.what, n.kind, n.record_id, n.revision, n.slug, n.title, n.version, n.at, n.text, n.by,
      bool_or(n.unread) AS unread
    FROM (${Prisma.join(parts, " UNION ALL ")}) n
    WHERE n.version IS NULL OR NOT EXISTS (SELECT FROM desk.proposal o
      WHERE o.published_in = n.version AND (o.author_id = ${PERSON} OR o.reviewer_id = ${PERSON}))
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10`;
}
