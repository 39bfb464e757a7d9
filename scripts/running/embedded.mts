import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync } from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { environment } from "@/lib/environment/current-environment";
import { logFile, root, StepFailure, shortened } from "../progress.mjs";
import type { EmbeddedMessage } from "./embedded-message.mjs";
import { type Holder, isOrphaned, lockHolder } from "./folder-lock.mjs";

export type RunningDatabase = {
  url: string;
  /** Resolves with a sentence about it when the database ends without having been asked to. */
  ended: Promise<string>;
  stop(): Promise<void>;
};

export type EmbeddedProcess = RunningDatabase & {
  /** Kills it outright. */
  kill(): Promise<void>;
};

/** Where the embedded database keeps its data: `.data`, or what LOSSLINE_DATA names. */
export function dataFolder(): string {
  return path.resolve(root, environment().LOSSLINE_DATA);
}

/**
 * Starts the embedded database in a process of its own.
 * @param logName what its log is called
 * @throws {StepFailure} where another process has the folder, or it does not start
 */
export async function startEmbedded(
  folder: string,
  logName = "database",
): Promise<EmbeddedProcess> {
  const log = logFile(logName);
  const out = openSync(log, "w");
  const child = spawn(
    process.execPath,
    ["--import", "tsx", path.join(import.meta.dirname, "embedded-process.mts"), folder].concat(
      String(process.pid),
    ),
    // In a group of its own: Ctrl-C must not end it before those who are still writing to it.
    { cwd: root, stdio: ["ignore", out, out, "ipc"], detached: true },
  );
  closeSync(out);
  let asked = false;
  let failure: string | null = null;
  child.on("message", (said: EmbeddedMessage) => {
    if ("failed" in said) failure = said.failed;
  });
  const exit = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const message = await new Promise<EmbeddedMessage>((resolve) => {
    child.once("message", (said) => resolve(said as EmbeddedMessage));
    child.once("exit", () => resolve({ failed: shortened(readFileSync(log, "utf8")) }));
    child.once("error", (error) => resolve({ failed: error.message }));
  });
  if ("heldBy" in message) throw new StepFailure(heldMessage(folder, message.heldBy));
  if ("failed" in message) throw new StepFailure(`it did not start.\n\n${message.failed}\n`);
  return {
    url: message.ready,
    ended: new Promise((resolve) => {
      exit.then(() => {
        if (!asked)
          resolve(
            failure === null
              ? `The embedded database ended unexpectedly; see ${log}`
              : `The embedded database ended: ${failure}`,
          );
      });
    }),
    kill: async () => {
      asked = true;
      child.kill("SIGKILL");
      await exit;
    },
    stop: async () => {
      asked = true;
      if (child.connected) child.disconnect();
      const late = setTimeout(() => child.kill("SIGKILL"), 10_000);
      await exit;
      clearTimeout(late);
    },
  };
}

/**
 * Looks before anything else is done whether the folder is free; what a program left behind that was killed is waited for.
 * @throws {StepFailure} naming the program that has it
 */
export async function refuseIfHeld(folder: string): Promise<void> {
  let holder = await lockHolder(folder);
  for (let tries = 0; holder !== null && isOrphaned(holder) && tries < 150; tries++) {
    await new Promise((resolve) => setTimeout(resolve, 100));
    holder = await lockHolder(folder);
  }
  if (holder !== null) throw new StepFailure(heldMessage(folder, holder));
}

/** The embedded database that another program runs on this folder; null where none does. */
export async function runningEmbedded(folder: string): Promise<RunningDatabase | null> {
  for (let waited = 0; waited < 300; waited++) {
    const holder = await lockHolder(folder);
    if (holder === null) return null;
    if (holder.url !== null && !isOrphaned(holder)) {
      return { url: holder.url, ended: new Promise(() => {}), stop: async () => {} };
    }
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new StepFailure("another program is starting it, and does not get ready.");
}

function heldMessage(folder: string, holder: Holder): string {
  const where = holder.host === hostname() ? "" : ` on ${holder.host}`;
  return (
    `Another Lossline uses the data in ${folder}: process ${holder.parent}${where}.\n` +
    `Stop that one first (kill ${holder.parent}), or give this one a folder of its own:\n` +
    "LOSSLINE_DATA=other-folder npm start"
  );
}
