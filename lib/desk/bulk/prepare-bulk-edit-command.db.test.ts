import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { prepareBulkEdit } from "@/lib/desk/bulk/prepare-bulk-edit-command";
import { allFound, selectedRecords } from "@/lib/desk/bulk/selected-records-queries";
import { runImport } from "@/lib/desk/imports/import-commands";
import { publishImport } from "@/lib/desk/imports/import-review-commands";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson, decided, importOf } from "@/testing/imports";
import { anActor, anAttribution, anIncident, publicationOf } from "@/testing/records";

let db: Database;
let eva: Person;
let otto: Person;
let ids: number[];
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
  const by = (slug: string) => [anAttribution({ actor: "group", source: at(slug) })];
  await publish(
    db,
    publicationOf({
      actors: [anActor({ slug: "group" }), anActor({ slug: "other", name: "Other" })],
      incidents: [
        theft("one", { attributions: by("one") }),
        theft("two", { attributions: by("two") }),
        theft("three"),
      ],
    }),
    "A test",
  );
  ids = (await allFound(db, "incident", "theft")) ?? [];
  expect(ids).toHaveLength(3);
});

const edit = (given: Partial<Parameters<typeof prepareBulkEdit>[2]>) =>
  prepareBulkEdit(db, eva, {
    kind: "incident",
    recordIds: ids,
    change: "replace.attributions.actor",
    from: "group",
    given: { actor: "other" },
    why: "The Bureau corrected itself.",
    ...given,
  });

describe("one change of several records", () => {
  test("is published as one version once somebody else has read it, and leaves what it does not concern", async () => {
    const prepared = await edit({});
    if (!("created" in prepared)) throw new Error(JSON.stringify(prepared));
    await runImport(db, eva, prepared.created);
    expect((await importOf(db, prepared.created)).report.choice?.note).toBe(
      "The Bureau corrected itself.",
    );
    const read = await decided(db, eva, prepared.created);
    expect(await publishImport(db, eva, read)).not.toEqual({ done: true });
    expect(await publishImport(db, otto, read)).toEqual({ done: true });
    await runImport(db, otto, read.id);
    const now = await selectedRecords(db, "incident", ids);
    const actors = now.map(({ slug, revision, entry }) => [
      slug,
      revision,
      entry.kind === "incident" ? entry.record.attributions.map(({ actor, by }) => [actor, by]) : 0,
    ]);
    expect(actors.sort()).toEqual([
      ["one", 2, [["other", "Example"]]],
      ["three", 1, []],
      ["two", 2, [["other", "Example"]]],
    ]);
    const [version] = await db.datasetVersion.findMany({ orderBy: { number: "desc" }, take: 1 });
    expect(version).toMatchObject({ number: 2 });
  });

  test("is not published over what somebody revised meanwhile", async () => {
    const prepared = await edit({});
    if (!("created" in prepared)) throw new Error(JSON.stringify(prepared));
    const revised = theft("one", { summary: "Said otherwise.", attributions: [] });
    await publish(db, publicationOf({ incidents: [revised] }), "Meanwhile");
    await runImport(db, eva, prepared.created);
    const { report } = await importOf(db, prepared.created);
    expect(report.problems.map(({ name, message }) => [name, message])).toEqual([
      ["Theft one", expect.stringContaining("revised since")],
    ]);
  });

  test("is refused where it is wrong, at its field, and keeps nothing", async () => {
    const refusals: [Partial<Parameters<typeof edit>[0]>, string | null, string][] = [
      [{ given: { actor: "nobody" } }, "actor", "no actor “nobody”"],
      [{ why: " " }, "why", "Say what this changes"],
      [{ from: "" }, "from", "Choose which actor"],
      [{ change: "set.slug", given: { slug: "x" } }, "change", "Choose what"],
      [{ recordIds: [] }, null, "Select at least one"],
      [{ recordIds: [...ids, 999_999] }, null, "not in the record"],
      [{ from: "other" }, null, "None of these records would change"],
      [{ change: "set.category", given: { category: "luck" } }, "category", "Category"],
      [
        {
          change: "add.attributions",
          from: "",
          given: { actor: "group", by: "Bureau", confidence: "suspected", source: "no link" },
        },
        "source",
        "Source",
      ],
    ];
    for (const [given, field, message] of refusals) {
      const outcome = await edit(given);
      expect([given, outcome]).toEqual([
        given,
        { problems: [{ field, message: expect.stringContaining(message) }] },
      ]);
    }
    expect(await db.importBatch.count()).toBe(0);
  });

  test("is not for contributors", async () => {
    const cora = { ...(await aPerson(db, "Cora")), role: "contributor" as const };
    await expect(
      prepareBulkEdit(db, cora, {
        kind: "incident",
        recordIds: ids,
        change: "set.technique",
        from: "",
        given: { technique: "Phishing" },
        why: "Why not",
      }),
    ).rejects.toThrow();
  });
});
