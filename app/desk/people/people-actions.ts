"use server";

import { revalidatePath } from "next/cache";
import { actFreshly } from "@/app/desk/act-freshly";
import { formId, formNumber, formText } from "@/app/desk/form-text";
import { requirePerson } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { changeEmailOf } from "@/lib/desk/people/email-commands";
import { linkPath } from "@/lib/desk/people/one-time-link";
import {
  changeRole,
  type Done,
  deactivate,
  invite,
  makePasswordLink,
  reactivate,
  revokeLink,
  takeOffSecondFactor,
} from "@/lib/desk/people/people-commands";
import { emailSchema, roleSchema } from "@/lib/desk/people/person";

const ROLE_WRONG = "Choose a role: contributor, editor or admin.";

export async function sendInvitation(_state: FormState, form: FormData): Promise<FormState> {
  const given = { email: formText(form, "email", 300), role: formText(form, "role", 50) };
  const email = emailSchema.safeParse(given.email);
  const role = roleSchema.safeParse(given.role);
  if (!email.success || !role.success) {
    const problems = [
      ...(email.success
        ? []
        : [{ field: "email", message: email.error.issues[0]?.message ?? "Enter an address." }]),
      ...(role.success ? [] : [{ field: "role", message: ROLE_WRONG }]),
    ];
    return refused(problems, given);
  }
  return actFreshly("people.manage", form, given, async (by) => {
    const made = await invite(database(), by, { email: email.data, role: role.data });
    if ("refused" in made) return refused([{ field: "email", message: made.refused }], given);
    revalidatePath("/desk/people");
    return done(
      `Pass this link to ${email.data}: it is shown only once, works once and is valid for seven days.`,
      { kind: "link", address: await whole(linkPath("invitation", made.secret)) },
    );
  });
}

export async function sendPasswordLink(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("people.manage", form, {}, async (by) => {
    const made = await makePasswordLink(database(), by, formId(form, "person"));
    if ("refused" in made) return refused([{ field: null, message: made.refused }]);
    return done("Pass this link on: it is shown only once, works once and is valid for one day.", {
      kind: "link",
      address: await whole(linkPath("password", made.secret)),
    });
  });
}

export async function saveRole(_state: FormState, form: FormData): Promise<FormState> {
  const given = { role: formText(form, "role", 50) };
  const role = roleSchema.safeParse(given.role);
  if (!role.success) return refused([{ field: "role", message: ROLE_WRONG }], given);
  const personId = formId(form, "person");
  return actFreshly("people.manage", form, given, async (by) =>
    formStateOf(await changeRole(database(), by, { personId, role: role.data })),
  );
}

export async function saveEmailOf(_state: FormState, form: FormData): Promise<FormState> {
  const email = formText(form, "email", 300);
  const personId = formId(form, "person");
  return actFreshly("people.manage", form, { email }, async (by) => {
    const outcome = await changeEmailOf(database(), by, { personId, email });
    if ("refused" in outcome) {
      return refused([{ field: "email", message: outcome.refused }], { email });
    }
    revalidatePath("/desk/people");
    return done(
      `${outcome.name} signs in with ${outcome.email} from now on. The desk sends no mail: tell them.`,
    );
  });
}

export async function endAccess(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("people.manage", form, {}, async (by) =>
    formStateOf(await deactivate(database(), by, formId(form, "person"))),
  );
}

export async function giveAccessBack(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("people.manage", form, {}, async (by) =>
    formStateOf(await reactivate(database(), by, formId(form, "person"))),
  );
}

export async function dropSecondFactor(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("people.manage", form, {}, async (by) =>
    formStateOf(await takeOffSecondFactor(database(), by, formId(form, "person"))),
  );
}

export async function takeLinkBack(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("people.manage");
  const id = formNumber(form, "link");
  if (id === 0) return refused([{ field: null, message: "There is no such link." }]);
  return formStateOf(await revokeLink(database(), by, id));
}

function formStateOf(outcome: Done): FormState {
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
  revalidatePath("/desk/people");
  return done(outcome.done);
}

/** A link as it is handed on. */
async function whole(path: string): Promise<string> {
  return `${(await visitor()).origin}${path}`;
}
