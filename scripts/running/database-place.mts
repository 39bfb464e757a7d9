import { constants, cpSync, existsSync, readdirSync, rmSync } from "node:fs";
import path from "node:path";
import { environment } from "@/lib/environment/current-environment";
import { root, StepFailure, stateFolder } from "../progress.mjs";
import { reach, withoutPassword } from "./database.mjs";
import { dataFolder, refuseIfHeld, startEmbedded } from "./embedded.mjs";
import { takeLock } from "./folder-lock.mjs";

/** Where a database is: on a server, or embedded in a folder. */
export type DatabasePlace =
  | { kind: "server"; url: string; where: string }
  | { kind: "folder"; folder: string; where: string };

export type OpenPlace = { url: string; close(): Promise<void> };

/**
 * Reads where a database is from the command line.
 * @throws {StepFailure} where it is neither a server's address nor a folder
 */
export function databasePlace(text: string): DatabasePlace {
  if (/^postgres(ql)?:\/\//i.test(text)) {
    if (!URL.canParse(text.replace("@/", "@localhost/")))
      throw new StepFailure(
        "This is no address of a server. It is like postgresql://user:password@host:5432/database, with %-codes for signs in the password.",
      );
    return { kind: "server", url: text, where: withoutPassword(text) };
  }
  if (text === "" || /^[a-z][a-z\d+.-]+:\/\//i.test(text))
    throw new StepFailure(
      `${JSON.stringify(text)} is neither the address of a server (postgresql://…) nor a folder (such as ./folder).`,
    );
  const folder = path.resolve(root, text);
  return { kind: "folder", folder, where: folder };
}

/** Where the program's own database is, by its settings. */
export function ownPlace(): DatabasePlace {
  const { DATABASE_URL: url } = environment();
  return url === undefined
    ? { kind: "folder", folder: dataFolder(), where: dataFolder() }
    : { kind: "server", url, where: withoutPassword(url) };
}

/** Whether a folder has an embedded database in it. */
export function hasEmbedded(folder: string): boolean {
  return existsSync(path.join(folder, "pglite", "PG_VERSION"));
}

/** @throws {StepFailure} where a folder has no embedded database in it */
export function refuseWithoutEmbedded(folder: string): void {
  if (!hasEmbedded(folder))
    throw new StepFailure(`There is no database in ${folder}: nothing was ever started on it.`);
}

/**
 * Opens a database to read from and leaves it as it is. Opening an embedded one would write to its files: a copy of
 * them is opened instead, made while nobody else can use the folder.
 */
export async function openUntouched(place: DatabasePlace): Promise<OpenPlace> {
  if (place.kind === "server") {
    await reach(place.url, place.where);
    return { url: place.url, close: async () => {} };
  }
  refuseWithoutEmbedded(place.folder);
  await refuseIfHeld(place.folder);
  const lock = await takeLock(place.folder);
  if ("heldBy" in lock)
    throw new StepFailure(`Another program has just begun to use ${place.folder}.`);
  removeLeftCopies();
  const copy = path.join(stateFolder, `copy-${process.pid}`);
  const remove = () => rmSync(copy, { recursive: true, force: true });
  process.once("exit", remove);
  try {
    cpSync(path.join(place.folder, "pglite"), path.join(copy, "pglite"), {
      recursive: true,
      mode: constants.COPYFILE_FICLONE,
    });
    const running = await startEmbedded(copy);
    return {
      url: running.url,
      close: async () => {
        await running.stop();
        remove();
        lock.release();
      },
    };
  } catch (error) {
    remove();
    lock.release();
    throw error;
  }
}

/** What programs that were killed could not remove. */
function removeLeftCopies(): void {
  for (const name of existsSync(stateFolder) ? readdirSync(stateFolder) : []) {
    const pid = /^copy-(\d+)$/.exec(name)?.[1];
    if (pid !== undefined && !isThere(Number(pid)))
      rmSync(path.join(stateFolder, name), { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens a database to write to; an embedded one is made where there is none. */
export async function openToWrite(place: DatabasePlace): Promise<OpenPlace> {
  if (place.kind === "server") {
    await reach(place.url, place.where);
    return { url: place.url, close: async () => {} };
  }
  await refuseIfHeld(place.folder);
  const running = await startEmbedded(place.folder);
  return { url: running.url, close: running.stop };
}

function isThere(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
