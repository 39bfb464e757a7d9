import type { z } from "zod";
import type { Queryable } from "@/lib/db/client";
import { audit, command } from "@/lib/desk/access/guarded-command";
import { type ImportReport, NOT_BEGUN } from "@/lib/desk/imports/import";
import {
  decisionSchema,
  type ImportDecision,
  type ImportDone,
  type ReadImport,
  type ReturnedImport,
  readImportSchema,
  returnedImportSchema,
} from "@/lib/desk/imports/import-review";
import {
  type HeldImport,
  holdImport,
  isNow,
  NO_IMPORT,
  NOT_YOURS,
  reportJson,
  subjectOf,
} from "@/lib/desk/imports/import-row-command";
import type { MergedRow } from "@/lib/desk/imports/merged-rows-queries";
import { readRowDecisions } from "@/lib/desk/imports/row-decisions";
import { readStoredTable, writeTable } from "@/lib/desk/imports/tables/table";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";

/**
 * Says what is to become of a checked file of one's own: drafts, which `runImport` makes, or one version, which
 * somebody else reads before it is published.
 */
export const decideImport = command(
  "import.run",
  async (db, by, given: ImportDecision): Promise<ImportDone> => {
    const parsed = decisionSchema.safeParse(given);
    if (!parsed.success) return errorFrom(parsed.error);
    const { id, how, note } = parsed.data;
    return db.$transaction(async (transaction) => {
      const held = await holdImport(transaction, id);
      if (held === null) return NO_IMPORT;
      if (held.by.id !== by.id) return NOT_YOURS;
      if (held.state !== "checked") return isNow(held.state);
      const { report } = held;
      const refused = errorOf(held, parsed.data);
      if (refused !== null) return { refused };
      const { leftOut, merged, apart } = chosenRows(held, parsed.data);
      const total = Object.values(report.counts).reduce((sum, count) => sum + count, 0);
      if (leftOut.length === total)
        return { refused: "Nothing is left to import: every record would be left out." };
      const rest =
        apart.length === 0
          ? report.apart
          : await setApart(transaction, { id, report, rows: apart });
      const now = new Date();
      await transaction.importBatch.update({
        where: { id },
        data: {
          ...(how === "publish"
            ? { state: "submitted", submittedAt: now }
            : { state: "importing", submittedAt: null, done: NOT_BEGUN }),
          movedAt: now,
          report: reportJson({
            ...report,
            apart: rest,
            choice: { how, leftOut, merged, note },
            failure: null,
            setBack: null,
          }),
        },
      });
      const what = how === "publish" ? "handed in to be published" : "to become drafts";
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

/** Takes an import of one's own back that waits to be read, so as to decide anew. */
export const takeBackImport = command("import.run", async (db, by, id: number) =>
  db.$transaction(async (transaction): Promise<ImportDone> => {
    const held = await holdImport(transaction, id);
    if (held === null) return NO_IMPORT;
    if (held.by.id !== by.id) return NOT_YOURS;
    if (held.state !== "submitted") return isNow(held.state);
    await transaction.importBatch.update({
      where: { id },
      data: { state: "checked", submittedAt: null, reviewerId: null },
    });
    await audit(transaction, by, "import.run", subjectOf(id), "taken back");
    return { done: true };
  }),
);

/**
 * Has an import published that was handed in, by somebody else than who uploaded it, unless they are the only
 * editor; `runImport` does it. Of two at once one does.
 */
export const publishImport = command(
  "import.run",
  async (db, by, given: ReadImport): Promise<ImportDone> => {
    const parsed = readImportSchema.safeParse(given);
    if (!parsed.success) return errorFrom(parsed.error);
    const { id } = parsed.data;
    return db.$transaction(async (transaction) => {
      const held = await holdSubmitted(transaction, parsed.data);
      if ("refused" in held) return held;
      if (held.by.id === by.id && !(await isOnlyReviewer(transaction, by)))
        return { refused: "It is your own: somebody else has to publish it." };
      await transaction.importBatch.update({
        where: { id },
        data: {
          state: "importing",
          publisherId: by.id,
          done: NOT_BEGUN,
          movedAt: new Date(),
          report: reportJson({ ...held.report, setBack: null }),
        },
      });
      await audit(transaction, by, "import.run", subjectOf(id), "to be published");
      return { done: true };
    });
  },
);

/** Returns an import to who uploaded it, with a reason; they can decide anew or discard it. */
export const returnImport = command(
  "import.run",
  async (db, by, given: ReturnedImport): Promise<ImportDone> => {
    const parsed = returnedImportSchema.safeParse(given);
    if (!parsed.success) return errorFrom(parsed.error);
    const { id, reason } = parsed.data;
    return db.$transaction(async (transaction) => {
      const held = await holdSubmitted(transaction, parsed.data);
      if ("refused" in held) return held;
      if (held.by.id === by.id) return { refused: "It is your own: recall it instead." };
      const returned = { by: by.name, at: new Date().toISOString(), reason };
      await transaction.importBatch.update({
        where: { id },
        data: {
          state: "checked",
          submittedAt: null,
          reviewerId: null,
          report: reportJson({ ...held.report, returns: [...held.report.returns, returned] }),
        },
      });
      await audit(transaction, by, "import.run", subjectOf(id), "returned");
      return { done: true };
    });
  },
);

/** An import as a reviewer has read it, held until the transaction ends. */
async function holdSubmitted(
  transaction: Queryable,
  { id, submittedAt }: ReadImport,
): Promise<HeldImport | { refused: string }> {
  const held = await holdImport(transaction, id);
  if (held === null) return NO_IMPORT;
  if (held.state !== "submitted") return isNow(held.state);
  if (held.submittedAt?.getTime() !== Date.parse(submittedAt))
    return {
      refused:
        "It was submitted again since this page was opened. Read it again before you decide.",
    };
  return held;
}

function errorFrom(error: z.ZodError): { refused: string } {
  return { refused: error.issues[0]?.message ?? "What was sent is no choice." };
}

/** What becomes of the rows of an import, by their numbers. */
interface ChosenRows {
  /** Left out of this import, those that go apart among them. */
  leftOut: number[];
  merged: MergedRow[];
  /** What waits, to become an import of its own. */
  apart: number[];
}

/** What becomes of each row: what was decided of it, else what holds for all that look like duplicates. */
function chosenRows(
  { report, decisions, mapped }: HeldImport,
  { how, duplicates }: z.infer<typeof decisionSchema>,
): ChosenRows {
  const leftOut: number[] = [];
  const merged: MergedRow[] = [];
  const apart: number[] = [];
  const wrong = new Set(how === "publish" && mapped ? report.wrong : []);
  for (const { record } of report.duplicates) {
    if (wrong.has(record)) continue;
    const decision = decisions[record];
    if (decision?.how === "merge") merged.push({ record, into: decision.into });
    else if (decision?.how === "leave") leftOut.push(record);
    else if (decision === undefined && duplicates === "leave") leftOut.push(record);
    else if (decision === undefined && duplicates === "apart") apart.push(record);
  }
  apart.push(...wrong);
  return { leftOut: [...leftOut, ...apart], merged, apart };
}

/** Makes rows of a table that are not ready an import of their own, so that the ready ones do not wait for them. */
async function setApart(
  transaction: Queryable,
  { id, report, rows }: { id: number; report: ImportReport; rows: readonly number[] },
): Promise<NonNullable<ImportReport["apart"]>> {
  const { text, fileName, byId, mapping, readAs, decisions } =
    await transaction.importBatch.findUniqueOrThrow({
      where: { id },
      select: {
        text: true,
        fileName: true,
        byId: true,
        mapping: true,
        readAs: true,
        decisions: true,
      },
    });
  const table = readStoredTable(text);
  const numbers = [...new Set(rows)].sort((one, other) => one - other);
  const before = readRowDecisions(decisions);
  const moved = Object.fromEntries(
    numbers.flatMap((number, index) => {
      const decision = before[number];
      return decision === undefined ? [] : [[String(index + 1), decision]];
    }),
  );
  const { id: importId } = await transaction.importBatch.create({
    data: {
      byId,
      fileName: /^rest of /.test(fileName) ? fileName : `rest of ${fileName}`,
      text: writeTable({
        header: table.header,
        rows: numbers.flatMap((number) => table.rows[number - 1] ?? []),
      }),
      readAs,
      mapping: mapping ?? {},
      decisions: moved,
      state: "mapping",
      rows: numbers.length,
      done: NOT_BEGUN,
    },
    select: { id: true },
  });
  return { rows: [...(report.apart?.rows ?? []), ...numbers], importId };
}

function errorOf(
  { report, decisions, mapped }: HeldImport,
  { how, duplicates, note }: z.infer<typeof decisionSchema>,
): string | null {
  if (how === "publish" && report.problemCount > 0 && !(mapped && report.wrong.length > 0))
    return "The file has problems; nothing of it can be published before they are put right.";
  if (how === "publish" && report.problems.some(({ record }) => record === null))
    return "The file has a problem as a whole; nothing of it can be published before that is put right.";
  if (how === "drafts" && !report.draftable)
    return "Some of its records could not be read at all, or have no form; so they cannot become drafts.";
  if (duplicates === "apart" && !mapped)
    return "Only rows of a table that was mapped can wait as an import of their own.";
  const open = report.duplicates.filter(({ record }) => decisions[record] === undefined);
  if (open.length > 0 && duplicates === null)
    return "Say what is to become of the records that look like duplicates.";
  if (how === "publish" && note === "")
    return "Say what is published and where it comes from: the public reads it.";
  return null;
}
