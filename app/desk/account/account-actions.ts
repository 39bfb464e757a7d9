"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { actFreshly } from "@/app/desk/act-freshly";
import { formId, formText } from "@/app/desk/form-text";
import { keepCookies } from "@/app/desk/keep-cookies";
import { currentSession, requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { MAIL_CHOICES, MAIL_MINUTES } from "@/lib/desk/mail/mail-choice";
import { chooseMail } from "@/lib/desk/mail/mail-commands";
import { mailServer } from "@/lib/desk/mail/mail-queries";
import {
  changeOwnName,
  changeOwnPassword,
  endSecondFactor,
  renewBackupCodes,
} from "@/lib/desk/people/account-commands";
import { changeOwnEmail } from "@/lib/desk/people/email-commands";
import { removePasskey } from "@/lib/desk/people/passkey-commands";
import { endOtherSessions, endSession } from "@/lib/desk/people/session-commands";
import { feedPath } from "@/lib/desk/private-feed/private-feed";
import { makeFeedLink, revokeFeedLink } from "@/lib/desk/private-feed/private-feed-commands";

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

export async function dropPasskey(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("account.keep", form, {}, async (by) => {
    await removePasskey(database(), by, formId(form, "passkey"));
    redirect(`${PAGE}?done=passkey-removed#passkeys`);
  });
}

export async function makeFeed(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("account.keep", form, {}, async (by) => {
    const secret = await makeFeedLink(database(), by);
    revalidatePath(PAGE);
    return done(
      "This is the address of your feed: it is shown only once. Whoever has it reads your feed; an earlier one works no longer.",
      { kind: "link", address: `${(await visitor()).origin}${feedPath(secret)}` },
    );
  });
}

export async function endFeed(_state: FormState, _form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  await revokeFeedLink(database(), by);
  redirect(`${PAGE}?done=feed-ended#feed`);
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

export async function chooseOwnMail(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("account.keep");
  const given = { minutes: formText(form, "minutes", 10) };
  if (mailServer() === null)
    return refused([{ field: null, message: "No messages are sent from here any more." }], given);
  const chosen = MAIL_CHOICES.find(({ value }) => value === given.minutes);
  if (chosen === undefined)
    return refused([{ field: "minutes", message: "Choose how often you want a message." }], given);
  const minutes = MAIL_MINUTES.find((each) => String(each) === chosen.value) ?? null;
  await chooseMail(database(), by, minutes);
  revalidatePath("/desk/account");
  return done(minutes === null ? "You get no messages." : `${chosen.label}, to ${by.email}.`);
}
