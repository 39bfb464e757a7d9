import type { z } from "zod";
import type { Queryable } from "@/lib/db/client";
import { command } from "@/lib/desk/access/guarded-command";
import { askedFields, type BulkChange, changed } from "@/lib/desk/bulk/bulk-change";
import { bulkEditSchema, bulkOption, bulkTitle } from "@/lib/desk/bulk/bulk-edit";
import { selectedRecords } from "@/lib/desk/bulk/selected-records-queries";
import { pickOf } from "@/lib/desk/forms/picks";
import type { Typed } from "@/lib/desk/forms/typed";
import { prepareChanges } from "@/lib/desk/imports/prepare-changes-command";
import type { PreparedChanges } from "@/lib/desk/imports/prepared-changes";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { actorDirectory } from "@/lib/record/actors/actor-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";

/** What is wrong, by the field of the form: one of those asked for, `change`, `why`, or null for the whole. */
export interface BulkRefusal {
  problems: { field: string | null; message: string }[];
}

/**
 * Prepares one change of several published records: it goes the way of an import, so it is checked, its effect on every
 * number is shown, and somebody else reads and publishes it as one version. Nothing is changed by preparing it.
 */
export const prepareBulkEdit = command(
  "import.run",
  async (
    db,
    by,
    input: z.input<typeof bulkEditSchema>,
  ): Promise<{ created: number } | BulkRefusal> => {
    const parsed = bulkEditSchema.safeParse(input);
    if (!parsed.success)
      return {
        problems: parsed.error.issues.map(({ path, message }) => ({
          field: path[0] === "given" ? String(path[1]) : path[0] === "why" ? "why" : null,
          message,
        })),
      };
    const { kind, recordIds, from, given, why } = parsed.data;
    const option = bulkOption(kind, parsed.data.change);
    if (option === null)
      return { problems: [{ field: "change", message: "Choose what is to be changed." }] };
    const change: BulkChange = { option, from, given };
    if (option.column !== null && from === "")
      return {
        problems: [
          { field: "from", message: `Choose which ${option.column.label.toLowerCase()} it is.` },
        ],
      };
    return db.$transaction(
      async (transaction) => {
        const records = await selectedRecords(transaction, kind, recordIds);
        if (records.length < new Set(recordIds).size)
          return whole("Some of these records are not in the record. Select them anew.");
        const wrong = await problemsOf(transaction, kind, change, records);
        if (wrong.length > 0) return { problems: wrong };
        const changes = changesOf(change, records);
        if (changes.records.length === 0)
          return whole(
            "None of these records would change: they say so already, or hold no such row.",
          );
        const id = await prepareChanges(transaction, by, {
          title: bulkTitle(kind, changes.records.length, change),
          note: why,
          changes,
        });
        return { created: id };
      },
      { timeout: 120_000, maxWait: 15_000 },
    );
  },
);

function whole(message: string): BulkRefusal {
  return { problems: [{ field: null, message }] };
}

function changesOf(change: BulkChange, records: readonly PublishedEntry[]): PreparedChanges {
  const changes: PreparedChanges = { records: [], left: [] };
  for (const { entry, recordId, revision, title } of records) {
    const typed = changed(writeTyped(entry), change);
    if (typed === null)
      changes.left.push({
        name: `${entry.kind} ${title}`,
        why: "It says so already, or holds no such row, and stays as it is.",
      });
    else
      changes.records.push({
        kind: entry.kind,
        recordId,
        baseRevision: revision,
        name: title,
        typed,
      });
  }
  return changes;
}

/** What is wrong with what was typed, as the form of the first record that it changes says it. */
async function problemsOf(
  db: Queryable,
  kind: RecordKind,
  change: BulkChange,
  records: readonly PublishedEntry[],
): Promise<BulkRefusal["problems"]> {
  const asked = askedFields(change.option);
  const problems = await strangeActors(db, change);
  for (const { entry } of records) {
    const typed = changed(writeTyped(entry), change);
    if (typed === null) continue;
    const read = readTyped(kind, typed);
    if (read.ok) break;
    for (const { path, message, question } of read.problems) {
      if (question === true || path[0] !== change.option.field.name) continue;
      if (change.option.verb === "add" && !isLast(typed, path)) continue;
      const name = String(path.at(-1));
      const field = asked.find((each) => each.name === name)?.name ?? asked[0]?.name ?? null;
      if (!problems.some((problem) => problem.field === field)) problems.push({ field, message });
    }
    break;
  }
  return problems;
}

function isLast(typed: Typed, path: readonly (string | number)[]): boolean {
  const list = typed[String(path[0])];
  return Array.isArray(list) && path[1] === list.length - 1;
}

/** Actors that are named and not published. */
async function strangeActors(
  db: Queryable,
  { option, given }: BulkChange,
): Promise<BulkRefusal["problems"]> {
  const problems: BulkRefusal["problems"] = [];
  for (const { name, control, label } of askedFields(option)) {
    const text = (given[name] ?? "").trim();
    if (control.is !== "pick" || control.of !== "actor" || text === "") continue;
    const named = (await actorDirectory(db)).nameable(pickOf("actor").read(text) ?? text);
    if (typeof named !== "number")
      problems.push({ field: name, message: `${label}: ${named.message.slice(0, 500)}` });
  }
  return problems;
}
