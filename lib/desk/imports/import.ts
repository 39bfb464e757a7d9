import { z } from "zod";
import { MOST_SHOWN } from "@/lib/desk/duplicates/duplicate";
import type { ImportState } from "@/lib/desk/imports/import-state";
import type { ImportStep } from "@/lib/desk/imports/import-step";
import type { RowDecisions } from "@/lib/desk/imports/row-decisions";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";

/** Problems that are kept and shown; all are counted. */
export const MOST_PROBLEMS = 5000;
/** Rows that look like duplicates, kept with what they look like. */
export const MOST_DUPLICATE_ROWS = 50_000;
/** Of one row, as many of those that it looks like. */
export const MOST_OF_ONE_ROW = MOST_SHOWN;
/** Stands for how far an import is before anybody has begun it: whoever comes first may. */
export const NOT_BEGUN = -1;
/** One that has not moved for so long was cut off. */
export const CUT_OFF_AFTER_SECONDS = 20;

const problemSchema = z.object({
  record: z.number().nullable(),
  line: z.number().nullable(),
  name: z.string(),
  field: z.string(),
  message: z.string(),
});

const duplicateSchema = z.object({
  of: z.union([
    z.object({ where: z.literal("record"), recordId: z.number(), slug: z.string() }),
    z.object({ where: z.literal("review"), proposalId: z.number() }),
    z.object({ where: z.literal("file"), row: z.number() }),
  ]),
  name: z.string(),
  target: z.string(),
  occurredOn: z.string().nullable(),
  lossUsd: z.number().nullable(),
  lossUsdLow: z.number().nullable().default(null),
  lossUsdHigh: z.number().nullable().default(null),
  score: z.number(),
  mustBeAnswered: z.boolean().default(false),
  reasons: z.array(z.string()),
  /** What adding the row's estimate and sources to it would change there, in words; empty where it cannot be added to. */
  adds: z.array(z.string()).default([]),
});

const duplicateRowSchema = z.object({
  record: z.number(),
  line: z.number().nullable(),
  name: z.string(),
  duplicates: z.array(duplicateSchema).max(MOST_SHOWN),
});
export type DuplicateRow = z.infer<typeof duplicateRowSchema>;

/** What is to become of a checked file. */
const choiceSchema = z.object({
  how: z.enum(["drafts", "publish"]),
  /** Records of the file that are left out. */
  leftOut: z.array(z.number()),
  /** Records of the file whose estimate and sources are added to published incidents, by their lasting ids. */
  merged: z.array(z.object({ record: z.number(), into: z.number() })).default([]),
  note: z.string(),
});
export type ImportChoice = z.infer<typeof choiceSchema>;

/** What was found in a file, and what became of it: the JSON of an import's row. */
const reportSchema = z.object({
  format: z.enum(["csv", "json", "table"]).nullable(),
  /** The record's newest version when the file was checked. */
  version: z.number().nullable(),
  /** Records by what they are. */
  counts: z.object({
    incidents: z.number(),
    // Reports from before these could be imported lack them.
    targets: z.number().default(0),
    actors: z.number(),
    figures: z.number(),
    knownAddresses: z.number(),
    coverage: z.number().default(0),
  }),
  /** Incidents that the record holds already, and that this file would revise or leave as they are. */
  revised: z.number(),
  problems: z.array(problemSchema),
  problemCount: z.number(),
  doubts: z.array(problemSchema),
  doubtCount: z.number(),
  duplicates: z.array(duplicateRowSchema),
  /** Numbers of all records that something is wrong with. */
  wrong: z.array(z.number()).default([]),
  /** Numbers of the rows of a table that have become imports of their own, and the last such import. */
  apart: z
    .object({ rows: z.array(z.number()), importId: z.number() })
    .nullable()
    .default(null),
  /** Whether all of it could become drafts: drafts may be incomplete, but each must have a form. */
  draftable: z.boolean(),
  choice: choiceSchema.nullable(),
  /** Once it is imported. */
  outcome: z
    .object({ drafts: z.number(), added: z.number(), revised: z.number(), unchanged: z.number() })
    .nullable(),
  /** Why it failed, in words; null where it did not. */
  failure: z.string().nullable(),
  /** Why it was not imported although somebody had begun to; null where that did not happen. */
  setBack: z.string().nullable(),
  /** Why reviewers returned it, the latest last. */
  returns: z.array(z.object({ by: z.string(), at: z.string(), reason: z.string() })),
});
export type ImportReport = z.infer<typeof reportSchema>;

/** As many of each list as a file without records holds. */
export const NO_COUNTS: ImportReport["counts"] = {
  incidents: 0,
  targets: 0,
  actors: 0,
  figures: 0,
  knownAddresses: 0,
  coverage: 0,
};

export const EMPTY_REPORT: ImportReport = {
  format: null,
  version: null,
  counts: NO_COUNTS,
  revised: 0,
  problems: [],
  problemCount: 0,
  doubts: [],
  doubtCount: 0,
  duplicates: [],
  wrong: [],
  apart: null,
  draftable: false,
  choice: null,
  outcome: null,
  failure: null,
  setBack: null,
  returns: [],
};

/** The report of an import's row, whole; an empty one where nothing was found yet. */
export function readReport(json: unknown): ImportReport {
  const parsed = reportSchema.safeParse({ ...EMPTY_REPORT, ...(json as object) });
  return parsed.success ? parsed.data : EMPTY_REPORT;
}

/** How far an import is: what a page asks for while it runs. */
export interface ImportProgress {
  state: ImportState;
  /** What is under way. */
  step: ImportStep;
  rows: number;
  done: number;
  /** Whether it has not moved for so long that whoever ran it must be gone. */
  cutOff: boolean;
}

/** One import as a list shows it. */
export interface ImportLine {
  id: number;
  fileName: string;
  /** Whether the desk made its records of what is published, and no file holds them. */
  prepared: boolean;
  /** How its bytes were read, where that is not plain UTF-8; else empty. */
  readAs: string;
  state: ImportState;
  /** Who uploaded or prepared it. */
  by: { id: string; name: string };
  /** Who had it published; null where nobody has. */
  publisher: { id: string; name: string } | null;
  /** Who has claimed its review; null where nobody has. */
  reviewer: { id: string; name: string } | null;
  createdAt: Date;
  /** When it was handed in to be published; null where it was not. */
  submittedAt: Date | null;
  rows: number;
  publishedIn: number | null;
}

/** An import that waits to be read before it is published. */
export interface SubmittedImport extends ImportLine {
  /** What it is and where it comes from, as the public would read it. */
  note: string;
}

/** An import of one's own that is not ended, with why it came back; null where it did not. */
export interface OpenImport extends ImportLine {
  returned: ImportReport["returns"][number] | null;
}

/** One import with what was found in it. */
export interface ImportInFull extends ImportLine, ImportProgress {
  /** How a table of somebody else's columns is read; null where the file is in the import's own. */
  mapping: Mapping | null;
  /** What was decided of single records. */
  decisions: RowDecisions;
  report: ImportReport;
}

/** Whether an import is under way by itself. */
export function isUnderWay(state: ImportState): boolean {
  return state === "checking" || state === "importing";
}

/** The numbers of the records that were left out; what went on as an import of its own is not among them. */
export function leftOutOf({ choice, apart }: Pick<ImportReport, "choice" | "apart">): number[] {
  const gone = new Set(apart?.rows ?? []);
  return choice?.leftOut.filter((record) => !gone.has(record)) ?? [];
}
