import { formText } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { currentSession } from "@/app/desk/signed-in";
import { asksPassword, CONFIRM_FIELD, type FormState } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import {
  type Action,
  Forbidden,
  may,
  type Person,
  SecondFactorMissing,
} from "@/lib/desk/access/access";
import { confirmPassword } from "@/lib/desk/people/confirm-command";
import { PASSWORD_MINUTES } from "@/lib/desk/people/session-age";

const ASKED = `It is more than ${PASSWORD_MINUTES} minutes since you entered your password. Enter it, and send this again: all that you filled in is kept.`;

/**
 * Does what takes a fresh password: asks for it in the form itself where it was entered too long ago, and goes on with
 * what was filled in once it is right.
 * @param given what was filled in, without passwords
 */
export async function actFreshly(
  action: Action,
  form: FormData,
  given: Readonly<Record<string, string>>,
  act: (by: Person) => Promise<FormState>,
): Promise<FormState> {
  return inForm(given, async () => {
    const outcome = await freshPerson(action, formText(form, CONFIRM_FIELD, 1000));
    return "refused" in outcome ? asksPassword(outcome.refused, given) : act(outcome);
  });
}

/**
 * Who is signed in with a password that was entered lately, now where it must be; or why they are asked for it.
 * @throws {Forbidden} where they may not do what they are about to
 */
export async function freshPerson(
  action: Action,
  password: string,
): Promise<Person | { refused: string }> {
  const current = await currentSession();
  const person = current?.person ?? null;
  if (current === null || person === null) throw new Forbidden(action, false);
  if (!may(person, action))
    throw person.lacksSecondFactor ? new SecondFactorMissing(action) : new Forbidden(action, true);
  if (person.hasOldPassword !== true) return person;
  if (password === "") return { refused: ASKED };
  const outcome = await confirmPassword(database(), person, {
    sessionId: current.session.id,
    password,
  });
  return "problems" in outcome
    ? { refused: outcome.problems.map(({ message }) => message).join(" ") }
    : outcome.confirmed;
}
