"use server";

import { revalidatePath } from "next/cache";
import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields, formText } from "@/app/desk/form-text";
import { mappingFromForm } from "@/app/desk/imports/mapping-from-form";
import { runInBackground } from "@/app/desk/imports/run-in-background";
import { requirePerson, signedIn } from "@/app/desk/signed-in";
import { SIGNED_OUT } from "@/app/desk/signed-out";
import { done, type FormState, refused, STAYS_FIELD } from "@/components/desk/ui/form-state";
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
import {
  claimImport,
  commentOnImport,
  releaseImport,
} from "@/lib/desk/imports/import-talk-commands";
import { decideRows } from "@/lib/desk/imports/row-decision-commands";
import { decisionFrom, type RowDecision } from "@/lib/desk/imports/row-decisions";
import { mappedTable } from "@/lib/desk/imports/tables/mapped-table-queries";
import { mappingProblems } from "@/lib/desk/imports/tables/mapping";
import { type GivenFile, readGivenFile } from "@/lib/desk/imports/tables/read-table";
import { columnName, TableError } from "@/lib/desk/imports/tables/table";
import { mapAgain, saveMapping, uploadTable } from "@/lib/desk/imports/tables/table-commands";

const idSchema = z.coerce.number().int().positive().max(2_147_483_647).catch(0);

/** Takes a file in and begins to check it. */
export async function upload(_state: FormState, form: FormData): Promise<FormState> {
  if ((await signedIn()) === null) return refused([SIGNED_OUT]);
  const person = await requirePerson("import.run");
  const file = formFields(form).file;
  if (!(file instanceof File) || file.size === 0)
    return refused([
      { field: "file", message: "Choose a file that is not empty: CSV, XLSX or JSON." },
    ]);
  const sheet = formText(form, "sheet", 100).trim();
  const encoding = formText(form, "encoding", 40);
  const read = await givenFile(new Uint8Array(await file.arrayBuffer()), sheet, encoding);
  if ("problem" in read)
    return refused([{ field: "file", message: read.problem }], { sheet, encoding });
  if (read.is === "table") {
    const { table, readAs } = read;
    const { created } = await uploadTable(database(), person, {
      fileName: file.name,
      table,
      readAs,
    });
    redirect(`/desk/imports/${created}`);
  }
  const given = { fileName: file.name, text: read.text, readAs: read.readAs };
  const outcome = await uploadImport(database(), person, given);
  if ("refused" in outcome) return refused([{ field: "file", message: outcome.refused }]);
  runInBackground(person, outcome.created);
  redirect(`/desk/imports/${outcome.created}`);
}

/** What was sent, or why it is neither a file of records nor a table. */
async function givenFile(
  bytes: Uint8Array,
  sheet: string,
  encoding: string,
): Promise<GivenFile | { problem: string }> {
  try {
    return await readGivenFile(bytes, sheet, encoding);
  } catch (error) {
    if (error instanceof TableError) return { problem: error.message };
    throw error;
  }
}

/** Keeps how a table is read, and has its rows checked where that was asked for and nothing is missing. */
export async function mapTable(_state: FormState, form: FormData): Promise<FormState> {
  if ((await signedIn()) === null) return refused([SIGNED_OUT]);
  const person = await requirePerson("import.run");
  const id = idSchema.parse(formText(form, "id"));
  const stored = await mappedTable(database(), id);
  if (stored === null) return refused([{ field: null, message: "There is no such table." }]);
  const mapping = mappingFromForm(form, stored.mapping);
  const missing = mappingProblems(mapping, (place) => columnName(stored.table, place));
  const check = formText(form, "then") === "check" && missing.length === 0;
  const outcome = await saveMapping(database(), person, { id, mapping, check });
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }]);
  if (check) runInBackground(person, id);
  // A place on the same page is not asked for anew by itself.
  revalidatePath(`/desk/imports/${id}`);
  if (check) redirect(`/desk/imports/${id}`);
  // What is missing is told beside what was said, which is kept.
  return stayOrGo(form, `/desk/imports/${id}`, {
    ...done(missing.length > 0 ? "Kept; something is still needed." : "Kept."),
    next: missing.length > 0 ? "missing" : "values",
  });
}

/** Answers a form that stays as it stands by what it says; one that was sent without scripts, by its page. */
function stayOrGo(form: FormData, page: string, said: FormState): FormState {
  if (formText(form, STAYS_FIELD) === "yes") return said;
  redirect(`${page}${said.next === undefined ? "" : `#${said.next}`}`);
}

/** Takes a checked table back to how it is read. */
export async function mapTableAgain(_state: FormState, form: FormData): Promise<FormState> {
  return afterwards(form, {}, async (person, id) => mapAgain(database(), person, id));
}

/** Keeps what was decided of single rows, or of a group of them. */
export async function decideEach(_state: FormState, form: FormData): Promise<FormState> {
  const rows: Record<string, RowDecision | null> = {};
  for (const [name, value] of Object.entries(formFields(form))) {
    const number = /^row-([1-9]\d{0,5})$/.exec(name)?.[1];
    if (number !== undefined && typeof value === "string") rows[number] = decisionFrom(value);
  }
  const [which, how] = formText(form, "group").split(":");
  const group =
    which === "" || how === undefined
      ? null
      : { which: which as "open" | "striking", how: how as "merge" | "leave" | "new" };
  return afterwards(
    form,
    {},
    async (person, id) => decideRows(database(), person, { id, rows, group }),
    formText(form, "back", 300),
  );
}

/** Makes drafts of a checked file, or hands it in to be published, as was chosen. */
export async function decide(_state: FormState, form: FormData): Promise<FormState> {
  const how = formText(form, "how");
  const duplicates = formText(form, "duplicates");
  const note = formText(form, "note", 4000);
  const given = { how, duplicates, note };
  return afterwards(form, given, async (person, id) => {
    const outcome = await decideImport(database(), person, {
      id,
      // The command refuses what is none of these, in plain words.
      how: how as "drafts" | "publish",
      duplicates: duplicates === "" ? null : (duplicates as "leave" | "import" | "apart"),
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

/** Claims the review of what was handed in, or takes it over from who has claimed it. */
export async function claim(_state: FormState, form: FormData): Promise<FormState> {
  const from = formText(form, "takeOverFrom", 200);
  return afterwards(form, {}, async (person, id) =>
    claimImport(database(), person, { id, takeOverFrom: from === "" ? null : from }),
  );
}

export async function release(_state: FormState, form: FormData): Promise<FormState> {
  return afterwards(form, {}, async (person, id) => releaseImport(database(), person, id));
}

/** Says something about an import. */
export async function comment(_state: FormState, form: FormData): Promise<FormState> {
  const text = formText(form, "text", 10_000);
  return afterwards(form, { text }, async (person, id) =>
    commentOnImport(database(), person, { id, text }),
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
  back = "",
): Promise<FormState> {
  if ((await signedIn()) === null) return refused([SIGNED_OUT], given);
  const person = await requirePerson("import.run");
  const id = idSchema.parse(formText(form, "id"));
  const outcome = await run(person, id);
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }], given);
  if (back === "") redirect(`/desk/imports/${id}`);
  revalidatePath(`/desk/imports/${id}`);
  const page = `/desk/imports/${id}${/^\?[\w=&-]*$/.test(back) ? back : ""}`;
  return stayOrGo(form, page, { ...done("Kept."), next: "duplicates" });
}
