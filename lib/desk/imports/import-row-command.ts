import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type ImportReport, readReport } from "@/lib/desk/imports/import";
import { IMPORT_STATE_LABELS, type ImportState } from "@/lib/desk/imports/import-state";
import { type RowDecisions, readRowDecisions } from "@/lib/desk/imports/row-decisions";
import { storedJson } from "@/lib/desk/imports/stored-json";

// What every command on an import does to its row. Ask within their transactions.

/** An import held until the transaction ends. */
export interface HeldImport {
  state: ImportState;
  /** Who uploaded or prepared it. */
  by: { id: string; name: string };
  /** Who has claimed its review. */
  reviewer: { id: string; name: string } | null;
  submittedAt: Date | null;
  report: ImportReport;
  /** Whether it is a table of somebody else's columns. */
  mapped: boolean;
  decisions: RowDecisions;
}

/** Holds an import until the transaction ends, so that of two writes one comes second; null where there is none. */
export async function holdImport(transaction: Queryable, id: number): Promise<HeldImport | null> {
  await transaction.$queryRaw`SELECT 1 FROM desk.import_batch WHERE id = ${id}::int FOR UPDATE`;
  const row = await transaction.importBatch.findUnique({
    where: { id },
    select: {
      state: true,
      by: { select: { id: true, name: true } },
      reviewer: { select: { id: true, name: true } },
      submittedAt: true,
      report: true,
      mapping: true,
      decisions: true,
    },
  });
  if (row === null) return null;
  const { mapping, decisions, report, ...rest } = row;
  return {
    ...rest,
    report: readReport(report),
    mapped: mapping !== null,
    decisions: readRowDecisions(decisions),
  };
}

export const NO_IMPORT = { refused: "There is no such import." };
export const NOT_YOURS = {
  refused: "It is somebody else’s: only they decide what becomes of it.",
};

/** That an import is no longer where it would have to be. */
export function isNow(state: ImportState): { refused: string } {
  return { refused: `It is ${IMPORT_STATE_LABELS[state]} now.` };
}

/** A report as its row keeps it. */
export function reportJson(report: ImportReport): Prisma.InputJsonObject {
  // Numbers, texts and lists of them.
  return storedJson(report) as unknown as Prisma.InputJsonObject;
}

/** What the audit calls an import. */
export function subjectOf(id: number): string {
  return `import ${id}`;
}
