import type { NamedActor } from "@/lib/record/actors/legal-status";
import type { AttributionBasis, Confidence } from "@/lib/values/taxonomy/taxonomy";

/** Somebody's statement that an incident is an actor's work. */
export interface AttributionStatement {
  by: string;
  /** Day, month or year; null where not known. */
  on: string | null;
  confidence: Confidence;
  /** What it rests on; null where nobody has looked. */
  basis: AttributionBasis | null;
  source: string;
  /** Whom it names: the actor asked for or one that is part of it. */
  actor: NamedActor & { slug: string };
  incident: { slug: string; name: string; occurredOn: string };
}

/** All that one party says. */
export interface Party {
  name: string;
  /** Different incidents among the statements. */
  incidents: number;
  statements: AttributionStatement[];
}

/** Statements by who makes them, who speaks of the most incidents first. */
export function byParty(statements: readonly AttributionStatement[]): Party[] {
  const parties = new Map<string, AttributionStatement[]>();
  for (const statement of statements) {
    parties.set(statement.by, [...(parties.get(statement.by) ?? []), statement]);
  }
  return [...parties]
    .map(([name, said]) => ({
      name,
      incidents: new Set(said.map(({ incident }) => incident.slug)).size,
      statements: said,
    }))
    .sort(
      (one, other) => other.incidents - one.incidents || one.name.localeCompare(other.name, "en"),
    );
}
