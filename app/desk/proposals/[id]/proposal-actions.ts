"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { inForm } from "@/app/desk/in-form";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/desk/proposals/correction";
import { createProposal, reopenProposal } from "@/lib/desk/proposals/proposal-commands";

const idFormSchema = z.object({ proposalId: idSchema });

/** Takes a withdrawn proposal up again. */
export async function reopen(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = idFormSchema.safeParse(Object.fromEntries(form));
  if (!parsed.success) return refused([{ field: null, message: "There is no such proposal." }]);
  const id = parsed.data.proposalId;
  return inForm({}, async () => {
    const outcome = await reopenProposal(database(), await signedIn(), { id });
    if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
    redirect(`/desk/proposals/${id}`);
  });
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
