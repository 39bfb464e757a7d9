"use server";

import { redirect } from "next/navigation";
import { formFields, formText } from "@/app/desk/form-text";
import { runInBackground } from "@/app/desk/imports/run-in-background";
import { requirePerson, signedIn } from "@/app/desk/signed-in";
import { SIGNED_OUT } from "@/app/desk/signed-out";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { MOST_TOGETHER } from "@/lib/desk/bulk/bulk-edit";
import { prepareBulkEdit } from "@/lib/desk/bulk/prepare-bulk-edit-command";
import { kindSchema } from "@/lib/desk/proposals/correction";

const LONGEST = 10_000;

/** Prepares one change of several records, and begins to check it. */
export async function prepareSeveral(_state: FormState, form: FormData): Promise<FormState> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(formFields(form)))
    if (name.startsWith("given."))
      given[name.slice("given.".length)] = formText(form, name, LONGEST);
  const why = formText(form, "why", LONGEST);
  const from = formText(form, "from", LONGEST);
  const kept = { ...given, why, from };
  if ((await signedIn()) === null) return refused([SIGNED_OUT], kept);
  const person = await requirePerson("import.run");
  const kind = kindSchema.safeParse(formText(form, "kind"));
  if (!kind.success) return refused([{ field: null, message: "That is no kind of record." }], kept);
  const ids = formText(form, "records", 12 * MOST_TOGETHER).split(" ");
  const outcome = await prepareBulkEdit(database(), person, {
    kind: kind.data,
    recordIds: ids.filter((id) => id !== ""),
    change: formText(form, "change"),
    from,
    given,
    why,
  });
  if ("problems" in outcome) return refused(outcome.problems, kept);
  runInBackground(person, outcome.created);
  redirect(`/desk/imports/${outcome.created}`);
}
