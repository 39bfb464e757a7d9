import { execFileSync } from "node:child_process";
import {
  linkSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { hostname } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";

// Keeps a second process off a folder, kill -9 and power cuts included.
//
// A lock is a file `lock.<n>` that comes into being whole (by a hard link). The highest number
// holds. A stale lock is never removed to make room, which two takers could do to each other: it is
// outnumbered, and whoever finds a higher number than their own gives way.

export type Holder = {
  pid: number;
  /** The program that started it, which is the one to stop. */
  parent: number;
  /** When the process started, as the system tells it: process ids are used again. */
  started: string;
  host: string;
  boot: string;
  /** Where the database can be reached; null while it is starting. */
  url: string | null;
};

type FolderLock = { publish(url: string): void; release(): void };

const BEAT = 2_000;

/**
 * Takes the lock of a folder.
 * @param parent the program that started this one: told by it, because the system's word for one that has ended is another
 * @returns the lock, or who holds it
 */
export async function takeLock(
  folder: string,
  parent = process.ppid,
): Promise<FolderLock | { heldBy: Holder }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const mine: Holder = {
    pid: process.pid,
    parent,
    started: startOf(process.pid) ?? "",
    host: hostname(),
    boot: bootId(),
    url: null,
  };
  while (true) {
    const numbers = lockNumbers(folder);
    const highest = numbers.at(-1) ?? 0;
    if (highest > 0) {
      const heldBy = await readLock(folder, highest);
      if (heldBy !== null) return { heldBy };
    }
    const number = highest + 1;
    if (!create(folder, number, mine)) continue;
    if (lockNumbers(folder).at(-1) !== number) {
      rmSync(fileOf(folder, number), { force: true });
      continue;
    }
    for (const stale of numbers) rmSync(fileOf(folder, stale), { force: true });
    return hold(folder, number, mine);
  }
}

/** Who holds the folder at the moment; null where nobody alive does. */
export async function lockHolder(folder: string): Promise<Holder | null> {
  const highest = lockNumbers(folder).at(-1);
  return highest === undefined ? null : readLock(folder, highest);
}

/** Whether the program that started the holder has ended: the holder then ends too, within a moment. */
export function isOrphaned({ host, parent }: Holder): boolean {
  if (host !== hostname()) return false;
  try {
    process.kill(parent, 0);
    return false;
  } catch (error) {
    return codeOf(error) === "ESRCH";
  }
}

function hold(folder: string, number: number, mine: Holder): FolderLock {
  const file = fileOf(folder, number);
  const beat = setInterval(() => {
    const now = new Date();
    utimesSync(file, now, now);
  }, BEAT);
  beat.unref();
  return {
    publish: (url) => renameSync(written(folder, { ...mine, url }), file),
    release: () => {
      clearInterval(beat);
      rmSync(file, { force: true });
    },
  };
}

/** Puts a lock file there in one go; false where somebody was first. */
function create(folder: string, number: number, holder: Holder): boolean {
  const draft = written(folder, holder);
  try {
    linkSync(draft, fileOf(folder, number));
    return true;
  } catch (error) {
    if (codeOf(error) === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(draft, { force: true });
  }
}

function written(folder: string, holder: Holder): string {
  const draft = path.join(folder, `lock-draft.${process.pid}`);
  writeFileSync(draft, JSON.stringify(holder), { mode: 0o600 });
  return draft;
}

async function readLock(folder: string, number: number): Promise<Holder | null> {
  const file = fileOf(folder, number);
  try {
    const holder = JSON.parse(readFileSync(file, "utf8")) as Holder;
    return (await isAlive(holder, file)) ? holder : null;
  } catch (error) {
    if (codeOf(error) === "ENOENT") return null;
    throw error;
  }
}

async function isAlive(holder: Holder, file: string): Promise<boolean> {
  if (holder.host !== hostname()) {
    // Another machine or container on a shared folder: all that can be seen of it is its beat.
    const before = statSync(file).mtimeMs;
    await wait(3 * BEAT);
    return statSync(file).mtimeMs !== before;
  }
  return holder.boot === bootId() && startOf(holder.pid) === holder.started;
}

/** When a process started; null where there is none. */
function startOf(pid: number): string | null {
  try {
    if (process.platform === "linux") {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
      // Field 22, counted after the name, which may hold anything; a zombie is no longer alive.
      const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
      return fields[0] === "Z" ? null : (fields[19] ?? null);
    }
    return execFileSync("ps", ["-o", "lstart=", "-p", String(pid)], { encoding: "utf8" }).trim();
  } catch {
    return null; // /proc has no such folder, or ps found no such process
  }
}

function bootId(): string {
  if (process.platform !== "linux") return "";
  return readFileSync("/proc/sys/kernel/random/boot_id", "utf8").trim();
}

function lockNumbers(folder: string): number[] {
  try {
    return readdirSync(folder)
      .flatMap((name) => /^lock\.(\d+)$/.exec(name)?.[1] ?? [])
      .map(Number)
      .sort((a, b) => a - b);
  } catch (error) {
    if (codeOf(error) === "ENOENT") return [];
    throw error;
  }
}

function fileOf(folder: string, number: number): string {
  return path.join(folder, `lock.${number}`);
}

function codeOf(error: unknown): unknown {
  return error instanceof Error && "code" in error ? error.code : null;
}
