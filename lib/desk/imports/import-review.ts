import { z } from "zod";
import { noteSchema } from "@/lib/desk/proposals/public-note";
import { reasonSchema } from "@/lib/desk/proposals/review";

/** What came of a command on an import. */
export type ImportDone = { done: true } | { refused: string };

const idSchema = z.int().positive().max(2_147_483_647);

/** What is to become of a checked file. */
export const decisionSchema = z.object({
  id: idSchema,
  how: z.enum(["drafts", "publish"], {
    error: "Choose whether it becomes drafts or is published.",
  }),
  /** What becomes of records that look like duplicates, where it was not decided of each. */
  duplicates: z.enum(["leave", "import", "apart"]).nullable(),
  note: noteSchema,
});
export type ImportDecision = z.input<typeof decisionSchema>;

const submittedAt = z.iso.datetime(
  "Read the page again before you decide: it no longer says what you have read.",
);

/** What a reviewer has read: the import as it was handed in at a time, and not as it may have been handed in since. */
export const readImportSchema = z.object({ id: idSchema, submittedAt });
export type ReadImport = z.input<typeof readImportSchema>;

export const returnedImportSchema = readImportSchema.extend({ reason: reasonSchema });
export type ReturnedImport = z.input<typeof returnedImportSchema>;
