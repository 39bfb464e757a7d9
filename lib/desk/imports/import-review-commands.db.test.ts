import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { checkImportAgain, discardImport, runImport } from "@/lib/desk/imports/import-commands";
import { importEvents } from "@/lib/desk/imports/import-event-queries";
import { previewImport } from "@/lib/desk/imports/import-impact-commands";
import {
  openImports,
  submittedByOthers,
  submittedImports,
} from "@/lib/desk/imports/import-queries";
import {
  decideImport,
  publishImport,
  returnImport,
  takeBackImport,
} from "@/lib/desk/imports/import-review-commands";
import {
  claimImport,
  commentOnImport,
  releaseImport,
} from "@/lib/desk/imports/import-talk-commands";
import { listedCounts, listedRecords } from "@/lib/desk/imports/listed-record-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson, checkedImport, decided, importOf } from "@/testing/imports";
import { anActor, anIncident, publicationOf } from "@/testing/records";

let db: Database;
let eva: Person;
let otto: Person;
let vera: Person;
beforeEach(async () => {
  ({ db } = await testDatabase());
  eva = await aPerson(db, "Eva");
  otto = await aPerson(db, "Otto");
  vera = await aPerson(db, "Vera", "admin");
  await publish(db, publicationOf({ incidents: [anIncident()], actors: [anActor()] }), "A test");
});

const basalt = anIncident({
  slug: "basalt-2015-03",
  name: "Basalt theft",
  target: "Basalt",
  occurredOn: "2015-03-04",
  lossUsd: 977,
  sources: anIncident().sources.map((source) => ({ ...source, url: "https://example.org/b" })),
});
const REASON = "Which list is that?";
const versions = () => db.datasetVersion.count();
const audited = async () =>
  (await db.auditEntry.findMany({ where: { action: "import.run" }, orderBy: { id: "asc" } })).map(
    ({ personId, detail }) => `${personId}: ${detail}`,
  );

describe("an import that is handed in", () => {
  test("is published by somebody else, and its version says who did what", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    expect(await importOf(db, read.id)).toMatchObject({ state: "submitted", publisher: null });
    await runImport(db, eva, read.id);
    expect(await versions()).toBe(1);
    expect(await publishImport(db, eva, read)).toEqual({
      refused: "It is your own: somebody else has to publish it.",
    });
    expect(await publishImport(db, otto, read)).toEqual({ done: true });
    await runImport(db, otto, read.id);
    expect(await importOf(db, read.id)).toMatchObject({
      state: "imported",
      publishedIn: 2,
      publisher: { name: "Otto" },
    });
    expect(await db.datasetVersion.findUnique({ where: { number: 2 } })).toMatchObject({
      note: "From a list",
      enteredBy: "Eva",
      reviewedBy: "Otto",
    });
    expect(await audited()).toEqual([
      "eva: uploaded thefts.json",
      "eva: handed in to be published, 0 left out",
      "otto: to be published",
      "otto: version 2",
    ]);
  });

  test("is claimed by one, taken over knowingly, released, and let go of where it goes back", async () => {
    const { id, submittedAt } = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    const claimed = async () => (await importOf(db, id)).reviewer?.name ?? null;
    expect(await claimImport(db, eva, { id, takeOverFrom: null })).toEqual({
      refused: "It is your own: somebody else reviews it.",
    });
    expect(await claimImport(db, otto, { id, takeOverFrom: null })).toEqual({ done: true });
    expect(await claimImport(db, vera, { id, takeOverFrom: null })).toEqual({
      refused: "Otto has claimed it since this page was opened.",
    });
    expect(await releaseImport(db, vera, id)).toEqual({ refused: "You have not claimed it." });
    expect(await claimImport(db, vera, { id, takeOverFrom: otto.id })).toEqual({ done: true });
    expect(await claimed()).toBe("Vera");
    expect(await releaseImport(db, vera, id)).toEqual({ done: true });
    expect(await claimed()).toBe(null);
    await claimImport(db, otto, { id, takeOverFrom: null });
    await returnImport(db, otto, { id, submittedAt, reason: REASON });
    expect(await claimed()).toBe(null);
    expect(await claimImport(db, otto, { id, takeOverFrom: null })).toEqual({
      refused: "It is checked now.",
    });
    expect((await importEvents(db, id)).map(({ kind, by, text }) => [by.name, kind, text])).toEqual(
      [
        ["Otto", "claimed", ""],
        ["Vera", "claimed", "Taken over from Otto."],
        ["Vera", "released", ""],
        ["Otto", "claimed", ""],
      ],
    );
  });

  test("is commented on by its uploader and others, in plain text of a bounded length", async () => {
    const { id } = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    expect(await commentOnImport(db, otto, { id, text: "  " })).toEqual({
      refused: "Write the comment first.",
    });
    for (const text of ["a\u202eb", "x".repeat(4001)])
      expect(await commentOnImport(db, otto, { id, text })).toHaveProperty("refused");
    expect(await commentOnImport(db, otto, { id, text: "Row 1?" })).toEqual({ done: true });
    expect(await commentOnImport(db, eva, { id, text: "From the report." })).toEqual({
      done: true,
    });
    await discardImport(db, eva, id);
    await takeBackImport(db, eva, id);
    await discardImport(db, eva, id);
    expect(await commentOnImport(db, otto, { id, text: "Too late" })).toEqual({
      refused: "It is discarded now.",
    });
    expect((await importEvents(db, id)).map(({ text }) => text)).toEqual([
      "Row 1?",
      "From the report.",
    ]);
  });

  test("can be asked what it would move, which leaves nothing behind and says what the publication will", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    const before = await db.incidentRevision.count();
    const previewed = await previewImport(db, otto, read.id);
    const totals = "impact" in previewed ? previewed.impact.totals : [];
    const of2015 = totals.find(({ label }) => label === "2015");
    expect(of2015).toMatchObject({ before: { incidents: 0 }, after: { incidents: 1 } });
    expect([await versions(), await db.incidentRevision.count()]).toEqual([1, before]);
    // Whoever asks again has the same answer, and it can still be published.
    expect(await previewImport(db, vera, read.id)).toEqual(previewed);
    await publishImport(db, otto, read);
    expect(await previewImport(db, otto, read.id)).toEqual({
      refused: "It is not in review any more.",
    });
    await runImport(db, otto, read.id);
    expect(await versions()).toBe(2);
  });

  test("says what keeps it from being published where something does", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    await publish(db, publicationOf({ incidents: [{ ...basalt, lossUsd: 5 }] }), "Another one");
    const previewed = await previewImport(db, otto, read.id);
    expect(previewed).toEqual({
      refused: expect.stringMatching(
        /^It could not be published as it stands\. Basalt theft: .*since the file was checked/,
      ),
    });
    expect(await versions()).toBe(2);
  });

  test("waits in the queue, and on the work of who uploaded it", async () => {
    const { id } = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    expect(await submittedImports(db)).toMatchObject([
      { id, by: { name: "Eva" }, rows: 1, note: "From a list" },
    ]);
    expect([await submittedByOthers(db, eva), await submittedByOthers(db, otto)]).toEqual([0, 1]);
    expect(await openImports(db, eva)).toMatchObject([{ id, state: "submitted", returned: null }]);
    expect(await openImports(db, otto)).toEqual([]);
  });

  test("is returned with a reason, decided anew, or discarded", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    expect(await returnImport(db, otto, { ...read, reason: " " })).toHaveProperty("refused");
    expect(await returnImport(db, otto, { ...read, reason: "a\u202eb" })).toHaveProperty("refused");
    expect(await returnImport(db, eva, { ...read, reason: REASON })).toHaveProperty("refused");
    expect(await returnImport(db, otto, { ...read, reason: REASON })).toEqual({ done: true });
    expect(await openImports(db, eva)).toMatchObject([
      { state: "checked", returned: { by: "Otto", reason: REASON } },
    ]);
    expect(await publishImport(db, vera, read)).toEqual({ refused: "It is checked now." });
    await checkImportAgain(db, eva, read.id);
    await runImport(db, eva, read.id);
    expect((await importOf(db, read.id)).report).toMatchObject({
      returns: [{ reason: REASON }],
      choice: { note: "From a list" },
    });
    const again = await decided(db, eva, read.id);
    expect(await publishImport(db, vera, read)).toEqual({
      refused: expect.stringContaining("submitted again"),
    });
    expect(await takeBackImport(db, eva, again.id)).toEqual({ done: true });
    expect(await discardImport(db, eva, again.id)).toEqual({ done: true });
    expect(await versions()).toBe(1);
  });

  test("is nobody else’s to decide about", async () => {
    const id = await checkedImport(db, eva, [basalt]);
    const given = { id, how: "publish" as const, duplicates: null, note: "Mine" };
    const theirs = { refused: expect.stringContaining("only they decide") };
    expect(await decideImport(db, otto, given)).toEqual(theirs);
    expect(await discardImport(db, otto, id)).toEqual(theirs);
    expect(await checkImportAgain(db, otto, id)).toEqual(theirs);
    const read = await decided(db, eva, id);
    expect(await takeBackImport(db, otto, id)).toEqual(theirs);
    for (const submittedAt of ["", "soon", "2020-01-01T00:00:00.000Z"])
      expect(await publishImport(db, otto, { ...read, submittedAt })).toHaveProperty("refused");
    expect(await publishImport(db, otto, { ...read, id: 999 })).toHaveProperty("refused");
  });

  test("two publish at once, and one is told so", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    const reported = await Promise.all([
      publishImport(db, otto, read),
      publishImport(db, vera, read),
      returnImport(db, vera, { ...read, reason: REASON }),
      takeBackImport(db, eva, read.id),
    ]);
    expect(reported.filter((each) => "done" in each)).toHaveLength(1);
    expect(reported.filter((each) => "refused" in each)).toHaveLength(3);
    await Promise.all([otto, vera].map((each) => runImport(db, each, read.id)));
    expect(await versions()).toBeLessThanOrEqual(2);
    const done = await db.auditEntry.count({ where: { detail: { startsWith: "version" } } });
    expect(await versions()).toBe(1 + done);
  });

  test("is one’s own to publish as the only editor, and the version says so", async () => {
    await db.user.updateMany({
      where: { id: { not: eva.id } },
      data: { deactivatedAt: new Date() },
    });
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    expect(await publishImport(db, eva, read)).toEqual({ done: true });
    await runImport(db, eva, read.id);
    expect(await db.datasetVersion.findUnique({ where: { number: 2 } })).toMatchObject({
      enteredBy: "Eva",
      reviewedBy: null,
    });
  });
});

describe("what a reviewer reads", () => {
  test("tells what each record would become, and what is left out", async () => {
    const half = { ...basalt, slug: "half", name: "Half theft", target: "Half", lossUsd: null };
    const id = await checkedImport(db, eva, [
      basalt,
      anIncident({ summary: "Another summary.", lossUsd: 70_000_000 }),
      { ...half, occurredOn: "2016-01" },
      { ...basalt, slug: "twin" },
    ]);
    await decideImport(db, eva, {
      id,
      how: "publish",
      duplicates: "leave",
      note: "From a list",
    });
    expect(await listedCounts(db, id)).toEqual({
      all: 4,
      new: 2,
      revised: 1,
      unchanged: 0,
      merged: 0,
      leftOut: 1,
    });
    expect(await listedRecords(db, id, "all", 1)).toMatchObject([
      { name: "Basalt theft", line: 2, day: "2015-03-04", lossUsd: 977, becomes: "new" },
      {
        slug: "coinex-2023-09",
        becomes: "revised",
        changes: expect.arrayContaining([expect.stringMatching(/^Loss.* → \$70\.0m/)]),
      },
      { day: "2016-01", lossUsd: null, leftOut: false },
      { slug: "twin", leftOut: true },
    ]);
    expect(await listedRecords(db, id, "leftOut", 1)).toMatchObject([{ number: 4 }]);
    expect(await listedRecords(db, id, "new", 2)).toEqual([]);
  });

  test("says what is unchanged, of every kind", async () => {
    const id = await checkedImport(db, eva, {
      incidents: [anIncident()],
      actors: [anActor(), anActor({ slug: "other", name: "Other" })],
    });
    expect((await listedRecords(db, id, "all", 1)).map(({ becomes }) => becomes)).toEqual([
      "unchanged",
      "unchanged",
      "new",
    ]);
  });
});

describe("a right that ended meanwhile", () => {
  const demote = (person: Person) =>
    db.user.update({ where: { id: person.id }, data: { role: "contributor" } });

  test("publishes nothing, and another editor may", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    await publishImport(db, otto, read);
    await demote(otto);
    await runImport(db, otto, read.id);
    expect(await versions()).toBe(1);
    const set = await importOf(db, read.id);
    expect(set).toMatchObject({
      state: "submitted",
      publisher: null,
      report: { setBack: expect.stringContaining("Otto had begun to publish it") },
    });
    expect(set.submittedAt?.toISOString()).toBe(read.submittedAt);
    expect(await publishImport(db, vera, read)).toEqual({ done: true });
    await runImport(db, vera, read.id);
    expect(await versions()).toBe(2);
  });

  test("makes no drafts", async () => {
    const { id } = await decided(db, eva, await checkedImport(db, eva, [basalt]), "drafts");
    await db.user.update({ where: { id: eva.id }, data: { deactivatedAt: new Date() } });
    // Somebody else begins it again where it was cut off: the drafts would still be hers.
    await runImport(db, otto, id);
    expect(await db.proposal.count()).toBe(0);
    expect(await importOf(db, id)).toMatchObject({
      state: "checked",
      report: { setBack: expect.stringContaining("Eva had begun to make drafts") },
    });
  });

  test("publishes nothing of one’s own once there is another editor", async () => {
    const others = { id: { not: eva.id } };
    await db.user.updateMany({ where: others, data: { deactivatedAt: new Date() } });
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    await publishImport(db, eva, read);
    await db.user.updateMany({ where: others, data: { deactivatedAt: null } });
    await runImport(db, eva, read.id);
    expect(await versions()).toBe(1);
    expect(await importOf(db, read.id)).toMatchObject({ state: "submitted" });
  });

  test("drafts that another begins again stay those of who uploaded the file", async () => {
    const { id } = await decided(db, eva, await checkedImport(db, eva, [basalt]), "drafts");
    await runImport(db, otto, id);
    expect(await db.proposal.findFirst()).toMatchObject({ authorId: "eva" });
  });
});

describe("what moved since the check", () => {
  test("is looked through for duplicates, and nothing is published twice", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    await publish(
      db,
      publicationOf({ incidents: [{ ...basalt, slug: "basalt-hack", name: "Basalt hack" }] }),
      "By hand",
    );
    await publishImport(db, otto, read);
    await runImport(db, otto, read.id);
    expect(await versions()).toBe(2);
    expect(await importOf(db, read.id)).toMatchObject({
      state: "checked",
      submittedAt: null,
      report: {
        setBack: expect.stringContaining("not published"),
        problems: [{ record: 1, line: 2, message: expect.stringContaining("“Basalt hack”") }],
      },
    });
  });

  test("does not hold up what has nothing to do with it", async () => {
    const read = await decided(db, eva, await checkedImport(db, eva, [basalt]));
    await publish(db, publicationOf({ actors: [anActor({ slug: "other", name: "Other" })] }), "B");
    await publishImport(db, otto, read);
    await runImport(db, otto, read.id);
    expect(await versions()).toBe(3);
  });

  test("an actor is not written over either", async () => {
    const read = await decided(
      db,
      eva,
      await checkedImport(db, eva, { actors: [anActor({ name: "Old" })] }),
    );
    await publish(db, publicationOf({ actors: [anActor({ name: "New" })] }), "B");
    await publishImport(db, otto, read);
    await runImport(db, otto, read.id);
    expect((await importOf(db, read.id)).report.problems).toMatchObject([
      { record: 1, field: "slug", message: expect.stringContaining("This actor was revised") },
    ]);
  });
});
