import { setTimeout as pause } from "node:timers/promises";
import { type Database, openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import type { Person } from "@/lib/desk/access/access";
import { runImport, uploadImport } from "@/lib/desk/imports/import-commands";
import { findImport } from "@/lib/desk/imports/import-queries";
import { decideImport, publishImport } from "@/lib/desk/imports/import-review-commands";
import { mappedTable } from "@/lib/desk/imports/tables/mapped-table-queries";
import { readGivenFile } from "@/lib/desk/imports/tables/read-table";
import { saveMapping, uploadTable } from "@/lib/desk/imports/tables/table-commands";
import { csvOfIncidents } from "@/testing/import-csv";
import { StepFailure, step } from "../scripts/progress.mjs";
import { type Measured, measurement } from "./measurement.mjs";
import { loadStartingDataset } from "./pages.mjs";
import { generatedIncidents } from "./record/generated-incidents.mjs";
import { timed } from "./samples.mjs";
import type { Server } from "./server.mjs";

const ROWS = 10_000;
const editor: Person = { id: "bench", email: "bench@example.org", name: "Bench", role: "editor" };

/** A file of ten thousand incidents: checked against the starting dataset, and published as one version. */
export async function measureImports(server: Server): Promise<Measured> {
  const database = await server.create("imports");
  const db = openDatabase(database.url);
  try {
    await step("Record", async () => {
      await applyMigrations(database.url);
      await loadStartingDataset(database.url);
    });
    const { id, email, name, role } = editor;
    await db.user.create({ data: { id, email, name, role } });
    const text = csvOfIncidents(
      [...generatedIncidents(ROWS, ["lazarus-group"])].map((incident) => ({
        ...incident,
        // Generated addresses are all of one kind, whatever their chain; an import checks that.
        addresses: incident.addresses.map((address) => ({ ...address, chain: "ethereum" })),
      })),
    );
    const uploaded = await uploadImport(db, editor, { fileName: "generated.csv", text });
    if ("refused" in uploaded) throw new StepFailure(uploaded.refused);
    const held = watchMemory();
    const check = await timed(() => runImport(db, editor, uploaded.created));
    const checkedWith = held.peak();
    const decided = await decideImport(db, editor, {
      id: uploaded.created,
      how: "publish",
      duplicates: "import",
      note: "Generated",
    });
    if ("refused" in decided) throw new StepFailure(decided.refused);
    const handedIn = await findImport(db, uploaded.created);
    const submittedAt = handedIn?.submittedAt?.toISOString() ?? "";
    const allowed = await publishImport(db, editor, { id: uploaded.created, submittedAt });
    if ("refused" in allowed) throw new StepFailure(allowed.refused);
    const publish = await timed(() => runImport(db, editor, uploaded.created));
    const publishedWith = held.peak();
    held.stop();
    const outcome = await findImport(db, uploaded.created);
    if (outcome?.state !== "imported")
      throw new StepFailure(
        `the import ended ${outcome?.state}: ${outcome?.report.problems[0]?.message}`,
      );
    return {
      title: `An import of ${ROWS.toLocaleString("en-GB")} incidents as CSV`,
      notes: [
        `On ${server.name}, beside the starting dataset: ${(text.length / 1e6).toFixed(1)} MB; ${outcome.report.duplicates.length.toLocaleString("en-GB")} rows look like duplicates of others. Importing includes reading the file again.`,
      ],
      figures: [
        measurement("Checking", "s", [check / 1000]),
        measurement("Importing as one version", "s", [publish / 1000]),
        measurement("Memory of the process before", "MB", [held.before]),
        measurement("Memory while checking, at most", "MB", [checkedWith]),
        measurement("Memory while importing, at most", "MB", [publishedWith]),
      ],
    };
  } finally {
    await db.$disconnect();
    await database.drop();
  }
}

/**
 * A table of ten thousand rows in somebody else's columns: mapped, checked against the starting dataset, and published; and
 * the longest that somebody else waited for an answer of the database meanwhile.
 */
export async function measureTableImport(server: Server): Promise<Measured> {
  const database = await server.create("table_imports");
  const db = openDatabase(database.url);
  const others = openDatabase(database.url);
  try {
    await step("Record", async () => {
      await applyMigrations(database.url);
      await loadStartingDataset(database.url);
    });
    const { id, email, name, role } = editor;
    await db.user.create({ data: { id, email, name, role } });
    const text = foreignTable(ROWS);
    const started = performance.now();
    const read = await readGivenFile(new TextEncoder().encode(text));
    if (read.is !== "table") throw new StepFailure("the table was taken for a file of records");
    const { created } = await uploadTable(db, editor, { fileName: "foreign.csv", ...read });
    const uploaded = performance.now() - started;
    const stored = await mappedTable(db, created);
    if (stored === null) throw new StepFailure("the table is not there");
    const { mapping } = stored;
    const fixed = { ...mapping.fixed, category: "unknown", technique: "unknown" };
    const said = { ...mapping, fixed, rest: { targetKind: "unknown" as const } };
    await saveMapping(db, editor, { id: created, mapping: said, check: true });
    const whileChecking = watchWaits(others);
    const check = await timed(() => runImport(db, editor, created));
    const waitedForCheck = await whileChecking.stop();
    const decided = await decideImport(db, editor, {
      id: created,
      how: "publish",
      duplicates: "import",
      note: "Generated",
    });
    if ("refused" in decided) throw new StepFailure(decided.refused);
    const handedIn = await findImport(db, created);
    const submittedAt = handedIn?.submittedAt?.toISOString() ?? "";
    await publishImport(db, editor, { id: created, submittedAt });
    const whilePublishing = watchWaits(others);
    const publish = await timed(() => runImport(db, editor, created));
    const waitedForPublish = await whilePublishing.stop();
    const outcome = await findImport(db, created);
    if (outcome?.state !== "imported")
      throw new StepFailure(
        `the import ended ${outcome?.state}: ${outcome?.report.problems[0]?.message}`,
      );
    return {
      title: `An import of a foreign table of ${ROWS.toLocaleString("en-GB")} rows`,
      notes: [
        `On ${server.name}, beside the starting dataset: ${(text.length / 1e6).toFixed(1)} MB; ${outcome.report.duplicates.length.toLocaleString("en-GB")} rows look like duplicates of others. Another connection asks for totals again and again; its longest wait is told.`,
      ],
      figures: [
        measurement("Reading and guessing", "s", [uploaded / 1000]),
        measurement("Checking", "s", [check / 1000]),
        measurement("Importing as one version", "s", [publish / 1000]),
        measurement("Longest wait of others while checking", "s", [waitedForCheck / 1000]),
        measurement("Longest wait of others while importing", "s", [waitedForPublish / 1000]),
      ],
    };
  } finally {
    await db.$disconnect();
    await others.$disconnect();
    await database.drop();
  }
}

/** Rows of a list as others publish them. */
function foreignTable(rows: number): string {
  const lines = Array.from({ length: rows }, (_, place) => {
    const day = `${String((place % 28) + 1).padStart(2, "0")}/${String((place % 12) + 1).padStart(2, "0")}/${2012 + (place % 12)}`;
    const chains = place % 3 === 0 ? "['Ethereum', 'BSC']" : "['Ethereum']";
    return `${day};Target ${(place * 7919).toString(36)};${place % 2 === 0 ? "DeFi" : "CEX"};"${chains}";${(place + 1) * 1379}.0;https://example.org/report/${place}`;
  });
  return `Date;Victim;Target type;Chain;Amount;Link\n${lines.join("\n")}\n`;
}

/** Asks a connection of its own for the record's total again and again. @returns the longest wait, in milliseconds, once stopped */
function watchWaits(db: Database): { stop: () => Promise<number> } {
  let longest = 0;
  let stopped = false;
  const asking = (async () => {
    while (!stopped) {
      const asked = performance.now();
      await db.$queryRaw`SELECT sum(loss_usd) AS total FROM incident_revision WHERE superseded_in IS NULL`;
      longest = Math.max(longest, performance.now() - asked);
      await pause(100);
    }
  })();
  return {
    stop: async () => {
      stopped = true;
      await asking;
      return longest;
    },
  };
}

/** What the process holds in megabytes, looked at ten times a second. */
function watchMemory(): { before: number; peak: () => number; stop: () => void } {
  const now = () => process.memoryUsage().rss / 1e6;
  let peak = now();
  const before = peak;
  const watch = setInterval(() => {
    peak = Math.max(peak, now());
  }, 100);
  return { before, peak: () => peak, stop: () => clearInterval(watch) };
}
