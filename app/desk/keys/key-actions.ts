"use server";

import { revalidatePath } from "next/cache";
import { actFreshly } from "@/app/desk/act-freshly";
import { formNumber, formText } from "@/app/desk/form-text";
import { requirePerson } from "@/app/desk/signed-in";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { EXPIRY_CHOICES, SCOPE_CHOICES, scopesSchema } from "@/lib/desk/keys/api-key";
import { makeKey, revokeKey } from "@/lib/desk/keys/key-commands";

export async function makeKeyFor(_state: FormState, form: FormData): Promise<FormState> {
  const given = {
    name: formText(form, "name", 300),
    person: formText(form, "person", 100),
    scopes: formText(form, "scopes", 100),
    expires: formText(form, "expires", 10),
  };
  return actFreshly("people.manage", form, given, async (by) => {
    const isScopes = SCOPE_CHOICES.some(({ value }) => value === given.scopes);
    const isExpiry = EXPIRY_CHOICES.some(({ value }) => value === given.expires);
    const problems = [
      ...(isScopes ? [] : [{ field: "scopes", message: "Choose what the key may do." }]),
      ...(isExpiry ? [] : [{ field: "expires", message: "Choose how long the key may be used." }]),
    ];
    if (problems.length > 0) return refused(problems, given);
    const made = await makeKey(database(), by, {
      name: given.name,
      personId: given.person,
      scopes: scopesSchema.parse(given.scopes.split(",")),
      days: given.expires === "0" ? null : Number(given.expires),
    });
    if ("refused" in made) return refused([{ field: made.field, message: made.refused }], given);
    revalidatePath("/desk/keys");
    return done("Copy this key now: it is shown only once. Keep it as you would a password.", {
      kind: "key",
      key: made.secret,
    });
  });
}

export async function endKey(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("people.manage");
  const id = formNumber(form, "key");
  if (id === 0) return refused([{ field: null, message: "There is no such key." }]);
  const outcome = await revokeKey(database(), by, id);
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
  revalidatePath("/desk/keys");
  return done(outcome.done);
}
