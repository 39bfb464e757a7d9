import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { databaseUrl, runOnServer } from "@/testing/server";
import { StepFailure } from "../scripts/progress.mjs";
import { startEmbedded } from "../scripts/running/embedded.mjs";
import { startNativePostgres } from "../scripts/running/native-postgres.mjs";

/** Where the databases that are measured on live; all of it is thrown away afterwards. */
export interface Server {
  /** For people: "PostgreSQL 15.18". */
  name: string;
  /** Makes an empty database. */
  create(name: string): Promise<{ url: string; drop(): Promise<void> }>;
  stop(): Promise<void>;
}

/** PostgreSQL where there is one or can be; the embedded one otherwise, or where that is asked for. */
export async function startServer(embedded: boolean): Promise<Server> {
  if (embedded) return embeddedServer();
  try {
    return await nativeServer();
  } catch (error) {
    if (!(error instanceof StepFailure)) throw error;
    return embeddedServer();
  }
}

async function nativeServer(): Promise<Server> {
  // As it comes, but for what makes loading slow; nothing that is measured writes.
  const native = await startNativePostgres({ fsync: "off", max_wal_size: "8GB" });
  return {
    name: `PostgreSQL ${native.version.split(" ")[0]}`,
    create: async (name) => {
      await runOnServer(native.url, `CREATE DATABASE ${name}`);
      return {
        url: databaseUrl(native.url, name),
        drop: () => runOnServer(native.url, `DROP DATABASE ${name} WITH (FORCE)`),
      };
    },
    stop: native.stop,
  };
}

function embeddedServer(): Server {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-bench-"));
  return {
    name: "the embedded PGlite",
    create: async (name) => {
      const running = await startEmbedded(path.join(folder, name));
      return { url: running.url, drop: running.stop };
    },
    stop: async () => rmSync(folder, { recursive: true, force: true }),
  };
}
