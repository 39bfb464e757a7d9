"use server";

import { revalidatePath } from "next/cache";
import { z } from "zod";
import { formFields, formNumber, formText } from "@/app/desk/form-text";
import { inForm } from "@/app/desk/in-form";
import { signedIn } from "@/app/desk/signed-in";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { type Watched, watchedHostSchema, watchedRecordSchema } from "@/lib/desk/watching/watch";
import { markRead, unwatch, watch } from "@/lib/desk/watching/watch-commands";

/** Begins to watch a record. */
export async function watchRecord(_state: FormState, form: FormData): Promise<FormState> {
  const parsed = watchedRecordSchema.safeParse(formFields(form));
  return inForm({}, async () =>
    parsed.success
      ? begin(parsed.data, {})
      : refused([{ field: null, message: "There is no such record." }]),
  );
}

/** Begins to watch a host. */
export async function watchHost(_state: FormState, form: FormData): Promise<FormState> {
  const host = formText(form, "host");
  return inForm({ host }, async () => {
    const parsed = watchedHostSchema.safeParse(host);
    if (parsed.success) return begin({ host: parsed.data }, { host });
    const message = parsed.error.issues[0]?.message ?? "";
    return refused([{ field: "host", message }], { host });
  });
}

async function begin(watched: Watched, given: Record<string, string>): Promise<FormState> {
  const outcome = await watch(database(), await signedIn(), watched);
  if ("refused" in outcome)
    return refused([{ field: "host" in watched ? "host" : null, message: outcome.refused }], given);
  revalidatePath("/desk", "layout");
  return done(
    "host" in watched
      ? `You watch ${watched.host}.`
      : "You watch it: what is handed in and published of it is told to you.",
  );
}

/** Ends what one watches. */
export async function stopWatching(_state: FormState, form: FormData): Promise<FormState> {
  return inForm({}, async () => {
    const ended = await unwatch(database(), await signedIn(), formNumber(form, "watch"));
    revalidatePath("/desk", "layout");
    return ended
      ? done("You watch it no longer.")
      : refused([{ field: null, message: "You do not watch it." }]);
  });
}

const momentSchema = z.iso.datetime().transform((text) => new Date(text));

/** Notes that one has read what the page said. */
export async function haveRead(_state: FormState, form: FormData): Promise<FormState> {
  return inForm({}, async () => {
    const upTo = momentSchema.safeParse(formText(form, "upTo", 40));
    if (!upTo.success)
      return refused([{ field: null, message: "Open the page again, and send this from there." }]);
    await markRead(database(), await signedIn(), upTo.data);
    revalidatePath("/desk", "layout");
    return done("All of it is marked as read.");
  });
}
