import { z } from "zod";
import type { Person } from "@/lib/access/access";
import { audit, command } from "@/lib/access/guarded-command";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { checkFile } from "@/lib/imports/check-command";
import type { ClaimedImport } from "@/lib/imports/claimed-import";
import { finishImport } from "@/lib/imports/finish-command";
import { CUT_OFF_AFTER_SECONDS, type ImportReport, readReport } from "@/lib/imports/import";
import { LARGEST_FILE } from "@/lib/imports/import-file";
import { IMPORT_STATE_WORDS, type ImportState } from "@/lib/imports/import-state";
import { importPause, StoppedImport } from "@/lib/imports/pause-command";
import { storedJson } from "@/lib/imports/stored-json";
import { noteSchema } from "@/lib/proposals/public-note";

/** What came of a command on an import. */
export type ImportDone = { done: true } | { refused: string };

/** Stands for how far it is before anybody has begun it: whoever comes first may. */
const NOT_BEGUN = -1;
const FAILED =
  "Something went wrong that is not the file’s fault; the server’s log says what. Nothing of it was stored. You can start it again.";

const uploadSchema = z.object({
  fileName: z.string(),
  text: z.string().min(1).max(LARGEST_FILE),
});

/** Takes a file in. It is checked by `runImport`. */
export const uploadImport = command(
  "import.run",
  async (
    db,
    by,
    given: { fileName: string; text: string },
  ): Promise<{ created: number } | { refused: string }> => {
    const parsed = uploadSchema.safeParse(given);
    if (!parsed.success || parsed.data.text.includes("\0"))
      return { refused: "The file is empty, too large or no text." };
    const fileName = shownName(parsed.data.fileName);
    return db.$transaction(async (transaction) => {
      const { id } = await transaction.importBatch.create({
        data: { byId: by.id, fileName, text: parsed.data.text, done: NOT_BEGUN },
        select: { id: true },
      });
      await audit(transaction, by, "import.run", subjectOf(id), `uploaded ${fileName}`);
      return { created: id };
    });
  },
);

/**
 * Goes on with an import that is under way: checks its file, or imports it as was chosen. It takes as long as
 * that takes, and is begun in the background; where another one runs already, this one does nothing.
 */
export const runImport = command(
  "import.run",
  async (db, by, id: number): Promise<{ ran: boolean }> => {
    const batch = await claim(db, id);
    if (batch === null) return { ran: false };
    const pause = importPause(db, id, batch.state);
    try {
      if (batch.state === "checking") {
        const { report, rows } = await checkFile(db, batch.text, pause.pause);
        await settle(db, id, "checking", "checked", report, rows);
      } else await finishImport(db, by, id, batch, pause.pause);
      return { ran: true };
    } catch (error) {
      if (error instanceof StoppedImport) return { ran: false };
      console.error(error);
      const report = { ...batch.report, failure: FAILED };
      await settle(db, id, batch.state, "failed", report, null);
      return { ran: true };
    } finally {
      pause.end();
    }
  },
);

const decisionSchema = z.object({
  id: z.int().positive(),
  how: z.enum(["drafts", "publish"], {
    error: "Choose whether it becomes drafts or is published.",
  }),
  duplicates: z.enum(["leave", "import", "chosen"]).nullable(),
  leftOut: z.array(z.int().positive()).max(100_000),
  note: noteSchema,
});
export type ImportDecision = z.input<typeof decisionSchema>;

/** Says what is to become of a checked file; `runImport` does it. */
export const decideImport = command(
  "import.run",
  async (db, by, given: ImportDecision): Promise<ImportDone> => {
    const parsed = decisionSchema.safeParse(given);
    if (!parsed.success)
      return { refused: parsed.error.issues[0]?.message ?? "What was sent is no choice." };
    const { id, how, duplicates, note } = parsed.data;
    return db.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT 1 FROM desk.import_batch WHERE id = ${id} FOR UPDATE`;
      const batch = await transaction.importBatch.findUnique({
        where: { id },
        select: { state: true, report: true },
      });
      if (batch === null) return { refused: "There is no such import." };
      if (batch.state !== "checked")
        return { refused: `It is ${IMPORT_STATE_WORDS[batch.state]} now.` };
      const report = readReport(batch.report);
      const refused = refusalOf(report, parsed.data);
      if (refused !== null) return { refused };
      const rows = report.duplicates.map(({ record }) => record);
      const chosen = new Set(parsed.data.leftOut);
      const leftOut =
        duplicates === "leave"
          ? rows
          : duplicates === "chosen"
            ? rows.filter((row) => chosen.has(row))
            : [];
      const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
      if (leftOut.length === total)
        return { refused: "Nothing is left to import: every record would be left out." };
      await transaction.importBatch.update({
        where: { id },
        data: {
          state: "importing",
          done: NOT_BEGUN,
          movedAt: new Date(),
          report: asJson({ ...report, choice: { how, leftOut, note }, failure: null }),
        },
      });
      const what = how === "publish" ? "to be published" : "to become drafts";
      await audit(
        transaction,
        by,
        "import.run",
        subjectOf(id),
        `${what}, ${leftOut.length} left out`,
      );
      return { done: true };
    });
  },
);

function refusalOf(
  report: ImportReport,
  { how, duplicates, note }: z.infer<typeof decisionSchema>,
) {
  if (how === "publish" && report.problemCount > 0)
    return "The file has problems; nothing of it can be published before they are put right.";
  if (how === "drafts" && !report.draftable)
    return "Some of its records could not be read at all, or have no form; so they cannot become drafts.";
  if (report.duplicates.length > 0 && duplicates === null)
    return "Say what is to become of the records that look like duplicates.";
  if (how === "publish" && note === "")
    return "Say what is published and where it comes from: the public reads it.";
  return null;
}

/** Lets go of a file; its report stays. */
export const discardImport = command(
  "import.run",
  async (db, by, id: number): Promise<ImportDone> =>
    move(db, by, id, ["checking", "checked", "failed"], "discarded", "discarded", { text: "" }),
);

/** Checks a file anew, against the record as it stands now. */
export const checkImportAgain = command(
  "import.run",
  async (db, by, id: number): Promise<ImportDone> =>
    move(db, by, id, ["checked", "failed"], "checking", "checked again", {
      done: NOT_BEGUN,
      movedAt: new Date(),
    }),
);

async function move(
  db: Database,
  by: Person,
  id: number,
  from: ImportState[],
  to: ImportState,
  what: string,
  data: { text?: string; done?: number; movedAt?: Date },
): Promise<ImportDone> {
  return db.$transaction(async (transaction) => {
    const { count } = await transaction.importBatch.updateMany({
      where: { id, state: { in: from } },
      data: { ...data, state: to },
    });
    if (count > 0) {
      await audit(transaction, by, "import.run", subjectOf(id), what);
      return { done: true };
    }
    const batch = await transaction.importBatch.findUnique({
      where: { id },
      select: { state: true },
    });
    return {
      refused:
        batch === null
          ? "There is no such import."
          : `It is ${IMPORT_STATE_WORDS[batch.state]} now.`,
    };
  });
}

/** Takes on an import that nobody is at: of two that try, one does. Null where there is nothing to do. */
async function claim(db: Database, id: number): Promise<ClaimedImport | null> {
  const rows = await db.$queryRaw<
    { state: "checking" | "importing"; text: string; file_name: string; report: unknown }[]
  >`
    UPDATE desk.import_batch SET moved_at = clock_timestamp(), done = 0
    WHERE id = ${id}::int AND state IN ('checking', 'importing')
      AND (done = ${NOT_BEGUN} OR moved_at < clock_timestamp() - ${CUT_OFF_AFTER_SECONDS} * interval '1 second')
    RETURNING state::text, text, file_name, report`;
  const [row] = rows;
  if (row === undefined) return null;
  return {
    state: row.state,
    text: row.text,
    fileName: row.file_name,
    report: readReport(row.report),
  };
}

async function settle(
  db: Database,
  id: number,
  from: ImportState,
  to: ImportState,
  report: ImportReport,
  rows: number | null,
): Promise<void> {
  await db.importBatch.updateMany({
    where: { id, state: from },
    data: {
      state: to,
      report: asJson(report),
      movedAt: new Date(),
      ...(rows === null ? {} : { rows, done: rows }),
    },
  });
}

function asJson(report: ImportReport): Prisma.InputJsonObject {
  // Numbers, texts and lists of them.
  return storedJson(report) as unknown as Prisma.InputJsonObject;
}

function subjectOf(id: number): string {
  return `import ${id}`;
}

/** A file's name as it is shown: without folders and without what could mislead. */
function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]+/gu, " ")
    .trim()
    .slice(0, 200);
  return clean === "" ? "a file without a name" : clean;
}
