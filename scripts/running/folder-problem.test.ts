import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { takeLock } from "./folder-lock.mjs";
import { folderProblem } from "./folder-problem.mjs";

test.each([
  ["EROFS", "read-only"],
  ["EACCES", "may not write"],
  ["ENOSPC", "full"],
])("%s is said in one line that names the folder and what to do", (code, word) => {
  const said = folderProblem("/srv/data", Object.assign(new Error("no"), { code }));
  expect(said).toContain("/srv/data");
  expect(said).toContain(word);
  expect(said).toContain("LOSSLINE_DATA=");
  expect(said).not.toContain("\n");
});

test("what the system says of a real folder is known", async () => {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-folder-"));
  const file = path.join(folder, "file");
  writeFileSync(file, "");
  const error = await takeLock(path.join(file, "data")).catch((thrown: unknown) => thrown);
  rmSync(folder, { recursive: true });
  expect(folderProblem("/srv/data", error)).toContain("a part of its path is a file");
});

test("other errors are none of the folder's", () => {
  expect(folderProblem("/srv/data", new Error("wrong"))).toBe(null);
  expect(folderProblem("/srv/data", "EROFS")).toBe(null);
});
