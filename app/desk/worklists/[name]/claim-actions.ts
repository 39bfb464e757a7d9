"use server";

import { redirect } from "next/navigation";
import { z } from "zod";
import { formText } from "@/app/desk/form-text";
import { requirePerson } from "@/app/desk/signed-in";
import { database } from "@/lib/db/client";
import { idSchema } from "@/lib/desk/proposals/correction";
import { findWorklist, WORKLIST_PAGE } from "@/lib/desk/worklists/worklist";
import { claimRecords, releaseRecords } from "@/lib/desk/worklists/worklist-claim-commands";

const recordsSchema = z.array(idSchema).max(WORKLIST_PAGE).catch([]);

/** Claims the records that were ticked, or one, also from whoever is seen to hold it; says in the address how it went. */
export async function claimTicked(form: FormData): Promise<void> {
  const person = await requirePerson("worklist.claim");
  const { list, recordIds } = sent(form);
  const from = formText(form, "from", 200);
  const takeOverFrom = from === "" ? null : from;
  const outcome = await claimRecords(database(), person, { list, recordIds, takeOverFrom });
  back(form, list.name, outcome);
}

/** Gives the records back that were ticked, or one. */
export async function releaseTicked(form: FormData): Promise<void> {
  const person = await requirePerson("worklist.claim");
  const { list, recordIds } = sent(form);
  const released = await releaseRecords(database(), person, { kind: list.kind, recordIds });
  back(form, list.name, { released });
}

function sent(form: FormData) {
  const list = findWorklist(formText(form, "list", 100));
  if (list === null) redirect("/desk/worklists");
  const given = form instanceof FormData ? form.getAll("record") : [];
  return { list, recordIds: recordsSchema.parse(given) };
}

/** Back to the page of the list that was sent from. */
function back(form: FormData, name: string, outcome: object): never {
  const page = formText(form, "page", 10) || "1";
  const said = Object.entries(outcome).map(([what, count]) => [what, String(count)]);
  redirect(`/desk/worklists/${name}?${new URLSearchParams([["page", page], ...said])}`);
}
