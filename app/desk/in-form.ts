import { type FormState, refused } from "@/components/desk/ui/form-state";
import { Forbidden, SecondFactorMissing } from "@/lib/desk/access/access";

/**
 * Answers in the form itself, with what was typed, whoever was signed out or lost their role while they had
 * it open. Whatever else is thrown is thrown on.
 * @param given what was typed, without passwords
 */
export async function inForm(
  given: Readonly<Record<string, string>>,
  run: () => Promise<FormState>,
): Promise<FormState> {
  try {
    return await run();
  } catch (error) {
    if (!(error instanceof Forbidden)) throw error;
    return refused([{ field: null, message: lostRight(error) }], given);
  }
}

function lostRight(error: Forbidden): string {
  if (error instanceof SecondFactorMissing) return error.message;
  return error.signedIn
    ? "Your role at the desk has changed, and may not do this any more. Nothing was done, and what you typed is still here: copy it, or ask an admin."
    : "You are signed out. Sign in in another tab, then send this again: your text is still here.";
}
