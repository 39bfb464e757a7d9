"use server";

import { revalidatePath } from "next/cache";
import { actFreshly } from "@/app/desk/act-freshly";
import { formNumber, formText } from "@/app/desk/form-text";
import { requirePerson } from "@/app/desk/signed-in";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import type { Done } from "@/lib/desk/people/people-commands";
import { withholdingSchema } from "@/lib/desk/withholding/withholding";
import {
  confirmWithholding,
  refuseWithholding,
  requestWithholding,
} from "@/lib/desk/withholding/withholding-commands";

/** What a field is called where its message names it. */
function calledOf([field, place]: readonly PropertyKey[]): string {
  if (field === "orderedBy") return "Whose order it is";
  if (field === "reason") return "What the order is about";
  return typeof place === "number" ? `Text ${place + 1}` : "The list of texts";
}

/** Asks for texts to be withheld, one a line. */
export async function askFor(_state: FormState, form: FormData): Promise<FormState> {
  const given = {
    texts: formText(form, "texts", 50_000),
    orderedBy: formText(form, "orderedBy", 200),
    reason: formText(form, "reason", 2000),
  };
  const texts = given.texts
    .split(/\r?\n/)
    .map((text) => text.trim())
    .filter((text) => text !== "");
  const parsed = withholdingSchema.safeParse({ ...given, texts });
  if (!parsed.success)
    return refused(
      parsed.error.issues.map(({ path, message }) => ({
        field: String(path[0] ?? "texts"),
        message: `${calledOf(path)} ${message}.`,
      })),
      given,
    );
  return actFreshly("withholding.request", form, given, async (by) =>
    answered(await requestWithholding(database(), by, parsed.data), given),
  );
}

/** Withholds what somebody else asked for. */
export async function confirmIt(_state: FormState, form: FormData): Promise<FormState> {
  return actFreshly("withholding.decide", form, {}, async (by) =>
    answered(await confirmWithholding(database(), by, formNumber(form, "request")), {}),
  );
}

/** Leaves the texts alone. */
export async function leaveIt(_state: FormState, form: FormData): Promise<FormState> {
  const by = await requirePerson("withholding.decide");
  return answered(await refuseWithholding(database(), by, formNumber(form, "request")), {});
}

function answered(outcome: Done, given: Record<string, string>): FormState {
  if ("refused" in outcome) return refused([{ field: "", message: outcome.refused }], given);
  revalidatePath("/desk/withholding");
  return done(outcome.done);
}
