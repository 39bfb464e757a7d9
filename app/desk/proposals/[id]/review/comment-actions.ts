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
import { correctField } from "@/lib/desk/proposals/correct-field-command";
import { idSchema } from "@/lib/desk/proposals/correction";
import { fieldCommentSchema } from "@/lib/desk/proposals/field-comment";
import { answerComment, commentOnField } from "@/lib/desk/proposals/field-comment-commands";
import { commentSchema, type Reviewed } from "@/lib/desk/proposals/review";

const placeSchema = z.object({ proposalId: idSchema, path: z.string().max(10_000) });
const commentedSchema = placeSchema.extend(fieldCommentSchema.shape);
const saveNumberSchema = z.coerce.number().int().min(0).max(2_147_483_647);
const correctedSchema = placeSchema.extend({
  saveNumber: saveNumberSchema,
  value: z.string().max(30_000),
});
const aboutSchema = z.object({ proposalId: idSchema, commentId: idSchema });
const answeredSchema = aboutSchema.extend({ text: commentSchema });
const takenSchema = aboutSchema.extend({ saveNumber: saveNumberSchema });

/** Says something about one field, and what it should say instead. */
export async function commentField(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, commentedSchema, "fieldCommented", async (given) =>
    commentOnField(database(), await signedIn(), given),
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

export async function decline(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, "declined", async ({ commentId }) =>
    settleComment(database(), await signedIn(), { how: "decline", commentId, saveNumber: 0 }),
  );
}

async function act<Schema extends z.ZodType<{ proposalId: number }>>(
  form: FormData,
  schema: Schema,
  said: Said,
  run: (given: z.infer<Schema>) => Promise<Reviewed>,
): Promise<FormState> {
  const fields = formFields(form);
  const typed = Object.fromEntries(
    ["text", "suggested", "value"].flatMap((name) => {
      const value = fields[name];
      return typeof value === "string" ? [[name, value.slice(0, 30_000)]] : [];
    }),
  );
  return inForm(typed, async () => {
    const parsed = schema.safeParse(fields);
    if (!parsed.success) return refusedBySchema(parsed.error, typed);
    const outcome = await run(parsed.data);
    if ("refused" in outcome) {
      // What is wrong with a value is told at it.
      const of = outcome.refused.startsWith("What you suggest: ") ? "suggested" : null;
      return refused([{ field: of, message: outcome.refused }], typed);
    }
    redirect(`/desk/proposals/${parsed.data.proposalId}/review?said=${said}#comments`);
  });
}
