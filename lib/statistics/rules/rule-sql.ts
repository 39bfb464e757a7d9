import { Prisma } from "@/lib/db/generated/client";
import { countedStatement } from "@/lib/record/attributions/said-on-sql";
import { occurredUntil } from "@/lib/record/incidents/occurred-on-sql";
import { isSourced } from "@/lib/record/incidents/sourcing-sql";
import { holding, targetIds, targetIdsNamed } from "@/lib/record/versions/target-sql";
import {
  activeAt,
  actorParts,
  coveredThroughAt,
  hasAtLeastConfidence,
  seenAtVersion,
} from "@/lib/record/versions/version-sql";
import type { CountingRule } from "@/lib/statistics/rules/counting-rule";
import { type CountingRules, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import {
  betweenValues,
  type Dimension,
  type Estimate,
  type Interval,
  type Measure,
} from "@/lib/statistics/rules/parameters";
import { onlyValue, type Picked, pickedValues, writePicked } from "@/lib/statistics/rules/picked";
import { inDollars } from "@/lib/statistics/rules/price-index-sql";
import { isDividedByChain, SEVERAL } from "@/lib/statistics/rules/several";
import type { Filters } from "@/lib/statistics/rules/views";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import { CONFIDENCES, type Confidence, isTargetKind } from "@/lib/values/taxonomy/taxonomy";

// The few fragments that every total and list is composed of. `i` is incident_revision, or figure_revision where
// published figures are asked for.

/**
 * The condition under which an incident counts by a rule at a version; the period is inclusive at both ends.
 * @param rules by which it is placed in the period
 */
export function underRule(
  version: number,
  filters: Filters,
  rules: CountingRules = NEWEST_RULES,
): Prisma.Sql {
  const placed = rules === 1 ? onFirstDay(filters) : inPeriod(filters, coveredThroughAt(version));
  return askedFor(version, filters, placed);
}

/**
 * The condition under which a revision counted by a rule while it was the current one, of every revision through a
 * version: with actors, targets and covered days as they are at that version.
 */
export function everUnderRule(version: number, filters: Filters): Prisma.Sql {
  const active = Prisma.sql`i.published_in <= ${version} AND i.retraction IS NULL AND i.merged_into_id IS NULL`;
  return allAsked(active, version, filters, inPeriod(filters, coveredThroughAt(version)));
}

/** As `underRule`, of days after those that editors had looked through: what is known of them counts in nothing. */
export function notYetCovered(version: number, filters: Filters): Prisma.Sql {
  return askedFor(version, filters, [
    Prisma.sql`i.occurred_on > ${coveredThroughAt(version)}`,
    ...inPeriod(filters, FOR_EVER),
  ]);
}

function askedFor(version: number, filters: Filters, placed: readonly Prisma.Sql[]): Prisma.Sql {
  return allAsked(activeAt(version), version, filters, placed);
}

function allAsked(
  active: Prisma.Sql,
  version: number,
  filters: Filters,
  placed: readonly Prisma.Sql[],
): Prisma.Sql {
  const conditions = [active, ...placed, ...conditionsBesidePeriod(filters, version)];
  return Prisma.join([...conditions, ...attributed(version, filters)], " AND ");
}

/** What a rule asks of attributions. */
export function attributed(
  version: number,
  filters: Pick<Filters, "actor" | "confidence" | "level" | "known" | "statements">,
): Prisma.Sql[] {
  const { actor, confidence, level, known, statements } = filters;
  const conditions: Prisma.Sql[] = [];
  const least = confidence ?? DEFAULT_CONFIDENCE;
  if (actor !== undefined)
    conditions.push(...pickedBy(actor, (one) => attributedTo(version, one, least, known)));
  else if (confidence !== undefined) conditions.push(attributedTo(version, undefined, least));
  if (level !== undefined) {
    const whom = pickedValues(actor).among.filter((one) => one !== "none");
    conditions.push(...pickedBy(level, (one) => atSurest(version, whom, one, known)));
  }
  const only = onlyValue(actor);
  if (statements !== undefined && only !== null)
    conditions.push(namedUndated(version, only, least, { byOne: statements === "one-undated" }));
  return conditions;
}

/** Incidents whose surest attribution is so sure: to one of some actors, or to anybody where none is named. */
function atSurest(
  version: number,
  whom: readonly string[],
  level: Confidence,
  known?: Day,
): Prisma.Sql {
  const atLeast = (confidence: Confidence) =>
    whom.length === 0
      ? attributedTo(version, undefined, confidence, known)
      : anyOf(whom.map((one) => attributedTo(version, one, confidence, known)));
  const surer = CONFIDENCES[CONFIDENCES.findIndex(({ value }) => value === level) + 1];
  return surer === undefined
    ? atLeast(level)
    : Prisma.sql`(${atLeast(level)} AND NOT (${atLeast(surer.value)}))`;
}

function anyOf(conditions: readonly Prisma.Sql[]): Prisma.Sql {
  const [only] = conditions;
  if (only !== undefined && conditions.length === 1) return only;
  return Prisma.sql`(${Prisma.join([...conditions], " OR ")})`;
}

/** One of the values that a filter names, and none of those that it leaves out. */
function pickedBy<Value extends string>(
  picked: Picked<Value>,
  condition: (value: Value) => Prisma.Sql,
  between?: string,
): Prisma.Sql[] {
  const { among, without } = pickedValues(picked, between);
  return [
    ...(among.length === 0 ? [] : [anyOf(among.map(condition))]),
    // What is not known of an incident, such as its target, is not what is left out.
    ...(without.length === 0 ? [] : [Prisma.sql`(${anyOf(without.map(condition))}) IS NOT TRUE`]),
  ];
}

/** As `pickedBy`, of a column that holds one value. */
function pickedIn(column: Prisma.Sql, picked: Picked): Prisma.Sql[] {
  const { among, without } = pickedValues(picked);
  const [only] = among;
  return [
    ...(only === undefined
      ? []
      : among.length === 1
        ? [Prisma.sql`${column} = ${only}`]
        : [Prisma.sql`${column} IN (${Prisma.join(among)})`]),
    ...(without.length === 0 ? [] : [Prisma.sql`${column} NOT IN (${Prisma.join(without)})`]),
  ];
}

const FOR_EVER = Prisma.sql`'infinity'::date`;

/**
 * The first of the counting rules: by the first day that an incident can have happened on, whatever is covered. They
 * leave none out.
 */
function onFirstDay({ from, to, date }: Filters): Prisma.Sql[] {
  if (date === "unplaced") return [Prisma.sql`false`];
  return [
    ...(date === undefined ? [] : [knownTo(date)]),
    ...(from === undefined ? [] : [Prisma.sql`i.occurred_on >= ${from}::date`]),
    ...(to === undefined ? [] : [Prisma.sql`i.occurred_on <= ${to}::date`]),
  ];
}

function knownTo(precision: "day" | "month" | "year"): Prisma.Sql {
  return Prisma.sql`i.precision = ${precision}::date_precision`;
}

/**
 * The one place that decides in which period an incident counts: in one that holds every day on which it can have
 * happened. With `date=unplaced` those of which a period holds only a part of these days, and so leaves them out.
 * @param covered the last day up to which editors had looked
 */
function inPeriod({ from, to, date }: Filters, covered: Prisma.Sql): Prisma.Sql[] {
  const last = to === undefined ? covered : Prisma.sql`least(${to}::date, ${covered})`;
  const beforeEnd = to === undefined ? [] : [Prisma.sql`i.occurred_on <= ${to}::date`];
  const begun = [...beforeEnd, Prisma.sql`i.occurred_on <= ${covered}`];
  if (date !== "unplaced") {
    return [
      ...(from === undefined ? [] : [Prisma.sql`i.occurred_on >= ${from}::date`]),
      // The first day is bounded too, though the last says it: by the first there is an index. By one day
      // where it can be: with a second one, which it does not know yet, PostgreSQL expects next to nothing and plans for that.
      ...(to === undefined ? begun : beforeEnd),
      Prisma.sql`${occurredUntil} <= ${last}`,
      ...(date === undefined ? [] : [knownTo(date)]),
    ];
  }
  if (from === undefined) return [...begun, Prisma.sql`${occurredUntil} > ${last}`];
  return [
    Prisma.sql`i.occurred_on >= date_trunc('year', ${from}::date::timestamp)::date`,
    ...begun,
    Prisma.sql`${occurredUntil} >= ${from}::date`,
    Prisma.sql`(i.occurred_on < ${from}::date OR ${occurredUntil} > ${last})`,
  ];
}

/**
 * What a rule asks of a revision whichever version it is seen at: all of it but the attribution, and how far the version
 * is covered. A target is whoever ever bore its slug, and what that was ever merged with.
 */
export function conditionsOnRow(filters: Filters): Prisma.Sql[] {
  return [...inPeriod(filters, FOR_EVER), ...conditionsBesidePeriod(filters, null)];
}

/** @param version at which a target is whom its slug names; null for whoever ever bore it */
function conditionsBesidePeriod(filters: Filters, version: number | null): Prisma.Sql[] {
  const conditions: Prisma.Sql[] = [];
  const add = (...more: Prisma.Sql[]) => conditions.push(...more);
  if (filters.category !== undefined) add(...pickedIn(Prisma.sql`i.category`, filters.category));
  if (filters.technique !== undefined) add(...pickedIn(Prisma.sql`i.technique`, filters.technique));
  if (filters.target !== undefined) {
    const { among, without } = pickedValues(filters.target);
    // Who ever bore a slug is more than who bears it, so that of all versions at once nobody is left out.
    const kept = version === null ? without.filter(isTargetKind) : without;
    const target = writePicked({ among, without: kept });
    if (target !== undefined) add(...pickedBy(target, (one) => atTarget(version, one)));
  }
  const targetName = filters["target-name"];
  if (targetName !== undefined) {
    // Written as its index has it: incident_target_name.
    add(Prisma.sql`folded_name(i.target) = folded_name(${targetName})`);
  }
  const isOn = (chain: string) => Prisma.sql`${chain} = ANY (i.chains)`;
  if (filters.chain !== undefined)
    add(...pickedBy(filters.chain, filters.chains === "counted" ? countsOn : isOn));
  if (filters.chains === "counted" && pickedValues(filters.chain).among.length === 0)
    add(countsOn(undefined));
  if (filters.chains === "undivided") add(isUndivided);
  if (filters.chains === "none") add(Prisma.sql`cardinality(i.chains) = 0`);
  if (filters.chains === "one") add(Prisma.sql`cardinality(i.chains) = 1`);
  if (filters.chains === "several") add(Prisma.sql`cardinality(i.chains) > 1`);
  if (filters.least !== undefined) add(Prisma.sql`i.loss_usd >= ${filters.least}`);
  if (filters.most !== undefined) add(Prisma.sql`i.loss_usd <= ${filters.most}`);
  if (filters.loss === "known") add(Prisma.sql`i.loss_usd IS NOT NULL`);
  if (filters.loss === "unknown") add(Prisma.sql`i.loss_usd IS NULL`);
  if (filters.returned === "some") add(Prisma.sql`i.returned_usd > 0`);
  if (filters.returned === "none") add(Prisma.sql`i.returned_usd = 0`);
  if (filters.returned === "unknown") add(Prisma.sql`i.returned_usd IS NULL`);
  if (filters.addresses !== undefined)
    add(has(filters.addresses, Prisma.sql`SELECT FROM address d WHERE d.revision_id = i.id`));
  if (filters.transactions !== undefined)
    add(
      has(
        filters.transactions,
        Prisma.sql`SELECT FROM incident_transaction d WHERE d.revision_id = i.id`,
      ),
    );
  const publisher = filters["source-publisher"];
  if (publisher !== undefined)
    add(...pickedBy(publisher, publishedBy, betweenValues("source-publisher")));
  if (filters.sources !== undefined) add(isSourced(filters.sources));
  if (filters.q !== undefined) add(mentions(version, filters.q));
  return conditions;
}

function has(wanted: "yes" | "no", rows: Prisma.Sql): Prisma.Sql {
  return wanted === "yes" ? Prisma.sql`EXISTS (${rows})` : Prisma.sql`NOT EXISTS (${rows})`;
}

/** Incidents with a source of a publisher. */
function publishedBy(publisher: string): Prisma.Sql {
  return Prisma.sql`EXISTS (SELECT FROM incident_source s WHERE s.revision_id = i.id AND s.publisher = ${publisher})`;
}

/** What an incident's assets say was lost on which chain, where it was on several and they say no more than was lost. */
const divisionOf = (loss: Prisma.Sql) => Prisma.sql`
  SELECT sum(d.usd) AS usd FROM asset d
  WHERE d.revision_id = i.id AND d.chain IS NOT NULL AND cardinality(i.chains) > 1 AND ${loss} = i.loss_usd
  HAVING sum(d.usd) > 0 AND sum(d.usd) <= i.loss_usd`;
const BEST_LOSS = Prisma.sql`i.loss_usd`;

/** Incidents of whose best loss something counts on a chain: all of it, or what assets say; without one, on any named. */
function countsOn(chain: string | undefined): Prisma.Sql {
  const of = (column: Prisma.Sql) =>
    chain === undefined ? Prisma.sql`true` : Prisma.sql`${column} = ${chain}`;
  return Prisma.sql`((cardinality(i.chains) = 1 AND ${of(Prisma.sql`i.chains[1]`)})
    OR (EXISTS (${divisionOf(BEST_LOSS)}) AND EXISTS (SELECT FROM asset d
      WHERE d.revision_id = i.id AND d.usd > 0 AND d.chain IS NOT NULL AND ${of(Prisma.sql`d.chain`)})))`;
}

/** Incidents on several chains of whose best loss no source says on which all of it was. */
const isUndivided = Prisma.sql`(cardinality(i.chains) > 1
  AND NOT EXISTS (SELECT FROM (${divisionOf(BEST_LOSS)}) known WHERE known.usd = i.loss_usd))`;

/** Incidents at a kind of target, or at one target. */
function atTarget(version: number | null, target: string): Prisma.Sql {
  return isTargetKind(target)
    ? Prisma.sql`i.target_kind = ${target}`
    : Prisma.sql`i.target_id IN (${targetIds(version, target)})`;
}

/** Incidents attributed to an actor or a part of it; to nobody (`none`); or, without an actor, to anybody. */
function attributedTo(
  version: number,
  actor: string | undefined,
  confidence: Confidence,
  known?: Day,
): Prisma.Sql {
  const counts = countedStatement(confidence, known);
  const attributed = Prisma.sql`SELECT FROM attribution t WHERE t.revision_id = i.id AND ${counts}`;
  if (actor === undefined) return Prisma.sql`EXISTS (${attributed})`;
  if (actor === "none") return Prisma.sql`NOT EXISTS (${attributed})`;
  return Prisma.sql`i.id IN (
    WITH RECURSIVE ${actorParts(version)}
    SELECT t.revision_id FROM attribution t
    JOIN actor_parts p ON p.part_id = t.actor_id
    JOIN actor_revision a ON a.actor_id = p.whole_id AND ${seenAtVersion("a", version)}
    WHERE a.slug = ${actor} AND ${counts})`;
}

/** Incidents for which no statement that names an actor, or a part of it, bears a date; `byOne` of one source alone. */
function namedUndated(
  version: number,
  actor: string,
  confidence: Confidence,
  { byOne }: { byOne: boolean },
): Prisma.Sql {
  const sources = byOne ? Prisma.sql`AND count(DISTINCT t.source) = 1` : Prisma.empty;
  return Prisma.sql`i.id IN (
    WITH RECURSIVE ${actorParts(version)}
    SELECT t.revision_id FROM attribution t
    JOIN actor_parts p ON p.part_id = t.actor_id
    JOIN actor_revision a ON a.actor_id = p.whole_id AND ${seenAtVersion("a", version)}
    WHERE a.slug = ${actor} AND ${hasAtLeastConfidence(confidence)}
    GROUP BY 1 HAVING count(t.said_on) = 0 ${sources})`;
}

/**
 * Every word of the text stands, as a part of a word, in the name, the summary, an address, or the target as the
 * sources call it or by any name that its record has.
 */
function mentions(version: number | null, text: string): Prisma.Sql {
  const words = text.split(" ").map((word) => {
    const pattern = holding(word);
    return Prisma.sql`(concat_ws(' ', i.name, i.target, i.summary) ILIKE ${pattern}
      OR normalize(concat_ws(' ', i.name, i.target), NFC) ILIKE ${pattern}
      OR i.target_id IN (${targetIdsNamed(version, pattern)})
      OR EXISTS (SELECT FROM address d WHERE d.revision_id = i.id AND d.address ILIKE ${pattern}))`;
  });
  return Prisma.join(words, " AND ");
}

const YEAR_ONLY = Prisma.sql`CASE i.precision WHEN 'year' THEN 'YYYY'`;
const PERIODS: Record<Interval, Prisma.Sql> = {
  month: Prisma.sql`to_char(i.occurred_on, ${YEAR_ONLY} ELSE 'YYYY-MM' END)`,
  quarter: Prisma.sql`to_char(i.occurred_on, ${YEAR_ONLY} ELSE 'YYYY-"Q"Q' END)`,
  year: Prisma.sql`to_char(i.occurred_on, 'YYYY')`,
};

/**
 * The month, quarter or year that holds an incident: `2023-09`, `2023-Q3` or `2023`. Of one that is known only to the
 * year no month and no quarter is known: its year, in every interval.
 */
export function periodOf(interval: Interval): Prisma.Sql {
  return PERIODS[interval];
}

/**
 * What an incident adds to a total, null where that is not known. Low and high estimates are the best one where
 * sources span no range. Where only a bound is known there is no best one: "up to $70m" has a high estimate alone; of "at
 * least $7m" that is both, as no lower amount can be its highest. Net is never below zero, even where more came back than
 * the estimate says was lost. A median is one of these gross losses.
 * @param dollars the year in whose dollars it is counted, by the year of the theft: what came back later, too
 */
export function amountOf(measure: Measure, estimate: Estimate, dollars?: number): Prisma.Sql {
  if (measure === "count") return Prisma.sql`1`;
  return inDollars(amountAtTheft(measure, estimate), dollars);
}

function amountAtTheft(measure: Exclude<Measure, "count">, estimate: Estimate): Prisma.Sql {
  const loss = {
    best: Prisma.sql`i.loss_usd`,
    low: Prisma.sql`coalesce(i.loss_usd_low, i.loss_usd)`,
    high: Prisma.sql`coalesce(i.loss_usd_high, i.loss_usd, i.loss_usd_low)`,
  }[estimate];
  if (measure === "returned") return Prisma.sql`i.returned_usd`;
  if (measure === "gross" || measure === "median") return loss;
  return Prisma.sql`CASE WHEN ${loss} IS NULL THEN NULL ELSE greatest(${loss} - coalesce(i.returned_usd, 0), 0) END`;
}

/** How incidents (`i`) fall into parts: what to join, each part's key, and what it holds of the incident's amount. */
export interface PartsOfIncidents {
  join: Prisma.Sql;
  /** Null is the key of incidents that have none, SEVERAL that of those that have several undivided. */
  key: Prisma.Sql;
  amount: Prisma.Sql;
}

/**
 * How incidents fall into the parts of a dimension. What an incident adds is in one part, or divided among several:
 * never in two of them, so that parts add up to the whole. The join wants the actor_parts of `actorParts` before it.
 */
export function partsBy(
  by: Dimension,
  version: number,
  rule: Pick<CountingRule, "measure" | "estimate" | "dollars" | "confidence">,
): PartsOfIncidents {
  const { measure, estimate, dollars, confidence } = rule;
  const amount = amountOf(measure, estimate, dollars);
  const column = (key: Prisma.Sql) => ({ join: Prisma.empty, key, amount });
  if (by === "category") return column(Prisma.sql`i.category`);
  if (by === "technique") return column(Prisma.sql`i.technique`);
  if (by === "target") return column(Prisma.sql`i.target_kind`);
  if (by === "chain") return partsByChain(rule);
  return {
    join: Prisma.sql`CROSS JOIN LATERAL (
      SELECT CASE WHEN count(*) > 1 THEN ${SEVERAL} ELSE min(whole.slug) END AS key
      FROM (${topActors(version, confidence)}) whole
    ) part`,
    key: Prisma.sql`part.key`,
    amount,
  };
}

/** The slugs of the actors that are part of no other and that an incident (`i`) is attributed to, itself or by a part. */
function topActors(version: number, confidence: Confidence): Prisma.Sql {
  return Prisma.sql`
    SELECT DISTINCT a.slug FROM attribution t
    JOIN actor_parts p ON p.part_id = t.actor_id
    JOIN actor_revision a ON a.actor_id = p.whole_id AND a.parent_id IS NULL AND ${seenAtVersion("a", version)}
    WHERE t.revision_id = i.id AND ${hasAtLeastConfidence(confidence)}`;
}

/** Whether an incident is attributed to several actors that are part of no other: it then is each one's. */
export function isUnderSeveralActors(version: number, confidence: Confidence): Prisma.Sql {
  return Prisma.sql`(SELECT count(*) FROM (${topActors(version, confidence)}) whole) > 1`;
}

/**
 * By chain: on its one chain; or on several, each with what its assets say was lost there, and the rest on several
 * undivided. Assets say what the best estimate of the loss is made of, and of nothing else: where another amount is
 * added up, or they come to more than it, nothing is divided. In a year's dollars each chain's part is what is added to
 * the sum of those before it, so that parts are to the cent and still add up to the whole.
 */
function partsByChain({
  measure,
  estimate,
  dollars,
}: Pick<CountingRule, "measure" | "estimate" | "dollars">): PartsOfIncidents {
  const whole = amountOf(measure, estimate, dollars);
  const undivided = Prisma.sql`
    SELECT CASE cardinality(i.chains) WHEN 0 THEN NULL WHEN 1 THEN i.chains[1] ELSE ${SEVERAL} END, ${whole}`;
  const part = { key: Prisma.sql`part.key`, amount: Prisma.sql`part.amount` };
  if (!isDividedByChain(measure))
    return { ...part, join: Prisma.sql`CROSS JOIN LATERAL (${undivided}) part (key, amount)` };
  const amount = amountAtTheft(measure, estimate);
  const through = Prisma.sql`said.through`;
  const adjusted = (of: Prisma.Sql) => Prisma.sql`(${inDollars(of, dollars)})`;
  return {
    ...part,
    join: Prisma.sql`
      LEFT JOIN LATERAL (${divisionOf(amount)}) known ON true
      CROSS JOIN LATERAL (
        ${undivided} WHERE known.usd IS NULL
        UNION ALL
        SELECT said.chain, ${adjusted(through)} - ${adjusted(Prisma.sql`said.through - said.usd`)} FROM (
          SELECT d.chain, sum(d.usd) AS usd, sum(sum(d.usd)) OVER (ORDER BY d.chain) AS through FROM asset d
          WHERE d.revision_id = i.id AND d.chain IS NOT NULL AND d.usd > 0 AND known.usd IS NOT NULL GROUP BY 1
        ) said
        UNION ALL
        SELECT ${SEVERAL}, ${whole} - ${adjusted(Prisma.sql`known.usd`)} WHERE known.usd < ${amount}
      ) part (key, amount)`,
  };
}
