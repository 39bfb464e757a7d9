import { z } from "zod";
import { textSchema } from "@/lib/sources/source";

/** What a version changes and why, as the public reads it; empty where nobody said it. */
export const noteSchema = z
  .string()
  // Browsers send each line's end as two characters.
  .overwrite((note) => note.replaceAll("\r\n", "\n"))
  .trim()
  .max(2000, "The note must have at most 2,000 characters.")
  .pipe(
    z.union([z.literal(""), textSchema(2000)], {
      error: "The note must not hold control characters or direction overrides.",
    }),
  );
