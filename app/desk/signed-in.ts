import { headers } from "next/headers";
import { forbidden, redirect } from "next/navigation";
import { cache } from "react";
import { visitor } from "@/app/desk/visitor";
import { database } from "@/lib/db/client";
import { type Action, may, type Person } from "@/lib/desk/access/access";
import { noteSeen } from "@/lib/desk/people/session-commands";
import { findSignedIn, type SignedIn } from "@/lib/desk/people/session-queries";
import type { Waiting } from "@/lib/desk/waiting/waiting";
import { waitingFor } from "@/lib/desk/waiting/waiting-queries";
import { ASKED_HEADER, nextUrlAfter } from "@/lib/site/urls/asked-url";

/** Who is signed in, and by which session; null where nobody is. Asked once a request. */
export const currentSession = cache(async (): Promise<SignedIn | null> => {
  const found = await findSignedIn(database(), await visitor());
  if (found !== null) await noteSeen(database(), found.person, found.session);
  return found;
});

/** Who is signed in; null where nobody is. */
export async function signedIn(): Promise<Person | null> {
  return (await currentSession())?.person ?? null;
}

/** Somebody who is signed in, with how much waits for them. */
export type PersonAtWork = Person & { waiting: Waiting };

/** How much waits for whoever is signed in. Asked once a request. */
const currentWaiting = cache((person: Person) => waitingFor(database(), person));

/**
 * Who is signed in and may do something. Every page of the desk asks this itself. Leads whoever is not
 * signed in to the sign-in page and back, and whoever lacks a second factor that is demanded of them to where they set one
 * up; answers 403 where the role may not.
 */
export async function requirePerson(action: Action): Promise<PersonAtWork> {
  const person = await signedIn();
  if (person === null) redirect(`/desk/sign-in?next=${encodeURIComponent(await askedFor())}`);
  if (may(person, action)) return { ...person, waiting: await currentWaiting(person) };
  if (person.lacksSecondFactor === true)
    redirect(`/desk/second-factor/set-up?next=${encodeURIComponent(await askedFor())}`);
  forbidden();
}

/** The address of the desk that was asked for. */
async function askedFor(): Promise<string> {
  return nextUrlAfter((await headers()).get(ASKED_HEADER));
}
