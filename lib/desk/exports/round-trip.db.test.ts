import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { editableHeader, editableRow } from "@/lib/desk/exports/editable-csv";
import { editableJson } from "@/lib/desk/exports/editable-json";
import { editableIds, editableRecords } from "@/lib/desk/exports/editable-records-queries";
import { runImport, uploadImport } from "@/lib/desk/imports/import-commands";
import { publishImport } from "@/lib/desk/imports/import-review-commands";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";
import { publish } from "@/lib/record/publishing/publish-command";
import { withdraw } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { aPerson, decided, importOf } from "@/testing/imports";
import {
  anActor,
  anAsset,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aSource,
  aTarget,
  publicationOf,
} from "@/testing/records";

let db: Database;
let eva: Person;
let otto: Person;
const AWKWARD = '=1+1 | a; b \\ c, “d” "e"';
beforeEach(async () => {
  ({ db } = await testDatabase());
  eva = await aPerson(db, "Eva");
  otto = await aPerson(db, "Otto");
  await publish(
    db,
    publicationOf({
      actors: [anActor({ slug: "group", sources: [aSource()] })],
      targets: [aTarget({ slug: "coinex", name: "CoinEx" })],
      figures: [aPublishedFigure()],
      incidents: [
        anIncident({
          slug: "one",
          name: AWKWARD,
          summary: `-5 per cent\nof ${AWKWARD}`,
          lossUsd: 1234567.89,
          lossUsdLow: null,
          lossUsdHigh: null,
          returnedUsd: null,
          attributions: [anAttribution({ actor: "group", by: AWKWARD })],
          assets: [anAsset({ quantity: "0.000000000000000001", usd: null })],
          chains: ["ethereum", "tron"],
        }),
        anIncident({ slug: "two", name: "Two", occurredOn: "2023-09", lossUsd: null }),
        anIncident({ slug: "three", name: "Three", occurredOn: "2022", lossUsd: 0 }),
      ],
    }),
    "A test",
  );
});

async function csvOf(text: string): Promise<string> {
  let file = editableHeader();
  const ids = (await editableIds(db, "incident", text)) ?? [];
  for await (const some of editableRecords(db, "incident", ids))
    file += some.map(editableRow).join("");
  return file;
}

async function jsonOf(kinds: readonly RecordKind[]): Promise<string> {
  const lists: [RecordKind, ReturnType<typeof editableRecords>][] = [];
  for (const kind of kinds)
    lists.push([kind, editableRecords(db, kind, (await editableIds(db, kind, "")) ?? [])]);
  let file = "";
  for await (const piece of editableJson(lists)) file += piece;
  return file;
}

async function check(fileName: string, text: string): Promise<number> {
  const uploaded = await uploadImport(db, eva, { fileName, text });
  if ("refused" in uploaded) throw new Error(uploaded.refused);
  await runImport(db, eva, uploaded.created);
  return uploaded.created;
}

async function problemsOf(fileName: string, text: string): Promise<[string, string, string][]> {
  const { report } = await importOf(db, await check(fileName, text));
  return report.problems.map(({ name, field, message }) => [name, field, message]);
}

describe("what is taken out to edit", () => {
  test.each([
    ["csv", () => csvOf("")],
    ["json", () => jsonOf(RECORD_KINDS)],
  ] as const)("as %s is read back as what it is", async (ending, write) => {
    const id = await check(`record.${ending}`, await write());
    expect((await importOf(db, id)).report).toMatchObject({ problemCount: 0 });
    const read = await decided(db, eva, id);
    expect(await publishImport(db, otto, read)).toEqual({ done: true });
    await runImport(db, otto, id);
    // Nothing differs, so that there is nothing to publish.
    const { report } = await importOf(db, id);
    expect(report.problems.map(({ message }) => message)).toEqual([
      expect.stringContaining("there is nothing to publish"),
    ]);
    expect(report.duplicates).toEqual([]);
    expect(await db.datasetVersion.count()).toBe(1);
  });

  test("revises what was edited and nothing else", async () => {
    const id = await check("two.csv", (await csvOf("")).replace("\r\nTwo,", "\r\nTwo and a half,"));
    const read = await decided(db, eva, id);
    expect(await publishImport(db, otto, read)).toEqual({ done: true });
    await runImport(db, otto, id);
    expect((await importOf(db, id)).report.outcome).toMatchObject({ added: 0, revised: 1 });
    expect((await csvOf("")).split("\r\n").map((line) => line.split(",").at(-1))).toEqual(
      expect.arrayContaining(["version", "1", "2"]),
    );
  });

  test("does not overwrite what somebody revised since, as CSV or as JSON", async () => {
    const csv = await csvOf("two");
    const json = await jsonOf(["incident"]);
    await publish(
      db,
      publicationOf({ incidents: [anIncident({ slug: "two", name: "Two", summary: "Other." })] }),
      "Meanwhile",
    );
    const conflict = [
      "Two",
      "version",
      expect.stringContaining("revised in version 2, after version 1"),
    ];
    expect(await problemsOf("two.csv", csv)).toEqual([conflict]);
    expect(await problemsOf("all.json", json)).toEqual([conflict]);
  });

  test("names a version that is none, and a record that is no more", async () => {
    const csv = await csvOf("two");
    expect(await problemsOf("two.csv", csv.replace(/,1\r\n/, ",yesterday\r\n"))).toEqual([
      ["Two", "version", expect.stringContaining("must be the number of a version")],
    ]);
    expect(await problemsOf("two.csv", csv.replace(",two,", ",two-renamed,"))).toEqual([
      ["Two", "version", expect.stringContaining("holds no such incident any more")],
    ]);
  });

  test("leaves out what is retracted", async () => {
    await withdraw(db, "two", { retraction: "It never happened." });
    expect(await csvOf("two")).toBe(editableHeader());
    expect(await jsonOf(["incident"])).not.toContain('"two"');
  });
});
