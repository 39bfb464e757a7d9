import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { isInstalled } from "./install.mjs";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(path.join(tmpdir(), "lossline-install-"));
  mkdirSync(path.join(folder, "node_modules"));
  write("package-lock.json", {
    "": { dependencies: { next: "1.0.0" }, devDependencies: { biome: "1.0.0", vitest: "1.0.0" } },
    ...RUNNING,
    "node_modules/biome": { version: "1.0.0", dev: true },
    // Something that runs would use it if it were there.
    "node_modules/vitest": { version: "1.0.0", devOptional: true },
    "node_modules/swc-elsewhere": { version: "1.0.0", optional: true },
  });
});
afterEach(() => rmSync(folder, { recursive: true }));

const RUNNING = { "node_modules/next": { version: "1.0.0" } };
const BIOME = { "node_modules/biome": { version: "1.0.0" } };
const VITEST = { "node_modules/vitest": { version: "1.0.0" } };

function write(file: string, packages: object) {
  writeFileSync(path.join(folder, file), JSON.stringify({ packages }));
}

test("nothing is, where npm has not come to its end", () => {
  expect(isInstalled({ tools: false, folder })).toBe(false);
  expect(isInstalled({ tools: true, folder })).toBe(false);
});

test.each([
  ["what runs", RUNNING, true, false],
  ["what runs, and a tool that came with it", { ...RUNNING, ...VITEST }, true, false],
  ["all tools but one", { ...RUNNING, ...BIOME }, true, false],
  ["everything", { ...RUNNING, ...BIOME, ...VITEST }, true, true],
  ["the tools alone", { ...BIOME, ...VITEST }, false, false],
  [
    "an older tool",
    { ...RUNNING, ...VITEST, "node_modules/biome": { version: "0.9.0" } },
    true,
    false,
  ],
  [
    "an older part of what runs",
    { ...BIOME, ...VITEST, "node_modules/next": { version: "0.9.0" } },
    false,
    false,
  ],
])("with %s", (_, installed, toRun, toTest) => {
  write("node_modules/.package-lock.json", installed);
  expect(isInstalled({ tools: false, folder })).toBe(toRun);
  expect(isInstalled({ tools: true, folder })).toBe(toTest);
});
