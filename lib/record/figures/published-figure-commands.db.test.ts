import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { impactOf } from "@/lib/desk/impact/impact-queries";
import { findActor } from "@/lib/record/actors/actor-queries";
import type { PublishedFigureEntry } from "@/lib/record/figures/published-figure";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { recordCounts } from "@/lib/record/versions/count-queries";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { actorRecord } from "@/lib/statistics/actors/actor-page-queries";
import { overviewAt } from "@/lib/statistics/overview/overview-queries";
import { testDatabase } from "@/testing/database";
import { publishForTest } from "@/testing/publishing";
import { anActor, anIncident, aPublishedFigure, publicationOf } from "@/testing/records";

const GIVEN = publicationOf({
  actors: [anActor()],
  incidents: [anIncident()],
  figures: [
    aPublishedFigure({ title: "First" }),
    aPublishedFigure({ title: "Second", amountUsd: 1_600_000_000 }),
    aPublishedFigure({ title: "Third", amountUsd: 1_500_000_000 }),
    aPublishedFigure({ title: "The group's", actor: "lazarus-group" }),
  ],
});

let db: Database;
let ids: Record<string, number>;
beforeEach(async () => {
  ({ db } = await testDatabase());
  await publish(db, GIVEN, "The first");
  const rows = await db.figureRevision.findMany();
  ids = Object.fromEntries(rows.map(({ figureId, title }) => [title, figureId]));
});

const placeOf = (title: string) => String(ids[title]);

async function revise(title: string, change: Partial<PublishedFigureEntry>): Promise<number> {
  const held = await findRecord(db, "figure", placeOf(title));
  if (held?.entry.kind !== "figure") throw new Error(`no figure ${title}`);
  const entry = { ...held.entry, record: { ...held.entry.record, ...change } };
  return publishForTest(db, [{ of: placeOf(title), entry }]);
}

const overview = (version: number) =>
  overviewAt(db, version, { year: 2023, through: "2023-12-31", confidence: "suspected" });
const actorPage = async (version: number) => {
  const actor = await findActor(db, version, "lazarus-group");
  if (actor === null) throw new Error("no actor");
  return actorRecord(db, version, actor, { confidence: "suspected", period: null, known: null });
};
const titles = (figures: readonly { title: string }[]) => figures.map(({ title }) => title);

describe("a retracted figure", () => {
  test("stays with its reason, and is compared no longer", async () => {
    const before = [await overview(1), await actorPage(1), await recordCounts(db, 1)];
    await revise("Second", { retraction: "Taken back." });
    const version = await revise("The group's", { retraction: "Never said." });
    const now = await overview(version);
    expect(titles(now.othersFigures)).toEqual(["First", "Third"]);
    expect(now.retractedFigures).toMatchObject([{ title: "Second", retraction: "Taken back." }]);
    const { figures, retractedFigures } = await actorPage(version);
    expect(figures).toEqual([]);
    expect(retractedFigures).toMatchObject([{ title: "The group's", retraction: "Never said." }]);
    expect((await recordCounts(db, version)).figures).toBe(2);
    expect([await overview(1), await actorPage(1), await recordCounts(db, 1)]).toEqual(before);
    expect(before[2]).toMatchObject({ figures: 4 });
  });

  test("is reported in its impact, and moves with nothing from then on", async () => {
    const version = await revise("Second", { retraction: "Taken back." });
    const { figures } = await impactOf(db, version, "2024-06-30");
    expect(figures).toMatchObject([
      { title: "Second", before: { incidents: 1, lossUsd: 54_000_000 }, after: null },
    ]);
    const more = publicationOf({ incidents: [anIncident({ lossUsd: 1 })] });
    const later = await publish(db, more, "Less");
    const moved = await impactOf(db, later.version ?? 0, "2024-06-30");
    expect(titles(moved.figures).sort()).toEqual(["First", "Third"]);
  });

  test("stays so when a dataset tells it again, and stands when it is restored", async () => {
    await revise("Second", { retraction: "Taken back." });
    const [, second] = GIVEN.figures;
    const again = publicationOf({
      figures: second === undefined ? [] : [{ ...second, note: "x" }],
    });
    const { version, figures } = await publish(db, again, "Again");
    expect(figures).toEqual({ added: 0, revised: 1, unchanged: 0 });
    expect((await overview(version ?? 0)).retractedFigures).toMatchObject([{ note: "x" }]);
    const restored = await revise("Second", { retraction: null });
    expect(titles((await overview(restored)).othersFigures)).toContain("Second");
  });
});

describe("a merged figure", () => {
  test("is shown no longer, and names the other", async () => {
    const before = await overview(1);
    const version = await revise("Second", { mergedInto: placeOf("First") });
    const now = await overview(version);
    expect(titles(now.othersFigures)).toEqual(["First", "Third"]);
    expect(now.retractedFigures).toEqual([]);
    expect((await findRecord(db, "figure", placeOf("Second")))?.entry.record).toMatchObject({
      title: "Second",
      mergedInto: placeOf("First"),
    });
    expect(await overview(1)).toEqual(before);
  });

  test("follows what it was merged into", async () => {
    await revise("Second", { mergedInto: placeOf("First") });
    await revise("First", { mergedInto: placeOf("Third") });
    expect((await findRecord(db, "figure", placeOf("Second")))?.entry.record).toMatchObject({
      mergedInto: placeOf("Third"),
    });
  });

  test.each([
    ["itself", () => placeOf("Second"), "into itself"],
    ["one that is not held", () => "987654", "holds no figure 987654"],
    ["what is merged", () => placeOf("Third"), "was itself merged into another"],
  ])("is not merged into %s", async (_, into, message) => {
    await revise("Third", { mergedInto: placeOf("First") });
    const before = await newestVersion(db);
    await expect(revise("Second", { mergedInto: into() })).rejects.toThrow(message);
    expect(await newestVersion(db)).toEqual(before);
  });
});
