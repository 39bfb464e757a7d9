import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { asOfVersion, type Version } from "@/lib/record/versions/version";
import { numberAt } from "@/lib/statistics/changes/change-queries";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import {
  levelsOf,
  type NumberPart,
  type RecordNumber,
  type SourcesKey,
  type SurenessKey,
} from "@/lib/statistics/numbers/number";
import { countingRulesOf, NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import { isOne } from "@/lib/statistics/rules/picked";
import { amountOf, underRule } from "@/lib/statistics/rules/rule-sql";
import { COMPARABLE_FROM } from "@/lib/statistics/rules/views";
import type { Measured } from "@/lib/statistics/totals/measured";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { earlierOf } from "@/lib/values/dates/day";

interface Asked {
  rule: NumberRule;
  /** A condition of its own beside the rule. */
  only?: Prisma.Sql;
}

/** What several rules come to at a version, in their order, by one statement. */
async function numbersUnder(
  db: Queryable,
  version: number,
  asked: readonly Asked[],
): Promise<Measured[]> {
  if (asked.length === 0) return [];
  const sums = asked.map(({ rule: { filters, measure, estimate }, only }, place) => {
    const amount = amountOf(measure, estimate);
    return Prisma.sql`
      SELECT ${place}::int AS place, count(*)::int AS incidents,
        (count(*) FILTER (WHERE ${amount} IS NULL))::int AS "unknownSize", coalesce(sum(${amount}), 0)::float8 AS amount
      FROM incident_revision i WHERE ${underRule(version, filters)} ${only === undefined ? Prisma.empty : Prisma.sql`AND ${only}`}`;
  });
  const rows = await db.$queryRaw<(Measured & { place: number })[]>`
    ${Prisma.join(sums, " UNION ALL ")} ORDER BY place`;
  return rows.map(({ place, ...sum }) => sum);
}

/** Incidents whose sources give different losses, or only a bound of one. */
const DIFFERING = Prisma.sql`i.loss_usd_low IS DISTINCT FROM i.loss_usd_high`;

/** The parts of a number by how surely somebody is named for its incidents. */
function surenessRules(rule: NumberRule): { key: SurenessKey; rule: NumberRule }[] {
  const { actor, confidence, level, ...others } = rule.filters;
  // Of several actors, or all but some, the levels are no parts of the number: who is not named is in none of them.
  if (actor === "none" || (actor !== undefined && !isOne(actor))) return [];
  const whom = actor === undefined ? {} : { actor };
  const levels = levelsOf(rule).map((one) => ({
    key: one,
    rule: { ...rule, filters: { ...others, ...whom, level: one } },
  }));
  const isOfAnybody = actor === undefined && confidence === undefined && level === undefined;
  const nobody = { ...rule, filters: { ...others, actor: "none" } };
  return isOfAnybody ? [...levels, { key: "nobody", rule: nobody }] : levels;
}

/** The narrowings of a number by its sources. */
function sourcesAsked(rule: NumberRule): (Asked & { key: SourcesKey; link: NumberRule | null })[] {
  const differ = { key: "differ", rule, only: DIFFERING, link: null } as const;
  if (rule.filters.sources !== undefined) return [differ];
  const narrowed = (["one", "copies"] as const).map((sources) => {
    const of = { ...rule, filters: { ...rule.filters, sources } };
    return { key: sources, rule: of, link: of };
  });
  return [differ, ...narrowed];
}

/** A number at a version with what is said about it: two statements, and one more for what it leaves out. */
export async function recordNumber(
  db: Queryable,
  version: Version,
  rule: NumberRule,
): Promise<RecordNumber> {
  const { filters, measure } = rule;
  const end = asOfVersion(version);
  const to = filters.to === undefined ? end : earlierOf(filters.to, end);
  const isOfLosses = measure === "gross" || measure === "net";
  const least = Math.max(COMPARABLE_FROM, filters.least ?? 0);
  const comparable = { ...rule, filters: { ...filters, least } };
  const sureness = surenessRules(rule);
  const sources = sourcesAsked(rule);
  const [[whole, large, low, best, high], levels, narrowed, unplaced] = await Promise.all([
    numbersUnder(db, version.number, [
      { rule },
      { rule: comparable },
      { rule: { ...rule, estimate: "low" } },
      { rule: { ...rule, estimate: "best" } },
      { rule: { ...rule, estimate: "high" } },
    ]),
    numbersUnder(db, version.number, sureness),
    numbersUnder(db, version.number, sources),
    filters.date === undefined
      ? totalUnder(db, version.number, { ...filters, date: "unplaced" })
      : { incidents: 0, unknownSize: 0, lossUsd: 0, returnedUsd: 0, returnedIncidents: 0 },
  ]);
  return {
    ...summed(whole),
    rule,
    days: { from: filters.from ?? null, to },
    isCovered: filters.from === undefined || filters.from <= to,
    range: isOfLosses ? { low: summed(low), best: summed(best), high: summed(high) } : null,
    comparable: { ...summed(large), rule: comparable },
    unplaced,
    bySureness: sureness.map(
      ({ key, rule: of }, place): NumberPart<SurenessKey> => ({
        ...summed(levels[place]),
        key,
        rule: of,
      }),
    ),
    bySources: sources.map(({ key, link }, place) => ({
      ...summed(narrowed[place]),
      key,
      rule: link,
    })),
  };
}

/** What a number was as its version was published; null where that counts by the newest rules. */
export async function numberAsPublished(
  db: Queryable,
  { number, countingRules }: Version,
  rule: NumberRule,
): Promise<PublishedTotal | null> {
  const rules = countingRulesOf(countingRules);
  if (rules === NEWEST_RULES) return null;
  const { incidents, amount } = await numberAt(db, number, rule, rules);
  return { version: number, rules, incidents, amount };
}

function summed(sum: Measured | undefined): Measured {
  if (sum === undefined) throw new Error("the database answered for fewer rules than were asked");
  return sum;
}
