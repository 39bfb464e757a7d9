import { statfs } from "node:fs/promises";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { log } from "@/lib/log/log";

/** Finds out whether something is as it must be; false or a failure where it is not. */
export type Check = () => boolean | Promise<boolean>;
export type CheckOutcome = "ok" | "failed";
export type Readiness = Readonly<Record<string, CheckOutcome>>;

/** Nobody waits longer for a check, in milliseconds. */
const WITHIN = 1_500;
/** For so long, in milliseconds, what was found holds: who asks often costs nothing. */
const HOLDS = 1_000;
/** Fewer bytes than this on a disk are soon used up. */
const LEAST_ROOM = 100 * 1024 * 1024;

/**
 * What finds out whether a process can do all that it is there for. Each check has an end; one that is still running
 * when it is asked for again has failed, and is not begun twice. Why one fails is logged, once.
 */
export function readiness(checks: Readonly<Record<string, Check>>): () => Promise<Readiness> {
  let found: { outcome: Promise<Readiness>; at: number } | null = null;
  const bounded = Object.entries(checks).map(([name, check]) => bound(name, check));
  return () => {
    if (found === null || performance.now() - found.at > HOLDS)
      found = {
        at: performance.now(),
        outcome: Promise.all(bounded.map((each) => each())).then(Object.fromEntries),
      };
    return found.outcome;
  };
}

function bound(name: string, check: Check): () => Promise<[string, CheckOutcome]> {
  let running: Promise<boolean> | null = null;
  let last: CheckOutcome = "ok";
  return async () => {
    running ??= Promise.resolve()
      .then(check)
      .finally(() => {
        running = null;
      });
    const late = wait(WITHIN, undefined, { ref: false }).then(() => {
      throw new Error(`no answer within ${WITHIN} ms`);
    });
    const { outcome, error } = await Promise.race([running, late]).then(
      (isSo) => ({ outcome: isSo ? ("ok" as const) : ("failed" as const), error: null }),
      (error: unknown) => ({ outcome: "failed" as const, error }),
    );
    if (outcome !== last) note(name, outcome, error);
    last = outcome;
    return [name, outcome];
  };
}

function note(name: string, outcome: CheckOutcome, error: unknown): void {
  if (outcome === "ok") log().info({ check: name }, "This check passes again");
  else log().warn({ check: name, ...(error === null ? {} : { error }) }, "A check fails");
}

/** Whether there is room on the disks that folders lie on, or will once they are made. */
export async function hasRoom(folders: readonly string[]): Promise<boolean> {
  const rooms = await Promise.all(folders.map(roomAt));
  return rooms.every((room) => room >= LEAST_ROOM);
}

async function roomAt(folder: string): Promise<number> {
  try {
    const { bavail, bsize } = await statfs(folder);
    return bavail * bsize;
  } catch (error) {
    const parent = path.dirname(folder);
    if ((error as NodeJS.ErrnoException).code !== "ENOENT" || parent === folder) throw error;
    return roomAt(parent);
  }
}
