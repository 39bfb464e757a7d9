import { setTimeout as wait } from "node:timers/promises";

/** How many read at once, and how many milliseconds each waits between two answers. */
const READERS = 50;
const PAUSE = 200;

export interface Read {
  requests: number;
  /** What was answered with something else than 200, or not at all; each in a sentence. */
  errors: string[];
}

/** Has fifty readers, or so many, read while something is done; each takes one path after the other. */
export async function whileReading(
  ask: (path: string) => Promise<Response>,
  paths: () => readonly string[],
  work: () => Promise<unknown>,
  count = READERS,
): Promise<Read> {
  const read: Read = { requests: 0, errors: [] };
  let isReading = true;
  const readers = Array.from({ length: count }, async (_, reader) => {
    await wait((PAUSE * reader) / count);
    for (let turn = reader; isReading; turn++) {
      const all = paths();
      const path = all[turn % all.length] ?? "/";
      read.requests += 1;
      try {
        const response = await ask(path);
        await response.arrayBuffer();
        if (response.status !== 200) read.errors.push(`${path} answered ${response.status}`);
      } catch (error) {
        read.errors.push(`${path}: ${error instanceof Error ? error.message : error}`);
      }
      await wait(PAUSE);
    }
  });
  try {
    await work();
  } finally {
    isReading = false;
    await Promise.all(readers);
  }
  return read;
}
