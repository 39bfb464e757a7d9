import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { Settling } from "@/lib/desk/proposals/field-comment";
import {
  declineSuggestion,
  reopenComment,
  resolveComment,
  takeSuggestion,
  undoTaken,
} from "@/lib/desk/proposals/field-comment-commands";
import type { Reviewed } from "@/lib/desk/proposals/review";

/** Settles a comment on a field in the way that a button says. @param saveNumber of the draft that was read; only taking and its undoing ask for it */
export async function settleComment(
  db: Database,
  by: Person | null,
  { how, commentId, saveNumber }: { how: Settling; commentId: number; saveNumber: number },
): Promise<Reviewed> {
  switch (how) {
    case "take": {
      const taken = await takeSuggestion(db, by, { commentId, saveNumber });
      return "refused" in taken ? taken : { done: "It is in the draft now." };
    }
    case "undo": {
      const undone = await undoTaken(db, by, { commentId, saveNumber });
      return "refused" in undone ? undone : { done: "It is undone; the suggestion waits again." };
    }
    case "decline":
      return declineSuggestion(db, by, { commentId });
    case "resolve":
      return resolveComment(db, by, { commentId });
    case "reopen":
      return reopenComment(db, by, { commentId });
  }
}
