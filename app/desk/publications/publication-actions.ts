"use server";

import { redirect } from "next/navigation";
import { formText } from "@/app/desk/form-text";
import { runInBackground } from "@/app/desk/imports/run-in-background";
import { requirePerson, signedIn } from "@/app/desk/signed-in";
import { SIGNED_OUT } from "@/app/desk/signed-out";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { prepareReversal } from "@/lib/desk/publications/prepare-reversal-command";

/** Prepares what takes a publication back, and begins to check it. */
export async function takePublicationBack(_state: FormState, form: FormData): Promise<FormState> {
  const reason = formText(form, "reason", 10_000);
  if ((await signedIn()) === null) return refused([SIGNED_OUT], { reason });
  const person = await requirePerson("import.run");
  const outcome = await prepareReversal(database(), person, {
    version: formText(form, "version"),
    reason,
  });
  if ("refused" in outcome)
    return refused([{ field: outcome.field, message: outcome.refused }], { reason });
  runInBackground(person, outcome.created);
  redirect(`/desk/imports/${outcome.created}`);
}
