import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, inject, onTestFinished, test } from "vitest";
import { applyMigrations } from "@/lib/db/migrate";
import { diagnoseHistory, migrationDrift } from "@/lib/db/migration-engine";
import { readMigrations } from "@/lib/db/migration-files";
import { connectTo } from "@/testing/attempts";
import { emptyDatabase, testDatabase } from "@/testing/database";
import { cuttingProxy } from "@/testing/proxy";

const real = readMigrations("prisma/migrations");
const names = real.map(({ name }) => name);

test("schema.prisma and the migrations agree", async () => {
  const { url } = await testDatabase();
  expect(await migrationDrift(url)).toBeNull();
});

test("a schema that says more than the migrations is noticed", async () => {
  const { url } = await testDatabase();
  const changed = path.join(temporaryFolder(), "schema.prisma");
  const schema = readFileSync("prisma/schema.prisma", "utf8");
  writeFileSync(
    changed,
    `${schema}\nmodel Unheard {\n  id Int @id\n\n  @@map("unheard")\n  @@schema("public")\n}\n`,
  );
  expect(await migrationDrift(url, changed)).toContain('CREATE TABLE "unheard"');
});

test("Prisma's engine finds the history in order and nothing left to apply", async () => {
  const { url } = await emptyDatabase();
  expect(await applyMigrations(url)).toEqual(names);
  expect(await applyMigrations(url)).toEqual([]);
  expect(await diagnoseHistory(url)).toMatchObject({
    hasMigrationsTable: true,
    history: null,
    failedMigrationNames: [],
    editedMigrationNames: [],
  });
});

test("Prisma's engine and ours see the same edits", async () => {
  const { url } = await testDatabase();
  const folder = migrations({});
  writeFileSync(scriptOf(folder, names[3] ?? ""), "SELECT 1;");
  expect((await diagnoseHistory(url, folder)).editedMigrationNames).toEqual([names[3]]);
  await expect(applyMigrations(url, folder)).rejects.toThrow(
    `edited after having been applied to this database: ${names[3]}.`,
  );
});

test("how the lines of a migration end is no edit", async () => {
  const { url } = await testDatabase();
  const folder = migrations({});
  for (const { name, script } of real) {
    writeFileSync(scriptOf(folder, name), script.replaceAll("\n", "\r\n"));
  }
  expect(await applyMigrations(url, folder)).toEqual([]);
});

test("tables of something else are left alone", async () => {
  const { url } = await emptyDatabase();
  const client = await connectTo(url);
  await client.query("CREATE TABLE somebody_elses ()");
  await expect(applyMigrations(url)).rejects.toThrow(
    "this database holds tables of something else",
  );
  expect(await tablesOf(url)).toEqual(["somebody_elses"]);
});

test("several starts at once apply each migration once", async () => {
  const { url } = await emptyDatabase();
  const applied = await Promise.all([1, 2, 3].map(() => applyMigrations(url)));
  expect(applied.flat().sort()).toEqual(names);
});

test.skipIf(inject("template").kind === "embedded")(
  "a lock that another program keeps is waited for, and then told of",
  async () => {
    const { url } = await testDatabase();
    const holder = await connectTo(url);
    await holder.query("SELECT pg_advisory_lock(72707369)");
    const { rows } = await holder.query("SELECT pg_backend_pid() AS pid");
    await expect(applyMigrations(url, "prisma/migrations", 200)).rejects.toThrow(
      `pg_terminate_backend(${rows[0].pid})`,
    );
    const waiting = applyMigrations(url, "prisma/migrations", 60_000);
    await holder.query("SELECT pg_advisory_unlock(72707369)");
    expect(await waiting).toEqual([]);
  },
);

test.skipIf(inject("template").kind === "embedded")(
  "a database that is up to date is only read",
  async () => {
    const { url } = await testDatabase();
    expect(await applyMigrations(`${url}?options=-c%20default_transaction_read_only%3Don`)).toEqual(
      [],
    );
  },
);

describe("a migration that fails", () => {
  const wrong = "99990101000000_wrong";

  test("is named with its error and its line; nothing of it is kept; once mended it is taken up", async () => {
    const { url } = await testDatabase();
    const folder = migrations({
      [wrong]:
        "CREATE TABLE first_one ();\nCREATE TABLE second_one ();\nSELECT gone FROM incident;",
    });
    const before = await tablesOf(url);
    for (let start = 1; start <= 2; start++) {
      await expect(applyMigrations(url, folder)).rejects.toThrow(
        /^column "gone" does not exist\nLine 3: SELECT gone[\s\S]*99990101000000_wrong stopped\. Nothing of it was kept/,
      );
    }
    expect(await tablesOf(url)).toEqual(before);
    expect((await diagnoseHistory(url)).failedMigrationNames).toEqual([]);
    writeFileSync(scriptOf(folder, wrong), "CREATE TABLE first_one ();");
    expect(await applyMigrations(url, folder)).toEqual([wrong]);
    expect((await diagnoseHistory(url, folder)).history).toBeNull();
  });

  test("leaves no lock behind", async () => {
    const { url } = await testDatabase();
    const client = await connectTo(url);
    await expect(applyMigrations(url, migrations({ [wrong]: "SELECT 1 / 0;" }))).rejects.toThrow(
      "division by zero",
    );
    // Of this database alone: a server shows the locks of all of its databases, others' tests too.
    const { rows } = await client.query(
      `SELECT FROM pg_locks JOIN pg_database d ON d.oid = database AND datname = current_database()
       WHERE locktype = 'advisory'`,
    );
    expect(rows).toEqual([]);
  });

  test("only at the end of its transaction is named too", async () => {
    const { url } = await testDatabase();
    const script =
      "CREATE TABLE one (n int UNIQUE DEFERRABLE INITIALLY DEFERRED); INSERT INTO one VALUES (1), (1);";
    await expect(applyMigrations(url, migrations({ [wrong]: script }))).rejects.toThrow(
      /duplicate key[\s\S]*99990101000000_wrong stopped/,
    );
  });

  test("may not end its transaction", async () => {
    const { url } = await testDatabase();
    const folder = migrations({ [wrong]: "COMMIT; CREATE TABLE aside ();" });
    await expect(applyMigrations(url, folder)).rejects.toThrow(
      `${wrong} ends the transaction that it runs in`,
    );
    expect((await diagnoseHistory(url)).history).toBeNull();
  });
});

describe("a connection that is lost", () => {
  test.each(["asking", "answering"] as const)(
    "at any moment of %s leaves what the next start completes",
    async (cutWhile) => {
      const { url } = await emptyDatabase();
      const folder = migrations({}, 5);
      let chunks = 0;
      for (let lost = true; lost; chunks++) {
        expect(chunks).toBeLessThan(100);
        const start = applyMigrations(await cuttingProxy(url, cutWhile, chunks), folder);
        lost = await start.then(
          () => false,
          (error: Error) => {
            expect(error.message).toMatch(/^Connection terminated|^read ECONNRESET|not queryable/);
            return true;
          },
        );
        expect((await diagnoseHistory(url, folder)).failedMigrationNames).toEqual([]);
      }
      expect(chunks).toBeGreaterThan(10);
      expect(await applyMigrations(url)).toEqual(names.slice(5));
      expect(await diagnoseHistory(url)).toMatchObject({ history: null, failedMigrationNames: [] });
      expect(await migrationDrift(url)).toBeNull();
    },
  );
});

describe("a migration that an earlier release left begun", () => {
  /** What Prisma's engine wrote before it ran a migration's script. */
  const begun = (name: string) =>
    `INSERT INTO "_prisma_migrations" (id, checksum, migration_name) VALUES (gen_random_uuid(), 'of then', '${name}')`;
  const forgotten = (name: string) =>
    `UPDATE "_prisma_migrations" SET finished_at = NULL, applied_steps_count = 0 WHERE migration_name = '${name}'`;

  // The first makes everything anew; the eighth only sets an option of an index.
  test.each([0, 7])(
    "is applied where nothing of it is there, and noted where all of it is (%i)",
    async (index) => {
      const { url } = await emptyDatabase();
      const client = await connectTo(url);
      const name = names[index] ?? "";
      await applyMigrations(url, migrations({}, index));
      await client.query(begun(name));
      expect((await diagnoseHistory(url)).failedMigrationNames).toEqual([name]);
      const folder = migrations({}, index + 1);
      expect(await applyMigrations(url, folder)).toEqual([name]);
      await client.query(forgotten(name));
      expect(await applyMigrations(url)).toEqual(names.slice(index + 1));
      expect(await diagnoseHistory(url)).toMatchObject({ history: null, failedMigrationNames: [] });
      expect(await migrationDrift(url)).toBeNull();
    },
  );

  test("is told of where half of it is there", async () => {
    const { url } = await emptyDatabase();
    const client = await connectTo(url);
    // Of one statement, no half can be there.
    const index = real.findLastIndex(({ script }) => script.split(";\n").length > 2);
    const { name = "", script = "" } = real[index] ?? {};
    await applyMigrations(url, migrations({}, index));
    await client.query(begun(name));
    await client.query(script.split(";\n")[0] ?? "");
    for (let start = 1; start <= 2; start++) {
      await expect(applyMigrations(url)).rejects.toThrow(
        new RegExp(
          `was cut off in the migration ${name}, and \\d+ of its \\d+ changes are in the database`,
        ),
      );
    }
  });

  test("is told of where it only changes rows, or is not known here", async () => {
    const { url } = await testDatabase();
    const client = await connectTo(url);
    await client.query(begun("99990101000000_rows"));
    await expect(applyMigrations(url)).rejects.toThrow("this release does not have it");
    const folder = migrations({ "99990101000000_rows": "SELECT 1;" });
    await expect(applyMigrations(url, folder)).rejects.toThrow("it changes rows only");
  });
});

/** The first of the real migrations, with others after them. */
function migrations(more: Record<string, string>, count = names.length): string {
  const folder = temporaryFolder();
  cpSync("prisma/migrations/migration_lock.toml", path.join(folder, "migration_lock.toml"));
  const first = real.slice(0, count).map(({ name, script }) => [name, script] as const);
  for (const [name, script] of [...first, ...Object.entries(more)]) {
    mkdirSync(path.join(folder, name));
    writeFileSync(scriptOf(folder, name), script);
  }
  return folder;
}

function scriptOf(folder: string, name: string): string {
  return path.join(folder, name, "migration.sql");
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}

async function tablesOf(url: string): Promise<string[]> {
  const client = await connectTo(url);
  const { rows } = await client.query<{ name: string }>(
    "SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  );
  return rows.map(({ name }) => name);
}
