"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { settleComment } from "@/app/desk/proposals/[id]/settle-comment";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { Forbidden, may } from "@/lib/desk/access/access";
import type { Knowledge } from "@/lib/desk/paste/knowledge";
import { knowledgeOf } from "@/lib/desk/paste/knowledge-queries";
import { idSchema } from "@/lib/desk/proposals/correction";
import { SETTLINGS } from "@/lib/desk/proposals/field-comment";
import { createProposal, reopenProposal } from "@/lib/desk/proposals/proposal-commands";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import type { Reviewed } from "@/lib/desk/proposals/review";
import { saveNumberSchema } from "@/lib/desk/proposals/save-number";

const idFormSchema = z.object({ proposalId: idSchema });

/** Takes a withdrawn proposal up again. */
export async function reopen(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = idFormSchema.safeParse(formFields(form));
  if (!parsed.success) return refused([{ field: null, message: "There is no such proposal." }]);
  const id = parsed.data.proposalId;
  return inForm({}, async () => {
    const outcome = await reopenProposal(database(), await signedIn(), { id });
    if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
    redirect(`/desk/proposals/${id}`);
  });
}

const namedSchema = z.object({
  kind: z.enum(["actor", "target"]),
  name: z.string().trim().min(1).max(200),
});

/** Begins the draft of an actor or target that a form names first. */
export async function createNamed(
  begun: z.input<typeof namedSchema>,
): Promise<{ created: number } | { refused: string }> {
  const parsed = namedSchema.safeParse(begun);
  if (!parsed.success) return { refused: "A name must have 1 to 200 characters." };
  const { kind, name } = parsed.data;
  return createProposal(database(), await signedIn(), { kind, typed: { name } });
}

const settledSchema = z.object({
  commentId: idSchema,
  how: z.enum(SETTLINGS),
  saveNumber: saveNumberSchema,
});

/** Settles a comment on a field from the form that shows it. */
export async function settleFromForm(given: z.input<typeof settledSchema>): Promise<Reviewed> {
  const parsed = settledSchema.safeParse(given);
  if (!parsed.success) return { refused: "What was sent names no comment." };
  try {
    return await settleComment(database(), await signedIn(), parsed.data);
  } catch (error) {
    if (error instanceof Forbidden) return { refused: error.message };
    throw error;
  }
}

const addressesSchema = z
  .array(z.object({ chain: z.string().max(100), address: z.string().max(500) }))
  .max(50_000);

/** What the record knows of addresses that were pasted into a proposal of one's own; null for everybody else. */
export async function lookUpPasted(
  proposalId: number,
  addresses: readonly { chain: string; address: string }[],
): Promise<Knowledge | null> {
  const person = await signedIn();
  const asked = z.object({ proposalId: idSchema, addresses: addressesSchema });
  const parsed = asked.safeParse({ proposalId, addresses });
  if (person === null || !may(person, "proposal.write") || !parsed.success) return null;
  const db = database();
  const proposal = await findProposal(db, person, parsed.data.proposalId);
  return proposal === null ? null : knowledgeOf(db, parsed.data.addresses, proposal.recordId);
}
