import { z } from "zod";
import { sentText } from "@/lib/desk/forms/sent-text";
import { textSchema } from "@/lib/values/sources/source";

/** What a version changes and why, as the public reads it; empty where nobody said it. */
export const noteSchema = sentText()
  .max(2000, "The note must have at most 2,000 characters.")
  .pipe(
    z.union([z.literal(""), textSchema(2000)], {
      error: "The note must not hold control characters or direction overrides.",
    }),
  );
