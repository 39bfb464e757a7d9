"use server";

import { redirect } from "next/navigation";
import { freshPerson } from "@/app/desk/act-freshly";
import { formText } from "@/app/desk/form-text";
import { keepCookies } from "@/app/desk/keep-cookies";
import { requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import type { SetUpState } from "@/components/desk/second-factor-form";
import { type FormState, refused, UNSENT } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { beginSecondFactor, confirmSecondFactor } from "@/lib/desk/people/account-commands";
import { otpSetup } from "@/lib/desk/people/otp-setup";
import { parseJson } from "@/lib/desk/people/parse-json";
import { newPasskeySchema, passkeyNameSchema } from "@/lib/desk/people/passkey";
import { addPasskey, offerPasskey } from "@/lib/desk/people/passkey-commands";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

const PAGE = "/desk/account";

export async function beginSetUp(_state: SetUpState, form: FormData): Promise<SetUpState> {
  const by = await requirePerson("factor.setUp");
  const password = formText(form, "password", 1000);
  const outcome = await beginSecondFactor(database(), by, await visitor(), { password });
  if ("problems" in outcome) return { ...refused(outcome.problems), setup: null };
  return { ...UNSENT, setup: otpSetup(outcome.uri, outcome.backupCodes) };
}

export async function confirmSetUp(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("factor.setUp");
  const code = formText(form, "code", 100);
  const outcome = await confirmSecondFactor(database(), by, await visitor(), { code });
  if ("problems" in outcome) return refused(outcome.problems);
  await keepCookies(outcome.cookies);
  redirect(
    by.lacksSecondFactor === true
      ? nextUrlAfter(formText(form, "next"))
      : `${PAGE}?done=second-factor#second-factor`,
  );
}

/** @param password empty where it was not asked for */
export async function startPasskey(
  password: string,
): Promise<{ options: object } | { refused: string; asksPassword?: true }> {
  await requirePerson("factor.setUp");
  const by = await freshPerson("factor.setUp", String(password).slice(0, 1000));
  if ("refused" in by) return { ...by, asksPassword: true };
  const request = await offerPasskey(database(), by, await visitor());
  if ("refused" in request) return request;
  await keepCookies(request.cookies);
  return { options: request.options };
}

export async function finishPasskey(
  credential: string,
  given: string,
): Promise<{ to: string } | { refused: string }> {
  await requirePerson("factor.setUp");
  const by = await freshPerson("factor.setUp", "");
  if ("refused" in by) return by;
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
  if ("refused" in outcome) return outcome;
  return {
    to: by.lacksSecondFactor ? "/desk/second-factor/set-up" : `${PAGE}?done=passkey#passkeys`,
  };
}
