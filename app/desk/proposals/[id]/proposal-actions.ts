"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/proposals/correction";
import {
  createProposal,
  reopenProposal,
  takeBackProposal,
  withdrawProposal,
} from "@/lib/proposals/proposal-commands";

const idFormSchema = z.object({ proposalId: idSchema });
const withdrawSchema = idFormSchema.extend({
  reason: z.string().max(2000, "The reason must have at most 2,000 characters."),
});

export async function takeBack(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = idFormSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return wrongForm();
  const id = parsed.data.proposalId;
  return leadOn(id, await takeBackProposal(database(), await signedIn(), { id }));
}

export async function reopen(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = idFormSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return wrongForm();
  const id = parsed.data.proposalId;
  return leadOn(id, await reopenProposal(database(), await signedIn(), { id }));
}

export async function withdraw(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = withdrawSchema.safeParse(Object.fromEntries(form));
  const typed = form.get("reason");
  const given = { reason: typeof typed === "string" ? typed.slice(0, 5000) : "" };
  if (!parsed.success) {
    return refused(
      parsed.error.issues.map(({ path, message }) => ({
        field: path[0] === "reason" ? "reason" : null,
        message,
      })),
      given,
    );
  }
  const { proposalId: id, reason } = parsed.data;
  const outcome = await withdrawProposal(database(), await signedIn(), { id, reason });
  if ("refused" in outcome) return refused([{ field: "reason", message: outcome.refused }], given);
  redirect(`/desk/proposals/${id}`);
}

/** Begins the draft of an actor that a form names first. */
export async function createActor(
  name: string,
): Promise<{ created: number } | { refused: string }> {
  const parsed = z.string().trim().min(1).max(200).safeParse(name);
  if (!parsed.success) return { refused: "A name must have 1 to 200 characters." };
  return createProposal(database(), await signedIn(), {
    kind: "actor",
    typed: { name: parsed.data },
  });
}

function wrongForm(): FormState {
  return refused([{ field: null, message: "There is no such proposal." }]);
}

function leadOn(id: number, outcome: { done: true } | { refused: string }): FormState {
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
  redirect(`/desk/proposals/${id}`);
}
