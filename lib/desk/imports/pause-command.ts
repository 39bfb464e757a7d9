import { setImmediate as turn } from "node:timers/promises";
import type { Database } from "@/lib/db/client";
import type { Pause } from "@/lib/desk/imports/import-file";
import type { ImportState } from "@/lib/desk/imports/import-state";
import type { ImportStep } from "@/lib/desk/imports/import-step";
import { log } from "@/lib/log/log";

/** Thrown where an import was ended by somebody while it ran. */
export class StoppedImport extends Error {}

/** Milliseconds between two notes of how far it is. */
const EVERY = 500;
/** Milliseconds between two signs of life where one step takes long. */
const HEARTBEAT = 4000;

/**
 * What an import does between its steps: lets others have their turn, notes how far it is, and stops where it
 * was discarded meanwhile.
 */
export function importPause(
  db: Database,
  id: number,
  state: ImportState,
): { pause: Pause; end: () => void } {
  let last = Date.now();
  let rows = 0;
  let done = 0;
  let stopped = false;
  let noting = false;
  let step: ImportStep = "reading";
  const note = async () => {
    // One after the other: while a transaction keeps the database busy they would pile up.
    if (noting) return;
    noting = true;
    last = Date.now();
    try {
      const { count } = await db.importBatch.updateMany({
        where: { id, state },
        data: { rows, done: Math.min(done, rows), step, movedAt: new Date() },
      });
      stopped = count === 0;
    } finally {
      noting = false;
    }
  };
  const heart = setInterval(() => {
    if (Date.now() - last >= HEARTBEAT)
      note().catch((error: unknown) =>
        log().error(error, `How far import ${id} is could not be noted`),
      );
  }, HEARTBEAT);
  heart.unref();
  return {
    pause: async (nowDone, nowRows, nowStep = step) => {
      const another = nowStep !== step;
      done = nowDone;
      rows = nowRows;
      step = nowStep;
      if (another || Date.now() - last >= EVERY) await note();
      else await turn();
      if (stopped) throw new StoppedImport();
    },
    end: () => clearInterval(heart),
  };
}
