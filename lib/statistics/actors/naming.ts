import type { AttributionStatement } from "@/lib/record/attributions/attribution-statement";

/** By whom an incident was first attributed, as far as dates of statements are known. */
export interface FirstStatement {
  by: string;
  /** Day, month or year; null where no statement about the incident bears a date. */
  on: string | null;
  /** How many other parties say so as well. */
  others: number;
}

/** An incident for which some statements name an actor and others somebody else. */
export interface ContestedIncident {
  incident: AttributionStatement["incident"];
  /** Those that name the actor or a part of it. */
  own: AttributionStatement[];
  /** Those that name others. */
  other: AttributionStatement[];
}

/**
 * Who said so first of each incident, by its slug. Of two statements of which it is not known which came first, one of
 * the whole month or year stands after those of its days.
 */
export function firstStatements(
  statements: readonly AttributionStatement[],
): Map<string, FirstStatement> {
  return new Map(
    [...byIncident(statements)].map(([slug, said]) => {
      const [first, ...rest] = said.toSorted((one, other) => order(one.on) - order(other.on));
      if (first === undefined) throw new Error(`nothing is said of ${slug}`);
      const others = new Set(rest.map(({ by }) => by).filter((by) => by !== first.by)).size;
      return [slug, { by: first.by, on: first.on, others }] as const;
    }),
  );
}

/** The incidents that others are named for as well, in the order of the others' statements. */
export function contestedIncidents(
  own: readonly AttributionStatement[],
  other: readonly AttributionStatement[],
): ContestedIncident[] {
  const ours = byIncident(own);
  return [...byIncident(other)].flatMap(([slug, said]) => {
    const [first] = said;
    const named = ours.get(slug);
    return first === undefined || named === undefined
      ? []
      : [{ incident: first.incident, own: named, other: said }];
  });
}

function byIncident(
  statements: readonly AttributionStatement[],
): Map<string, AttributionStatement[]> {
  const groups = new Map<string, AttributionStatement[]>();
  for (const statement of statements) {
    const { slug } = statement.incident;
    groups.set(slug, [...(groups.get(slug) ?? []), statement]);
  }
  return groups;
}

/** The last day that a date can mean, as a number that grows with it; undated comes last. */
function order(on: string | null): number {
  if (on === null) return Number.POSITIVE_INFINITY;
  const [year = "", month = "12", day = "31"] = on.split("-");
  return Number(`${year}${month}${day}`);
}
