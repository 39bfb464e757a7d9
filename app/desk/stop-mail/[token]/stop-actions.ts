"use server";

import { formText } from "@/app/desk/form-text";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { stopMail } from "@/lib/desk/mail/mail-commands";

export async function stop(_state: FormState, form: FormData): Promise<FormState> {
  const ended = await stopMail(database(), null, formText(form, "token", 500));
  return ended
    ? done("You get no more messages. Under your account you can choose them again.")
    : refused([
        {
          field: null,
          message: "There are no messages to end: they have ended, or the link is not whole.",
        },
      ]);
}
