import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import type { FileRecord } from "@/lib/desk/imports/import-file";
import type { Outcome } from "@/lib/desk/imports/import-outcome";
import { publicationOf } from "@/lib/desk/imports/publication-of";
import { storedJson } from "@/lib/desk/imports/stored-json";
import { titleOf, writeTyped } from "@/lib/desk/proposals/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { currentRevisions } from "@/lib/record/publishing/current-revision-queries";
import { identifyBySlug } from "@/lib/record/publishing/identify-queries";

/** Drafts stored by one statement. */
const BATCH = 500;

/**
 * Makes a draft of each record of a file, within a transaction that ends with it.
 * @param author whose drafts they are
 * @param importId the import that they come from
 * @param note what each says of itself
 */
export async function draftRecords(
  transaction: Queryable,
  author: Pick<Person, "id">,
  importId: number,
  records: readonly FileRecord[],
  note: string,
): Promise<Outcome> {
  const drafts = await draftsOf(transaction, records);
  for (let start = 0; start < drafts.length; start += BATCH) {
    const rows = await transaction.proposal.createManyAndReturn({
      select: { id: true },
      data: drafts.slice(start, start + BATCH).map(({ kind, recordId, baseRevision, typed }) => ({
        kind,
        recordId,
        baseRevision,
        content: typed as Prisma.InputJsonObject,
        title: titleOf(kind, typed),
        note,
        authorId: author.id,
        importId,
      })),
    });
    await transaction.proposalEvent.createMany({
      data: rows.map((row) => ({
        proposalId: row.id,
        kind: "created" as const,
        byId: author.id,
        text: `From import ${importId}.`,
      })),
    });
  }
  return { version: null, drafts: drafts.length, added: 0, revised: 0, unchanged: 0 };
}

interface Draft {
  kind: RecordKind;
  recordId: number | null;
  baseRevision: number | null;
  typed: Typed;
}

/** Each record as a draft: of a new record, or of a revision of the one that its slug names. */
async function draftsOf(transaction: Queryable, records: readonly FileRecord[]): Promise<Draft[]> {
  const whole = records.filter(({ accepted, slugMade }) => accepted !== null && !slugMade);
  const identified = await identifyBySlug(transaction, publicationOf(whole));
  const drafts: Draft[] = [];
  const revised = new Set<FileRecord>();
  const kinds = [
    ["incidents", "incident", identified.incidents],
    ["actors", "actor", identified.actors],
    ["figures", "figure", identified.figures],
  ] as const;
  for (const [list, kind, ofKind] of kinds) {
    const given = whole.filter((record) => record.list === list);
    const ids = ofKind.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]));
    const revisions = await currentRevisions(transaction, kind, ids);
    for (const [place, { recordId, record }] of ofKind.entries()) {
      const from = given[place];
      if (recordId === null || from === undefined) continue;
      revised.add(from);
      // Of the kind that its list holds.
      const typed = writeTyped({ kind, record } as Parameters<typeof writeTyped>[0]);
      drafts.push({ kind, recordId, baseRevision: revisions.get(recordId) ?? null, typed });
    }
  }
  const kindOf = { incidents: "incident", actors: "actor", figures: "figure" } as const;
  for (const record of records) {
    if (revised.has(record) || record.typed === null || record.list === "knownAddresses") continue;
    const typed = storedJson(record.typed);
    drafts.push({ kind: kindOf[record.list], recordId: null, baseRevision: null, typed });
  }
  return drafts;
}
