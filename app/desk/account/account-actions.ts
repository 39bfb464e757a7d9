"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { formId, formText } from "@/app/desk/form-text";
import { keepCookies } from "@/app/desk/keep-cookies";
import { currentSession, requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import type { SetUpState } from "@/components/desk/second-factor-form";
import { done, type FormState, refused, UNSENT } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import {
  beginSecondFactor,
  changeOwnName,
  changeOwnPassword,
  confirmSecondFactor,
  endSecondFactor,
  renewBackupCodes,
} from "@/lib/desk/people/account-commands";
import { changeOwnEmail } from "@/lib/desk/people/email-commands";
import { otpSetup } from "@/lib/desk/people/otp-setup";
import { parseJson } from "@/lib/desk/people/parse-json";
import { newPasskeySchema, passkeyNameSchema } from "@/lib/desk/people/passkey";
import { addPasskey, offerPasskey, removePasskey } from "@/lib/desk/people/passkey-commands";
import { endOtherSessions, endSession } from "@/lib/desk/people/session-commands";

const PAGE = "/desk/account";

export async function saveName(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  const name = formText(form, "name", 200);
  const outcome = await changeOwnName(database(), by, name);
  if ("problems" in outcome) return refused(outcome.problems, { name });
  revalidatePath(PAGE);
  return done(`Your public name is ${outcome.name}.`);
}

export async function saveEmail(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  const email = formText(form, "email", 300);
  const password = formText(form, "password", 1000);
  const outcome = await changeOwnEmail(database(), by, { email, password });
  if ("problems" in outcome) return refused(outcome.problems, { email });
  revalidatePath(PAGE);
  return done(
    `You sign in with ${outcome.email} from now on. Your sessions go on; below you can end those that are not this one.`,
  );
}

export async function savePassword(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  const outcome = await changeOwnPassword(database(), by, {
    presentSession: (await currentSession())?.session.id ?? "",
    password: formText(form, "password", 1000),
    newPassword: formText(form, "newPassword", 1000),
  });
  if ("problems" in outcome) return refused(outcome.problems);
  revalidatePath(PAGE);
  return done("Your password is changed, and your other sessions have ended.");
}

export async function beginSetUp(_state: SetUpState, form: FormData): Promise<SetUpState> {
  const by = await requirePerson("account.keep");
  const password = formText(form, "password", 1000);
  const outcome = await beginSecondFactor(database(), by, await visitor(), { password });
  if ("problems" in outcome) return { ...refused(outcome.problems), setup: null };
  return { ...UNSENT, setup: otpSetup(outcome.uri, outcome.backupCodes) };
}

export async function confirmSetUp(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  const code = formText(form, "code", 100);
  const outcome = await confirmSecondFactor(database(), by, await visitor(), { code });
  if ("problems" in outcome) return refused(outcome.problems);
  await keepCookies(outcome.cookies);
  redirect(`${PAGE}?done=second-factor#second-factor`);
}

export async function renewCodes(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  const password = formText(form, "password", 1000);
  const outcome = await renewBackupCodes(database(), by, await visitor(), { password });
  if ("problems" in outcome) return refused(outcome.problems);
  return done("These are your backup codes now; the old ones no longer work.", {
    kind: "codes",
    codes: outcome.backupCodes,
  });
}

export async function takeOff(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  const password = formText(form, "password", 1000);
  const outcome = await endSecondFactor(database(), by, await visitor(), { password });
  if ("problems" in outcome) return refused(outcome.problems);
  await keepCookies(outcome.cookies);
  redirect(`${PAGE}?done=taken-off#second-factor`);
}

export async function startPasskey(): Promise<{ options: object } | { refused: string }> {
  const by = await requirePerson("account.keep");
  const request = await offerPasskey(database(), by, await visitor());
  if ("refused" in request) return request;
  await keepCookies(request.cookies);
  return { options: request.options };
}

export async function finishPasskey(
  credential: string,
  given: string,
): Promise<{ to: string } | { refused: string }> {
  const by = await requirePerson("account.keep");
  const response = newPasskeySchema.safeParse(parseJson(credential));
  const name = passkeyNameSchema.safeParse(given);
  if (!name.success) {
    return { refused: name.error.issues[0]?.message ?? "The name must be text." };
  }
  if (!response.success) return { refused: "The browser’s answer could not be read. Try again." };
  const outcome = await addPasskey(database(), by, await visitor(), {
    response: response.data,
    name: name.data,
  });
  return "refused" in outcome ? outcome : { to: `${PAGE}?done=passkey#passkeys` };
}

export async function dropPasskey(form: FormData): Promise<void> {
  const by = await requirePerson("account.keep");
  await removePasskey(database(), by, formId(form, "passkey"));
  redirect(`${PAGE}?done=passkey-removed#passkeys`);
}

export async function endOne(form: FormData): Promise<void> {
  const by = await requirePerson("account.keep");
  await endSession(database(), by, formId(form, "session"));
  redirect(`${PAGE}?done=session#sessions`);
}

export async function endOthers(): Promise<void> {
  const by = await requirePerson("account.keep");
  const present = (await currentSession())?.session.id ?? "";
  await endOtherSessions(database(), by, present);
  redirect(`${PAGE}?done=sessions#sessions`);
}
