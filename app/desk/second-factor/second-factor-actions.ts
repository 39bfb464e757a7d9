"use server";

import { redirect } from "next/navigation";
import { formText } from "@/app/desk/form-text";
import { keepCookies } from "@/app/desk/keep-cookies";
import { signedIn } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { signInWithSecondFactor } from "@/lib/desk/people/sign-in-commands";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

/** Ends a sign-in that a password began. */
export async function enterCode(_state: FormState, form: FormData): Promise<FormState> {
  const code = formText(form, "code", 100);
  if (!/^[\p{L}\p{N}\p{Pd}\s]{6,40}$/u.test(code.trim())) {
    const message =
      "Enter the six digits that your authenticator shows, or a backup code such as AB3DE-5FG7H.";
    return refused([{ field: "code", message }]);
  }
  const outcome = await signInWithSecondFactor(database(), await signedIn(), await visitor(), {
    code,
  });
  if ("refused" in outcome) return refused([{ field: "code", message: outcome.refused }]);
  await keepCookies(outcome.cookies);
  redirect(nextUrlAfter(formText(form, "next")));
}
