import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { SETTING_NAMES } from "@/lib/environment/environment";
import { readDatasetFolder } from "@/lib/seed/dataset";
import {
  brokenLinks,
  type Document,
  missingNames,
  missingPaths,
  missingScripts,
  missingSettings,
  readProject,
} from "@/testing/documents";

// The documents are true: what they name is there.

const root = path.resolve(".");
const project = readProject(root, SETTING_NAMES);
const textOf = (file: string) => readFileSync(path.join(root, file), "utf8");
const documents = project.entries
  .filter((file) => file.endsWith(".md"))
  .map((file): Document => ({ file, text: textOf(file) }));

test("there are the documents that a newcomer looks for", () => {
  expect(documents.map(({ file }) => file)).toEqual(
    expect.arrayContaining([
      "CHANGELOG.md",
      "CONTRIBUTING.md",
      "README.md",
      "SECURITY.md",
      "bench/README.md",
      "docs/architecture.md",
      "docs/decisions/README.md",
      "prisma/seed/README.md",
    ]),
  );
});

describe.each(documents)("$file", (document) => {
  test("names files and folders that are there", () => {
    expect(missingPaths(document, project)).toEqual([]);
  });

  test("names npm scripts that package.json has", () => {
    expect(missingScripts(document, project)).toEqual([]);
  });

  test("names settings that programs read", () => {
    expect(missingSettings(document, project)).toEqual([]);
  });

  test("names what the code has", () => {
    expect(missingNames(document, project)).toEqual([]);
  });

  test("links to files and headings that are there", () => {
    expect(brokenLinks(document, root)).toEqual([]);
  });
});

test("the index of decisions lists each, in order, under its title", () => {
  const files = readdirSync(path.join(root, "docs/decisions")).filter((file) => /^\d/.test(file));
  const lines = files.sort().map((file, index) => {
    const [, number, title] = /^# (\d+)\. (.+)\n/.exec(textOf(`docs/decisions/${file}`)) ?? [];
    expect(file.slice(0, 4)).toBe(String(index + 1).padStart(4, "0"));
    return `${number}. [${title}](${file})`;
  });
  expect(textOf("docs/decisions/README.md").match(/^\d+\. .*$/gm)).toEqual(lines);
});

test("the architecture names each folder of lib", () => {
  const folders = project.entries.filter((entry) => /^lib\/\w+\/[\w-]+\/$/.test(entry));
  const table = textOf("docs/architecture.md");
  const unnamed = folders.filter(
    (folder) =>
      !table.includes(`\`${folder}\``) && !table.includes(`\`${path.basename(folder)}/\``),
  );
  const areas = ["values", "environment", "db", "seed"].map((area) => `lib/${area}/`);
  expect(unnamed.filter((folder) => !areas.some((area) => folder.startsWith(area)))).toEqual([]);
});

test("the README says how much the record starts with", async () => {
  const { incidents, actors, figures } = await readDatasetFolder(path.join(root, "prisma/seed"));
  const number = (list: readonly unknown[]) => list.length.toLocaleString("en-GB");
  const text = textOf("README.md").replace(/\s+/g, " ");
  expect(text).toContain(`starts with ${number(incidents)} incidents`);
  expect(text).toContain(`, ${number(actors)} actors and ${number(figures)} totals`);
});

describe("an untrue document", () => {
  const of = (text: string): Document => ({ file: "docs/untrue.md", text });

  test.each([
    "lib/record/incident.ts",
    "lib/nothing/",
    "lib/nothing",
    "no-such-file.ts",
    "-no-such-ending.ts",
    "app/<one>/<two>/none.tsx",
    "prisma/seed/none-*.json",
    ".no-such-settings",
  ])("names no file %s", (name) => {
    expect(missingPaths(of(`See \`${name}\`.`), project)).toEqual([name]);
  });

  test("names no file in a command", () => {
    const text = "```sh\nnpm run test:db -- lib/none.db.test.ts\n```\n";
    expect(missingPaths(of(text), project)).toEqual(["lib/none.db.test.ts"]);
  });

  test.each([
    "lib/record/incidents/incident.ts",
    "lib/record/",
    "incident.ts",
    "-queries.ts",
    "….db.test.ts",
    "app/versioned/<reference>/methodology/page.tsx",
    "prisma/seed/incidents/*.json",
    ".npmrc",
    ".data/",
    "decisions/README.md",
    "/v/1/charts/monthly.json",
    "@prisma/client",
    ".json",
  ])("may name %s", (name) => {
    expect(missingPaths(of(`See \`${name}\`.`), project)).toEqual([]);
  });

  test("names no script", () => {
    const text = "`npm run nothing`, `npm start`, `none:such`\n```sh\nnpm nonsense # npm test\n```";
    expect(missingScripts(of(text), project).sort()).toEqual(["none:such", "nonsense", "nothing"]);
  });

  test("names no setting", () => {
    const text = "LOSSLINE_NONE and `NONE=1 npm start`, but `PORT=1 npm start` and `LOSSLINE_URL`";
    expect(missingSettings(of(text), project)).toEqual(["LOSSLINE_NONE", "NONE"]);
  });

  test("names nothing of the code", () => {
    const text = "`NO_SUCH_THING`, `noSuchThing`, `PARAMETERS`, `viewIn`, `PORT`";
    expect(missingNames(of(text), project)).toEqual(["NO_SUCH_THING", "noSuchThing"]);
  });

  test("links to nothing", () => {
    const text =
      "# Here & there\n[a](none.md) [b](#none) [c](#here--there) [d](../README.md#none) " +
      "[e](../README.md#settings) [f](https://example.org/none) [g](../lib)";
    expect(brokenLinks(of(text), root)).toEqual(["none.md", "#none", "../README.md#none"]);
  });
});
