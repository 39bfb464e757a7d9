import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { publish } from "@/lib/record/publishing/publish-command";
import { mergingOf } from "@/lib/record/publishing/reassigned-references-queries";
import { everythingAt } from "@/testing/answers";
import { testDatabase } from "@/testing/database";
import { reviseActor, reviseIncident } from "@/testing/publishing";
import {
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  publicationOf,
} from "@/testing/records";

// A merged actor that is active again gets back the references that its merging reassigned.

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  const said = (actor: string, by: string) => anAttribution({ actor, by });
  await publish(
    db,
    publicationOf({
      actors: [
        anActor({ slug: "kept", name: "Kept" }),
        anActor({ slug: "gone", name: "Gone" }),
        anActor({ slug: "part", name: "Part", parent: "gone" }),
      ],
      incidents: [
        anIncident({ slug: "one", name: "One", attributions: [said("gone", "A")] }),
        // Both are named for the same reason: after the merging that is one statement.
        anIncident({
          slug: "both",
          name: "Both",
          attributions: [said("gone", "A"), said("kept", "A"), said("kept", "B")],
        }),
        anIncident({ slug: "theirs", name: "Theirs", attributions: [said("kept", "A")] }),
        anIncident({ slug: "edited", name: "Edited", attributions: [said("gone", "A")] }),
      ],
      figures: [aPublishedFigure({ title: "About it", actor: "gone" })],
    }),
    "The first",
  );
});

const SLUGS = { incidents: ["one", "both", "theirs", "edited"], actors: ["kept", "gone", "part"] };
const answersAt = (version: number) => everythingAt(db, version, { ...SLUGS, addresses: [] });
const namesOf = async (slug: string) => {
  const held = await findRecord(db, "incident", slug);
  if (held?.entry.kind !== "incident") throw new Error(`no incident ${slug}`);
  return held.entry.record.attributions.map(({ actor, by }) => `${actor} by ${by}`);
};
const record = async (kind: RecordKind, slug: string) =>
  (await findRecord(db, kind, slug))?.entry.record;
const goneId = async () => (await findRecord(db, "actor", "gone"))?.recordId ?? 0;

describe("an actor that is active again", () => {
  test("restores every reference that nobody has changed since, in the same version", async () => {
    await reviseActor(db, "gone", { mergedInto: "kept" });
    expect(await namesOf("both")).toEqual(["kept by A", "kept by B"]);
    await reviseIncident(db, "edited", { summary: "Written anew." });
    // What it is called by then, and what the other is, makes no difference.
    await reviseActor(db, "kept", { slug: "kept-on", name: "Kept on" });
    const before = [await answersAt(2), await answersAt(4)];

    const merging = await mergingOf(db, await goneId());
    expect(merging).toMatchObject({ version: 2, into: { slug: "kept-on", name: "Kept on" } });
    const reported = merging?.reassigned.map(({ kind, title, changedSince }) => [
      kind,
      title,
      changedSince,
    ]);
    expect(reported).toEqual([
      ["incident", "Both", false],
      ["incident", "Edited", true],
      ["incident", "One", false],
      ["figure", "About it", false],
      ["actor", "Part", false],
    ]);

    const version = await reviseActor(db, "gone", { mergedInto: null, slug: "back-again" });
    expect(version).toBe(5);
    expect(await namesOf("one")).toEqual(["back-again by A"]);
    expect(await namesOf("both")).toEqual(["back-again by A", "kept-on by A", "kept-on by B"]);
    expect(await namesOf("theirs")).toEqual(["kept-on by A"]);
    expect(await namesOf("edited")).toEqual(["kept-on by A"]);
    expect(await record("actor", "part")).toMatchObject({ parent: "back-again" });
    expect(await record("figure", "1")).toMatchObject({ actor: "back-again" });
    const published = await db.incidentRevision.findMany({ where: { publishedIn: version } });
    expect(published.map(({ slug }) => slug).sort()).toEqual(["both", "one"]);
    expect([await answersAt(2), await answersAt(4)]).toEqual(before);
  });

  test("takes back what the other has handed on since", async () => {
    await reviseActor(db, "gone", { mergedInto: "kept" });
    await reviseActor(db, "kept", { mergedInto: "part" });
    expect(await namesOf("one")).toEqual(["part by A"]);
    await reviseActor(db, "gone", { mergedInto: null });
    expect(await namesOf("one")).toEqual(["gone by A"]);
    expect(await namesOf("theirs")).toEqual(["part by A"]);
  });

  test("takes nothing back twice", async () => {
    await reviseActor(db, "gone", { mergedInto: "kept" });
    await reviseActor(db, "gone", { mergedInto: null });
    await reviseIncident(db, "one", { attributions: [] });
    await reviseActor(db, "gone", { mergedInto: "kept" });
    const merging = await mergingOf(db, await goneId());
    expect(merging?.version).toBe(5);
    expect(merging?.reassigned.map(({ title }) => title)).not.toContain("One");
    await reviseActor(db, "gone", { mergedInto: null });
    expect(await namesOf("one")).toEqual([]);
    expect(await namesOf("edited")).toEqual(["gone by A"]);
  });
});

test("of an active actor, and of none, there is no merging", async () => {
  expect(await mergingOf(db, await goneId())).toBeNull();
  expect(await mergingOf(db, 98_765)).toBeNull();
});
