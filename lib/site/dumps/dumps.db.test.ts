import { createHash, generateKeyPairSync, verify } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { Package } from "datapackage";
import { Database as Sqlite } from "node-sqlite3-wasm";
import { expect, onTestFinished, test } from "vitest";
import { readBackup } from "@/lib/db/backup/read-backup";
import { backupText } from "@/lib/db/backup/read-database";
import { restoreInto } from "@/lib/db/backup/restore-command";
import type { Database } from "@/lib/db/client";
import { withhold } from "@/lib/desk/withholding/withhold-command";
import { publish } from "@/lib/record/publishing/publish-command";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { ALL_TABLES, csvPath } from "@/lib/site/dumps/all-tables";
import { checkDump } from "@/lib/site/dumps/check-dump";
import { byActorSql } from "@/lib/site/dumps/counted-sums";
import { makeDump } from "@/lib/site/dumps/dump-command";
import { offeredDump } from "@/lib/site/dumps/offered-dumps";
import { answeredSums } from "@/lib/site/dumps/record-queries";
import { readContents } from "@/lib/site/open-data/change-queries";
import { actor, attributedTo, incident, withdraw } from "@/testing/changes";
import { emptyDatabase, testDatabase } from "@/testing/database";
import { ASKED, answerLines, fromDuckdb } from "@/testing/dump-clients/in-process";
import { publisherFacts } from "@/testing/publisher-facts";
import { reviseIncident } from "@/testing/publishing";
import { Dice } from "@/testing/random";
import { aCoverage, publicationOf, publicationOfEverything } from "@/testing/records";

/** What a cell of one of the forms cannot hold as it is. */
const AWKWARD = ['two\nlines, "quoted"', "=1+1", "漢字 العربية 👩‍💻", "a|b; c\\d", "'", "\ttab"];

async function aRecord(seed: number): Promise<{ db: Database; url: string; versions: number }> {
  const { db, url } = await testDatabase();
  const dice = new Dice(seed);
  const publishers = publisherFacts("first", "second");
  await publish(db, { ...publicationOfEverything(), publishers }, "All kinds");
  const actors = ["whole", "part", "deep", "other", "alone"];
  await publish(
    db,
    publicationOf({
      coverage: [aCoverage({ coveredThrough: "2023-12-31" })],
      actors: [
        actor("whole"),
        actor("part", "whole"),
        actor("deep", "part"),
        actor("other"),
        actor("alone"),
      ],
      incidents: Array.from({ length: 60 }, (_, place) =>
        incident(`theft-${place}`, {
          name: dice.pick(AWKWARD).trim(),
          summary: dice.pick(AWKWARD),
          lossUsd: dice.pick([null, 0, 0.01, 19.99, 1e9 + 0.03]),
          returnedUsd: dice.pick([null, 0, 10.1, 5e9]),
          occurredOn: dice.pick(["2023-06-15", "2023-09", "2023", "2022-03-01", "2024-01-01"]),
          chains: dice.some(["ethereum", "tron", "bitcoin"]),
          category: dice.pick(["phishing", "exit-scam"]),
          attributions: dice.some(actors, 0.25).map((slug) => attributedTo(slug)),
        }),
      ),
    }),
    "Many",
  );
  await withdraw(db, "theft-1", { retraction: "No theft." });
  await withdraw(db, "theft-2", { mergedInto: "theft-3" });
  await reviseIncident(db, "theft-4", { slug: "renamed", lossUsd: 7.77 });
  return { db, url, versions: await db.datasetVersion.count() };
}

function aFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-dumps-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function versionOf(db: Database, number: number): Promise<Version> {
  const version = await findVersion(db, number);
  if (version === null) throw new Error(`no version ${number}`);
  return version;
}

/** A dump that passes its gates. */
async function dumped(db: Database, number: number, folder = aFolder(), key = aKey().privateKey) {
  const outcome = await makeDump(db, await versionOf(db, number), folder, {
    key,
    allowEmpty: [],
  });
  if (!outcome.ok) throw new Error(outcome.problems.join("\n"));
  return outcome;
}

const aKey = () => generateKeyPairSync("ed25519");
const read = (folder: string, name: string) => readFileSync(path.join(folder, name));
const rowsOf = (folder: string, name: string): Record<string, string>[] =>
  parse(read(folder, name), { columns: true });

test("every form holds the same, and the interface's sums, at every version", async () => {
  const { db, versions } = await aRecord(1);
  const dumps = aFolder();
  for (let number = 1; number <= versions; number += 1) {
    const { folder, manifest } = await dumped(db, number, dumps);
    const contents = (await readContents(db, [number])).get(number);
    const digest = createHash("sha256").update(read(folder, "records.jsonl")).digest("hex");
    expect(digest).toBe(contents?.sha256);
    const sqlite = new Sqlite(path.join(folder, "lossline.sqlite"), { readOnly: true });
    try {
      for (const { name, columns } of ALL_TABLES) {
        const rows = rowsOf(folder, csvPath(name));
        expect(manifest.tables.find((table) => table.name === name)?.rows).toBe(rows.length);
        if (name === "incidents") continue;
        // Texts as they are, but for what a spreadsheet would run; empty is null or an empty text.
        const own = sqlite.all(`SELECT * FROM "${name}" ORDER BY 1, 2`).map((row) =>
          Object.fromEntries(
            columns.map(({ name: column, type }) => {
              const cell = (row as Record<string, unknown>)[column];
              if (cell === null) return [column, ""];
              if (type === "boolean") return [column, String(cell === 1)];
              return [column, String(cell)];
            }),
          ),
        );
        const byKey = (one: Record<string, string>, other: Record<string, string>) => {
          const [first = "", second = ""] = columns.map((column) => column.name);
          return (
            Number(one[first]) - Number(other[first]) || Number(one[second]) - Number(other[second])
          );
        };
        const unmarked = rows.map((row) =>
          Object.fromEntries(
            Object.entries(row).map(([column, text]) => [
              column,
              text.replace(/^'(?=\s*[=+\-@\t])/, ""),
            ]),
          ),
        );
        expect(unmarked.sort(byKey), name).toEqual(own.sort(byKey));
      }
      expect(sqlite.all("PRAGMA integrity_check")).toEqual([{ integrity_check: "ok" }]);
    } finally {
      sqlite.close();
    }
    const answered = answerLines(
      await answeredSums(
        db,
        { number },
        { title: "", sql: "", query: `by=actor&from=${ASKED.from}&to=${ASKED.to}` },
      ),
    );
    expect(await fromDuckdb(folder, byActorSql(ASKED.from, ASKED.to))).toEqual(answered);
    if (number > 1) expect(answered.length).toBeGreaterThan(3);
    expect((await checkDump(folder)).problems).toEqual([]);
  }
});

test("two dumps of a version are the same bytes, also of a database that was restored from a backup", async () => {
  const { db, url, versions } = await aRecord(2);
  const target = await emptyDatabase();
  await restoreInto(target.url, readBackup(backupText(url, "test")), {});
  const { privateKey } = aKey();
  for (const number of [2, versions]) {
    const one = await dumped(db, number, aFolder(), privateKey);
    const again = await dumped(db, number, aFolder(), privateKey);
    const restored = await dumped(target.db, number, aFolder(), privateKey);
    for (const other of [again, restored])
      for (const name of readdirSync(one.folder, { recursive: true, encoding: "utf8" }))
        if (/\./.test(name) || name === "SHA256SUMS")
          expect(read(other.folder, name).equals(read(one.folder, name)), name).toBe(true);
  }
});

test("what is signed is checked by its public key, and an altered file is found", async () => {
  const { db } = await aRecord(3);
  const { privateKey, publicKey } = aKey();
  const { folder } = await dumped(db, 1, aFolder(), privateKey);
  const sums = read(folder, "SHA256SUMS");
  expect(verify(null, sums, publicKey, read(folder, "SHA256SUMS.sig"))).toBe(true);
  expect((await checkDump(folder)).said).toContain("signed by the key");
  const unsigned = await makeDump(db, await versionOf(db, 1), aFolder(), { key: null });
  if (!unsigned.ok) throw new Error("not offered");
  expect((await checkDump(unsigned.folder)).said).toContain("not signed");
  expect(read(unsigned.folder, "README.md").toString()).toContain("is not signed");
  for (const name of sums.toString().matchAll(/^\S+ {2}(.*)$/gm)) {
    const file = name[1] ?? "";
    const before = read(folder, file);
    writeFileSync(path.join(folder, file), Buffer.concat([before, Buffer.from(" ")]));
    expect((await checkDump(folder)).problems.join(), file).toContain(`${file} is altered`);
    writeFileSync(path.join(folder, file), before);
  }
  writeFileSync(path.join(folder, "SHA256SUMS"), `${sums}\n`);
  expect((await checkDump(folder)).problems.join()).toContain("not signed by the key");
});

test("a column that holds nothing any more is not offered until somebody has seen it", async () => {
  const { db, versions } = await aRecord(4);
  const dumps = aFolder();
  // In the version before the withdrawal nothing was retracted; in the one after it is again nothing.
  await reviseIncident(db, "theft-1", { retraction: null, mergedInto: null });
  const next = await versionOf(db, versions + 1);
  const refused = await makeDump(db, next, dumps, { key: null });
  expect(refused).toMatchObject({ ok: false });
  if (refused.ok) return;
  expect(refused.problems.join("\n")).toContain("incident.retraction holds nothing any more");
  expect(readdirSync(dumps)).toEqual([]);
  expect(await offeredDump(next, dumps)).toBeNull();
  const columns = refused.problems.map((problem) => problem.split(" ")[0] ?? "");
  const allowed = await makeDump(db, next, aFolder(), { key: null, allowEmpty: columns });
  expect(allowed).toMatchObject({ ok: true });
  // Held against the dump of the version before where there is one, it is the same.
  await dumped(db, versions, dumps);
  expect(await makeDump(db, next, dumps, { key: null })).toEqual(refused);
});

test("a dump from before an order to withhold is offered no longer, and the next one does not hold the text", async () => {
  const { db, versions } = await aRecord(5);
  await reviseIncident(db, "theft-5", { summary: "By Somebody Named." });
  const dumps = aFolder();
  const number = versions + 1;
  await dumped(db, number, dumps);
  expect(await offeredDump(await versionOf(db, number), dumps)).not.toBeNull();
  await db.$transaction((tx) =>
    withhold(tx, {
      texts: ["Somebody Named"],
      orderedBy: "a test court",
      reason: "A test.",
      enteredBy: "Ada",
      reviewedBy: "Ben",
    }),
  );
  expect(await offeredDump(await versionOf(db, number), dumps)).toBeNull();
  const { folder } = await dumped(db, number, dumps);
  expect(await offeredDump(await versionOf(db, number), dumps)).not.toBeNull();
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }))
    if (/\.[a-z]+$/.test(name))
      expect(read(folder, name).includes("Somebody Named"), name).toBe(false);
});

test("the data package's own library reads it, keys and all", async () => {
  const { db, versions } = await aRecord(6);
  const { folder } = await dumped(db, versions);
  // It reads version 1, where a table that a column of its own leads to is called by an empty name.
  const ofVersion1 = read(folder, "datapackage.json")
    .toString()
    .replace(/("reference": \{)(\s*"fields")/g, '$1 "resource": "",$2');
  writeFileSync(path.join(folder, "of-version-1.json"), ofVersion1);
  const loaded = await Package.load(path.join(folder, "of-version-1.json"), { strict: true });
  expect(loaded.errors).toEqual([]);
  expect(loaded.valid).toBe(true);
  expect(loaded.resources).toHaveLength(ALL_TABLES.length);
  for (const [place, { name }] of ALL_TABLES.entries()) {
    const rows = await loaded.resources[place]?.read({ keyed: true, relations: true });
    expect(rows, name).toHaveLength(rowsOf(folder, csvPath(name)).length);
  }
});
