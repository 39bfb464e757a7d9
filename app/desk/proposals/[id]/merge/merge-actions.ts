"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/desk/proposals/correction";
import { readDecisions } from "@/lib/desk/proposals/decisions";
import { tabSchema } from "@/lib/desk/proposals/draft-content";
import { type Merged, mergeCopy, rebaseProposal } from "@/lib/desk/proposals/merge-commands";
import { settleConflictingSave } from "@/lib/desk/proposals/save-commands";
import { sentSaveNumberSchema } from "@/lib/desk/proposals/save-number";

const recordSchema = z.object({
  proposalId: idSchema,
  saveNumber: sentSaveNumberSchema,
  revision: idSchema,
});
const copySchema = z.object({
  proposalId: idSchema,
  saveNumber: sentSaveNumberSchema,
  copyId: idSchema,
  copySavedAt: z.iso.datetime(),
});
const discardSchema = z.object({
  proposalId: idSchema,
  tab: tabSchema,
  copySavedAt: z.iso.datetime(),
});

/** Brings a draft up to what is published now, as somebody decided. */
export async function mergeWithRecord(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = recordSchema.safeParse(formFields(form));
  if (!parsed.success) return unreadable(form);
  const decisions = readDecisions(form.entries());
  const given = { ...parsed.data, decisions };
  return inForm(asGiven(form), async () =>
    answer(form, given.proposalId, await rebaseProposal(database(), await signedIn(), given)),
  );
}

/** Takes into a draft what somebody wants of a conflicting save . */
export async function mergeWithCopy(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = copySchema.safeParse(formFields(form));
  if (!parsed.success) return unreadable(form);
  const decisions = readDecisions(form.entries());
  const given = { ...parsed.data, decisions };
  return inForm(asGiven(form), async () =>
    answer(form, given.proposalId, await mergeCopy(database(), await signedIn(), given)),
  );
}

/** Closes a copy of which nothing is wanted; it stays in the database. */
export async function leaveCopy(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = discardSchema.safeParse(formFields(form));
  if (!parsed.success) return unreadable(form);
  const { proposalId: id, tab, copySavedAt: savedAt } = parsed.data;
  return inForm(asGiven(form), async () => {
    const outcome = await settleConflictingSave(database(), await signedIn(), { id, tab, savedAt });
    if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
    redirect(`/desk/proposals/${id}`);
  });
}

function answer(form: FormData, proposalId: number, outcome: Merged): FormState {
  if ("saved" in outcome) redirect(`/desk/proposals/${proposalId}`);
  if ("refused" in outcome)
    return refused([{ field: null, message: outcome.refused }], asGiven(form));
  return refused(
    outcome.undecided.map(({ path, label }) => ({
      field: path,
      message: `Decide which it shall be: ${label}.`,
    })),
    asGiven(form),
  );
}

function unreadable(form: FormData): FormState {
  return refused(
    [
      {
        field: null,
        message: "What was sent cannot be read. Open the page again, then decide.",
      },
    ],
    asGiven(form),
  );
}

/** What was chosen and typed, so that nothing is cleared. */
function asGiven(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].flatMap(([name, value]) =>
      typeof value === "string" && /^(decide|text):/.test(name) ? [[name, value]] : [],
    ),
  );
}
