import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { keptSecret } from "./secret.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lossline-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

test("is made once, in a file that only its owner reads", () => {
  const data = path.join(folder, "data");
  const secret = keptSecret(data);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(modeOf(path.join(data, "secret"))).toBe("600");
  expect(keptSecret(data)).toBe(secret);
  expect(readdirSync(data)).toEqual(["secret"]);
});

test("differs from folder to folder", () => {
  expect(keptSecret(path.join(folder, "a"))).not.toBe(keptSecret(path.join(folder, "b")));
});

test("is refused where it is too short, without being said", () => {
  writeFileSync(path.join(folder, "secret"), "hunter2\n");
  expect(() => keptSecret(folder)).toThrow(/holds no secret/);
  expect(() => keptSecret(folder)).not.toThrow(/hunter2/);
});

test("is closed to others where its file was left open", () => {
  const file = path.join(folder, "secret");
  keptSecret(folder);
  chmodSync(file, 0o644);
  keptSecret(folder);
  expect(modeOf(file)).toBe("600");
});
