"use server";

import { redirect } from "next/navigation";
import type { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import type { Begun } from "@/lib/desk/proposals/add-draft-command";
import { copyIncident } from "@/lib/desk/proposals/copy-incident-command";
import {
  aboutSchema,
  mergeIntoSchema,
  restoreSchema,
  retractionSchema,
} from "@/lib/desk/proposals/correction";
import { beginCorrection, type Correction } from "@/lib/desk/proposals/correction-commands";

/** Begins a draft of the record as it is. */
export async function beginRevision(_state: FormState, form: FormData): Promise<FormState> {
  return correct(form, aboutSchema, ({ kind, recordId }) => ({ kind, recordId, as: "revision" }));
}

/** Begins a draft that retracts a record. */
export async function beginRetraction(_state: FormState, form: FormData): Promise<FormState> {
  return correct(form, retractionSchema, (given) => ({ ...given, as: "retraction" }));
}

/** Begins a draft that merges a record into another. */
export async function beginMerging(_state: FormState, form: FormData): Promise<FormState> {
  return correct(form, mergeIntoSchema, (given) => ({ ...given, as: "merging" }));
}

/** Begins a draft that restores an earlier revision of a record. */
export async function beginRestoration(_state: FormState, form: FormData): Promise<FormState> {
  return correct(form, restoreSchema, (given) => ({ ...given, as: "restoration" }));
}

/** Begins the draft of a new incident with what another says of its target and kind. */
export async function beginCopy(_state: FormState, form: FormData): Promise<FormState> {
  return begin(form, aboutSchema, async ({ recordId }) =>
    copyIncident(database(), await signedIn(), { recordId }),
  );
}

/** Begins a draft that corrects what is published. */
function correct<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  correctionOf: (given: z.infer<Schema>) => Correction,
): Promise<FormState> {
  return begin(form, schema, async (given) =>
    beginCorrection(database(), await signedIn(), correctionOf(given)),
  );
}

async function begin<Schema extends z.ZodType>(
  form: FormData,
  schema: Schema,
  run: (given: z.infer<Schema>) => Promise<Begun>,
): Promise<FormState> {
  const fields = formFields(form);
  // Each box that is ticked has a name of its own.
  const carries = Object.entries(fields).flatMap(([name, path]) =>
    name.startsWith("carry-") ? [path] : [],
  );
  const parsed = schema.safeParse({ ...fields, carries });
  const { reason } = fields;
  const given: Record<string, string> = {};
  for (const [name, path] of Object.entries(fields))
    if (name.startsWith("carry-") && typeof path === "string") given[name] = path.slice(0, 10_000);
  if (typeof reason === "string") given.reason = reason.slice(0, 5000);
  if (!parsed.success) {
    return refused(
      parsed.error.issues.map(({ path, message }) => ({
        field: path[0] === "reason" ? "reason" : null,
        message,
      })),
      given,
    );
  }
  return inForm(given, async () => {
    const outcome = await run(parsed.data);
    if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }], given);
    redirect(`/desk/proposals/${outcome.created}`);
  });
}
