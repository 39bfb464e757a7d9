import { describe, expect, test } from "vitest";
import type { Typed } from "@/lib/desk/forms/typed";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { type Entry, entrySchemas } from "@/lib/record/publishing/entry";
import { givenDataset } from "@/testing/dataset";

const dataset = givenDataset();
const entries: Entry[] = [
  ...dataset.incidents.map(
    (given): Entry => ({ kind: "incident", record: entrySchemas.incident.parse(given) }),
  ),
  ...dataset.actors.map(
    (given): Entry => ({ kind: "actor", record: entrySchemas.actor.parse(given) }),
  ),
  ...dataset.figures.map(
    (given): Entry => ({ kind: "figure", record: entrySchemas.figure.parse(given) }),
  ),
];

describe("the whole dataset through the form", () => {
  test("each record, typed and read, is itself", () => {
    expect(entries.length).toBeGreaterThan(2400);
    for (const entry of entries) {
      const read = readTyped(entry.kind, JSON.parse(JSON.stringify(writeTyped(entry))) as Typed);
      expect(read).toMatchObject({ ok: true });
      if (read.ok) expect(read.entry).toEqual(entry);
    }
  });

  test("few of it is questioned", () => {
    const asked = entries.flatMap((entry) => {
      const read = readTyped(entry.kind, writeTyped(entry));
      return read.ok
        ? read.warnings.map(
            (warning) =>
              `${"slug" in entry.record ? entry.record.slug : ""} ${warning.path.join(".")} ${warning.message}`,
          )
        : [];
    });
    if (process.env.SHOW) console.log(asked.join("\n"));
    expect(asked.length).toBeLessThan(60);
  });
});
