"use server";

import { revalidatePath } from "next/cache";
import { actFreshly } from "@/app/desk/act-freshly";
import { formNumber, formText } from "@/app/desk/form-text";
import { requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { WEBHOOK_SENDS } from "@/lib/desk/webhooks/webhook";
import {
  makeWebhook,
  removeWebhook,
  renewWebhookSecret,
  sendTest,
  switchWebhook,
} from "@/lib/desk/webhooks/webhook-commands";

const PAGE = "/desk/webhooks";
const SHOWN =
  "Copy this secret now: it is shown only once. By it the receiver checks that a message is from here.";

export async function makeHook(_state: FormState, form: FormData): Promise<FormState> {
  const given = {
    name: formText(form, "name", 300),
    url: formText(form, "url", 3000),
    sends: formText(form, "sends", 100),
    person: formText(form, "person", 100),
  };
  return actFreshly("webhook.manage", form, given, async (by) => {
    const sends = WEBHOOK_SENDS.find((each) => each === given.sends);
    if (sends === undefined)
      return refused([{ field: "sends", message: "Choose what is sent." }], given);
    const { name, url, person: personId } = given;
    const made = await makeWebhook(database(), by, { name, url, sends, personId });
    if ("refused" in made) return refused([{ field: made.field, message: made.refused }], given);
    revalidatePath(PAGE);
    return done(SHOWN, { kind: "secret", key: made.secret });
  });
}

export async function renewSecret(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("webhook.manage", form, {}, async (by) => {
    const made = await renewWebhookSecret(database(), by, formNumber(form, "webhook"));
    if ("refused" in made) return refused([{ field: null, message: made.refused }]);
    return done(SHOWN, { kind: "secret", key: made.secret });
  });
}

export async function switchOn(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("webhook.manage");
  const id = formNumber(form, "webhook");
  return told(await switchWebhook(database(), by, { id, on: true }));
}

export async function switchOff(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("webhook.manage");
  const id = formNumber(form, "webhook");
  return told(await switchWebhook(database(), by, { id, on: false }));
}

export async function remove(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("webhook.manage");
  return told(await removeWebhook(database(), by, formNumber(form, "webhook")));
}

export async function test(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("webhook.manage");
  const { origin: base } = await visitor();
  return told(await sendTest(database(), by, { id: formNumber(form, "webhook"), base }));
}

function told(outcome: { done: string } | { refused: string }): FormState {
  revalidatePath(PAGE);
  return "refused" in outcome
    ? refused([{ field: null, message: outcome.refused }])
    : done(outcome.done);
}
