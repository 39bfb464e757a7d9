import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { occurredOnAsKnown, occurredUntil } from "@/lib/record/incidents/occurred-on-sql";
import { slugAt } from "@/lib/record/versions/existence-queries";
import { findVersion } from "@/lib/record/versions/version-queries";
import { activeAt, coveredThroughAt, seenAtVersion } from "@/lib/record/versions/version-sql";
import {
  CHANGE_KINDS,
  type ChangedIncident,
  type ChangeSegment,
  type Changes,
  type NumberAt,
} from "@/lib/statistics/changes/changes";
import type { ChangesView } from "@/lib/statistics/changes/changes-view";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import {
  type CountingRules,
  countingRulesOf,
  NEWEST_RULES,
} from "@/lib/statistics/rules/counting-rule-number";
import { pickedAgain } from "@/lib/statistics/rules/picked";
import { amountOf, underRule } from "@/lib/statistics/rules/rule-sql";
import type { Filters } from "@/lib/statistics/rules/views";
import { isTargetKind } from "@/lib/values/taxonomy/taxonomy";

/** Incidents told one by one; the sums are always of all. */
export const INCIDENTS_TOLD = 200;

/**
 * A rule as a version words it: an actor and a target by the slug that they have there, or by what they were merged
 * into. So a figure goes on from one version to the next where these are renamed or merged.
 */
async function ruleAt(db: Queryable, version: number, rule: NumberRule): Promise<NumberRule> {
  const { actor, target } = rule.filters;
  const filters = { ...rule.filters };
  if (actor !== undefined && actor !== "none")
    filters.actor = await pickedAgain(actor, async (slug) =>
      slug === "none" ? slug : slugAt(db, version, "actor", slug),
    );
  if (target !== undefined)
    filters.target = await pickedAgain(target, async (slug) =>
      isTargetKind(slug) ? slug : slugAt(db, version, "target", slug),
    );
  return { ...rule, filters };
}

/** A figure at a version, by the newest counting rules or by others. */
export async function numberAt(
  db: Queryable,
  version: number,
  rule: NumberRule,
  rules: CountingRules = NEWEST_RULES,
): Promise<NumberAt> {
  const { filters, measure, estimate } = await ruleAt(db, version, rule);
  const amount = amountOf(measure, estimate);
  const [row] = await db.$queryRaw<[Omit<NumberAt, "amount">]>`
    SELECT count(*)::int AS incidents, (count(*) FILTER (WHERE ${amount} IS NULL))::int AS "unknownSize",
      coalesce(sum(${amount}), 0)::text AS exact
    FROM incident_revision i WHERE ${underRule(version, filters, rules)}`;
  return { ...row, amount: Number(row.exact) };
}

/** The counting rules that a version was published under; the newest for one that does not exist. */
async function rulesAt(db: Queryable, version: number): Promise<CountingRules> {
  const found = await findVersion(db, version);
  return found === null ? NEWEST_RULES : countingRulesOf(found.countingRules);
}

/**
 * Why a figure differs between two versions, each as it was published: one row an incident and kind of change, whose
 * amounts add up to the difference. Where the later version has other counting rules, what these count otherwise in the
 * earlier one comes first; all else is told by the later version's.
 */
export async function changesBetween(db: Queryable, view: ChangesView): Promise<Changes> {
  const [ruleBefore, ruleAfter, rulesBefore, rulesAfter] = await Promise.all([
    ruleAt(db, view.from, view.rule),
    ruleAt(db, view.to, view.rule),
    rulesAt(db, view.from),
    rulesAt(db, view.to),
  ]);
  const rules = { before: rulesBefore, after: rulesAfter };
  const parts = changeSegments(view, ruleBefore, ruleAfter, rules);
  const [before, after, sums, incidents] = await Promise.all([
    numberAt(db, view.from, view.rule, rules.before),
    numberAt(db, view.to, view.rule, rules.after),
    db.$queryRaw<Omit<ChangeSegment, "amount">[]>`
      ${parts} SELECT kind, count(*)::int AS incidents, sum(amount)::text AS exact FROM parts GROUP BY kind`,
    db.$queryRaw<ChangedIncident[]>`
      ${parts},
      told AS (
        SELECT * FROM parts ORDER BY abs(amount) DESC, kind = 'unmoved', incident_id, kind LIMIT ${INCIDENTS_TOLD}
      )
      SELECT told.kind, told.amount::float8 AS amount,
        (${stateOf("before_id", view.from)} || jsonb_build_object('counted', told.was_counted, 'counts', told.amount_before)) AS before,
        (${stateOf("after_id", view.to)} || jsonb_build_object('counted', told.is_counted, 'counts', told.amount_after)) AS after
      FROM told ORDER BY abs(told.amount) DESC, told.kind = 'unmoved', told.incident_id, told.kind`,
  ]);
  const order = Object.keys(CHANGE_KINDS);
  return {
    rules,
    before,
    after,
    parts: sums
      .map((part) => ({ ...part, amount: Number(part.exact) }))
      .sort((one, other) => order.indexOf(one.kind) - order.indexOf(other.kind)),
    incidents,
  };
}

function picked(filters: Filters, names: readonly (keyof Filters)[]): Filters {
  return Object.fromEntries(
    Object.entries(filters).filter(([name]) => names.some((one) => one === name)),
  );
}

/** How each incident that may have changed stands to the rule at one version, and why it would not count. */
function side(
  version: number,
  { filters, measure, estimate }: NumberRule,
  rules: Changes["rules"],
): Prisma.Sql {
  const fits = (names: readonly (keyof Filters)[]) =>
    underRule(version, picked(filters, names), rules.after);
  return Prisma.sql`
    SELECT i.incident_id, i.id, (${activeAt(version)}) AS active, i.merged_into_id IS NOT NULL AS merged,
      (${underRule(version, filters, rules.before)}) AS published,
      (${underRule(version, filters, rules.after)}) AS counted, ${occurredUntil} AS until, (${fits([])}) AS covered,
      (${fits(["from", "to", "date"])}) AS dated,
      (${fits(["actor", "confidence", "level"])}) AS attributed,
      (${fits(["least", "most", "loss"])}) AS sized,
      (${fits(["returned"])}) AS gave_back,
      ${amountOf(measure, estimate)} AS amount, ${amountOf("gross", estimate)} AS loss, i.returned_usd
    FROM incident_revision i
    WHERE ${seenAtVersion("i", version)} AND i.incident_id IN (SELECT incident_id FROM candidates)`;
}

/**
 * The incidents of which a revision came or went after one version and by the other. Under an actor also all that
 * are attributed, where an actor was revised meanwhile: its place in the tree may have moved. Where the two versions
 * are covered through different days, also those after the earlier of these; where they count by different rules,
 * those that no day is known of or that were not covered. Under a target, or a text
 * that may be in its names, also all at any target, where one was revised meanwhile: it may have been merged, or bear
 * the name of another that was.
 */
function candidates({ from, to, rule }: ChangesView, rules: Changes["rules"]): Prisma.Sql {
  const [coveredBefore, coveredAfter] = [coveredThroughAt(from), coveredThroughAt(to)];
  const byCoverage = Prisma.sql`
    UNION
    SELECT i.incident_id FROM incident_revision i
    WHERE (${seenAtVersion("i", from)} OR ${seenAtVersion("i", to)}) AND ${coveredBefore} <> ${coveredAfter}
      AND ${occurredUntil} > least(${coveredBefore}, ${coveredAfter})`;
  const byRules = Prisma.sql`
    UNION
    SELECT i.incident_id FROM incident_revision i
    WHERE ${seenAtVersion("i", from)} AND (i.precision <> 'day' OR i.occurred_on > ${coveredBefore})`;
  const { actor } = rule.filters;
  const byTarget = Prisma.sql`
    UNION
    SELECT i.incident_id FROM incident_revision i
    WHERE (${seenAtVersion("i", from)} OR ${seenAtVersion("i", to)}) AND i.target_id IS NOT NULL AND EXISTS (
      SELECT FROM target_revision r WHERE r.published_in > ${from} AND r.published_in <= ${to}
        OR r.superseded_in > ${from} AND r.superseded_in <= ${to})`;
  const byActor = Prisma.sql`
    UNION
    SELECT i.incident_id FROM incident_revision i JOIN attribution t ON t.revision_id = i.id
    WHERE (${seenAtVersion("i", from)} OR ${seenAtVersion("i", to)}) AND EXISTS (
      SELECT FROM actor_revision a WHERE a.published_in > ${from} AND a.published_in <= ${to}
        OR a.superseded_in > ${from} AND a.superseded_in <= ${to})`;
  return Prisma.sql`
    SELECT i.incident_id FROM incident_revision i
    WHERE i.published_in > ${from} AND i.published_in <= ${to} OR i.superseded_in > ${from} AND i.superseded_in <= ${to}
    ${byCoverage}
    ${rules.before === rules.after ? Prisma.empty : byRules}
    ${actor === undefined || actor === "none" ? Prisma.empty : byActor}
    ${isAboutTargets(rule.filters) ? byTarget : Prisma.empty}`;
}

/** Whether a rule asks what a target's record says, which may change though no incident does. */
export function isAboutTargets({ target, q }: Filters): boolean {
  return q !== undefined || (target !== undefined && !isTargetKind(target));
}

/** What an incident that counts at both versions would add with its new loss and its old returned amount. */
function amountBetween({ measure }: NumberRule): Prisma.Sql {
  if (measure === "returned") return Prisma.sql`amount_before`;
  if (measure === "net") {
    return Prisma.sql`CASE WHEN loss_after IS NULL THEN 0 ELSE greatest(loss_after - coalesce(returned_before, 0), 0) END`;
  }
  return Prisma.sql`amount_after`;
}

/** Whether an incident that counts at both versions got or lost its amount, which may be zero: what it is known by. */
function becameKnown({ measure }: NumberRule, kind: "revised" | "returned"): Prisma.Sql {
  if (measure === "count" || (measure === "returned") !== (kind === "returned")) {
    return Prisma.sql`false`;
  }
  return Prisma.sql`(amount_before IS NULL) <> (amount_after IS NULL)`;
}

/**
 * The parts of the difference. An incident that counts at one version only is wholly of the first kind that
 * explains it; one that counts at both is revised by what its new loss makes, then returned by what its new
 * returned amount makes: two steps from the one amount to the other, so nothing is lost or told twice.
 */
function changeSegments(
  view: ChangesView,
  ruleBefore: NumberRule,
  ruleAfter: NumberRule,
  rules: Changes["rules"],
): Prisma.Sql {
  const { rule } = view;
  return Prisma.sql`
    WITH candidates AS (${candidates(view, rules)}),
    before AS (${side(view.from, ruleBefore, rules)}),
    after AS (${side(view.to, ruleAfter, rules)}),
    compared AS (
      SELECT incident_id, before.id AS before_id, after.id AS after_id,
        coalesce(before.counted, false) AS was_counted, coalesce(after.counted, false) AS is_counted,
        coalesce(before.published, false) AS was_published,
        before.active AS was_active, after.active AS active, after.merged, before.until = after.until AS same_days,
        CASE WHEN before.counted THEN after.covered ELSE before.covered END AS covered,
        CASE WHEN before.counted THEN after.dated ELSE before.dated END AS dated,
        CASE WHEN before.counted THEN after.attributed ELSE before.attributed END AS attributed,
        CASE WHEN before.counted THEN after.sized ELSE before.sized END AS sized,
        CASE WHEN before.counted THEN after.gave_back ELSE before.gave_back END AS gave_back,
        before.amount AS amount_before, after.amount AS amount_after,
        before.loss AS loss_before, after.loss AS loss_after, before.returned_usd AS returned_before
      FROM before FULL JOIN after USING (incident_id)
      WHERE before.counted OR after.counted OR before.published
    ),
    stepped AS (
      SELECT *, coalesce(${amountBetween(rule)}, 0) - coalesce(amount_before, 0) AS revised,
        coalesce(amount_after, 0) - coalesce(${amountBetween(rule)}, 0) AS returned
      FROM compared
    ),
    parts AS (
      SELECT s.*, part.kind, part.amount FROM stepped s CROSS JOIN LATERAL (
        SELECT CASE
            WHEN before_id IS NULL THEN 'added'
            WHEN NOT was_counted AND NOT was_active THEN 'reinstated'
            WHEN NOT is_counted AND after_id IS NULL THEN 'retracted'
            WHEN NOT is_counted AND NOT active THEN CASE WHEN merged THEN 'merged' ELSE 'retracted' END
            WHEN NOT covered AND same_days THEN 'covered'
            WHEN NOT dated THEN 'redated'
            WHEN NOT attributed THEN 'reattributed'
            WHEN NOT sized THEN 'revised'
            WHEN NOT gave_back THEN 'returned'
            ELSE 'reclassified'
          END,
          CASE WHEN is_counted THEN coalesce(amount_after, 0) ELSE -coalesce(amount_before, 0) END
        WHERE was_counted <> is_counted
        UNION ALL
        SELECT 'recounted', CASE WHEN was_counted THEN coalesce(amount_before, 0) ELSE -coalesce(amount_before, 0) END
        WHERE was_published <> was_counted
        UNION ALL
        SELECT 'revised', revised WHERE was_counted AND is_counted
          AND (revised <> 0 OR ${becameKnown(rule, "revised")})
        UNION ALL
        SELECT 'returned', returned WHERE was_counted AND is_counted
          AND (returned <> 0 OR ${becameKnown(rule, "returned")})
        UNION ALL
        SELECT 'unmoved', 0 WHERE was_counted AND is_counted AND before_id <> after_id
          AND revised = 0 AND returned = 0
          AND NOT ${becameKnown(rule, "revised")} AND NOT ${becameKnown(rule, "returned")}
      ) part (kind, amount)
    )`;
}

/** An IncidentState of the revision that a column of `told` names; null where it names none. */
function stateOf(column: "before_id" | "after_id", version: number): Prisma.Sql {
  const of = Prisma.raw(`told.${column}`);
  const digest = (table: string) =>
    Prisma.raw(`(SELECT md5(coalesce(string_agg((to_jsonb(part) - 'id' - 'revision_id')::text, ' ' ORDER BY part.id), ''))
      FROM ${table} part WHERE part.revision_id = i.id)`);
  return Prisma.sql`(
    SELECT jsonb_build_object(
      'slug', i.slug, 'name', i.name, 'target', i.target, 'targetKind', i.target_kind,
      'occurredOn', ${occurredOnAsKnown},
      'category', i.category, 'technique', i.technique, 'chains', i.chains,
      'lossUsd', i.loss_usd, 'lossUsdLow', i.loss_usd_low, 'lossUsdHigh', i.loss_usd_high, 'returnedUsd', i.returned_usd,
      'retraction', i.retraction,
      'mergedInto', (
        SELECT jsonb_build_object('slug', whole.slug, 'name', whole.name) FROM incident_revision whole
        WHERE whole.incident_id = i.merged_into_id
          AND whole.published_in <= ${version} AND (whole.superseded_in IS NULL OR whole.superseded_in > ${version})),
      'attributions', coalesce((
        SELECT jsonb_agg(jsonb_build_object(
          'actor', jsonb_build_object('name', a.name, 'kind', a.kind, 'status', a.status, 'statusOn', a.status_on), 'by', t.said_by, 'confidence', t.confidence, 'basis', t.basis) ORDER BY a.name, t.said_by, t.id)
        FROM attribution t JOIN actor_revision a ON a.actor_id = t.actor_id AND ${seenAtVersion("a", version)}
        WHERE t.revision_id = i.id), '[]'),
      'digests', jsonb_build_object('summary', md5(i.summary),
        'techniqueDefinition', md5(coalesce(i.technique_definition, '')), 'lossEstimates', ${digest("loss_estimate")},
        'returnEstimates', ${digest("return_estimate")}, 'dateStatements', ${digest("date_statement")},
        'assets', ${digest("asset")}, 'addresses', ${digest("address")},
        'transactions', ${digest("incident_transaction")}, 'identifiers', ${digest("incident_identifier")},
        'sources', ${digest("incident_source")}),
      'revision', i.revision, 'publishedIn', i.published_in)
    FROM incident_revision i WHERE i.id = ${of})`;
}
