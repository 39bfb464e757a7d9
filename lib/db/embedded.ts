import { randomBytes } from "node:crypto";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import type { CopyPlace } from "@/lib/db/reading-copy";
import { WireServer } from "@/lib/db/wire-server";

/** A PostgreSQL inside this process, reached through its address like any other. */
export type EmbeddedDatabase = {
  url: string;
  /** All that it holds, to open another one from. Nothing may be under way meanwhile. */
  dump(): Promise<Blob>;
  close(): Promise<void>;
};

type EmbeddedOptions = {
  /** Where the data lives; in memory without it. */
  folder?: string;
  /** A dump to start from; only in an empty folder or in memory. */
  dump?: Blob;
  /** Told when the database fails; thrown in the process without it. */
  onFailure?: (failure: unknown) => void;
  /** Where it can be copied, so that others read while somebody writes for long; nowhere without it. */
  copies?: Omit<CopyPlace, "of">;
};

/** Opens PGlite and serves it on a free loopback port, behind a password made for this run. */
export async function openEmbedded(options: EmbeddedOptions = {}): Promise<EmbeddedDatabase> {
  const database = await PGlite.create({
    ...(options.folder === undefined ? {} : { dataDir: options.folder }),
    ...(options.dump === undefined ? {} : { loadDataDir: options.dump }),
    extensions: { pg_trgm },
    initDbStartParams: ["--wal-segsize=1"],
  });
  const server = new WireServer(
    database,
    randomBytes(18).toString("base64url"),
    options.onFailure ?? rethrow,
    options.copies === undefined || options.folder === undefined
      ? null
      : { of: options.folder, ...options.copies },
  );
  const url = await server.listen();
  return {
    url,
    dump: () => database.dumpDataDir("none"),
    close: async () => {
      await server.close();
      await database.close();
    },
  };
}

function rethrow(failure: unknown): never {
  throw failure;
}
