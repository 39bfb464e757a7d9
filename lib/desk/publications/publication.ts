import { z } from "zod";
import { sentText } from "@/lib/desk/forms/sent-text";
import { textSchema } from "@/lib/values/sources/source";

/** A version as the desk lists it. */
export interface PublicationLine {
  version: number;
  publishedAt: Date;
  note: string;
  /** The public names of who wrote and who reviewed it; null for a loaded dataset, and where nobody else reviewed. */
  enteredBy: string | null;
  reviewedBy: string | null;
}

/** A publication may be taken back where it changed at most so many records; a larger one was a dataset. */
export const MOST_TAKEN_BACK = 5_000;

/** Letters of why a publication is taken back. */
export const LONGEST_WHY = 1_000;

export const takeBackSchema = z.object({
  version: z.coerce.number().int().positive().max(2_147_483_647),
  reason: sentText("Say why it is taken back.")
    .min(1, "Say why it is taken back: readers of the new version are told.")
    .max(
      LONGEST_WHY,
      `The reason must have at most ${LONGEST_WHY.toLocaleString("en-GB")} characters.`,
    )
    .pipe(textSchema(LONGEST_WHY)),
});
