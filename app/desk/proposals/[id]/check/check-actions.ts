"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/desk/proposals/correction";
import { sentSaveNumberSchema } from "@/lib/desk/proposals/save-number";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { warningKey } from "@/lib/record/publishing/problem";

const submitSchema = z.object({
  proposalId: idSchema,
  saveNumber: sentSaveNumberSchema,
});

/** Submits a draft for review, its warnings settled. */
export async function submit(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = submitSchema.safeParse(formFields(form));
  if (!parsed.success) return refused([{ field: null, message: "There is no such proposal." }]);
  const { proposalId: id, saveNumber } = parsed.data;
  const confirmed = form.getAll("confirmed").filter((key) => typeof key === "string");
  const given = Object.fromEntries(confirmed.map((key) => [key, "yes"]));
  return inForm(given, async () => {
    const outcome = await submitProposal(database(), await signedIn(), {
      id,
      saveNumber,
      confirmed,
    });
    if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }], given);
    if ("problems" in outcome) {
      if (outcome.problems.some(({ question }) => question !== true))
        redirect(`/desk/proposals/${id}?check=1`);
      return refused(
        outcome.problems.map((problem) => ({
          field: warningKey(problem),
          message: `Say that it is right, or correct it: ${problem.message}`,
        })),
        given,
      );
    }
    redirect(`/desk/proposals/${id}`);
  });
}
