import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { absorbedBy, historyOf } from "@/lib/record/history/history-queries";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { publishForTest, reviseActor, reviseIncident } from "@/testing/publishing";
import { anActor, anAttribution, anIncident, publicationOf } from "@/testing/records";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      actors: [anActor({ slug: "a", name: "A" }), anActor({ slug: "b", name: "B" })],
      incidents: [
        anIncident({ slug: "one", name: "One", attributions: [anAttribution({ actor: "a" })] }),
        anIncident({ slug: "two", name: "Two" }),
      ],
    }),
    "The first",
  );
  const held = await findRecord(db, "incident", "one");
  if (held?.entry.kind !== "incident") throw new Error("not held");
  const record = { ...held.entry.record, lossUsd: 70_000_000 };
  await publishForTest(db, [{ of: "one", entry: { kind: "incident", record } }], {
    note: "A later count",
    enteredBy: "Ada",
    reviewedBy: "Bea",
  }); // 2
  await reviseActor(db, "a", { name: "Alpha" }); // 3
  await reviseActor(db, "a", { mergedInto: "b" }); // 4
  await reviseIncident(db, "one", { slug: "first" }); // 5
  await reviseIncident(db, "two", { mergedInto: "first" }); // 6
});

describe("a history", () => {
  test("tells each revision: what changed, why, by whom, and where it stood", async () => {
    const history = await historyOf(db, 6, "incident", "first");
    expect(history).toMatchObject({
      name: "One",
      mergedInto: null,
      absorbed: [{ slug: "two", name: "Two" }],
      count: 4,
    });
    const reported = history?.revisions.map(
      ({ revision, version, slug, note, by, differences }) => [
        revision,
        version,
        slug,
        note,
        by,
        differences.map(({ label, before, after }) => [label, before, after]),
      ],
    );
    const nobody = { enteredBy: null, reviewedBy: null };
    const said = expect.any(String);
    expect(reported).toEqual([
      [4, 5, "first", "A test", nobody, [["URL name", "one", "first"]]],
      [
        3,
        4,
        "one",
        "A test",
        nobody,
        // The name that its version gives it, not the one that it had before.
        [
          ["Attribution to Alpha by Example", said, null],
          ["Attribution to B by Example", null, said],
        ],
      ],
      [
        2,
        2,
        "one",
        "A later count",
        { enteredBy: "Ada", reviewedBy: "Bea" },
        [["Loss, best estimate", "$54.0m", "$70.0m"]],
      ],
      [1, 1, "one", "The first", nobody, []],
    ]);
  });

  test("ends with its version", async () => {
    expect((await historyOf(db, 2, "incident", "one"))?.revisions).toHaveLength(2);
    expect(await historyOf(db, 2, "incident", "first")).toBeNull();
    expect(await historyOf(db, 6, "incident", "one")).toBeNull();
  });

  test("stays where something was merged into another", async () => {
    expect(await historyOf(db, 6, "incident", "two")).toMatchObject({
      mergedInto: { slug: "first", name: "One" },
      revisions: [
        { revision: 2, mergedInto: "first" },
        { revision: 1, mergedInto: null },
      ],
    });
    expect(await historyOf(db, 6, "actor", "a")).toMatchObject({
      name: "Alpha",
      mergedInto: { slug: "b", name: "B" },
      count: 3,
    });
    const b = await findRecord(db, "actor", "b");
    expect(await absorbedBy(db, 6, "actor", b?.recordId ?? 0)).toEqual([
      { slug: "a", name: "Alpha" },
    ]);
    expect(await absorbedBy(db, 3, "actor", b?.recordId ?? 0)).toEqual([]);
  });
});
