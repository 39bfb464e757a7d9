"use server";

import { keepCookies } from "@/app/desk/keep-cookies";
import { signedIn } from "@/app/desk/signed-in";
import { visitor } from "@/app/desk/visitor";
import { database } from "@/lib/db/client";
import { parseJson } from "@/lib/desk/people/parse-json";
import { passkeyAnswerSchema } from "@/lib/desk/people/passkey";
import { askForPasskey, signInWithPasskey } from "@/lib/desk/people/passkey-commands";
import { nextUrlAfter } from "@/lib/site/urls/asked-url";

/** What to ask the browser for. */
export async function startPasskeySignIn(): Promise<{ options: object } | { refused: string }> {
  const request = await askForPasskey(database(), await signedIn(), await visitor());
  if ("refused" in request) return request;
  await keepCookies(request.cookies);
  return { options: request.options };
}

/** Signs in with what it answered. */
export async function finishPasskeySignIn(
  credential: string,
  next: string,
): Promise<{ to: string } | { refused: string }> {
  const response = passkeyAnswerSchema.safeParse(parseJson(credential));
  if (!response.success) return { refused: "The browser’s answer could not be read. Try again." };
  const by = await signedIn();
  const outcome = await signInWithPasskey(database(), by, await visitor(), response.data);
  if (!("signedIn" in outcome)) {
    return "refused" in outcome ? outcome : { refused: "Sign in with your password." };
  }
  await keepCookies(outcome.cookies);
  return { to: nextUrlAfter(next) };
}
