"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formFields } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { refusedBySchema } from "@/app/desk/proposals/[id]/review/refused-by-schema";
import type { Said } from "@/app/desk/proposals/[id]/review/said";
import { signedIn } from "@/app/desk/signed-in";
import { type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/desk/proposals/correction";
import { takeBackProposal, withdrawProposal } from "@/lib/desk/proposals/proposal-commands";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { commentSchema, reasonSchema } from "@/lib/desk/proposals/review";
import {
  claimReview,
  commentOn,
  releaseReview,
  returnProposal,
} from "@/lib/desk/proposals/review-commands";
import { sentSaveNumberSchema } from "@/lib/desk/proposals/save-number";

const aboutSchema = z.object({ proposalId: idSchema });
const claimSchema = aboutSchema.extend({
  takeOverFrom: z
    .string()
    .max(200)
    .optional()
    .transform((id) => id ?? null),
});
const wordSchema = aboutSchema.extend({ text: commentSchema });
const returnSchema = aboutSchema.extend({ saveNumber: sentSaveNumberSchema, reason: reasonSchema });
const publishSchema = aboutSchema.extend({
  saveNumber: sentSaveNumberSchema,
  note: z.string().max(4000),
  /** The comments that may stay unresolved, where that is confirmed. */
  despite: z
    .string()
    .max(4000)
    .optional()
    .transform((ids = "") =>
      ids.split(",").flatMap((id) => (/^\d{1,9}$/.test(id) ? [Number(id)] : [])),
    ),
});
const withdrawSchema = aboutSchema.extend({
  reason: reasonSchema.pipe(z.string().max(2000, "The reason must have at most 2,000 characters.")),
});

/** Claims a review, or takes it over from the one who is seen to hold it. */
export async function claim(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, claimSchema, "claimed", async (given) =>
    claimReview(database(), await signedIn(), given),
  );
}

export async function release(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, "released", async (given) =>
    releaseReview(database(), await signedIn(), given),
  );
}

export async function comment(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, wordSchema, "commented", async (given) =>
    commentOn(database(), await signedIn(), given),
  );
}

export async function returnToAuthor(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, returnSchema, "returned", async (given) =>
    returnProposal(database(), await signedIn(), given),
  );
}

export async function takeBack(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, aboutSchema, "takenBack", async ({ proposalId: id }) =>
    takeBackProposal(database(), await signedIn(), { id }),
  );
}

export async function withdraw(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, withdrawSchema, "withdrawn", async ({ proposalId: id, reason }) =>
    withdrawProposal(database(), await signedIn(), { id, reason }),
  );
}

/** Publishes what was read; where the record has moved on since, leads to both versions side by side. */
export async function publish(_state: FormState, form: FormData): Promise<FormState> {
  return act(form, publishSchema, "published", async (given) => {
    const outcome = await publishProposal(database(), await signedIn(), given);
    if ("published" in outcome) return { done: true };
    if ("conflict" in outcome) {
      const { base, current } = outcome.conflict;
      return {
        refused: `The record has moved on: revision ${current.revision} was published in version ${current.version}${base === null ? "" : `, and this was written from revision ${base.revision}`}. Nothing was published. See both below.`,
      };
    }
    if ("refused" in outcome) return outcome;
    return { problems: outcome.problems };
  });
}

type Outcome =
  | { done: unknown }
  | { refused: string }
  | { problems: readonly { path: readonly unknown[]; message: string }[] };

function act<Schema extends z.ZodType<{ proposalId: number }>>(
  form: FormData,
  schema: Schema,
  said: Said | "published",
  run: (given: z.infer<Schema>) => Promise<Outcome>,
): Promise<FormState> {
  const typed = asTyped(form);
  return inForm(typed, () => answer(form, typed, schema, said, run));
}

async function answer<Schema extends z.ZodType<{ proposalId: number }>>(
  form: FormData,
  typed: Record<string, string>,
  schema: Schema,
  said: Said | "published",
  run: (given: z.infer<Schema>) => Promise<Outcome>,
): Promise<FormState> {
  const parsed = schema.safeParse(formFields(form));
  if (!parsed.success) {
    return refusedBySchema(parsed.error, typed);
  }
  const outcome = await run(parsed.data);
  if ("refused" in outcome) return refused([{ field: null, message: outcome.refused }], typed);
  if ("problems" in outcome) {
    return refused(
      outcome.problems.map(({ path, message }) => ({
        field: path[0] === "note" ? "note" : null,
        message,
      })),
      typed,
    );
  }
  redirect(`/desk/proposals/${parsed.data.proposalId}/review?said=${said}`);
}

/** What was typed, so that nothing is cleared. */
function asTyped(form: FormData): Record<string, string> {
  return Object.fromEntries(
    ["text", "reason", "note"].flatMap((name) => {
      const value = form.get(name);
      return typeof value === "string" ? [[name, value.slice(0, 10_000)]] : [];
    }),
  );
}
