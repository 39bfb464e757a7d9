import type { Actor } from "@/lib/record/actors/actor";
import { dateText } from "@/lib/values/dates/day";

/**
 * An actor as it is named beside an amount: a person is never named there without the legal status, nor a group that
 * was charged. */
export interface NamedActor extends Pick<Actor, "kind" | "status" | "statusOn"> {
  name: string;
}

const WORDS = {
  charged: () => "charged, not tried",
  convicted: (when: string | null) => (when === null ? "convicted" : `convicted ${when}`),
  "pleaded-guilty": () => "pleaded guilty",
  acquitted: (when: string | null) => (when === null ? "acquitted" : `acquitted ${when}`),
  "not-tried": () => "not tried",
  // The outcome of the case first, and then the year of the death, which leaves room for both in a chart.
  "convicted-deceased": (when: string | null) =>
    when === null ? "convicted, since deceased" : `convicted, died ${when.slice(-4)}`,
  // Of a case that death ended, or of which no outcome is on record.
  deceased: (when: string | null) => (when === null ? "deceased" : `died ${when}`),
} as const;

/**
 * How far a person's case has come, in words: `charged, not tried`, `acquitted in May 2025`; `status not known` where
 * no source on record says. A group has one only where it is named by nothing but charges (`namedStatus`): `charged`. Null
 * of whoever else is no person. A day is given as its month: what is said beside a sum is
 * the state of the case, and the actor's page has the day.
 */
export function legalStatusText({
  kind,
  status,
  statusOn,
}: Omit<NamedActor, "name">): string | null {
  if (kind === "group" && status === "charged") return "charged";
  if (kind !== "individual") return null;
  if (status === null) return "status not known";
  return WORDS[status](statusOn === null ? null : `in ${dateText(statusOn.slice(0, 7))}`);
}

/** An actor's name as it stands beside an amount: `Ilya Lichtenstein (pleaded guilty)`, `Lazarus Group`. */
export function nameWithStatus(actor: NamedActor): string {
  const status = legalStatusText(actor);
  return status === null ? actor.name : `${actor.name} (${status})`;
}
