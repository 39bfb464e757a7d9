import type { Actor } from "@/lib/actors/actor";
import { putActors } from "@/lib/actors/actor-commands";
import type { Database, Queryable } from "@/lib/db/client";
import type { Figure } from "@/lib/figures/figure";
import { putFigures } from "@/lib/figures/figure-commands";
import type { Incident } from "@/lib/incidents/incident";
import { putIncidents } from "@/lib/incidents/incident-commands";
import type { KnownAddress } from "@/lib/indicators/known-address";
import { putKnownAddresses } from "@/lib/indicators/known-address-commands";

/** What one publication says: each record whole, known by its slug (figures and addresses by what they name). */
export interface Publication {
  incidents: readonly Incident[];
  actors: readonly Actor[];
  figures: readonly Figure[];
  knownAddresses: readonly KnownAddress[];
}

/** What became of the records of one kind. */
export interface Put {
  added: number;
  revised: number;
  unchanged: number;
}

export type Published = { version: number | null } & { [Kind in keyof Publication]: Put };

/** Thrown inside a publication that turns out to change nothing, so that no empty version is left. */
class NothingNew extends Error {
  constructor(readonly outcome: Published) {
    super("nothing new to publish");
  }
}

/**
 * Publishes new and corrected records as the next version: all of it or nothing. Records that stand
 * as given already are left alone; where that is all of them, no version is made and `version` is null.
 * @throws {UnknownActorError} where an attribution, a parent or a figure names an actor that the record does not hold
 */
export async function publish(
  db: Database,
  publication: Publication,
  note: string,
): Promise<Published> {
  try {
    return await db.$transaction(
      async (transaction) => {
        const version = await takeNextVersion(transaction, note);
        const outcome = {
          version,
          actors: await putActors(transaction, version, publication.actors),
          incidents: await putIncidents(transaction, version, publication.incidents),
          figures: await putFigures(transaction, version, publication.figures),
          knownAddresses: await putKnownAddresses(transaction, version, publication.knownAddresses),
        };
        const changes = [
          outcome.actors,
          outcome.incidents,
          outcome.figures,
          outcome.knownAddresses,
        ];
        if (changes.every((put) => put.added + put.revised === 0))
          throw new NothingNew({ ...outcome, version: null });
        return outcome;
      },
      { timeout: 600_000, maxWait: 60_000 },
    );
  } catch (error) {
    if (error instanceof NothingNew) return error.outcome;
    throw error;
  }
}

/** Takes the next number under a lock that lasts to the end of the transaction, so that none is skipped or taken twice. */
async function takeNextVersion(transaction: Queryable, note: string): Promise<number> {
  await transaction.$executeRaw`LOCK TABLE dataset_version IN SHARE ROW EXCLUSIVE MODE`;
  const [row] = await transaction.$queryRaw<[{ number: number }]>`
    INSERT INTO dataset_version (number, note)
    SELECT coalesce(max(number), 0) + 1, ${note} FROM dataset_version
    RETURNING number`;
  return row.number;
}
