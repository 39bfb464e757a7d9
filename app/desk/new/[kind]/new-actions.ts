"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { createProposal } from "@/lib/desk/proposals/proposal-commands";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { targetDirectory } from "@/lib/record/targets/target-queries";

const textSchema = z.string().max(2000, "must have at most 2,000 characters").optional();
const newSchema = z.object({
  kind: z.enum(RECORD_KINDS),
  name: textSchema,
  target: textSchema,
  occurredOn: textSchema,
  title: textSchema,
  publisher: textSchema,
  label: textSchema,
  address: textSchema,
  coveredThrough: textSchema,
});

/** Begins the draft of a new record with what is typed already. */
export async function begin(_state: FormState, form: FormData): Promise<FormState> {
  const sent = formFields(form);
  const parsed = newSchema.safeParse(sent);
  const given = Object.fromEntries(
    Object.entries(sent).flatMap(([name, text]) =>
      typeof text === "string" ? [[name, text.slice(0, 5000)]] : [],
    ),
  );
  if (!parsed.success)
    return refused(
      parsed.error.issues.map(({ path, message }) => ({ field: String(path[0]), message })),
      given,
    );
  const { kind, ...fields } = parsed.data;
  const typed = Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
  // The record that the target's name means, so that nobody has to look for it.
  const named =
    kind === "incident" && typed.target !== undefined
      ? (await targetDirectory(database())).named(typed.target)
      : null;
  if (named !== null) typed.targetSlug = named.slug;
  return inForm(given, async () => {
    const outcome = await createProposal(database(), await signedIn(), { kind, typed });
    if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }], given);
    redirect(`/desk/proposals/${outcome.created}`);
  });
}
