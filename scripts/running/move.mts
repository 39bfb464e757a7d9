import { existsSync } from "node:fs";
import path from "node:path";
import { environment } from "@/lib/environment/current-environment";
import { StepFailure, step } from "../progress.mjs";
import { programVersion } from "./backup.mjs";
import { asStepFailure } from "./database.mjs";
import {
  type DatabasePlace,
  databasePlace,
  openToWrite,
  openUntouched,
  ownPlace,
} from "./database-place.mjs";
import { dataFolder } from "./embedded.mjs";
import { rowProgress } from "./row-progress.mjs";

const usage = `Usage: npm run move -- --to postgresql://user:password@host/database
       npm run move -- --to ./folder [--from postgresql://… | --from ./folder]
Brings everything from one database into an empty one, and leaves the first as it is.
  --to    a server, or the folder of an embedded database
  --from  the same; without it, the database of the settings`;

/** `npm run move`: from the embedded database to a server and back. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const { from, to } = placesIn(args);
  // An orderly exit, with which the copy of the source goes.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => process.exit(130));
  const source = await step("Source", async (settle) => {
    const opened = await openUntouched(from);
    settle(from.where);
    return opened;
  });
  try {
    const target = await step("Target", async (settle) => {
      const opened = await openToWrite(to);
      settle(to.where);
      return opened;
    });
    try {
      const digest = await step("Move", async (settle) => {
        const { backupText } = await import("@/lib/db/backup/read-database");
        const { readBackup } = await import("@/lib/db/backup/read-backup");
        const { restoreInto } = await import("@/lib/db/backup/restore-command");
        const moved = await asStepFailure(() =>
          restoreInto(target.url, readBackup(backupText(source.url, programVersion())), {
            onProgress: rowProgress("written"),
          }),
        );
        settle(
          moved.wasThere
            ? "done already: both hold the same"
            : `${moved.rows.toLocaleString("en")} rows, read back and checked`,
        );
        return moved.digest;
      });
      console.log(afterwards(digest, to));
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
  return 0;
}

/** @throws {StepFailure} with the usage, where the arguments are not understood */
function placesIn(args: string[]): { from: DatabasePlace; to: DatabasePlace } {
  const given = new Map<string, string>();
  for (let index = 0; index < args.length; index += 2) {
    const [name = "", value] = args.slice(index, index + 2);
    if (!["--from", "--to"].includes(name) || value === undefined || given.has(name))
      throw new StepFailure(usage);
    given.set(name, value);
  }
  const target = given.get("--to");
  if (target === undefined) throw new StepFailure(usage);
  const source = given.get("--from");
  const to = databasePlace(target);
  const from = source === undefined ? ownPlace() : databasePlace(source);
  if (from.where === to.where)
    throw new StepFailure("The source and the target are one: there is nothing to move.");
  return { from, to };
}

function afterwards(digest: string, to: DatabasePlace): string {
  const setting =
    to.kind === "server"
      ? `DATABASE_URL=postgresql://…${to.where.replace(/^[^/]*/, (host) => `@${host}`)}`
      : `LOSSLINE_DATA=${to.folder}`;
  const unset = to.kind === "folder" ? ", without DATABASE_URL" : "";
  return `
  Digest   ${digest} (both)
  Go on    ${setting} npm start${unset}
  By hand  ${secretLine(to)}

The source is as it was. What is entered there from now on does not come along: end the programs on it.`;
}

function secretLine(to: DatabasePlace): string {
  if (environment().LOSSLINE_SECRET !== undefined)
    return "set LOSSLINE_SECRET as it is here, or everybody signs in anew and second factors are lost";
  const file = path.join(dataFolder(), "secret");
  if (!existsSync(file)) return "nothing: there is no secret yet, the first start makes one";
  const other =
    to.kind === "folder" ? `copy it to ${path.join(to.folder, "secret")}` : "copy it along";
  return `${file} signs sessions and seals second factors: ${other}, or set LOSSLINE_SECRET to what it holds`;
}
