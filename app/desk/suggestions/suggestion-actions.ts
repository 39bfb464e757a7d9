"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formText } from "@/app/desk/form-text";
import { requirePerson, signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { declineSuggestion, takeUpSuggestion } from "@/lib/suggestions/suggestion-commands";

const SIGNED_OUT = {
  field: null,
  message:
    "You are signed out. Sign in in another tab, then send this again: it still stands here.",
};

const idSchema = z.coerce.number().int().positive().max(2_147_483_647).catch(0);

/** Begins a draft of what a reader has sent. */
export async function takeUp(_state: FormState, form: FormData): Promise<FormState> {
  if ((await signedIn()) === null) return refused([SIGNED_OUT]);
  const person = await requirePerson("suggestion.answer");
  const id = idSchema.parse(formText(form, "id"));
  const outcome = await takeUpSuggestion(database(), person, id);
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
  redirect(`/desk/proposals/${outcome.proposalId}`);
}

/** Declines what a reader has sent, with an answer. */
export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  const id = idSchema.parse(formText(form, "id"));
  const answer = formText(form, "answer", 4000);
  if ((await signedIn()) === null) return refused([SIGNED_OUT], { answer });
  const person = await requirePerson("suggestion.answer");
  const outcome = await declineSuggestion(database(), person, { id, answer });
  if ("refused" in outcome)
    return refused([{ field: "answer", message: outcome.refused }], { answer });
  redirect(`/desk/suggestions/${id}`);
}
