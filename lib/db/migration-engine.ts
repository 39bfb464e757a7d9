import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { bindMigrationAwareSqlAdapterFactory } from "@prisma/driver-adapter-utils";
import type {
  DiagnoseMigrationHistoryOutput,
  MigrationList,
  SchemaEngine,
  SchemasContainer,
} from "@prisma/schema-engine-wasm";
import * as engineModule from "@prisma/schema-engine-wasm/schema_engine_bg";
import pg from "pg";
import { adapterFactory } from "@/lib/db/migration-adapter";
import { migrationsFolder, readMigrations } from "@/lib/db/migration-files";

// Prisma's own migration engine, in its WebAssembly build: the `prisma migrate` command would
// download a binary first. It writes new migrations; migrate.ts applies them.

const schemaFile = path.resolve("prisma", "schema.prisma");
const filters = { externalTables: [], externalEnums: [] };

/**
 * The SQL that would take a migrated database to what schema.prisma says; null where they agree.
 * Checks, triggers and functions are outside what Prisma's schema can say, and so of this.
 */
export async function migrationDrift(
  databaseUrl: string,
  schemaPath = schemaFile,
): Promise<string | null> {
  const schema = schemaAt(schemaPath);
  return withEngine(databaseUrl, async (engine) => {
    const { exitCode, stdout } = await engine.diff({
      from: { tag: "schemaDatasource", configDir: path.dirname(schemaPath), ...schema },
      to: { tag: "schemaDatamodel", ...schema },
      script: true,
      exitCode: true,
      filters,
    });
    return exitCode === 0 ? null : (stdout ?? "");
  });
}

/** What Prisma makes of a database's history: migrations that are edited, failed or not applied. */
export async function diagnoseHistory(
  databaseUrl: string,
  folder = migrationsFolder,
): Promise<DiagnoseMigrationHistoryOutput> {
  const migrationsList = migrationList(folder);
  return withEngine(databaseUrl, (engine) =>
    engine.diagnoseMigrationHistory({ migrationsList, optInToShadowDatabase: false, filters }),
  );
}

async function withEngine<T>(url: string, use: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  try {
    const engine = await engineClass().new(
      { datamodels: [["schema.prisma", readFileSync(schemaFile, "utf8")]] },
      () => {},
      bindMigrationAwareSqlAdapterFactory(adapterFactory(pool)),
    );
    try {
      return await use(engine);
    } finally {
      engine.free();
    }
  } finally {
    await pool.end();
  }
}

let loaded: typeof SchemaEngine | null = null;

function engineClass(): typeof SchemaEngine {
  if (loaded === null) {
    const glue = createRequire(import.meta.url).resolve(
      "@prisma/schema-engine-wasm/schema_engine_bg",
    );
    const wasm = new WebAssembly.Module(readFileSync(glue.replace(/\.js$/, ".wasm")));
    const { exports } = new WebAssembly.Instance(wasm, { "./schema_engine_bg.js": engineModule });
    engineModule.__wbg_set_wasm(exports);
    if (typeof exports.__wbindgen_start === "function") exports.__wbindgen_start();
    loaded = engineModule.SchemaEngine;
  }
  return loaded;
}

function schemaAt(schemaPath: string): SchemasContainer {
  return { files: [{ path: schemaPath, content: readFileSync(schemaPath, "utf8") }] };
}

function migrationList(folder: string): MigrationList {
  return {
    baseDir: folder,
    lockfile: {
      path: "migration_lock.toml",
      content: readFileSync(path.join(folder, "migration_lock.toml"), "utf8"),
    },
    shadowDbInitScript: "",
    migrationDirectories: readMigrations(folder).map(({ name, script }) => ({
      path: name,
      migrationFile: { path: "migration.sql", content: { tag: "ok", value: script } },
    })),
  };
}
