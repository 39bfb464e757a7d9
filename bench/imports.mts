import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import type { Person } from "@/lib/desk/access/access";
import { runImport, uploadImport } from "@/lib/desk/imports/import-commands";
import { findImport } from "@/lib/desk/imports/import-queries";
import { decideImport, publishImport } from "@/lib/desk/imports/import-review-commands";
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
