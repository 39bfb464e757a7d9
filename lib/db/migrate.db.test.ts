import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { applyMigrations, migrationDrift } from "@/lib/db/migrate";
import { testDatabase } from "@/lib/db/testing";

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

test("migrations are applied once", async () => {
  const { url } = await testDatabase();
  expect(await applyMigrations(url)).toEqual([]);
});

test("a migration that fails is named, its error shown, and nothing of it kept", async () => {
  const { db, url } = await testDatabase();
  const folder = temporaryFolder();
  cpSync("prisma/migrations", folder, { recursive: true });
  mkdirSync(path.join(folder, "99990101000000_wrong"));
  writeFileSync(
    path.join(folder, "99990101000000_wrong", "migration.sql"),
    "CREATE TABLE half_done (); CREATE TABLE incident ();",
  );
  await expect(applyMigrations(url, folder)).rejects.toThrow(
    /relation "incident" already exists[\s\S]*99990101000000_wrong/,
  );
  expect(await db.$queryRaw`SELECT to_regclass('half_done')::text AS name`).toEqual([
    { name: null },
  ]);
});

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-migrate-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  return folder;
}
