import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { deskSecret } from "./secret.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lossline-secret-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

const modeOf = (file: string) => (statSync(file).mode & 0o777).toString(8);

test("is made once, in a file that only its owner reads", () => {
  const data = path.join(folder, "data");
  const secret = deskSecret(data, undefined);
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(modeOf(path.join(data, "secret"))).toBe("600");
  expect(deskSecret(data, undefined)).toBe(secret);
  expect(readdirSync(data)).toEqual(["secret"]);
});

test("differs from folder to folder", () => {
  expect(deskSecret(path.join(folder, "a"), "")).not.toBe(deskSecret(path.join(folder, "b"), ""));
});

test("is taken from the environment where that gives one, and no file is made then", () => {
  const given = "x".repeat(32);
  expect(deskSecret(folder, given)).toBe(given);
  expect(readdirSync(folder)).toEqual([]);
});

test("is refused where it is too short, without being said", () => {
  expect(() => deskSecret(folder, "hunter2")).toThrow(/too short/);
  expect(() => deskSecret(folder, "hunter2")).not.toThrow(/hunter2/);
  writeFileSync(path.join(folder, "secret"), "hunter2\n");
  expect(() => deskSecret(folder, undefined)).toThrow(/holds no secret/);
});

test("is closed to others where its file was left open", () => {
  const file = path.join(folder, "secret");
  deskSecret(folder, undefined);
  chmodSync(file, 0o644);
  deskSecret(folder, undefined);
  expect(modeOf(file)).toBe("600");
});
