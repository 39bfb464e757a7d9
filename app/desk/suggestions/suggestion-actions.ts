"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formText } from "@/app/desk/form-text";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { declineSuggestion, takeUpSuggestion } from "@/lib/suggestions/suggestion-commands";

const idSchema = z.coerce.number().int().positive().max(2_147_483_647).catch(0);

/** Begins a draft of what a reader has sent. */
export async function takeUp(_state: FormState, form: FormData): Promise<FormState> {
  const person = await signedIn();
  const id = idSchema.parse(formText(form, "id"));
  const outcome = await takeUpSuggestion(database(), person, id);
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
  redirect(`/desk/proposals/${outcome.proposalId}`);
}

/** Declines what a reader has sent, with an answer. */
export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  const person = await signedIn();
  const id = idSchema.parse(formText(form, "id"));
  const answer = formText(form, "answer", 4000);
  const outcome = await declineSuggestion(database(), person, { id, answer });
  if ("refused" in outcome)
    return refused([{ field: "answer", message: outcome.refused }], { answer });
  redirect(`/desk/suggestions/${id}`);
}
