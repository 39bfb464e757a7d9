import { sentText } from "@/lib/desk/forms/sent-text";
import { textSchema } from "@/lib/values/sources/source";

/** What a command of the review answers: what was done, or why nothing was. */
export type Reviewed = { done: string } | { refused: string };

/** Text that somebody writes to somebody at the desk. */
function messageSchema(missing: string) {
  return sentText(missing)
    .min(1, missing)
    .max(4000, "It must have at most 4,000 characters.")
    .pipe(textSchema(4000));
}

export const commentSchema = messageSchema("Write the comment first.");
export const reasonSchema = messageSchema("Say why, so that the author knows what to do.");
