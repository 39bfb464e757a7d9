"use server";

import { formText } from "@/app/desk/form-text";
import { signedIn } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { done, type FormState, refused } from "@/components/desk/ui/form-state";
import { database } from "@/lib/db/client";
import { sendSuggestion } from "@/lib/desk/suggestions/suggestion-commands";

const FIELDS = ["what", "name", "when", "loss", "who", "sources", "email"] as const;

/** Takes in a suggestion of a reader. */
export async function send(_state: FormState, form: FormData): Promise<FormState> {
  const { address, origin } = await visitor();
  const given = Object.fromEntries(
    FIELDS.map((name) => [name, formText(form, name, name === "sources" ? 20_000 : 4000)]),
  ) as Record<(typeof FIELDS)[number], string>;
  const outcome = await sendSuggestion(
    database(),
    await signedIn(),
    { ...given, about: formText(form, "about"), website: formText(form, "website") },
    address,
  );
  if ("problems" in outcome) return refused(outcome.problems, given);
  return done(
    "Thank you. An editor will read it. This private link shows what became of it; it is shown only once, so keep it.",
    { kind: "link", address: `${origin}/suggest/${outcome.secret}` },
  );
}
