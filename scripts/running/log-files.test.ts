import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { PassThrough } from "node:stream";
import { afterEach, beforeEach, expect, test } from "vitest";
import { openLogFiles } from "@/scripts/running/log-files.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lossline-log-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Writes texts as a process does, through a pipe that ends with it. */
async function written(texts: readonly string[], size?: string): Promise<string[]> {
  const files = openLogFiles(folder, "web", size);
  const pipe = new PassThrough();
  const seen: string[] = [];
  files.keep(pipe, (line) => seen.push(line));
  const ended = new Promise((resolve) => pipe.once("end", resolve));
  for (const text of texts) {
    pipe.write(text);
    await new Promise((resolve) => setTimeout(resolve, 2));
  }
  pipe.end();
  await ended;
  await files.close();
  return seen;
}

const linesOf = (file: string) =>
  readFileSync(path.join(folder, file), "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));

test("a second start goes on where the first ended, and each line is JSON", async () => {
  await written(['{"message":"on', 'e"}\n{"message":"two"}\n']);
  const seen = await written(["FATAL ERROR: heap\n", '{"message":"th', 'ree"}']);
  expect(seen).toEqual(["FATAL ERROR: heap", '{"message":"three"}']);
  expect(linesOf("web.log").map(({ message }) => message)).toEqual([
    "one",
    "two",
    "FATAL ERROR: heap",
    "three",
  ]);
});

test("a file that has grown is turned over, and ten in all are kept", async () => {
  const line = `${JSON.stringify({ message: "x".repeat(400) })}\n`;
  await written(Array(60).fill(line), "1K");
  const files = readdirSync(folder).sort();
  expect(files).toEqual(["web.log", ...[1, 2, 3, 4, 5, 6, 7, 8, 9].map((n) => `web.log.${n}`)]);
  // Each line is whole in one of them; the newest may have been begun just now.
  for (const file of files.slice(1)) expect(linesOf(file).length).toBeGreaterThan(0);
});
