/** What is wrong with one field of a form. */
interface FieldProblem {
  /** The field's name; null for what is wrong with the whole. */
  field: string | null;
  /** What is wrong and what is allowed, in plain words. */
  message: string;
}

/** How the last sending of a plain form ended. */
export interface FormState {
  problems: readonly FieldProblem[];
  /** What was typed, by field, so that nothing is cleared; never a password. */
  given: Readonly<Record<string, string>>;
  /** What was done; null where nothing was yet. */
  done: string | null;
  /** Shown this once, and never again. */
  secret: Secret | null;
  /** Whether the password has to be sent with it the next time. */
  asksPassword?: true;
  /** The id of the part of the page that is worth seeing next; none where the form is. */
  next?: string;
}

/** What a form sends along that stays on the page as it stands, so that its answer leads nowhere. */
export const STAYS_FIELD = "stays";

/** What the password is called that a form asks for once more. */
export const CONFIRM_FIELD = "confirmWith";

/** A form that is done only once the password is entered again. @param given what was typed, without passwords */
export function asksPassword(message: string, given: Readonly<Record<string, string>>): FormState {
  return { ...refused([{ field: CONFIRM_FIELD, message }], given), asksPassword: true };
}

/** Something that is shown once: a link to hand on, a key for a program, or codes to keep. */
export type Secret =
  | { kind: "link"; address: string }
  | { kind: "key" | "secret"; key: string }
  | { kind: "codes"; codes: readonly string[] };

export type FormAction = (state: FormState, form: FormData) => Promise<FormState>;

/** A form that nobody has sent yet. */
export const UNSENT: FormState = { problems: [], given: {}, done: null, secret: null };

/** A form that was refused. @param given what was typed, without passwords */
export function refused(
  problems: readonly FieldProblem[],
  given: Readonly<Record<string, string>> = {},
): FormState {
  return { ...UNSENT, problems, given };
}

/** A form that did what it is for. */
export function done(text: string, secret: Secret | null = null): FormState {
  return { ...UNSENT, done: text, secret };
}
