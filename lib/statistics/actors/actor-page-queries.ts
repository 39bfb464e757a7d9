import type { Queryable } from "@/lib/db/client";
import type { ActorNode } from "@/lib/record/actors/actor";
import { type ActorDetail, actorsAt } from "@/lib/record/actors/actor-queries";
import { latestByActor, statementsAbout } from "@/lib/record/attributions/attribution-queries";
import { byParty } from "@/lib/record/attributions/attribution-statement";
import { activeAndRetracted } from "@/lib/record/figures/published-figure";
import { figuresAbout } from "@/lib/record/figures/published-figure-queries";
import { daysOfYear, pageRule, undatedOf } from "@/lib/statistics/actors/actor-filters";
import type { ActorRecord } from "@/lib/statistics/actors/actor-record";
import { type ActorBranch, actorTree } from "@/lib/statistics/actors/actor-tree";
import { totalsByConfidence } from "@/lib/statistics/actors/confidence-queries";
import { contestedIncidents, firstStatements } from "@/lib/statistics/actors/naming";
import { otherAttributions } from "@/lib/statistics/actors/other-attribution-queries";
import { comparedFigures } from "@/lib/statistics/figures/compared-figure-queries";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import type { ActorPageView, YearThrough } from "@/lib/statistics/rules/views";
import { sharedAddressGroups } from "@/lib/statistics/shared-addresses/shared-address";
import { sharedAddresses } from "@/lib/statistics/shared-addresses/shared-address-queries";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { totalsByActor, totalsByYear, totalUnder } from "@/lib/statistics/totals/total-queries";

/** How many incidents an actor's page shows at most: the latest ones. */
const MOST = 1000;

/** What a version says of an actor, by attributions that are at least so sure, in all or in a year up to a day. */
export async function actorRecord(
  db: Queryable,
  version: number,
  actor: ActorDetail,
  view: ActorPageView,
): Promise<ActorRecord> {
  const { confidence, period, known } = view;
  const filters = pageRule(actor.slug, view);
  const [
    total,
    byYear,
    byConfidence,
    actors,
    totals,
    latest,
    newestFirst,
    shared,
    statements,
    figures,
    published,
    undated,
    others,
  ] = await Promise.all([
    totalUnder(db, version, filters),
    totalsByYear(db, version, filters),
    totalsByConfidence(db, version, actor.actorId, filters),
    actorsAt(db, version),
    totalsByActor(db, version, daysOfYear(period), confidence, known),
    latestByActor(db, version, confidence, known),
    listIncidents(db, version, filters, "newest", { limit: MOST }),
    sharedAddresses(db, version, filters),
    statementsAbout(db, version, actor.actorId, confidence, known),
    figuresAbout(db, version, actor.actorId),
    publishedTotal(db, version, filters),
    totalUnder(db, version, undatedOf(filters)),
    otherAttributions(db, version, actor.actorId, filters),
  ]);
  const incidents = newestFirst.reverse();
  const { active, retracted } = activeAndRetracted(figures);
  const shown = statements.filter(({ incident }) => isShown(incident, incidents, period));
  return {
    total,
    undated,
    published,
    byYear,
    byConfidence,
    wholes: wholesOf(actor.parent, actors),
    parts: partsOf(actor.slug, actorTree(actors, totals.rows, latest)),
    incidents,
    sharedAddressGroups: sharedAddressGroups(incidents, shared),
    parties: byParty(shown),
    sinceWhen: firstStatements(shown),
    contested: contestedIncidents(shown, others),
    figures: await comparedFigures(db, version, active, confidence),
    retractedFigures: retracted,
  };
}

/** Whether a statement's incident is of the page's period. */
function isShown(
  { slug }: { slug: string },
  incidents: readonly { slug: string }[],
  period: YearThrough | null,
): boolean {
  return period === null || incidents.some((incident) => incident.slug === slug);
}

function wholesOf(parent: string | null, actors: readonly ActorNode[]): ActorNode[] {
  const whole = actors.find((actor) => actor.slug === parent);
  return whole === undefined ? [] : [...wholesOf(whole.parent, actors), whole];
}

/** The branches below an actor: those that follow it and stand deeper. */
function partsOf(slug: string, branches: readonly ActorBranch[]): ActorBranch[] {
  const place = branches.findIndex((branch) => branch.actor.slug === slug);
  const own = branches[place];
  if (own === undefined) return [];
  const end = branches.findIndex((branch, index) => index > place && branch.depth <= own.depth);
  return branches
    .slice(place + 1, end === -1 ? undefined : end)
    .map((branch) => ({ ...branch, depth: branch.depth - own.depth - 1 }));
}
