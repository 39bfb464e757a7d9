"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields, formText } from "@/app/desk/form-text";
import { runInBackground } from "@/app/desk/imports/run-in-background";
import { requirePerson, signedIn } from "@/app/desk/signed-in";
import { SIGNED_OUT } from "@/app/desk/signed-out";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { checkImportAgain, discardImport, uploadImport } from "@/lib/desk/imports/import-commands";
import type { ImportDone } from "@/lib/desk/imports/import-review";
import {
  decideImport,
  publishImport,
  returnImport,
  takeBackImport,
} from "@/lib/desk/imports/import-review-commands";
import { textOfFile } from "@/lib/desk/imports/read-file";

const idSchema = z.coerce.number().int().positive().max(2_147_483_647).catch(0);

/** Takes a file in and begins to check it. */
export async function upload(_state: FormState, form: FormData): Promise<FormState> {
  if ((await signedIn()) === null) return refused([SIGNED_OUT]);
  const person = await requirePerson("import.run");
  const file = formFields(form).file;
  if (!(file instanceof File) || file.size === 0)
    return refused([{ field: "file", message: "Choose a file that is not empty: CSV or JSON." }]);
  const read = textOfFile(new Uint8Array(await file.arrayBuffer()));
  if ("problem" in read) return refused([{ field: "file", message: read.problem }]);
  const given = { fileName: file.name, text: read.text };
  const outcome = await uploadImport(database(), person, given);
  if ("refused" in outcome) return refused([{ field: "file", message: outcome.refused }]);
  runInBackground(person, outcome.created);
  redirect(`/desk/imports/${outcome.created}`);
}

/** Makes drafts of a checked file, or hands it in to be published, as was chosen. */
export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  const how = formText(form, "how");
  const duplicates = formText(form, "duplicates");
  const note = formText(form, "note", 4000);
  const leftOut = form.getAll("leftOut").slice(0, 1000).map(Number);
  const given = { how, duplicates, note, leftOut: leftOut.join(",") };
  return afterwards(form, given, async (person, id) => {
    const outcome = await decideImport(database(), person, {
      id,
      // The command refuses what is none of these, in plain words.
      how: how as "drafts" | "publish",
      duplicates: duplicates === "" ? null : (duplicates as "leave" | "import" | "chosen"),
      leftOut,
      note,
    });
    if ("done" in outcome && how === "drafts") runInBackground(person, id);
    return outcome;
  });
}

/** Has what was handed in published. */
export async function publish(_state: FormState, form: FormData): Promise<FormState> {
  const submittedAt = formText(form, "submittedAt");
  return afterwards(form, {}, async (person, id) => {
    const outcome = await publishImport(database(), person, { id, submittedAt });
    if ("done" in outcome) runInBackground(person, id);
    return outcome;
  });
}

/** Returns what was handed in, with a reason. */
export async function returnToUploader(_state: FormState, form: FormData): Promise<FormState> {
  const reason = formText(form, "reason", 10_000);
  const submittedAt = formText(form, "submittedAt");
  return afterwards(form, { reason }, async (person, id) =>
    returnImport(database(), person, { id, submittedAt, reason }),
  );
}

/** Takes back what was handed in, to decide anew. */
export async function takeBack(_state: FormState, form: FormData): Promise<FormState> {
  return afterwards(form, {}, async (person, id) => takeBackImport(database(), person, id));
}

export async function discard(_state: FormState, form: FormData): Promise<FormState> {
  return afterwards(form, {}, async (person, id) => discardImport(database(), person, id));
}

/** Checks a file again, against the record as it is now. */
export async function checkAgain(_state: FormState, form: FormData): Promise<FormState> {
  return afterwards(form, {}, async (person, id) => {
    const outcome = await checkImportAgain(database(), person, id);
    if ("done" in outcome) runInBackground(person, id);
    return outcome;
  });
}

/** Goes on with an import that was cut off. */
export async function startAgain(_state: FormState, form: FormData): Promise<FormState> {
  return afterwards(form, {}, async (person, id) => {
    runInBackground(person, id);
    return { done: true };
  });
}

/** @param given what was typed, so that nothing is cleared */
async function afterwards(
  form: FormData,
  given: Record<string, string>,
  run: (person: Person, id: number) => Promise<ImportDone>,
): Promise<FormState> {
  if ((await signedIn()) === null) return refused([SIGNED_OUT], given);
  const person = await requirePerson("import.run");
  const id = idSchema.parse(formText(form, "id"));
  const outcome = await run(person, id);
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }], given);
  redirect(`/desk/imports/${id}`);
}
