import type { Database } from "@/lib/db/client";
import type { Person, Role } from "@/lib/desk/access/access";
import { runImport, uploadImport } from "@/lib/desk/imports/import-commands";
import { findImport } from "@/lib/desk/imports/import-queries";
import type { ReadImport } from "@/lib/desk/imports/import-review";
import { decideImport } from "@/lib/desk/imports/import-review-commands";

// For tests: people of a desk, and imports as far as they are asked for.

export async function aPerson(db: Database, name: string, role: Role = "editor"): Promise<Person> {
  const id = name.toLowerCase();
  const person: Person = { id, name, role, email: `${id}@example.org` };
  await db.user.create({ data: person });
  return person;
}

/** An import as it is. @throws where there is none */
export async function importOf(db: Database, id: number) {
  const found = await findImport(db, id);
  if (found === null) throw new Error(`there is no import ${id}`);
  return found;
}

/** A file that was uploaded and checked. @param content text, or what is written as JSON */
export async function checkedImport(db: Database, by: Person, content: unknown): Promise<number> {
  const text = typeof content === "string" ? content : JSON.stringify(content, null, 1);
  const uploaded = await uploadImport(db, by, { fileName: "thefts.json", text });
  if ("refused" in uploaded) throw new Error(uploaded.refused);
  await runImport(db, by, uploaded.created);
  return uploaded.created;
}

/** Hands a checked import in, or makes drafts of it. @returns what a reviewer of it has read */
export async function decided(
  db: Database,
  by: Person,
  id: number,
  how: "publish" | "drafts" = "publish",
): Promise<ReadImport> {
  const given = { id, how, duplicates: "import" as const, note: "From a list" };
  const outcome = await decideImport(db, by, given);
  if ("refused" in outcome) throw new Error(outcome.refused);
  return { id, submittedAt: (await importOf(db, id)).submittedAt?.toISOString() ?? "" };
}
