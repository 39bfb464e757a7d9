import type { Queryable } from "@/lib/db/client";
import { legalStatusText } from "@/lib/record/actors/legal-status";
import { type Candidate, candidates, type Found } from "@/lib/site/matching/candidate";
import type { Compared } from "@/lib/site/matching/compared";
import { writeEntityId } from "@/lib/site/matching/entity-id";
import type { MatchQuery } from "@/lib/site/matching/match-query";
import { isMatchedKind, type MatchedKind } from "@/lib/site/matching/matched-kind";
import { numbersOf } from "@/lib/site/matching/record-number-queries";
import type { WholeIncident } from "@/lib/statistics/incident-list/whole-incident";
import { wholeIncidentsByNumber } from "@/lib/statistics/incident-list/whole-incident-queries";
import { searchRecord } from "@/lib/statistics/search/search-queries";
import type { SearchResult } from "@/lib/statistics/search/search-result";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";
import { chainLabel, termLabel } from "@/lib/values/taxonomy/taxonomy";
import { firstSentence } from "@/lib/values/text/sentences";

/** Looked at for each query, so that what else is known of a theft can decide between those of one target. */
const LOOKED_AT = 50;

/** What each query of a batch may mean at a version, best first. */
export async function match(
  db: Queryable,
  version: number,
  queries: ReadonlyMap<string, MatchQuery>,
): Promise<Record<string, { result: Candidate[] }>> {
  const answers: Record<string, { result: Candidate[] }> = {};
  // One after the other: a batch is one reader.
  for (const [name, query] of queries)
    answers[name] = { result: candidates(query, await find(db, version, query)) };
  return answers;
}

/** What a beginning of a name may become, best first. */
export async function suggest(
  db: Queryable,
  version: number,
  prefix: string,
  kinds: readonly MatchedKind[],
): Promise<Found[]> {
  return find(db, version, { text: prefix, kinds, limit: LOOKED_AT, known: [] });
}

async function find(db: Queryable, version: number, query: MatchQuery): Promise<Found[]> {
  const { kinds, known } = query;
  // A theft of which only properties are known may be called by its target.
  const text = query.text || (known.find(({ property }) => property === "target")?.values[0] ?? "");
  if (text === "") return [];
  const [only] = kinds;
  const kind = kinds.length === 1 && only !== undefined ? only : null;
  const { results } = await searchRecord(db, version, { q: text, kind }, LOOKED_AT);
  const wanted = results.filter(
    (result) =>
      isMatchedKind(result.kind) &&
      (kinds.length === 0 || kinds.includes(result.kind)) &&
      !(result.kind === "incident" && result.retracted),
  );
  const numbers = await numbersOf(
    db,
    version,
    wanted.flatMap((result) => ("slug" in result ? [result] : [])),
  );
  const whole =
    known.length === 0
      ? new Map<number, WholeIncident>()
      : await wholeIncidentsByNumber(
          db,
          version,
          wanted.flatMap((result) =>
            result.kind === "incident" ? (numbers.get(`incident ${result.slug}`) ?? []) : [],
          ),
        );
  return wanted.flatMap((result) => foundOf(result, numbers, whole) ?? []);
}

function foundOf(
  result: SearchResult,
  numbers: ReadonlyMap<string, number>,
  whole: ReadonlyMap<number, WholeIncident>,
): Found | null {
  const fit = result.score;
  if (result.kind === "address" || result.kind === "transaction") {
    const { kind, chains, text, service, incidents } = result;
    const [chain] = chains;
    if (chain === undefined) return null;
    const named = incidents.map(({ name, role }) => `${role} in ${name}`);
    return {
      id: writeEntityId({ kind, chain, text }),
      kind,
      name: text,
      description: [chainLabel(chain), ...(service === null ? [] : [service]), ...named].join(
        " · ",
      ),
      fit,
      held: {},
    };
  }
  if (result.kind !== "incident" && result.kind !== "target" && result.kind !== "actor")
    return null;
  const number = numbers.get(`${result.kind} ${result.slug}`);
  if (number === undefined) return null;
  const incident = whole.get(number);
  return {
    id: writeEntityId({ kind: result.kind, number }),
    kind: result.kind,
    name: result.kind === "actor" ? result.actor.name : result.name,
    description: descriptionOf(result),
    fit,
    held: result.kind === "incident" && incident !== undefined ? heldOf(incident) : {},
  };
}

function descriptionOf(
  result: Extract<SearchResult, { kind: "incident" | "target" | "actor" }>,
): string {
  if (result.kind === "incident")
    return [
      dateText(result.occurredOn),
      result.target,
      result.lossUsd === null ? "loss unknown" : formatUsd(result.lossUsd),
    ].join(" · ");
  if (result.kind === "target")
    return `${termLabel(result.targetKind)} · ${result.incidents} ${result.incidents === 1 ? "theft" : "thefts"}`;
  const status = legalStatusText(result.actor);
  return `${status === null ? "" : `${status} · `}${firstSentence(result.description)}`;
}

/** What the record says of a theft, by the properties by which thefts are told apart. */
function heldOf(incident: WholeIncident): Record<Compared, readonly (string | number)[]> {
  const some = <Value>(...values: (Value | null)[]) =>
    values.filter((value): value is Value => value !== null);
  return {
    occurred_on: [incident.occurredOn],
    target: some(incident.target, incident.targetName),
    chains: incident.chains.flatMap((chain) => [chain, chainLabel(chain)]),
    category: [incident.category, termLabel(incident.category)],
    technique: [incident.technique],
    actors: [...new Set(incident.attributions.map(({ name }) => name))],
    loss_usd: some(incident.lossUsd),
  };
}
