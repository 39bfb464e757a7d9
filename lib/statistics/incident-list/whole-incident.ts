import type { NamedActor } from "@/lib/record/actors/legal-status";
import type { Incident } from "@/lib/record/incidents/incident";
import type { Day } from "@/lib/values/dates/day";
import type { Sourcing } from "@/lib/values/sources/sourcing";

/**
 * An incident of a list with everything that the record holds of it, as files carry it. Amounts are US dollars at the
 * time of the theft; null where not known.
 */
export interface WholeIncident extends Omit<Incident, "attributions"> {
  /** The name of the target's record; null where it has none. */
  targetName: string | null;
  /** The first and last day on which it can have happened. */
  earliest: Day;
  latest: Day;
  attributions: (Omit<Incident["attributions"][number], "actor"> & {
    actor: string;
    name: string;
    kind: NamedActor["kind"];
    status: NamedActor["status"];
    statusOn: string | null;
  })[];
  sourcing: Sourcing[];
  /** How often it was revised, itself included. */
  revision: number;
  /** The version that first held it, and the one that published this revision, with their UTC days. */
  firstVersion: number;
  firstPublishedOn: Day;
  lastVersion: number;
  lastPublishedOn: Day;
}
