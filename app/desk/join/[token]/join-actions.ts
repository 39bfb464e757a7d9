"use server";

import { redirect } from "next/navigation";
import { formText } from "@/app/desk/form-text";
import { keepCookies } from "@/app/desk/keep-cookies";
import { signedIn } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { acceptInvitation } from "@/lib/desk/people/join-commands";
import { signInWithPassword } from "@/lib/desk/people/sign-in-commands";

/** Follows an invitation, and signs in. */
export async function join(_state: FormState, form: FormData): Promise<FormState> {
  const given = { name: formText(form, "name", 200), email: formText(form, "email", 300) };
  const password = formText(form, "password", 1000);
  const by = await signedIn();
  const joined = await acceptInvitation(database(), by, {
    secret: formText(form, "secret", 100),
    ...given,
    password,
  });
  if ("problems" in joined) return refused(joined.problems, given);
  const outcome = await signInWithPassword(database(), by, await visitor(), {
    email: joined.email,
    password,
  });
  if (!("signedIn" in outcome)) redirect("/desk/sign-in");
  await keepCookies(outcome.cookies);
  redirect("/desk");
}
