import { z } from "zod";
import { sentText } from "@/lib/desk/forms/sent-text";
import { carriesSchema } from "@/lib/desk/proposals/carried-items";
import { RECORD_KINDS } from "@/lib/record/kinds/record-kind";
import { slugSchema } from "@/lib/values/slugs/slug";
import { textSchema } from "@/lib/values/sources/source";

/** A lasting id, a revision or a proposal, as an address or a form gives it. */
export const idSchema = z.coerce.number().int().min(1).max(2_147_483_647);

export const kindSchema = z.enum(RECORD_KINDS);

/** Which record a correction is about. */
export const aboutSchema = z.object({ kind: kindSchema, recordId: idSchema });

export const retractionSchema = aboutSchema.extend({
  reason: sentText("Say why it is retracted.")
    .min(1, "Say why it is retracted: readers of its page are told.")
    .max(1900, "The reason must have at most 1,900 characters.")
    .pipe(textSchema(1900)),
});

export const mergeIntoSchema = aboutSchema.extend({
  into: slugSchema,
  /** What the kept record takes over: see `CarriedItem`. */
  carries: carriesSchema.default([]),
});

export const restoreSchema = aboutSchema.extend({ revision: idSchema });
