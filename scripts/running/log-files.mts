import { mkdirSync } from "node:fs";
import path from "node:path";
import type { Readable } from "node:stream";
import { createStream, type RotatingFileStream } from "rotating-file-stream";

// The lines of the web process are kept by the program that starts it: they are all there also where that process ends
// from one moment to the next, and it has no files to turn over while it answers.

/** Bytes of a file, and how many older ones are kept beside it. */
const SIZE = "10M";
const OLDER = 9;
/** More bytes than this are not held for a disk that does not take them; and after so long it is tried again. */
const MOST_WAITING = 8 * 1024 * 1024;
const TRIED_AGAIN = 10_000;
const LONGEST_CLOSE = 2_000;

export interface LogFiles {
  /** Where the newest lines are. */
  file: string;
  /** Keeps each line of a stream. @param see is told each as well */
  keep(lines: Readable, see: (line: string) => void): void;
  close(): Promise<void>;
}

/**
 * Opens the log in a folder: `NAME.log` goes on where it was, and turns into `NAME.log.1` and so on as it grows. Where
 * it cannot be written, that is said once, and lines are lost until it can be: nothing waits for it.
 * @throws where the folder cannot be made
 */
export function openLogFiles(folder: string, name: string, size = SIZE): LogFiles {
  mkdirSync(folder, { recursive: true, mode: 0o750 });
  const file = path.join(folder, `${name}.log`);
  let brokenAt: number | null = null;
  let stream: RotatingFileStream | null = open();

  function open(): RotatingFileStream {
    const opened = createStream(path.basename(file), { path: folder, size, rotate: OLDER });
    opened.on("error", (error) => {
      if (brokenAt === null) console.error(`The log ${file} cannot be written: ${error.message}`);
      brokenAt = performance.now();
      if (stream === opened) stream = null;
    });
    return opened;
  }

  function write(line: string): void {
    if (stream === null) {
      if (brokenAt !== null && performance.now() - brokenAt < TRIED_AGAIN) return;
      stream = open();
    }
    if (stream.writableLength < MOST_WAITING) stream.write(`${line}\n`);
  }

  return {
    file,
    keep(lines, see) {
      eachLine(lines, (text) => {
        write(asLine(text));
        see(text);
      });
    },
    close: () =>
      new Promise((resolve) => {
        if (stream === null) return resolve();
        setTimeout(resolve, LONGEST_CLOSE).unref();
        stream.end(() => resolve());
      }),
  };
}

/** Hands on each line of a stream that is not empty. */
export function eachLine(lines: Readable, take: (line: string) => void): void {
  let begun = "";
  lines.setEncoding("utf8");
  lines.on("data", (chunk: string) => {
    const parts = (begun + chunk).split("\n");
    begun = parts.pop() ?? "";
    for (const part of parts) if (part.trim() !== "") take(part);
  });
  lines.on("end", () => {
    if (begun.trim() !== "") take(begun);
  });
}

/** A line of a log file is JSON; what Node itself writes when a process fails is put into one. */
function asLine(text: string): string {
  if (/^\{.*\}$/.test(text)) return text;
  return JSON.stringify({ level: "info", time: new Date().toISOString(), message: text });
}
