import { z } from "zod";
import type { ProposalState } from "@/lib/desk/proposals/proposal";
import { commentSchema } from "@/lib/desk/proposals/review";

/** What became of a comment on a field; `taken` and `declined` only of one that suggests another value. */
export type FieldCommentState = "open" | "resolved" | "taken" | "declined";

/** How somebody can settle a comment, as buttons name it. */
export const SETTLINGS = ["take", "decline", "resolve", "reopen", "undo"] as const;
export type Settling = (typeof SETTLINGS)[number];

/** What somebody did with a comment, as it is written after their name. */
export const COMMENT_ENTRY_TEXT = {
  answered: "answered",
  resolved: "resolved it",
  reopened: "reopened it",
  taken: "took the suggestion",
  declined: "declined the suggestion",
} as const;

/** A comment that waits for somebody. */
export interface UnresolvedComment {
  id: number;
  label: string;
  text: string;
}

/** Of what is said about one field. */
export const fieldCommentSchema = z.object({
  text: commentSchema,
  /** The field's other value; an empty text suggests none. */
  suggested: z.string().max(30_000).default(""),
});

/** How the names of a row's fields begin in the form that suggests one. */
export const ROW_FIELD = "row.";

/** So many comments on one proposal may wait; whoever has more to say returns it. */
export const MOST_UNRESOLVED = 200;

/** Whether something may still be said about its fields. */
export function takesComments(state: ProposalState): boolean {
  return state === "draft" || state === "inReview" || state === "returned";
}

/** Which comments hold a publication up until somebody confirms it: `2 comments are not resolved: on Name (“Who says so?”), …`. */
export function unresolvedText(comments: readonly UnresolvedComment[]): string {
  const named = comments.slice(0, 5).map(({ label, text }) => `on ${label} (“${short(text)}”)`);
  const more = comments.length - named.length;
  const list = [...named, ...(more > 0 ? [`and ${more} more`] : [])].join(", ");
  return comments.length === 1
    ? `1 comment is not resolved: ${list}.`
    : `${comments.length} comments are not resolved: ${list}.`;
}

function short(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line.length > 80 ? `${line.slice(0, 77)}…` : line;
}
