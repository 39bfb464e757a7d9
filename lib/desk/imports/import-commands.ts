import { z } from "zod";
import type { Database } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import { audit, command } from "@/lib/desk/access/guarded-command";
import { checkFile } from "@/lib/desk/imports/check-command";
import type { ClaimedImport } from "@/lib/desk/imports/claimed-import";
import { finishImport } from "@/lib/desk/imports/finish-command";
import {
  CUT_OFF_AFTER_SECONDS,
  type ImportReport,
  NOT_BEGUN,
  readReport,
} from "@/lib/desk/imports/import";
import type { ImportDone } from "@/lib/desk/imports/import-review";
import {
  holdImport,
  isNow,
  NO_IMPORT,
  NOT_YOURS,
  reportJson,
  subjectOf,
} from "@/lib/desk/imports/import-row-command";
import type { ImportState } from "@/lib/desk/imports/import-state";
import { LARGEST_FILE } from "@/lib/desk/imports/largest-file";
import { importPause, StoppedImport } from "@/lib/desk/imports/pause-command";
import type { RecordLine } from "@/lib/desk/imports/record-line";
import { storedJson } from "@/lib/desk/imports/stored-json";
import { readMapping } from "@/lib/desk/imports/tables/mapping";
import { log } from "@/lib/log/log";

const FAILED =
  "Something went wrong that is not the file’s fault; the server’s log says what. Nothing of it was stored. You can start it again.";

const uploadSchema = z.object({
  fileName: z.string(),
  text: z.string().min(1).max(LARGEST_FILE),
  readAs: z.string().max(2000).default(""),
});

/** Takes a file in. It is checked by `runImport`. */
export const uploadImport = command(
  "import.run",
  async (
    db,
    by,
    given: { fileName: string; text: string; readAs?: string },
  ): Promise<{ created: number } | { refused: string }> => {
    const parsed = uploadSchema.safeParse(given);
    if (!parsed.success || parsed.data.text.includes("\0"))
      return { refused: "The file is empty, too large or no text." };
    const fileName = shownName(parsed.data.fileName);
    return db.$transaction(async (transaction) => {
      const { id } = await transaction.importBatch.create({
        data: {
          byId: by.id,
          fileName,
          text: parsed.data.text,
          readAs: parsed.data.readAs,
          done: NOT_BEGUN,
        },
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
        const { report, lines } = await checkFile(db, batch, pause.pause);
        // What was said of it before is not undone by a check.
        const { choice, returns } = batch.report;
        await settle(db, id, "checking", {
          state: "checked",
          report: { ...report, choice, returns },
          lines,
        });
      } else await finishImport(db, by, id, batch, pause.pause);
      return { ran: true };
    } catch (error) {
      if (error instanceof StoppedImport) return { ran: false };
      log().error(error, `Import ${id} failed`);
      const report = { ...batch.report, failure: FAILED };
      await settle(db, id, batch.state, { state: "failed", report });
      return { ran: true };
    } finally {
      pause.end();
    }
  },
);

/** Lets go of a file of one's own; its report stays. */
export const discardImport = command(
  "import.run",
  async (db, by, id: number): Promise<ImportDone> =>
    move(db, by, id, {
      from: ["mapping", "checking", "checked", "failed"],
      what: "discarded",
      data: { state: "discarded", text: "" },
    }),
);

/** Checks a file of one's own anew, against the record as it is now. */
export const checkImportAgain = command(
  "import.run",
  async (db, by, id: number): Promise<ImportDone> =>
    move(db, by, id, {
      from: ["checked", "failed"],
      what: "checked again",
      data: {
        state: "checking",
        done: NOT_BEGUN,
        publisherId: null,
        submittedAt: null,
        movedAt: new Date(),
      },
    }),
);

/** A change of an import by whoever uploaded it. */
interface Move {
  /** States in which it may be made. */
  from: readonly ImportState[];
  /** What the audit log says. */
  what: string;
  data: Prisma.ImportBatchUncheckedUpdateInput;
}

async function move(
  db: Database,
  by: Person,
  id: number,
  { from, what, data }: Move,
): Promise<ImportDone> {
  return db.$transaction(async (transaction) => {
    const held = await holdImport(transaction, id);
    if (held === null) return NO_IMPORT;
    if (held.by.id !== by.id) return NOT_YOURS;
    if (!from.includes(held.state)) return isNow(held.state);
    await transaction.importBatch.update({ where: { id }, data });
    await audit(transaction, by, "import.run", subjectOf(id), what);
    return { done: true };
  });
}

/** Takes on an import that nobody is at: of two that try, one does. Null where there is nothing to do. */
async function claim(db: Database, id: number): Promise<ClaimedImport | null> {
  const rows = await db.$queryRaw<
    (Omit<ClaimedImport, "report" | "mapping"> & {
      report: unknown;
      mapping: unknown;
    })[]
  >`
    UPDATE desk.import_batch SET moved_at = clock_timestamp(), done = 0, step = 'reading'
    WHERE id = ${id}::int AND state IN ('checking', 'importing')
      AND (done = ${NOT_BEGUN} OR moved_at < clock_timestamp() - ${CUT_OFF_AFTER_SECONDS} * interval '1 second')
    RETURNING state::text, text, prepared, mapping, report, by_id AS "byId", publisher_id AS "publisherId",
      submitted_at AS "submittedAt"`;
  const [row] = rows;
  if (row === undefined) return null;
  const mapping = row.mapping === null ? null : readMapping(row.mapping);
  return { ...row, mapping, report: readReport(row.report) };
}

/** How a run of an import ended. */
interface Settled {
  state: ImportState;
  report: ImportReport;
  /** The records in short; not given where they are not known anew. */
  lines?: readonly RecordLine[];
}

async function settle(
  db: Database,
  id: number,
  from: ImportState,
  { state, report, lines }: Settled,
): Promise<void> {
  await db.importBatch.updateMany({
    where: { id, state: from },
    data: {
      state,
      report: reportJson(report),
      movedAt: new Date(),
      ...(lines !== undefined && {
        rows: lines.length,
        done: lines.length,
        // Texts, numbers and lists of texts.
        records: storedJson(lines) as unknown as Prisma.InputJsonArray,
      }),
    },
  });
}

/** A file's name as it is shown: without folders and without what could mislead. */
export function shownName(name: string): string {
  const last = name.split(/[\\/]/).at(-1) ?? "";
  const clean = last
    .replace(/[\p{Cc}\p{Cs}\p{Bidi_Control}]+/gu, " ")
    .trim()
    .slice(0, 200);
  return clean === "" ? "a file without a name" : clean;
}
