import path from "node:path";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { readDatasetFolder } from "@/lib/seed/dataset";
import { root } from "../../scripts/progress.mjs";
import { generatedActors } from "./generated-actors.mjs";

/**
 * Publishes what is beside the incidents as version 1: generated actors, and those of the
 * starting dataset's known addresses and others' totals that name no actor.
 */
export async function loadBase(db: Database): Promise<void> {
  const starting = await readDatasetFolder(path.join(root, "prisma", "seed"));
  const publication = {
    incidents: [],
    actors: generatedActors(),
    figures: starting.figures.filter((measurement) => measurement.actor === null),
    knownAddresses: starting.knownAddresses,
    targets: [],
    coverage: [],
  };
  await publish(db, publication, "Generated");
}
