"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { keepCookies } from "@/app/desk/keep-cookies";
import { signedIn } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { signInWithPassword } from "@/lib/desk/people/sign-in-commands";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

const formSchema = z.object({
  email: z.string().trim().min(1, "Enter your e-mail address.").max(300),
  password: z.string().min(1, "Enter your password.").max(1000),
  next: z.string().optional().catch(undefined),
});

/** Signs in, or says why not. */
export async function signIn(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = formSchema.safeParse(formFields(form));
  const typed = formFields(form).email;
  const given = { email: typeof typed === "string" ? typed.slice(0, 300) : "" };
  if (!parsed.success) {
    const problems = parsed.error.issues.map(({ path, message }) => ({
      field: String(path[0]),
      message,
    }));
    return refused(problems, given);
  }
  const { email, password, next } = parsed.data;
  const to = nextUrlAfter(next);
  const outcome = await signInWithPassword(database(), await signedIn(), await visitor(), {
    email,
    password,
  });
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }], given);
  await keepCookies(outcome.cookies);
  if ("secondFactor" in outcome) redirect(`/desk/second-factor?next=${encodeURIComponent(to)}`);
  redirect(to);
}
