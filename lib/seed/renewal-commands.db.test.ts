import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { beforeEach, describe, expect, onTestFinished, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findRecord, revisionsOfRecord } from "@/lib/record/history/published-entry-queries";
import type { IncidentEntry } from "@/lib/record/incidents/incident";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Entry } from "@/lib/record/publishing/entry";
import type { Publication } from "@/lib/record/publishing/publication";
import { findVersion } from "@/lib/record/versions/version-queries";
import { knownAddressesAt } from "@/lib/record/wallets/known-address-queries";
import { seedFile, seedIfEmpty } from "@/lib/seed/dataset-commands";
import { LEFT_OUT, renewDataset } from "@/lib/seed/renewal-commands";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { testDatabase } from "@/testing/database";
import { publishForTest } from "@/testing/publishing";
import {
  aCoverage,
  aKnownAddress,
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aTarget,
  aTransaction,
  publicationOf,
} from "@/testing/records";

const theft = (slug: string, given: Partial<IncidentEntry> = {}) =>
  anIncident({ slug, name: `Theft ${slug}`, target: slug.toUpperCase(), lossUsd: 1000, ...given });
const target = (slug: string, given = {}) => aTarget({ slug, name: slug.toUpperCase(), ...given });
const mixer = aKnownAddress({ address: `0x${"1a".repeat(20)}`, label: "A mixer" });

/** As an earlier release had it: nothing of targets, and no coverage to speak of. */
const EARLIER: Publication = publicationOf({
  incidents: [
    theft("a", { attributions: [anAttribution()] }),
    theft("b"),
    theft("c"),
    theft("gone"),
  ],
  actors: [anActor()],
  figures: [aPublishedFigure(), aPublishedFigure({ title: "Dropped" })],
  knownAddresses: [mixer, aKnownAddress({ address: `0x${"2b".repeat(20)}`, label: "Dropped" })],
  coverage: [aCoverage()],
});
/** As it is renewed: three corrected or told more of, one left out, one added. */
const RENEWED: Publication = publicationOf({
  incidents: [
    theft("a", { attributions: [anAttribution({ basis: "sanction" })], lossUsd: 2000 }),
    theft("b", { transactions: [aTransaction()] }),
    theft("c"),
    theft("new"),
  ],
  targets: [target("a"), target("b"), target("c", { successor: "a" })],
  actors: [anActor({ aliases: ["Hidden Cobra"] })],
  figures: [aPublishedFigure()],
  knownAddresses: [{ ...mixer, kind: "mixer" }],
  coverage: [aCoverage({ coveredThrough: "2024-06-30" })],
});

/** A folder that holds a dataset, gone when the test ends. */
function folderOf(dataset: Publication): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-renewal-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  mkdirSync(path.join(folder, "incidents"));
  const files = {
    "incidents/all.json": dataset.incidents,
    "targets.json": dataset.targets,
    "actors.json": dataset.actors,
    "published-figures.json": dataset.figures,
    "known-addresses.json": dataset.knownAddresses,
    "coverage.json": dataset.coverage[0],
  };
  for (const [file, content] of Object.entries(files))
    writeFileSync(path.join(folder, file), JSON.stringify(content));
  return folder;
}

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await seedIfEmpty(db, folderOf(EARLIER));
});

const renew = (dataset = RENEWED, overwrite = false) =>
  renewDataset(db, folderOf(dataset), { overwrite });

/** Publishes a change as an editor. @returns the version */
async function edit(kind: RecordKind, of: string, change: object): Promise<number> {
  const held = await findRecord(db, kind, of);
  if (held === null) throw new Error(`no ${of}`);
  const entry = { kind, record: { ...held.entry.record, ...change } } as Entry;
  return publishForTest(db, [{ of, entry }], { enteredBy: "Eva" });
}

async function noteOf(version: number | null): Promise<string | undefined> {
  return (await findVersion(db, version ?? 0))?.note;
}

describe("a renewed dataset", () => {
  test("becomes the next version, and what it leaves out is retracted with a reason", async () => {
    expect(await renew()).toEqual({
      published: {
        version: 2,
        incidents: { added: 1, revised: 4, unchanged: 0 },
        targets: { added: 3, revised: 0, unchanged: 0 },
        actors: { added: 0, revised: 1, unchanged: 0 },
        figures: { added: 0, revised: 1, unchanged: 1 },
        knownAddresses: { added: 0, revised: 2, unchanged: 0 },
        coverage: { added: 0, revised: 1, unchanged: 0 },
      },
      retracted: 3,
      left: [],
    });
    expect(await noteOf(2)).toBe(
      "Starting dataset, renewed. 3 records that it holds no longer are retracted.",
    );
    expect(await findIncident(db, 2, "gone")).toMatchObject({ retraction: LEFT_OUT });
    expect(await findIncident(db, 1, "gone")).toMatchObject({ retraction: null });
    expect((await knownAddressesAt(db, 2)).map(({ label }) => label)).toEqual(["A mixer"]);
    expect(await findIncident(db, 2, "a")).toMatchObject({
      lossUsd: 2000,
      targetSlug: "a",
      attributions: [{ basis: "sanction" }],
    });
    // Neither edition's total forgets the other's.
    expect(await totalUnder(db, 1, {})).toMatchObject({ incidents: 4, lossUsd: 4000 });
    expect(await totalUnder(db, 2, {})).toMatchObject({ incidents: 4, lossUsd: 5000 });
  });

  test("leaves each difference in its record's history", async () => {
    await renew();
    for (const slug of ["a", "b", "c", "gone"]) {
      const held = await findRecord(db, "incident", slug);
      const revisions = await revisionsOfRecord(db, "incident", held?.recordId ?? 0, 2);
      expect([slug, revisions.map(({ version }) => version)]).toEqual([slug, [2, 1]]);
    }
  });

  test("given again, says nothing new", async () => {
    await renew();
    expect(await renew()).toMatchObject({ published: { version: null }, retracted: 0, left: [] });
    expect(await findVersion(db, 3)).toBeNull();
  });

  test("brings back what an earlier renewal withdrew, once it holds that again", async () => {
    await renew();
    const again = { ...RENEWED, incidents: [...RENEWED.incidents, theft("gone")] };
    expect(await renew(again)).toMatchObject({
      published: { version: 3, incidents: { added: 0, revised: 1 } },
    });
    expect(await noteOf(3)).toBe("Starting dataset, renewed.");
    expect(await findIncident(db, 3, "gone")).toMatchObject({ retraction: null });
  });

  test("retracts nothing that came from elsewhere", async () => {
    const file = path.join(folderOf(EARLIER), "more.json");
    writeFileSync(file, JSON.stringify([theft("from-a-file")]));
    await seedFile(db, file);
    const record = { ...theft("from-the-desk"), retraction: null, mergedInto: null };
    await publishForTest(db, [{ entry: { kind: "incident", record } }], { enteredBy: "Eva" });
    expect(await renew()).toMatchObject({ retracted: 3, left: [] });
    for (const slug of ["from-a-file", "from-the-desk"])
      expect(await findIncident(db, 4, slug)).toMatchObject({ retraction: null });
  });

  test("is the starting dataset where the record is empty", async () => {
    ({ db } = await testDatabase());
    expect(await renew()).toMatchObject({
      published: { version: 1, incidents: { added: 4 } },
      retracted: 0,
    });
    expect(await noteOf(1)).toBe("Starting dataset");
  });
});

describe("what an editor published last", () => {
  test("stays as it is, and is listed where the dataset says otherwise", async () => {
    await edit("incident", "a", { lossUsd: 3000 });
    await edit("incident", "gone", { summary: "Looked at again." });
    await edit("actor", "lazarus-group", { description: "Put otherwise." });
    expect(await renew()).toMatchObject({
      published: { version: 5, incidents: { added: 1, revised: 2 }, actors: { revised: 0 } },
      retracted: 2,
      left: [
        { kind: "incident", title: "Theft a", would: "revise" },
        { kind: "actor", title: "Lazarus Group", would: "revise" },
        { kind: "incident", title: "Theft gone", would: "retract" },
      ],
    });
    expect(await noteOf(5)).toBe(
      "Starting dataset, renewed. 2 records that it holds no longer are retracted. 3 records that editors had changed stay as they were.",
    );
    expect(await findIncident(db, 5, "a")).toMatchObject({ lossUsd: 3000, publishedIn: 2 });
    expect(await findIncident(db, 5, "gone")).toMatchObject({ retraction: null });
  });

  test("is not listed where it says the same", async () => {
    await edit("incident", "c", { summary: "Other words." });
    await edit("incident", "c", { summary: theft("c").summary });
    await renew(EARLIER);
    expect(await renew(EARLIER)).toMatchObject({ published: { version: null }, left: [] });
  });

  test("is the dataset's again with --overwrite", async () => {
    await edit("incident", "a", { lossUsd: 3000 });
    await edit("incident", "gone", { summary: "Looked at again." });
    expect(await renew(RENEWED, true)).toMatchObject({ retracted: 3, left: [] });
    expect(await findIncident(db, 4, "a")).toMatchObject({ lossUsd: 2000 });
    expect(await findIncident(db, 4, "gone")).toMatchObject({ retraction: LEFT_OUT });
    expect(await noteOf(4)).not.toContain("editor");
  });

  test("stays retracted or merged, with --overwrite too", async () => {
    await edit("incident", "a", { retraction: "It did not happen." });
    await edit("incident", "b", { mergedInto: "c" });
    await renew(RENEWED, true);
    expect(await findIncident(db, 4, "a")).toMatchObject({
      retraction: "It did not happen.",
      lossUsd: 2000,
    });
    expect(await findIncident(db, 4, "b")).toMatchObject({ mergedInto: { slug: "c" } });
  });

  test("is found under the name that it had, and is not added a second time", async () => {
    await renew();
    await edit("incident", "a", { slug: "renamed", name: "Renamed" });
    await edit("target", "b", { slug: "other", name: "Other" });
    await edit("actor", "lazarus-group", { slug: "lazarus", name: "Lazarus" });
    await edit("figure", "1", { title: "Told otherwise" });
    const corrected = {
      ...RENEWED,
      incidents: RENEWED.incidents.map((given) =>
        given.slug === "b"
          ? { ...given, summary: "More.", targetSlug: "b", attributions: [anAttribution()] }
          : given,
      ),
      targets: [target("a", { successor: "b" }), target("b"), target("c", { successor: "a" })],
    };
    expect(await renew(corrected)).toMatchObject({
      published: {
        version: 7,
        incidents: { added: 0, revised: 1 },
        targets: { added: 0, revised: 1 },
        actors: { added: 0, revised: 0 },
        figures: { added: 0, revised: 0 },
      },
      left: [
        { kind: "incident", title: "Renamed" },
        { kind: "target", title: "Other" },
        { kind: "actor", title: "Lazarus" },
        { kind: "figure", title: "Told otherwise" },
      ],
    });
    // What names them names them as they are called now.
    expect(await findIncident(db, 7, "b")).toMatchObject({
      summary: "More.",
      targetSlug: "other",
      attributions: [{ actor: "lazarus" }],
    });
    expect((await findRecord(db, "target", "a"))?.entry.record).toMatchObject({
      successor: "other",
    });
    // With --overwrite they bear the dataset's names again.
    expect(await renew(corrected, true)).toMatchObject({
      published: {
        version: 8,
        incidents: { added: 0 },
        targets: { added: 0 },
        actors: { added: 0 },
      },
      left: [],
    });
    expect(await findIncident(db, 8, "a")).toMatchObject({ name: "Theft a" });
    expect(await findIncident(db, 8, "b")).toMatchObject({
      targetSlug: "b",
      attributions: [{ actor: "lazarus-group" }],
    });
  });

  test("that the renewed dataset does not fit beside keeps all of it out, by name", async () => {
    const record = { ...target("x", { name: "B" }), mergedInto: null };
    await publishForTest(db, [{ entry: { kind: "target", record } }], { enteredBy: "Eva" });
    const attempt = renew();
    await expect(attempt).rejects.toThrow(PublicationError);
    await expect(attempt).rejects.toThrow("target b: name: “B” is already the name of target x.");
    expect(await findVersion(db, 3)).toBeNull();
  });
});
