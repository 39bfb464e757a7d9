"use server";

import { redirect } from "next/navigation";
import { formText } from "@/app/desk/form-text";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { setPasswordByLink } from "@/lib/desk/people/join-commands";

/** Sets a new password; its owner then signs in with it, second factor included. */
export async function setPassword(_state: FormState, form: FormData): Promise<FormState> {
  const outcome = await setPasswordByLink(database(), await signedIn(), {
    secret: formText(form, "secret", 100),
    password: formText(form, "password", 1000),
  });
  if ("problems" in outcome) return refused(outcome.problems);
  redirect("/desk/sign-in?done=password");
}
