import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Coverage } from "@/lib/record/coverage/coverage";
import { coverageAt, storedCoverage } from "@/lib/record/coverage/coverage-queries";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import { identifyBySlug } from "@/lib/record/publishing/identify-queries";
import { recordsOf } from "@/lib/record/publishing/publication";
import { publish, publishVersion } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aCoverage, anIncident, publicationOf } from "@/testing/records";

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
});

const state = (...coverage: Coverage[]) => publish(db, publicationOf({ coverage }), "Coverage");

async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PublicationError)) throw error ?? new Error("it was published");
  return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

describe("how far editors have looked", () => {
  test("is not said until it is, and holds from that version until it is said anew", async () => {
    await publish(db, publicationOf({ incidents: [anIncident()] }), "An incident");
    const first = aCoverage();
    const later = aCoverage({ coveredThrough: "2024-03-31", families: [], missing: [] });
    expect(await state(first)).toMatchObject({ version: 2, coverage: { added: 1 } });
    await publish(db, publicationOf({ incidents: [anIncident({ lossUsd: 1 })] }), "A correction");
    expect(await state(later)).toMatchObject({ version: 4, coverage: { revised: 1 } });
    const at = await Promise.all([1, 2, 3, 4].map((version) => coverageAt(db, version)));
    expect(at).toEqual([null, first, first, later]);
    const stored = await storedCoverage(db, {});
    expect(
      stored.map(({ revision, publishedIn, current }) => [revision, publishedIn, current]),
    ).toEqual([
      [1, 2, false],
      [2, 4, true],
    ]);
  });

  test("can be put in other words for the same day, and said again says nothing new", async () => {
    await state(aCoverage());
    expect(await state(aCoverage())).toMatchObject({ version: null, coverage: { unchanged: 1 } });
    expect(await state(aCoverage({ statement: "Better put." }))).toMatchObject({ version: 2 });
    expect(await coverageAt(db, 2)).toMatchObject({ statement: "Better put." });
  });

  test("never goes back", async () => {
    await state(aCoverage({ coveredThrough: "2024-03-31" }));
    expect(await problemsOf(state(aCoverage({ coveredThrough: "2024-03-30" })))).toEqual([
      "coveredThrough: The last version says 31 March 2024: it can only be that day or a later one.",
    ]);
    expect(await state(aCoverage({ coveredThrough: "2024-04-01" }))).toMatchObject({ version: 2 });
  });

  test("is said once in a version", async () => {
    const twice = [aCoverage(), aCoverage({ coveredThrough: "2024-01-01" })];
    expect(await problemsOf(state(...twice))).toEqual([": It is to be published twice at once."]);
    expect(await db.coverageRevision.count()).toBe(0);
  });

  test("keeps families and gaps in the order in which they were given", async () => {
    const month = (name: string) => ({
      name,
      kind: null,
      from: "2020-01",
      to: "2020-02",
      note: "–",
    });
    const coverage = aCoverage({
      families: ["C", "A", "B"].map(month),
      missing: ["2021-05", "2019-01"].map((from) => ({ from, to: "2022-01", note: from })),
    });
    await state(coverage);
    expect(await coverageAt(db, 1)).toEqual(coverage);
  });

  test("is refused by the database where a day to come gets past everything else", async () => {
    const publishing = db.$transaction(async (transaction) => {
      const coverage = [aCoverage({ coveredThrough: "9999-01-01" })];
      const records = await identifyBySlug(transaction, recordsOf(publicationOf({ coverage })));
      return publishVersion(transaction, { note: "–", enteredBy: null, reviewedBy: null }, records);
    });
    await expect(publishing).rejects.toThrow("coverage_day_has_come");
  });
});
