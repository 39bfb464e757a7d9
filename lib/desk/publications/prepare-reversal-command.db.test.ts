import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { runImport } from "@/lib/desk/imports/import-commands";
import { importedFile } from "@/lib/desk/imports/import-queries";
import { publishImport } from "@/lib/desk/imports/import-review-commands";
import { listedRecords } from "@/lib/desk/imports/listed-record-queries";
import { prepareReversal } from "@/lib/desk/publications/prepare-reversal-command";
import { reversalOf } from "@/lib/desk/publications/reversal-queries";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Entry } from "@/lib/record/publishing/entry";
import { publish } from "@/lib/record/publishing/publish-command";
import { publishEntries } from "@/lib/record/publishing/publish-entries-command";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { testDatabase } from "@/testing/database";
import { aPerson, decided, importOf } from "@/testing/imports";
import { anActor, anAttribution, anIncident, aTarget, publicationOf } from "@/testing/records";

let db: Database;
let eva: Person;
let otto: Person;
const at = (name: string) => `https://example.org/${name}`;
const theft = (slug: string, given: Parameters<typeof anIncident>[0] = {}) =>
  anIncident({
    slug,
    name: `Theft ${slug}`,
    target: slug,
    sources: anIncident().sources.map((source) => ({ ...source, url: at(slug) })),
    ...given,
  });
beforeEach(async () => {
  ({ db } = await testDatabase());
  eva = await aPerson(db, "Eva");
  otto = await aPerson(db, "Otto");
  const attributions = [anAttribution({ actor: "group", source: at("three") })];
  const actors = [anActor({ slug: "group" }), anActor({ slug: "other", name: "Other" })];
  const incidents = [theft("one"), theft("two"), theft("three", { attributions })];
  await publish(db, publicationOf({ incidents, actors }), "A test");
});

const current = async (kind: RecordKind, slug: string) => {
  const found = await findRecord(db, kind, slug);
  if (found === null) throw new Error(`there is no ${kind} ${slug}`);
  return found;
};
const said = async (kind: RecordKind, slug: string) => (await current(kind, slug)).entry.record;

/** Publishes changes of records as the next version. */
async function change(
  changes: [kind: RecordKind, slug: string, as: Record<string, unknown>][],
): Promise<void> {
  const records: RecordToPublish[] = [];
  for (const [kind, slug, as] of changes) {
    const { entry, recordId, revision } = await current(kind, slug);
    const changed = { kind, record: { ...entry.record, ...as } } as Entry;
    records.push({ ...changed, recordId, baseRevision: revision } as RecordToPublish);
  }
  const credit = { note: "Changes", enteredBy: "Eva", reviewedBy: "Otto" };
  await db.$transaction((transaction) => publishEntries(transaction, credit, records));
}

async function takeBack(version: number): Promise<number> {
  const prepared = await prepareReversal(db, eva, { version, reason: "It was a slip." });
  if ("refused" in prepared) throw new Error(prepared.refused);
  await runImport(db, eva, prepared.created);
  const read = await decided(db, eva, prepared.created);
  expect(await publishImport(db, otto, read)).toEqual({ done: true });
  await runImport(db, otto, read.id);
  return prepared.created;
}

describe("a publication that is taken back", () => {
  test("leaves each record saying what it said before", async () => {
    const before = await Promise.all([said("incident", "one"), said("incident", "two")]);
    await change([
      ["incident", "one", { slug: "renamed", lossUsd: 5, summary: "It says something else." }],
      ["incident", "two", { retraction: "It never happened." }],
    ]);
    const id = await takeBack(2);
    expect(await importOf(db, id)).toMatchObject({
      state: "imported",
      publishedIn: 3,
      fileName: "Taking back version 2",
      report: { outcome: { added: 0, revised: 2, unchanged: 0 } },
    });
    expect(await Promise.all([said("incident", "one"), said("incident", "two")])).toEqual(before);
  });

  test("retracts what was new, with the reason, and says what stays", async () => {
    const added = {
      incidents: [theft("four")],
      targets: [aTarget({ slug: "new-target", name: "New target" })],
    };
    await publish(db, publicationOf(added), "New ones");
    const preview = await reversalOf(db, 2);
    expect(preview?.changes.map(({ before }) => before)).toEqual([null]);
    expect(preview?.left).toEqual([
      {
        name: "target New target",
        why: "It was new, and a target cannot be retracted: correct it, or merge it.",
      },
    ]);
    const id = await takeBack(2);
    expect(await said("incident", "four")).toMatchObject({ retraction: "It was a slip." });
    expect((await importOf(db, id)).report.doubts.map(({ name }) => name)).toEqual([
      "target New target",
    ]);
  });

  test("gives an actor that it merged back what was attributed to it", async () => {
    const before = await said("incident", "three");
    await change([["actor", "group", { mergedInto: "other" }]]);
    expect(await said("incident", "three")).toMatchObject({ attributions: [{ actor: "other" }] });
    await takeBack(2);
    expect(await said("actor", "group")).toMatchObject({ mergedInto: null });
    expect(await said("incident", "three")).toEqual(before);
  });

  test("leaves alone what was changed since, and is refused where that is all of it", async () => {
    await change([
      ["incident", "one", { lossUsd: 5 }],
      ["incident", "two", { lossUsd: 6 }],
    ]);
    await change([["incident", "two", { lossUsd: 7 }]]);
    await takeBack(2);
    expect(await said("incident", "two")).toMatchObject({ lossUsd: 7 });
    expect(await prepareReversal(db, eva, { version: 2, reason: "Again" })).toEqual({
      refused: "Nothing of version 2 stands as it left it: there is nothing to take back.",
      field: null,
    });
  });
});

describe("prepared changes", () => {
  test("of a record that is revised meanwhile are not published", async () => {
    await change([["incident", "one", { lossUsd: 5 }]]);
    const prepared = await prepareReversal(db, eva, { version: 2, reason: "It was a slip." });
    const id = "created" in prepared ? prepared.created : 0;
    await runImport(db, eva, id);
    const [line] = await listedRecords(db, id, "all", 1);
    expect(line).toMatchObject({ becomes: "revised", name: "Theft one" });
    const read = await decided(db, eva, id);
    await change([["incident", "one", { lossUsd: 8 }]]);
    await publishImport(db, otto, read);
    await runImport(db, otto, id);
    expect(await importOf(db, id)).toMatchObject({
      state: "checked",
      publishedIn: null,
      report: { problemCount: 1 },
    });
    expect(await said("incident", "one")).toMatchObject({ lossUsd: 8 });
  });

  test("are nobody's file", async () => {
    await change([["incident", "one", { lossUsd: 5 }]]);
    const prepared = await prepareReversal(db, eva, { version: 2, reason: "It was a slip." });
    expect(await importedFile(db, "created" in prepared ? prepared.created : 0)).toBeNull();
  });

  test.each([
    [{ version: 2, reason: " " }, "reason"],
    [{ version: 99, reason: "A slip" }, null],
    [{ version: "two", reason: "A slip" }, null],
  ])("of %j are refused", async (given, field) => {
    const outcome = await prepareReversal(db, eva, given);
    expect(outcome).toMatchObject({ field });
    expect(await db.importBatch.count()).toBe(0);
  });
});
