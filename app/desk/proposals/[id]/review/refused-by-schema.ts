import type { z } from "zod";
import { type FormState, refused } from "@/components/desk/ui/form-state";

/** What a schema has against a form, each at its field where somebody typed into that. @param typed what was typed, by field */
export function refusedBySchema(
  { issues }: z.ZodError,
  typed: Readonly<Record<string, string>>,
): FormState {
  return refused(
    issues.map(({ path: [field], message }) => ({
      field: typeof field === "string" && field in typed ? field : null,
      message,
    })),
    typed,
  );
}
