"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formText } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { declineSuggestion, takeUpSuggestion } from "@/lib/desk/suggestions/suggestion-commands";

const idSchema = z.coerce.number().int().positive().max(2_147_483_647).catch(0);

/** Begins a draft of what a reader has sent. */
export async function takeUp(_state: FormState, form: FormData): Promise<FormState> {
  const id = idSchema.parse(formText(form, "id"));
  return inForm({}, async () => {
    const outcome = await takeUpSuggestion(database(), await signedIn(), id);
    if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
    redirect(`/desk/proposals/${outcome.proposalId}`);
  });
}

/** Declines what a reader has sent, with an answer. */
export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  const id = idSchema.parse(formText(form, "id"));
  const answer = formText(form, "answer", 4000);
  return inForm({ answer }, async () => {
    const outcome = await declineSuggestion(database(), await signedIn(), { id, answer });
    if ("refused" in outcome)
      return refused([{ field: "answer", message: outcome.refused }], { answer });
    redirect(`/desk/suggestions/${id}`);
  });
}
