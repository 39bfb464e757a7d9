"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { refusedBySchema } from "@/app/desk/proposals/[id]/review/refused-by-schema";
import type { Said } from "@/app/desk/proposals/[id]/review/said";
import { settleComment } from "@/app/desk/proposals/[id]/settle-comment";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import type { SentRow } from "@/lib/desk/proposals/asked-row";
import { correctField } from "@/lib/desk/proposals/correct-field-command";
import { idSchema } from "@/lib/desk/proposals/correction";
import { fieldCommentSchema, ROW_FIELD } from "@/lib/desk/proposals/field-comment";
import {
  answerComment,
  type Commented,
  commentOnField,
} from "@/lib/desk/proposals/field-comment-commands";
import { commentSchema, type Reviewed } from "@/lib/desk/proposals/review";
import { sentSaveNumberSchema } from "@/lib/desk/proposals/save-number";

const placeSchema = z.object({ proposalId: idSchema, path: z.string().max(10_000) });
const commentedSchema = placeSchema.extend(fieldCommentSchema.shape);
const correctedSchema = placeSchema.extend({
  saveNumber: sentSaveNumberSchema,
  value: z.string().max(30_000),
});
/** A row as its form was drawn, as JSON. */
const shownSchema = z
  .string()
  .max(500_000)
  .transform((text, context) => {
    try {
      return JSON.parse(text) as unknown;
    } catch {
      context.addIssue("no JSON");
      return z.NEVER;
    }
  })
  .pipe(z.record(z.string(), z.string()));
const aboutSchema = z.object({ proposalId: idSchema, commentId: idSchema });
const answeredSchema = aboutSchema.extend({ text: commentSchema });
const takenSchema = aboutSchema.extend({ saveNumber: sentSaveNumberSchema });

/** Says something about one field or row, and what it should say instead. */
export async function commentField(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, commentedSchema, "fieldCommented", async (given) => {
    const row = sentRow(form);
    return commentOnField(database(), await signedIn(), { ...given, ...(row !== null && { row }) });
  });
}

/** What a form that was drawn for a row sends of it; null where none was. */
function sentRow(form: FormData): SentRow | null {
  const fields = formFields(form);
  const shown = shownSchema.safeParse(fields.shown);
  if (!shown.success) return null;
  return { fields: rowFields(fields), shown: shown.data, remove: fields.remove === "yes" };
}

/** The fields of a row as they were sent; a box that was not ticked is not. */
function rowFields(fields: Readonly<Record<string, FormDataEntryValue>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      name.startsWith(ROW_FIELD) && typeof value === "string"
        ? [[name.slice(ROW_FIELD.length), value.slice(0, 30_000)]]
        : [],
    ),
  );
}

/** Corrects one field of what somebody else has submitted. */
export async function correct(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, correctedSchema, "corrected", async (given) =>
    correctField(database(), await signedIn(), given),
  );
}

export async function answer(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, answeredSchema, "answered", async (given) =>
    answerComment(database(), await signedIn(), given),
  );
}

export async function resolve(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, "resolved", async ({ commentId }) =>
    settleComment(database(), await signedIn(), { how: "resolve", commentId, saveNumber: 0 }),
  );
}

export async function openAgain(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, "openAgain", async ({ commentId }) =>
    settleComment(database(), await signedIn(), { how: "reopen", commentId, saveNumber: 0 }),
  );
}

/** Takes a suggested change into one's own draft. */
export async function take(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, takenSchema, "taken", async (given) =>
    settleComment(database(), await signedIn(), { how: "take", ...given }),
  );
}

/** Undoes that a suggested change was taken. */
export async function undo(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, takenSchema, "undone", async (given) =>
    settleComment(database(), await signedIn(), { how: "undo", ...given }),
  );
}

export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, "declined", async ({ commentId }) =>
    settleComment(database(), await signedIn(), { how: "decline", commentId, saveNumber: 0 }),
  );
}

/** What somebody types into one of these forms, which is not cleared where it is refused. */
const TYPED: ReadonlySet<string> = new Set(["text", "suggested", "value", "remove"]);

async function act<Schema extends z.ZodType<{ proposalId: number }>>(
  form: FormData,
  schema: Schema,
  said: Said,
  run: (given: z.infer<Schema>) => Promise<Reviewed | Commented>,
): Promise<FormState> {
  const fields = formFields(form);
  const typed = Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) =>
      typeof value === "string" && (TYPED.has(name) || name.startsWith(ROW_FIELD))
        ? [[name, value.slice(0, 30_000)]]
        : [],
    ),
  );
  return inForm(typed, async () => {
    const parsed = schema.safeParse(fields);
    if (!parsed.success) return refusedBySchema(parsed.error, typed);
    const outcome = await run(parsed.data);
    if ("refused" in outcome) {
      // What is wrong with a value is told at it.
      const of = outcome.refused.startsWith("What you suggest: ") ? "suggested" : null;
      const at = "at" in outcome ? outcome.at : undefined;
      const field = at === undefined ? of : at in typed ? at : `${ROW_FIELD}${at}`;
      return refused([{ field, message: outcome.refused }], typed);
    }
    redirect(`/desk/proposals/${parsed.data.proposalId}/review?said=${said}#comments`);
  });
}
