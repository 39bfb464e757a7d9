import type { Queryable } from "@/lib/db/client";
import { COVERAGE_ID } from "@/lib/record/coverage/coverage";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** Ids asked for by one statement. */
const ASKED_AT_ONCE = 10_000;

/** The number of each record's current revision, by lasting id; records that are not held have none. */
export async function currentRevisions(
  db: Queryable,
  kind: RecordKind,
  recordIds: readonly number[],
): Promise<Map<number, number>> {
  const found = new Map<number, number>();
  for (let start = 0; start < recordIds.length; start += ASKED_AT_ONCE) {
    const ids = recordIds.slice(start, start + ASKED_AT_ONCE);
    for (const { id, revision } of await revisionsOf(db, kind, ids)) found.set(id, revision);
  }
  return found;
}

async function revisionsOf(db: Queryable, kind: RecordKind, ids: number[]) {
  const current = { supersededIn: null };
  if (kind === "incident") {
    const rows = await db.incidentRevision.findMany({
      where: { ...current, incidentId: { in: ids } },
      select: { incidentId: true, revision: true },
    });
    return rows.map(({ incidentId, revision }) => ({ id: incidentId, revision }));
  }
  if (kind === "actor") {
    const rows = await db.actorRevision.findMany({
      where: { ...current, actorId: { in: ids } },
      select: { actorId: true, revision: true },
    });
    return rows.map(({ actorId, revision }) => ({ id: actorId, revision }));
  }
  if (kind === "target") {
    const rows = await db.targetRevision.findMany({
      where: { ...current, targetId: { in: ids } },
      select: { targetId: true, revision: true },
    });
    return rows.map(({ targetId, revision }) => ({ id: targetId, revision }));
  }
  if (kind === "service") {
    const rows = await db.knownAddress.findMany({
      where: { ...current, serviceId: { in: ids } },
      select: { serviceId: true, revision: true },
    });
    return rows.map(({ serviceId, revision }) => ({ id: serviceId, revision }));
  }
  if (kind === "coverage") {
    const rows = await db.coverageRevision.findMany({ where: current, select: { revision: true } });
    return rows.map(({ revision }) => ({ id: COVERAGE_ID, revision }));
  }
  const rows = await db.figureRevision.findMany({
    where: { ...current, figureId: { in: ids } },
    select: { figureId: true, revision: true },
  });
  return rows.map(({ figureId, revision }) => ({ id: figureId, revision }));
}
