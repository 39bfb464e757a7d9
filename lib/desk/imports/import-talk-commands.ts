import { z } from "zod";
import type { Queryable } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { audit, command } from "@/lib/desk/access/guarded-command";
import type { ImportDone } from "@/lib/desk/imports/import-review";
import { holdImport, isNow, NO_IMPORT, subjectOf } from "@/lib/desk/imports/import-row-command";
import type { ImportState } from "@/lib/desk/imports/import-state";
import { commentSchema } from "@/lib/desk/proposals/review";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";

const claimSchema = z.object({
  id: z.int().positive().max(2_147_483_647),
  /** Whose review it takes over; null where nobody had it. */
  takeOverFrom: z.string().max(200).nullable(),
});

/** States in which somebody can say something of an import: once it is read, and as long as it is not settled. */
const TALKED_OF: readonly ImportState[] = ["checked", "submitted", "failed", "imported"];

/** Says that one reviews an import that waits, so that nobody else reads ten thousand rows beside. Anybody may still decide. */
export const claimImport = command(
  "import.run",
  async (db, by, given: z.input<typeof claimSchema>): Promise<ImportDone> => {
    const parsed = claimSchema.safeParse(given);
    if (!parsed.success) return NO_IMPORT;
    const { id, takeOverFrom } = parsed.data;
    return db.$transaction(async (transaction) => {
      const held = await holdImport(transaction, id);
      if (held === null) return NO_IMPORT;
      if (held.state !== "submitted") return isNow(held.state);
      if (held.by.id === by.id && !(await isOnlyReviewer(transaction, by)))
        return { refused: "It is your own: somebody else reviews it." };
      const { reviewer } = held;
      if (reviewer?.id === by.id) return { done: true };
      if (reviewer !== null && reviewer.id !== takeOverFrom)
        return { refused: `${reviewer.name} has claimed it since this page was opened.` };
      await transaction.importBatch.update({ where: { id }, data: { reviewerId: by.id } });
      const from = reviewer === null ? "" : `Taken over from ${reviewer.name}.`;
      await addEvent(transaction, by, { id, kind: "claimed", text: from });
      await audit(transaction, by, "import.run", subjectOf(id), "review claimed");
      return { done: true };
    });
  },
);

/** Lets go of an import’s review that one has claimed. */
export const releaseImport = command("import.run", async (db, by, id: number) =>
  db.$transaction(async (transaction): Promise<ImportDone> => {
    const held = await holdImport(transaction, id);
    if (held === null) return NO_IMPORT;
    if (held.reviewer?.id !== by.id) return { refused: "You have not claimed it." };
    await transaction.importBatch.update({ where: { id }, data: { reviewerId: null } });
    await addEvent(transaction, by, { id, kind: "released", text: "" });
    await audit(transaction, by, "import.run", subjectOf(id), "review released");
    return { done: true };
  }),
);

/** Says something of an import to its uploader and to who reviews it. */
export const commentOnImport = command(
  "import.run",
  async (db, by, given: { id: number; text: string }): Promise<ImportDone> => {
    const text = commentSchema.safeParse(given.text);
    if (!text.success) return { refused: text.error.issues[0]?.message ?? "It is no comment." };
    const { id } = given;
    return db.$transaction(async (transaction) => {
      const held = await holdImport(transaction, id);
      if (held === null) return NO_IMPORT;
      if (!TALKED_OF.includes(held.state)) return isNow(held.state);
      await addEvent(transaction, by, { id, kind: "commented", text: text.data });
      await audit(transaction, by, "import.run", subjectOf(id), "commented");
      return { done: true };
    });
  },
);

async function addEvent(
  transaction: Queryable,
  by: Person,
  { id, kind, text }: { id: number; kind: "claimed" | "released" | "commented"; text: string },
): Promise<void> {
  await transaction.importEvent.create({
    data: { importId: id, kind, byId: by.id, text },
    select: { id: true },
  });
}
