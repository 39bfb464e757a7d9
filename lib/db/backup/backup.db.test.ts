import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { checkBackup, readBackup } from "@/lib/db/backup/read-backup";
import { backupText } from "@/lib/db/backup/read-database";
import { restoreInto } from "@/lib/db/backup/restore-command";
import type { Database } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { migrationDrift } from "@/lib/db/migration-engine";
import { readMigrations } from "@/lib/db/migration-files";
import type { Incident } from "@/lib/record/incidents/incident";
import { type Published, publish } from "@/lib/record/publishing/publish-command";
import { connectTo, errorOf } from "@/testing/attempts";
import { emptyDatabase, testDatabase } from "@/testing/database";
import { testPerson } from "@/testing/people";
import { cuttingProxy } from "@/testing/proxy";
import { anIncident, publicationOf, publicationOfEverything } from "@/testing/records";

const real = readMigrations("prisma/migrations");

/** What a line of a table cannot hold as it is, and what means something else there. */
const AWKWARD = [
  "a tab\tbetween",
  "two\nlines\r\nthree",
  "\\N",
  "\\.",
  "back\\slash\\",
  "'quotes' \"both\" $1 {a,b}",
  "\b\f\v end",
  "漢字 العربية 👩‍💻",
  "",
];

/** A record of some versions, with somebody at the desk. */
async function aRecord(): Promise<{ db: Database; url: string }> {
  const { db, url } = await testDatabase();
  await publish(db, publicationOfEverything(), "All kinds");
  for (const [index, summary] of AWKWARD.entries())
    await publishOne(db, { slug: `awkward-${index}`, summary: summary || "-" });
  await testPerson(db, "admin", "Ada");
  const client = await connectTo(url);
  for (const key of AWKWARD)
    await client.query(
      "INSERT INTO desk.attempt_count (key, points, expire) VALUES ($1, 1, NULL) ON CONFLICT DO NOTHING",
      [`backup ${key}`],
    );
  return { db, url };
}

function publishOne(db: Database, given: Partial<Incident>): Promise<Published> {
  const incident = anIncident({ name: `Theft of ${given.slug}`, ...given });
  return publish(db, publicationOf({ incidents: [incident] }), "One more");
}

async function textOf(url: string): Promise<string> {
  let text = "";
  for await (const piece of backupText(url, "test")) text += piece;
  return text;
}

async function* inPieces(text: string, size = 1000): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += size) yield text.slice(at, at + size);
}

const restored = (url: string, text: string, options = {}) =>
  restoreInto(url, readBackup(inPieces(text)), options);

/** What is between the header, which says when it was made, and the end. */
const bodyOf = (text: string) => text.slice(text.indexOf("\nCOPY "));

/** Everything that the catalogue says of the program's schemas, a line each. */
async function catalogueOf(url: string): Promise<string[]> {
  const client = await connectTo(url);
  const { rows } = await client.query<{ line: string }>(`
    SELECT concat_ws(' ', 'trigger', tgrelid::regclass, tgenabled, pg_get_triggerdef(t.oid)) AS line
      FROM pg_trigger t WHERE NOT tgisinternal
    UNION ALL SELECT concat_ws(' ', 'constraint', conrelid::regclass, conname, convalidated, pg_get_constraintdef(oid))
      FROM pg_constraint WHERE connamespace IN ('public'::regnamespace, 'desk'::regnamespace)
    UNION ALL SELECT concat('index ', indexdef) FROM pg_indexes WHERE schemaname IN ('public', 'desk')
    UNION ALL SELECT concat_ws(' ', 'column', table_schema, table_name, column_name, data_type, column_default, is_nullable)
      FROM information_schema.columns WHERE table_schema IN ('public', 'desk')
    UNION ALL SELECT concat('function ', proname, prosrc) FROM pg_proc
      WHERE pronamespace IN ('public'::regnamespace, 'desk'::regnamespace) ORDER BY 1`);
  return rows.map(({ line }) => line);
}

test("what is restored is what was backed up, to the last sign, and goes on as the record did", async () => {
  const source = await aRecord();
  const text = await textOf(source.url);
  const target = await emptyDatabase();
  const { digest, rows, wasThere } = await restored(target.url, text);
  expect(wasThere).toBe(false);
  expect(await checkBackup(inPieces(text, 7))).toMatchObject({ digest, rows });
  expect(bodyOf(await textOf(target.url))).toBe(bodyOf(text));
  expect(await catalogueOf(target.url)).toEqual(await catalogueOf(source.url));
  expect(await migrationDrift(target.url)).toBeNull();
  expect(await applyMigrations(target.url)).toEqual([]);
  for (const { db } of [source, target])
    expect((await publishOne(db, { slug: "the-next" })).version).toBe(AWKWARD.length + 2);
});

test("a restored record refuses changes, and rows of a version that is published", async () => {
  const source = await aRecord();
  const target = await emptyDatabase();
  await restored(target.url, await textOf(source.url));
  const client = await connectTo(target.url);
  for (const statement of [
    "UPDATE incident_revision SET loss_usd = 1",
    "DELETE FROM dataset_version",
    "TRUNCATE incident_source CASCADE",
    "INSERT INTO dataset_version (number, note) VALUES (4000, 'a gap')",
  ])
    expect(await errorOf(client, () => client.query(statement))).toMatch(/^(record|dataset)_/);
  // The numbers of transactions are a server's own: that of another would let a stranger add to a version.
  const { rows } = await client.query<{ own: boolean }>(`
    SELECT bool_and(transaction_id < pg_current_xact_id()) AND count(DISTINCT transaction_id) = 1 AS own
    FROM dataset_version`);
  expect(rows).toEqual([{ own: true }]);
});

test("a backup is of one moment, whatever is published meanwhile", async () => {
  const { db, url } = await aRecord();
  const before = await db.datasetVersion.count();
  const pieces = backupText(url, "test");
  let text = (await pieces.next()).value as string;
  // Embedded, there is one session: the publication waits until the backup is done.
  const publishing = publishOne(db, { slug: "meanwhile" });
  if (inject("template").kind === "server") await publishing;
  for await (const piece of pieces) text += piece;
  expect((await publishing).version).toBe(before + 1);
  const { header } = await checkBackup(inPieces(text));
  expect(header.newestVersion).toBe(before);
  expect(text).not.toContain("meanwhile");
  expect(await textOf(url)).toContain("meanwhile");
});

describe("a backup that is damaged", () => {
  test("is refused wherever it is cut, and nothing of it is kept", async () => {
    const text = await textOf((await aRecord()).url);
    const target = await emptyDatabase();
    for (let share = 0; share < 1; share += 0.02)
      await expect(
        checkBackup(inPieces(text.slice(0, Math.floor(share * text.length)))),
      ).rejects.toThrow(/^it is cut off|^this is no backup/);
    await expect(checkBackup(inPieces(text.slice(0, -1)))).rejects.toThrow("it is cut off");
    for (const share of [0.5, 0.99])
      await expect(
        restored(target.url, text.slice(0, Math.floor(share * text.length))),
      ).rejects.toThrow("it is cut off");
    const client = await connectTo(target.url);
    const { rows } = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public'");
    expect(rows).toEqual([]);
  });

  test("is refused whichever line is missing, doubled, or has another sign", async () => {
    const text = await textOf((await aRecord()).url);
    const lines = text.split("\n").slice(0, -1);
    for (let index = 0; index < lines.length; index += Math.ceil(lines.length / 150)) {
      const line = lines[index] ?? "";
      const middle = Math.floor(line.length / 2);
      const other = line[middle] === "7" ? "8" : "7";
      const changes: string[][] = [[], [line, line]];
      // The header says besides when it was made and of what, which nothing follows from.
      if (index > 1) changes.push([line.slice(0, middle) + other + line.slice(middle + 1)]);
      for (const change of changes) {
        const altered = [...lines.slice(0, index), ...change, ...lines.slice(index + 1)];
        await expect(
          checkBackup(inPieces(`${altered.join("\n")}\n`, 100_000)),
          `line ${index}: ${line.slice(0, 80)}`,
        ).rejects.toThrow(/^it is (altered|cut off)|^this is no backup/);
      }
    }
  });
});

describe("a database to restore into", () => {
  test("that holds something else is left as it is, but where somebody says so", async () => {
    const source = await aRecord();
    const text = await textOf(source.url);
    const other = await testDatabase();
    await publishOne(other.db, { slug: "others" });
    const before = await textOf(other.url);
    await expect(restored(other.url, text)).rejects.toThrow(
      "the database already holds a record, up to version 1, and other than what is brought. Nothing was changed.",
    );
    expect(bodyOf(await textOf(other.url))).toBe(bodyOf(before));
    await other.db.$disconnect();
    await expect(restored(other.url, text.slice(0, -100), { replace: true })).rejects.toThrow();
    expect(bodyOf(await textOf(other.url))).toBe(bodyOf(before));
    await restored(other.url, text, { replace: true });
    expect(bodyOf(await textOf(other.url))).toBe(bodyOf(text));
  });

  test("that holds just that already is left as it is", async () => {
    const source = await aRecord();
    const text = await textOf(source.url);
    expect(await restored(source.url, text)).toMatchObject({ wasThere: true });
  });

  test("that has the tables and no row in them is filled", async () => {
    const text = await textOf((await aRecord()).url);
    const { url } = await testDatabase();
    expect(await restored(url, text)).toMatchObject({ wasThere: false });
    expect(bodyOf(await textOf(url))).toBe(bodyOf(text));
  });

  test("that is another program's is left as it is", async () => {
    const text = await textOf((await aRecord()).url);
    const { url } = await emptyDatabase();
    const client = await connectTo(url);
    await client.query("CREATE TABLE somebody_elses AS SELECT 1 AS one");
    for (const replace of [false, true])
      await expect(restored(url, text, { replace })).rejects.toThrow("tables of something else");
    expect((await client.query("SELECT * FROM somebody_elses")).rowCount).toBe(1);
  });

  test.each(["asking", "answering"] as const)(
    "that is lost while %s holds nothing, and takes it the next time",
    async (cutWhile) => {
      const text = await textOf((await aRecord()).url);
      const { url } = await emptyDatabase();
      const client = await connectTo(url);
      for (const chunks of [3, 20, 40, 60, 90]) {
        await expect(restored(await cuttingProxy(url, cutWhile, chunks), text)).rejects.toThrow();
        const { rows } = await client.query("SELECT FROM pg_tables WHERE schemaname = 'public'");
        expect(rows).toEqual([]);
      }
      await restored(url, text);
      expect(bodyOf(await textOf(url))).toBe(bodyOf(text));
    },
  );
});

describe("a backup of another release", () => {
  test("that is newer is refused", async () => {
    const text = await textOf((await aRecord()).url);
    const { url } = await emptyDatabase();
    const folder = migrations(real.length - 1);
    await expect(restored(url, text, { folder })).rejects.toThrow(
      `it is of a newer release than this one, which does not know the migration ${real.at(-1)?.name}`,
    );
  });

  test("that is older gets its tables, and the later migrations afterwards", async () => {
    const old = await emptyDatabase();
    await applyMigrations(old.url, migrations(3));
    const client = await connectTo(old.url);
    await client.query(
      "BEGIN; INSERT INTO dataset_version (number, note) VALUES (1, 'Of old'); COMMIT",
    );
    const text = await textOf(old.url);
    const { url } = await emptyDatabase();
    await restored(url, text);
    expect(bodyOf(await textOf(url))).toBe(bodyOf(text));
    expect(await applyMigrations(url)).toEqual(real.slice(3).map(({ name }) => name));
    expect(await migrationDrift(url)).toBeNull();
    expect(await textOf(url)).toContain("Of old");
  });

  test("that had another text of a migration is refused", async () => {
    const text = await textOf((await aRecord()).url);
    const { url } = await emptyDatabase();
    const folder = migrations(real.length);
    writeFileSync(path.join(folder, real[4]?.name ?? "", "migration.sql"), "SELECT 1;");
    await expect(restored(url, text, { folder })).rejects.toThrow(
      `the migration ${real[4]?.name} was another when this backup was made`,
    );
  });
});

test("what never held a record, or is being migrated, is not backed up", async () => {
  const { url } = await emptyDatabase();
  await expect(textOf(url)).rejects.toThrow("there is no record in it");
  const started = await testDatabase();
  const client = await connectTo(started.url);
  await client.query(
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES ('1', 'x', '99990101000000_begun')`,
  );
  await expect(textOf(started.url)).rejects.toThrow("was begun and never finished");
  await client.query(`DELETE FROM "_prisma_migrations" WHERE id = '1'`);
});

/** The first of the real migrations. */
function migrations(count: number): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-backup-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  cpSync("prisma/migrations/migration_lock.toml", path.join(folder, "migration_lock.toml"));
  for (const { name, script } of real.slice(0, count)) {
    mkdirSync(path.join(folder, name));
    writeFileSync(path.join(folder, name, "migration.sql"), script);
  }
  return folder;
}
