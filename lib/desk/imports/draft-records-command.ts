import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { identifiedRecords } from "@/lib/desk/imports/identified-records-queries";
import type { FileRecord } from "@/lib/desk/imports/import-file";
import type { Outcome } from "@/lib/desk/imports/import-outcome";
import { kindOf } from "@/lib/desk/imports/records-to-publish";
import { storedJson } from "@/lib/desk/imports/stored-json";
import { titleOf, writeTyped } from "@/lib/desk/proposals/typed";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

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
  const { identified, from } = await identifiedRecords(transaction, whole);
  const drafts: Draft[] = [];
  const revised = new Set<FileRecord>();
  for (const [place, entry] of identified.entries()) {
    const { kind, recordId, baseRevision } = entry;
    const record = from[place];
    if (recordId === null || record === undefined) continue;
    revised.add(record);
    drafts.push({ kind, recordId, baseRevision, typed: writeTyped(entry) });
  }
  for (const record of records) {
    const kind = kindOf(record.list);
    if (revised.has(record) || record.typed === null) continue;
    const typed = storedJson(record.typed);
    drafts.push({ kind, recordId: null, baseRevision: null, typed });
  }
  return drafts;
}
