import { Prisma } from "@/lib/db/generated/client";
import { type IncidentWorklistName, STALE_AFTER_YEARS } from "@/lib/desk/worklists/worklist";
import { saidUntil } from "@/lib/record/attributions/said-on-sql";
import { isAmongSnapshots, sourcingsOfGroup } from "@/lib/record/incidents/sourcing-sql";
import type { Day } from "@/lib/values/dates/day";

// Which incidents are in which worklist. `i` is incident_revision, `g` its sources together.

/** What the conditions need to know beside the rows. */
export interface WorklistFacts {
  today: Day;
  /** Revisions that hold an address with a wrong checksum, which SQL cannot tell. */
  wrongChecksums: readonly number[];
}

interface IncidentWorklist {
  holds: Prisma.Sql;
  /** What is lacking, as text; null where the list says it all. */
  lacks: Prisma.Sql;
}

/** Incidents that are published now, and count. */
export const CURRENT = Prisma.sql`i.superseded_in IS NULL AND i.retraction IS NULL AND i.merged_into_id IS NULL`;

const SOURCES_TOGETHER = Prisma.sql`${sourcingsOfGroup},
  bool_and(s.archived_url IS NULL AND NOT ${isAmongSnapshots}) AS unarchived`;

/** A row for each incident, of all its sources. */
export const SOURCES_OF_EVERY = Prisma.sql`
  SELECT s.revision_id, ${SOURCES_TOGETHER} FROM incident_source s GROUP BY s.revision_id`;

/** The sources of every incident, together; left out by the planner where no condition asks for them. */
export const WITH_SOURCES = Prisma.sql`LEFT JOIN (${SOURCES_OF_EVERY}) g ON g.revision_id = i.id`;

/** The same where few incidents are asked for. */
export const WITH_SOURCES_OF_FEW = Prisma.sql`
  CROSS JOIN LATERAL (SELECT ${SOURCES_TOGETHER} FROM incident_source s WHERE s.revision_id = i.id) g`;

/**
 * Sources of which the page is gone, as its site says, without a copy that stands in for it. What only does
 * not answer may come back, and of what is not shown to programs nothing is known.
 */
const DEAD_LINKS = Prisma.sql`incident_source s JOIN desk.link_check c ON c.url = s.url
  WHERE c.state = 'gone' AND s.archived_url IS NULL`;

/** Incidents that have one. */
export const HAS_DEAD_LINK = Prisma.sql`i.id IN (SELECT s.revision_id FROM ${DEAD_LINKS})`;

const PUBLISHERS = Prisma.sql`(SELECT left(string_agg(DISTINCT s.publisher, ', '), 200)
  FROM incident_source s WHERE s.revision_id = i.id)`;

/** Revisions and actors of whom nothing surer is said than a suspicion, one of them undated or the last of them old. */
function staleSuspicions(today: Day): Prisma.Sql {
  return Prisma.sql`
    SELECT t.revision_id, t.actor_id FROM attribution t GROUP BY t.revision_id, t.actor_id
    HAVING max(t.confidence) = 'suspected' AND (bool_or(t.said_on IS NULL)
      OR max(${saidUntil}) < (${today}::date - make_interval(years => ${STALE_AFTER_YEARS}::int)))`;
}

/** The condition of each worklist of incidents. */
export function incidentWorklists({
  today,
  wrongChecksums,
}: WorklistFacts): Record<IncidentWorklistName, IncidentWorklist> {
  const nothing = Prisma.sql`NULL`;
  return {
    "one-source": { holds: Prisma.sql`g.one`, lacks: PUBLISHERS },
    "only-copies": { holds: Prisma.sql`g.copies`, lacks: PUBLISHERS },
    "no-archived-copy": { holds: Prisma.sql`g.unarchived`, lacks: PUBLISHERS },
    "dead-link": {
      holds: HAS_DEAD_LINK,
      lacks: Prisma.sql`(
        SELECT left(string_agg(concat(s.publisher, ': ', s.url), '; ' ORDER BY s.id), 500)
        FROM ${DEAD_LINKS} AND s.revision_id = i.id)`,
    },
    "no-technique": { holds: Prisma.sql`i.technique = 'unknown'`, lacks: nothing },
    "wrong-checksum": {
      holds: Prisma.sql`i.id = ANY (${[...wrongChecksums]}::int[])`,
      lacks: nothing,
    },
    "stale-suspicion": {
      holds: Prisma.sql`i.id IN (SELECT u.revision_id FROM (${staleSuspicions(today)}) u)`,
      lacks: Prisma.sql`(
        SELECT string_agg(concat(a.name, ', said by ', t.said_by, ', ', coalesce(t.said_on, 'undated')), '; ' ORDER BY t.id)
        FROM attribution t
        JOIN actor_revision a ON a.actor_id = t.actor_id AND a.superseded_in IS NULL
        WHERE t.revision_id = i.id AND t.confidence = 'suspected')`,
    },
    "no-range": {
      holds: Prisma.sql`i.loss_usd IS NOT NULL AND i.loss_usd_low IS NULL AND i.loss_usd_high IS NULL`,
      lacks: Prisma.sql`'$' || to_char(i.loss_usd, 'FM999,999,999,999,990')`,
    },
  };
}
