import { createHash, type KeyObject } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import type { Queryable } from "@/lib/db/client";
import { PUBLIC_KINDS, type PublicRecord } from "@/lib/record/shapes/records";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { ALL_TABLES, csvPath } from "@/lib/site/dumps/all-tables";
import { SUM_RULES, sumProblems } from "@/lib/site/dumps/counted-sums";
import { type DumpContent, descriptionFiles } from "@/lib/site/dumps/description-files";
import { RowCounts, recordIn, rowsOf } from "@/lib/site/dumps/dump-rows";
import {
  CHECKSUMS,
  checksumLines,
  type DumpFile,
  type DumpManifest,
  dumpManifestSchema,
  MANIFEST,
  newlyEmpty,
  type TableCounts,
} from "@/lib/site/dumps/manifest";
import { offeredDump } from "@/lib/site/dumps/offered-dumps";
import { ParquetFile } from "@/lib/site/dumps/parquet-file";
import { answeredSums, countsAt } from "@/lib/site/dumps/record-queries";
import { minisignSignature, publicKeyPem, rawSignature } from "@/lib/site/dumps/signature";
import { type ReadAgain, SqliteFile } from "@/lib/site/dumps/sqlite-command";
import { FLAT, TABLES } from "@/lib/site/dumps/tables";
import { csvLine, TextFile } from "@/lib/site/dumps/text-file";
import { answeredRecords } from "@/lib/site/open-data/answer-queries";
import { readContents } from "@/lib/site/open-data/change-queries";
import { snapshotLine } from "@/lib/site/open-data/changes";

export interface DumpOptions {
  /** By which it is signed; null for not at all. */
  key: KeyObject | null;
  /** Columns, as `table.column`, of which somebody has seen that nothing is in them any more. */
  allowEmpty?: readonly string[];
  /** Is told how many records are written. */
  onProgress?: (done: number) => void;
}

export type DumpOutcome =
  | { ok: true; folder: string; manifest: DumpManifest }
  /** What the gates found, each in a sentence; nothing was offered. */
  | { ok: false; problems: string[] };

/**
 * Makes the dump of a version in a folder of dumps; one that is offered already is left as it is. It is offered whole, once every gate is passed, or not at all.
 * @param folder of all dumps; each has a folder of its own, which is called like the version
 */
export async function makeDump(
  db: Queryable,
  version: Version,
  folder: string,
  { key, allowEmpty = [], onProgress = () => {} }: DumpOptions,
): Promise<DumpOutcome> {
  const there = await offeredDump(version, folder);
  // Its URLs are a promise.
  if (there !== null) return { ok: true, folder: there.folder, manifest: there.manifest };
  const making = path.join(folder, `.making-${version.number}-${process.pid}`);
  await rm(making, { recursive: true, force: true });
  for (const part of ["csv", "parquet"]) await mkdir(path.join(making, part), { recursive: true });
  try {
    const written = await writeTables(db, version, making, onProgress);
    const { gates, problems } = await passGates(db, version, folder, written, allowEmpty);
    if (problems.length > 0) return { ok: false, problems };
    const manifest = await proveTables(making, version, { ...written, gates }, key);
    const place = path.join(folder, String(version.number));
    const aside = `${making}-old`;
    // A folder cannot take the place of another at once: for a moment nothing is offered.
    await rename(place, aside).catch(unlessMissing);
    await rename(making, place);
    await rm(aside, { recursive: true, force: true });
    return { ok: true, folder: place, manifest };
  } finally {
    await rm(making, { recursive: true, force: true });
  }
}

/** What is written, and what was found when it was read again. */
interface Written {
  counts: TableCounts[];
  readAgain: ReadAgain;
  parquet: Map<string, number>;
  recordsSha256: string;
}

async function writeTables(
  db: Queryable,
  version: Version,
  making: string,
  onProgress: (done: number) => void,
): Promise<Written> {
  const about = {
    version: String(version.number),
    published_at: version.publishedAt.toISOString(),
  };
  const counts = new RowCounts(ALL_TABLES);
  const records = new TextFile(path.join(making, "records.jsonl"));
  const sqlite = new SqliteFile(path.join(making, "lossline.sqlite"), TABLES, {
    ...about,
    title: "Lossline",
    licence: "CC BY 4.0",
  });
  const sinks = new Map(
    ALL_TABLES.map(({ name, columns, meaning }) => {
      // The flat one is what most look for: it lies on top.
      const csv = new TextFile(path.join(making, csvPath(name)));
      const said = { table: name, meaning, ...about };
      const parquet = new ParquetFile(path.join(making, `parquet/${name}.parquet`), columns, said);
      return [name, { csv, parquet, header: csvLine(columns.map((column) => column.name)) }];
    }),
  );
  for (const { csv, header } of sinks.values()) await csv.write(header);
  const hash = createHash("sha256");
  let done = 0;
  for (const kind of PUBLIC_KINDS)
    for await (const some of answeredRecords(db, version.number, kind)) {
      const text = new Map<string, string>();
      let lines = "";
      for (const answer of some) {
        lines += snapshotLine(recordIn(kind, answer) as PublicRecord);
        for (const each of rowsOf(kind, answer)) {
          counts.add(each);
          text.set(each.table, (text.get(each.table) ?? "") + csvLine(each.row));
          if (each.table !== FLAT.name) sqlite.write(each.table, each.row);
          await sinks.get(each.table)?.parquet.write(each.row);
        }
      }
      hash.update(lines);
      await records.write(lines);
      for (const [table, lines] of text) await sinks.get(table)?.csv.write(lines);
      done += some.length;
      onProgress(done);
    }
  await records.close();
  for (const { csv, parquet } of sinks.values()) {
    await csv.close();
    await parquet.close();
  }
  return {
    counts: counts.all(),
    readAgain: sqlite.close(),
    parquet: new Map([...sinks].map(([name, { parquet }]) => [name, parquet.rows])),
    recordsSha256: hash.digest("hex"),
  };
}

async function passGates(
  db: Queryable,
  version: Version,
  folder: string,
  { counts, readAgain, parquet, recordsSha256 }: Written,
  allowEmpty: readonly string[],
): Promise<{ gates: DumpManifest["gates"]; problems: string[] }> {
  const { number, withholdings } = version;
  const [contents, now, ...sums] = await Promise.all([
    readContents(db, [number]),
    findVersion(db, number),
    ...SUM_RULES.map((rule) => answeredSums(db, version, rule)),
  ]);
  const held = contents.get(number);
  const rowsOfTable = (name: string) => counts.find((table) => table.name === name)?.rows ?? 0;
  const before = number > 1 ? await countsBefore(db, number - 1, withholdings, folder) : [];
  const empty = newlyEmpty(before, counts);
  const problems = [
    ...(now?.withholdings === withholdings
      ? []
      : ["an order took texts out of the record meanwhile: make it again"]),
    ...PUBLIC_KINDS.filter((kind) => rowsOfTable(kind) !== held?.records[kind]).map(
      (kind) => `${kind}: ${rowsOfTable(kind)} rows, the record holds ${held?.records[kind]}`,
    ),
    ...(rowsOfTable("incident") === rowsOfTable(FLAT.name)
      ? []
      : [`${FLAT.name}: ${rowsOfTable(FLAT.name)} rows for ${rowsOfTable("incident")} incidents`]),
    ...(recordsSha256 === held?.sha256
      ? []
      : [`records.jsonl has the digest ${recordsSha256}, the version ${held?.sha256}`]),
    ...counts.flatMap(({ name, rows }) => [
      ...(name === FLAT.name || readAgain.rows.get(name) === rows
        ? []
        : [`${name}: ${rows} rows, of which lossline.sqlite holds ${readAgain.rows.get(name)}`]),
      ...(parquet.get(name) === rows
        ? []
        : [`${name}: ${rows} rows, of which Parquet holds ${parquet.get(name)}`]),
    ]),
    ...readAgain.dangling,
    ...empty
      .filter((column) => !allowEmpty.includes(column))
      .map(
        (column) =>
          `${column} holds nothing any more, and did in version ${number - 1}; if that is right, say --allow-empty ${column}`,
      ),
    ...SUM_RULES.flatMap((rule, at) =>
      sumProblems(rule, readAgain.sums[at] ?? new Map(), sums[at] ?? new Map()),
    ),
  ];
  const rows = counts.reduce((sum, table) => sum + table.rows, 0);
  return {
    problems,
    gates: [
      {
        gate: "rows",
        found: `${rows.toLocaleString("en")} rows in ${counts.length} tables, as many as the record holds`,
      },
      { gate: "digest", found: "records.jsonl has the version’s digest" },
      {
        gate: "columns",
        found:
          empty.length === 0
            ? "no column is newly empty"
            : `seen and allowed to hold nothing any more: ${empty.join(", ")}`,
      },
      {
        gate: "sums",
        found: `${SUM_RULES.map(({ title }) => title).join(", ")} equal the interface’s to the cent`,
      },
    ],
  };
}

/** What the version before held: as its dump says, or else as the record does. */
async function countsBefore(
  db: Queryable,
  number: number,
  withholdings: number,
  folder: string,
): Promise<TableCounts[]> {
  const text = await readFile(path.join(folder, String(number), MANIFEST), "utf8").catch(
    unlessMissing,
  );
  const read = text === undefined ? null : dumpManifestSchema.safeParse(JSON.parse(text));
  return read?.success && read.data.withholdings === withholdings
    ? read.data.tables
    : countsAt(db, number);
}

/** Writes what says what the files are, and what proves that they are these. */
async function proveTables(
  making: string,
  version: Version,
  { counts, recordsSha256, gates }: Written & { gates: DumpManifest["gates"] },
  key: KeyObject | null,
): Promise<DumpManifest> {
  const add = async (name: string, content: string | Buffer): Promise<DumpFile> => {
    await writeFile(path.join(making, name), content, { flag: "wx" });
    return fileOf(making, name);
  };
  const files: DumpFile[] = [];
  for (const name of [
    "records.jsonl",
    "lossline.sqlite",
    ...ALL_TABLES.flatMap(({ name }) => [csvPath(name), `parquet/${name}.parquet`]),
  ])
    files.push(await fileOf(making, name));
  const content: DumpContent = { version, files, tables: counts, isSigned: key !== null };
  for (const { name, text } of descriptionFiles(content)) files.push(await add(name, text));
  const manifest: DumpManifest = {
    form: 1,
    version: version.number,
    withholdings: version.withholdings,
    records_sha256: recordsSha256,
    log: version.log,
    tables: counts,
    gates,
    files,
  };
  const own = await add(MANIFEST, `${JSON.stringify(manifest, null, 2)}\n`);
  const sums = Buffer.from(
    checksumLines([...files, own].sort((one, other) => (one.path < other.path ? -1 : 1))),
  );
  await add(CHECKSUMS, sums);
  if (key !== null) {
    await add(`${CHECKSUMS}.sig`, rawSignature(key, sums));
    const said = `lossline version ${version.number}, ${CHECKSUMS}`;
    await add(`${CHECKSUMS}.minisig`, minisignSignature(key, sums, said));
    await add("public-key.pem", publicKeyPem(key));
  }
  await sync(making, files);
  return manifest;
}

/** Brings files to the disk before they are offered. */
async function sync(making: string, files: readonly DumpFile[]): Promise<void> {
  for (const { path: name } of files) {
    const written = await open(path.join(making, name), "r+");
    // SQLite keeps what it writes to itself; this is for everybody.
    await written.chmod(0o644);
    await written.sync().finally(() => written.close());
  }
}

async function fileOf(making: string, name: string): Promise<DumpFile> {
  const file = path.join(making, name);
  const hash = createHash("sha256");
  for await (const piece of createReadStream(file)) hash.update(piece);
  return { path: name, bytes: (await stat(file)).size, sha256: hash.digest("hex") };
}

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== "ENOENT") throw error;
}
