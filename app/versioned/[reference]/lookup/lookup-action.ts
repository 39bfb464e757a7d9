"use server";

import type { LookupState } from "@/components/search/lookup-state";
import { readingDatabase } from "@/lib/db/client";
import { findVersion, newestVersion } from "@/lib/record/versions/version-queries";
import { readLookup } from "@/lib/statistics/search/lookup";
import { lookUp } from "@/lib/statistics/search/lookup-queries";

/** Looks up what was pasted, at the version that the form names; at the newest where there is none such. */
export async function lookUpPasted(_state: LookupState, form: FormData): Promise<LookupState> {
  const text = textIn(form, "list");
  const read = readLookup(text);
  if ("problem" in read) return { text, problem: read.problem, looked: null };
  const db = readingDatabase();
  const asked = Number(textIn(form, "version"));
  const version =
    (Number.isInteger(asked) && (await findVersion(db, asked))) || (await newestVersion(db));
  if (version === null) return { text, problem: "Nothing has been published yet.", looked: null };
  return { text, problem: null, looked: await lookUp(db, version.number, read.entries) };
}

function textIn(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value : "";
}
