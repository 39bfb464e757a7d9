import { rmSync } from "node:fs";
import path from "node:path";
import { openEmbedded } from "@/lib/db/embedded";
import { startEmbedded } from "./embedded.mjs";
import type { EmbeddedMessage } from "./embedded-message.mjs";
import { takeLock } from "./folder-lock.mjs";
import { folderProblem } from "./folder-problem.mjs";

// The embedded database, in a process of its own. It ends with the program that started it, however
// that one ends: the channel between them closes then.

/** In how many milliseconds it stops all the same. */
const LONGEST_WAIT = 60_000;

async function main(folder: string, starter: number): Promise<void> {
  const lock = await takeLock(folder, starter);
  if ("heldBy" in lock) {
    report({ heldBy: lock.heldBy });
    process.disconnect();
    return;
  }
  const copy = path.join(folder, "reading-copy");
  // One that a killed program left behind.
  rmSync(copy, { recursive: true, force: true });
  const embedded = await openEmbedded({
    folder: path.join(folder, "pglite"),
    onFailure: fail,
    copies: { folder: copy, open: () => startEmbedded(copy, "reading-copy") },
  });
  lock.publish(embedded.url);
  let stopping = false;
  const stop = async () => {
    if (stopping) return;
    stopping = true;
    await embedded.close();
    lock.release();
    process.exit(0);
  };
  process.on("disconnect", stop);
  // Told to all processes at once, as a service manager does: whoever started this one lets go of it once nobody writes.
  const stopLater = () => setTimeout(stop, process.connected ? LONGEST_WAIT : 0).unref();
  process.on("SIGTERM", stopLater);
  process.on("SIGINT", stopLater);
  if (!process.connected) await stop();
  report({ ready: embedded.url });
}

function report(message: EmbeddedMessage): void {
  process.send?.(message);
}

function fail(failure: unknown): void {
  console.error(failure);
  const failed = failure instanceof Error ? failure.message : String(failure);
  // At once: a database that spins lets nothing else happen.
  if (process.connected) process.send?.({ failed });
  process.exit(1);
}

const dataFolder = process.argv[2] ?? ".data";
main(dataFolder, Number(process.argv[3] ?? process.ppid)).catch((error: unknown) => {
  const problem = folderProblem(dataFolder, error);
  fail(problem === null ? error : new Error(problem));
});
