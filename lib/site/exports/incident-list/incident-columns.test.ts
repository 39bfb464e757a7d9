import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { INCIDENT_COLUMNS } from "./incident-columns";

test("the documentation lists every column, and what it holds", () => {
  const lines = readFileSync("docs/list-files.md", "utf8").split("\n");
  const documented = lines.filter((line) => line.startsWith("| `"));
  expect(documented).toEqual(
    INCIDENT_COLUMNS.map(({ name, title, kind, unit }) => {
      const text = unit === null ? title : `${title}, in ${unit}`;
      return `| \`${name}\` | ${kind} | ${text.replaceAll("|", "\\|")} |`;
    }),
  );
});

test("no two columns have a name in common", () => {
  const names = INCIDENT_COLUMNS.map(({ name }) => name);
  expect(new Set(names).size).toBe(names.length);
  for (const name of names) expect(name).toMatch(/^[a-z]+(_[a-z]+)*$/);
});
