import type { Person } from "@/lib/access/access";
import { audit } from "@/lib/access/guarded-command";
import type { Database, Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import type { Typed } from "@/lib/forms/typed";
import { checkFile } from "@/lib/imports/check-command";
import type { ClaimedImport } from "@/lib/imports/claimed-import";
import type { ImportChoice, ImportReport } from "@/lib/imports/import";
import type { FileProblem, FileRecord, Pause } from "@/lib/imports/import-file";
import { takenSlugs } from "@/lib/imports/import-queries";
import { StoppedImport } from "@/lib/imports/pause-command";
import { storedJson } from "@/lib/imports/stored-json";
import type { RecordKind } from "@/lib/proposals/proposal";
import { titleOf, writeTyped } from "@/lib/proposals/typed";
import { currentRevisions } from "@/lib/record/current-revision-queries";
import { placedBySlug } from "@/lib/record/placement-queries";
import type { Publication } from "@/lib/record/publication";
import { lockVersions, NothingNew, publishVersion } from "@/lib/record/publish-command";
import { RefusedPublication } from "@/lib/record/refused-publication";
import { newestVersion } from "@/lib/record/version-queries";
import type { Accepted, ListName } from "@/lib/seed/dataset";

/** A publication of thousands may take minutes on a busy machine. */
const PATIENCE = { timeout: 1_200_000, maxWait: 120_000 };
/** Drafts stored by one statement. */
const BATCH = 500;

/** Thrown to end a transaction whose outcome is a report. */
class Refused extends Error {
  constructor(readonly problems: readonly FileProblem[]) {
    super(problems[0]?.message ?? "refused");
  }
}

/**
 * Imports a file as was chosen, in one transaction that also notes that it is done: all of it or nothing, and
 * never twice. The file is read again: whoever began this may long be gone.
 */
export async function finishImport(
  db: Database,
  by: Person,
  id: number,
  batch: ClaimedImport,
  pause: Pause,
): Promise<void> {
  const { choice } = batch.report;
  if (choice === null) throw new Error(`import ${id} was begun without a choice`);
  const { records, report, rows } = await checkFile(db, batch.text, pause);
  const left = new Set(choice.leftOut);
  const chosen = records.filter(({ number }) => !left.has(number));
  try {
    if (choice.how === "publish" && report.problemCount > 0) throw new Refused(report.problems);
    await db.$transaction(async (transaction) => {
      const outcome =
        choice.how === "publish"
          ? await publishRecords(transaction, by, chosen, choice, batch.report.version)
          : await draftRecords(transaction, by, id, chosen, choice);
      const { version, ...counts } = outcome;
      const { count } = await transaction.importBatch.updateMany({
        where: { id, state: "importing" },
        data: {
          state: "imported",
          text: "",
          publishedIn: version,
          rows,
          done: rows,
          movedAt: new Date(),
          report: asJson({ ...batch.report, outcome: counts }),
        },
      });
      // Somebody else was faster: what was done here is undone.
      if (count === 0) throw new StoppedImport();
      const what = version === null ? `${counts.drafts} drafts` : `version ${version}`;
      await audit(transaction, by, "import.run", `import ${id}`, what);
    }, PATIENCE);
  } catch (error) {
    if (!(error instanceof Refused)) throw error;
    await db.importBatch.updateMany({
      where: { id, state: "importing" },
      data: {
        state: "checked",
        movedAt: new Date(),
        report: asJson({
          ...batch.report,
          choice: null,
          problems: [...error.problems].slice(0, 5000),
          problemCount: error.problems.length,
        }),
      },
    });
  }
}

function asJson(report: ImportReport): Prisma.InputJsonObject {
  // Numbers, texts and lists of them.
  return storedJson(report) as unknown as Prisma.InputJsonObject;
}

interface Outcome {
  /** Null where drafts were made. */
  version: number | null;
  drafts: number;
  added: number;
  revised: number;
  unchanged: number;
}

async function publishRecords(
  transaction: Queryable,
  by: Person,
  records: readonly FileRecord[],
  choice: ImportChoice,
  checkedAt: number | null,
): Promise<Outcome> {
  await lockVersions(transaction);
  const named = await distinctSlugs(transaction, records);
  const publication = publicationOf(named);
  const placed = await placedBySlug(transaction, publication);
  await refuseMovedOn(transaction, named, placed.incidents, checkedAt);
  try {
    const signature = { note: choice.note, enteredBy: by.name, reviewedBy: null };
    const { version, recordIds: _, ...puts } = await publishVersion(transaction, signature, placed);
    const sum = (what: "added" | "revised" | "unchanged") =>
      Object.values(puts).reduce((total, put) => total + put[what], 0);
    return {
      version,
      drafts: 0,
      added: sum("added"),
      revised: sum("revised"),
      unchanged: sum("unchanged"),
    };
  } catch (error) {
    if (error instanceof NothingNew)
      throw new Refused([
        ofFile(
          "All of its records stand in the record as they are given here: there is nothing to publish.",
        ),
      ]);
    if (!(error instanceof RefusedPublication)) throw error;
    const lists = { incident: "incidents", actor: "actors", figure: "figures" } as const;
    throw new Refused(
      error.problems.map(({ kind, place, path, message }) => {
        const record = named.filter(({ list }) => list === lists[kind])[place];
        return {
          record: record?.number ?? null,
          line: record?.line ?? null,
          name: record?.name ?? "",
          field: path.join(", "),
          message,
        };
      }),
    );
  }
}

function ofFile(message: string): FileProblem {
  return { record: null, line: null, name: "", field: "", message };
}

/** Records whose name in the address was made here get one that nothing else has. */
async function distinctSlugs(
  transaction: Queryable,
  records: readonly FileRecord[],
): Promise<FileRecord[]> {
  const taken = await takenSlugs(transaction);
  for (const { accepted, slugMade } of records) {
    if (accepted !== null && "slug" in accepted && !slugMade) taken.add(accepted.slug);
  }
  return records.map((record) => {
    const { accepted, slugMade } = record;
    if (accepted === null || !slugMade || !("slug" in accepted)) return record;
    let slug = accepted.slug;
    for (let count = 2; taken.has(slug); count++) slug = `${accepted.slug.slice(0, 95)}-${count}`;
    taken.add(slug);
    return { ...record, accepted: { ...accepted, slug } };
  });
}

function publicationOf(records: readonly FileRecord[]): Publication {
  const of = <List extends ListName>(list: List): Accepted[List][] =>
    records.flatMap((record) =>
      // A list's records were accepted by its own schema.
      record.list === list && record.accepted !== null ? [record.accepted as Accepted[List]] : [],
    );
  return {
    incidents: of("incidents"),
    actors: of("actors"),
    figures: of("figures"),
    knownAddresses: of("knownAddresses"),
  };
}

/** Nothing is written over what somebody has corrected since the file was checked. */
async function refuseMovedOn(
  transaction: Queryable,
  records: readonly FileRecord[],
  placed: readonly { recordId: number | null }[],
  checkedAt: number | null,
): Promise<void> {
  const newest = await newestVersion(transaction);
  if (newest === null || newest.number === checkedAt) return;
  const ids = placed.flatMap(({ recordId }) => (recordId === null ? [] : [recordId]));
  const moved: number[] = [];
  for (let start = 0; start < ids.length; start += 10_000) {
    const rows = await transaction.incidentRevision.findMany({
      where: {
        incidentId: { in: ids.slice(start, start + 10_000) },
        supersededIn: null,
        publishedIn: { gt: checkedAt ?? 0 },
      },
      select: { incidentId: true },
    });
    moved.push(...rows.map(({ incidentId }) => incidentId));
  }
  if (moved.length === 0) return;
  const those = new Set(moved);
  const incidents = records.filter(({ list }) => list === "incidents");
  throw new Refused(
    placed.flatMap(({ recordId }, place) => {
      const record = incidents[place];
      if (recordId === null || !those.has(recordId) || record === undefined) return [];
      return [
        {
          record: record.number,
          line: record.line,
          name: record.name,
          field: "slug",
          message:
            "This incident was revised since the file was checked. Check the file again, and see that it does not undo what was corrected.",
        },
      ];
    }),
  );
}

async function draftRecords(
  transaction: Queryable,
  by: Person,
  id: number,
  records: readonly FileRecord[],
  choice: ImportChoice,
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
        note: choice.note,
        authorId: by.id,
        importId: id,
      })),
    });
    await transaction.proposalEvent.createMany({
      data: rows.map((row) => ({
        proposalId: row.id,
        kind: "created" as const,
        byId: by.id,
        text: `From import ${id}.`,
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
  const placed = await placedBySlug(transaction, publicationOf(whole));
  const drafts: Draft[] = [];
  const revised = new Set<FileRecord>();
  const kinds = [
    ["incidents", "incident", placed.incidents],
    ["actors", "actor", placed.actors],
    ["figures", "figure", placed.figures],
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
