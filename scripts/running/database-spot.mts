import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { databaseUrl, runOnServer } from "@/testing/server";
import { startEmbedded } from "./embedded.mjs";
import { lockHolder } from "./folder-lock.mjs";

/** A database that a test starts programs on and interrupts: a folder, or one on a server. */
export type DatabaseSpot = {
  /** What `npm run move` is told. */
  place: string;
  /** By what programs that are started find it. */
  settings: Record<string, string>;
  /** Does something with it, while no program that was started runs. */
  use<T>(work: (url: string) => Promise<T>): Promise<T>;
  /** Kills the embedded database's process outright, where there is one. */
  killDatabase(): Promise<void>;
  /** Waits until what was killed or interrupted is gone. */
  isLeft(): Promise<void>;
  copy(): Promise<DatabaseSpot>;
  drop(): Promise<void>;
};

export async function emptySpot(server: string | undefined): Promise<DatabaseSpot> {
  const folder = temporaryFolder();
  return server === undefined ? embedded(folder) : onServer(server, folder, "template0");
}

let count = 0;

async function onServer(server: string, folder: string, template: string): Promise<DatabaseSpot> {
  const name = `lossline_test_${process.pid}_spot${count++}`;
  await runOnServer(server, `CREATE DATABASE "${name}" TEMPLATE "${template}"`);
  const url = databaseUrl(server, name);
  return {
    place: url,
    settings: { DATABASE_URL: url, LOSSLINE_DATA: folder },
    use: (work) => work(url),
    killDatabase: async () => {},
    isLeft: async () => {},
    copy: () => onServer(server, temporaryFolder(), name),
    drop: async () => {
      await runOnServer(server, `DROP DATABASE "${name}" WITH (FORCE)`);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function embedded(folder: string): DatabaseSpot {
  const isLeft = async () => {
    let looks = 0;
    // One that was only beginning takes the folder once more before it sees that nobody is there.
    for (let free = 0; free < 3 && looks < 600; looks++) {
      free = (await lockHolder(folder)) === null ? free + 1 : 0;
      await wait(50);
    }
  };
  return {
    place: folder,
    settings: { DATABASE_URL: "", LOSSLINE_DATA: folder },
    use: async (work) => {
      await isLeft();
      const running = await startEmbedded(folder);
      try {
        return await work(running.url);
      } finally {
        await running.stop();
      }
    },
    killDatabase: async () => {
      const holder = await lockHolder(folder);
      if (holder !== null) process.kill(holder.pid, "SIGKILL");
    },
    isLeft,
    copy: async () => {
      const other = temporaryFolder();
      cpSync(folder, other, { recursive: true });
      return embedded(other);
    },
    drop: async () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }),
  };
}

function temporaryFolder(): string {
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-spot-"));
  folders.push(folder);
  return folder;
}

const folders: string[] = [];
process.once("exit", () => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});
