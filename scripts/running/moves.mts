import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { checkBackup } from "@/lib/db/backup/read-backup";
import { backupText } from "@/lib/db/backup/read-database";
import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { publish } from "@/lib/record/publishing/publish-command";
import { anIncident, publicationOf, publicationOfEverything } from "@/testing/records";
import { backupFileText } from "./backup-file.mjs";
import { type DatabaseSpot, emptySpot } from "./database-spot.mjs";
import { runProgram, WAYS } from "./interrupted-program.mjs";
import type { Trial } from "./interrupted-starts.mjs";

// Backups, restores and moves by the very programs that people start: from a folder to a server and back (to another
// folder where there is no server), interrupted, on the wrong databases, with damaged files, beside editors.

/**
 * @param moments how often a move is interrupted
 * @param server the address of a server to move to; another folder without it
 */
export async function moves(moments: number, server: string | undefined): Promise<Trial[]> {
  const source = await emptySpot(undefined);
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-moves-"));
  try {
    await source.use(fill);
    const digest = await source.use(digestOf);
    const context = { source, server, digest, folder, moments };
    return [
      { name: "there and back again", problems: await thereAndBack(context) },
      { name: "a backup, damaged and whole", problems: await backups(context) },
      { name: "a backup beside editors", problems: await besideEditors(context) },
    ];
  } finally {
    await source.drop();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A record of some hundred incidents and a few of everything. */
async function fill(url: string): Promise<void> {
  await applyMigrations(url);
  await withDatabase(url, async (db) => {
    await publish(db, publicationOfEverything(), "All kinds");
    await publish(db, publicationOf({ incidents: several("many", 300) }), "Many");
  });
}

type Context = {
  source: DatabaseSpot;
  server: string | undefined;
  digest: string;
  folder: string;
  moments: number;
};

/** Moves a folder to the other kind of database, interrupted again and again, and from there to a folder. */
async function thereAndBack({ source, server, digest, moments }: Context): Promise<string[]> {
  const problems: string[] = [];
  const before = bytesOf(source.place);
  const there = await emptySpot(server);
  const back = await emptySpot(undefined);
  try {
    const whole = await aMove(source, back, problems);
    await expectDigest(back, digest, problems, "moved to a folder");
    rmSync(back.place, { recursive: true });
    for (let moment = 0; moment < moments; moment++) {
      const way = WAYS[moment % WAYS.length] ?? "SIGKILL";
      const after = ((moment + 0.5) * whole) / moments;
      const ended = await runProgram("move", ["--to", there.place], source, { after, way });
      if (way === "SIGKILL with its database") await there.killDatabase();
      await there.isLeft();
      await source.isLeft();
      if (ended.code !== null && ended.code !== 0 && ended.code !== 130)
        problems.push(`interrupted before ${Math.round(after)} ms: ${ended.output}`);
    }
    await aMove(source, there, problems);
    await expectDigest(there, digest, problems, "after the interruptions");
    if (bytesOf(source.place) !== before) problems.push("the source is not what it was");
    await aMove(there, back, problems);
    await expectDigest(back, digest, problems, "moved back");
    await publishOne(there, "later");
    const refused = await runProgram("move", ["--to", back.place], there);
    if (refused.code !== 1 || !refused.output.includes("already holds a record, up to version 2"))
      problems.push(`a full target is not refused: ${refused.output}`);
    await expectDigest(back, digest, problems, "refused");
    const held = await source.use(() => runProgram("move", ["--to", there.place], source));
    if (held.code !== 1 || !held.output.includes("Another Lossline uses the data"))
      problems.push(`a source that a program runs on is not refused: ${held.output}`);
    for (const [to, why] of [
      ["mysql://localhost/x", "neither the address of a server"],
      [there.place, "are one"],
    ] as const) {
      const wrong = await runProgram("move", ["--to", to], there);
      if (wrong.code !== 1 || !wrong.output.includes(why))
        problems.push(`--to ${to} is not refused: ${wrong.output}`);
    }
    return problems;
  } finally {
    await there.drop();
    await back.drop();
  }
}

/** @returns how many milliseconds it took */
async function aMove(from: DatabaseSpot, to: DatabaseSpot, problems: string[]): Promise<number> {
  const { code, output, milliseconds } = await runProgram("move", ["--to", to.place], from);
  if (code !== 0) problems.push(`a move ended with ${code}: ${output}`);
  await to.isLeft();
  return milliseconds;
}

/** A file that is cut off or has another byte is refused, and nothing of it is written; a whole one is restored. */
async function backups({ source, server, digest, folder }: Context): Promise<string[]> {
  const problems: string[] = [];
  const file = path.join(folder, "backup.gz");
  const made = await runProgram("backup", [file], source);
  if (made.code !== 0) return [`the backup ended with ${made.code}: ${made.output}`];
  const again = await runProgram("backup", [file], source);
  if (again.code !== 1) problems.push("an older backup was written over");
  const bytes = readFileSync(file);
  const damaged = path.join(folder, "damaged.gz");
  // The first ten bytes say when it was packed and on what: nothing follows from them.
  for (let count = 0; count < 20; count++) {
    const at = 10 + Math.floor(((count + Math.random()) * (bytes.length - 10)) / 20);
    const flipped = Buffer.from(bytes);
    flipped[at] = (flipped[at] ?? 0) ^ (1 << (count % 8));
    for (const [name, content] of [
      [`cut at ${at}`, bytes.subarray(0, at)],
      [`with a flipped bit at ${at}`, flipped],
    ] as const) {
      writeFileSync(damaged, content);
      const found = await checkBackup(backupFileText(damaged)).then(
        () => "whole",
        (error: Error) => error.message,
      );
      if (!/^it is (cut off|damaged|altered)/.test(found))
        problems.push(`a backup ${name} is ${found}`);
    }
  }
  const target = await emptySpot(server);
  try {
    const refused = await runProgram("restore", [damaged], target);
    if (refused.code !== 1 || !/: it is (cut off|damaged|altered)/.test(refused.output))
      problems.push(`a damaged backup is not refused: ${refused.output}`);
    const restored = await runProgram("restore", [file], target);
    if (restored.code !== 0) problems.push(`the restore ended: ${restored.output}`);
    await target.isLeft();
    await expectDigest(target, digest, problems, "restored");
    await publishOne(target, "after-the-restore");
    const full = await runProgram("restore", [file], target);
    if (full.code !== 1 || !full.output.includes("already holds a record, up to version 3"))
      problems.push(`a full database is not refused: ${full.output}`);
    await target.isLeft();
    const replaced = await runProgram("restore", [file, "--replace"], target);
    if (replaced.code !== 0) problems.push(`a replacement ended: ${replaced.output}`);
    await target.isLeft();
    await expectDigest(target, digest, problems, "replaced");
  } finally {
    await target.drop();
  }
  return problems;
}

/** Backs up while versions are published without a pause: it holds some of them, each whole, and none after. */
async function besideEditors({ server, folder }: Context): Promise<string[]> {
  const spot = await emptySpot(server);
  const file = path.join(folder, "beside.gz");
  const target = await emptySpot(server);
  try {
    let published = 0;
    const made = await spot.use(async (url) => {
      await applyMigrations(url);
      let isWanted = true;
      const publishing = withDatabase(url, async (db) => {
        for (; isWanted; published++) {
          await publish(db, publicationOf({ incidents: several(published) }), `${published}`);
          await wait(5);
        }
      });
      const ended = await runProgram("backup", [file], spot).finally(() => {
        isWanted = false;
      });
      await publishing;
      return ended;
    });
    if (made.code !== 0) return [`the backup ended with ${made.code}: ${made.output}`];
    const restored = await runProgram("restore", [file], target);
    await target.isLeft();
    if (restored.code !== 0) return [`the restore ended with ${restored.code}: ${restored.output}`];
    return await target.use((url) =>
      withDatabase(url, async (db) => {
        const versions = await db.datasetVersion.count();
        const incidents = await db.incidentRevision.groupBy({
          by: ["publishedIn"],
          _count: true,
        });
        const parts = incidents.filter(({ _count }) => _count !== SEVERAL);
        return [
          ...(versions > 0 && versions < published
            ? []
            : [`it holds ${versions} of ${published} versions`]),
          ...(incidents.length === versions ? [] : ["it holds versions without their incidents"]),
          ...(parts.length === 0 ? [] : [`of versions it holds parts: ${JSON.stringify(parts)}`]),
        ];
      }),
    );
  } finally {
    await spot.drop();
    await target.drop();
  }
}

const SEVERAL = 3;

const several = (name: string | number, count = SEVERAL) =>
  Array.from({ length: count }, (_, index) => {
    const slug = `of-${name}-${index}`;
    return anIncident({ slug, name: `Theft ${slug}` });
  });

async function publishOne(spot: DatabaseSpot, slug: string): Promise<void> {
  await spot.use((url) =>
    withDatabase(url, (db) =>
      publish(
        db,
        publicationOf({ incidents: [anIncident({ slug, name: `Theft ${slug}` })] }),
        slug,
      ),
    ),
  );
}

async function withDatabase<T>(url: string, work: (db: Database) => Promise<T>): Promise<T> {
  const db = openDatabase(url, 2);
  try {
    return await work(db);
  } finally {
    await db.$disconnect();
  }
}

async function digestOf(url: string): Promise<string> {
  return (await checkBackup(backupText(url, "test"))).digest;
}

async function expectDigest(
  spot: DatabaseSpot,
  digest: string,
  problems: string[],
  when: string,
): Promise<void> {
  const found = await spot.use(digestOf);
  if (found !== digest) problems.push(`${when}, it holds something else: ${found}, not ${digest}`);
}

/** A digest of the names and bytes of all files in a folder. */
function bytesOf(folder: string): string {
  const hash = createHash("sha256");
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((found) => found.isFile())
    .map((found) => path.join(found.parentPath, found.name))
    .sort())
    hash.update(`${entry}\n`).update(readFileSync(entry));
  return hash.digest("hex");
}
