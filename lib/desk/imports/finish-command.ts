import type { Database, Queryable } from "@/lib/db/client";
import { longTransaction } from "@/lib/db/long-transaction";
import { may, type Person } from "@/lib/desk/access/access";
import { audit } from "@/lib/desk/access/guarded-command";
import type { ClaimedImport } from "@/lib/desk/imports/claimed-import";
import { draftRecords } from "@/lib/desk/imports/draft-records-command";
import { type ImportChoice, MOST_PROBLEMS } from "@/lib/desk/imports/import";
import { ImportError, RightLost } from "@/lib/desk/imports/import-error";
import type { Pause } from "@/lib/desk/imports/import-file";
import { reportJson, subjectOf } from "@/lib/desk/imports/import-row-command";
import { withMergedRows } from "@/lib/desk/imports/merged-rows-queries";
import { StoppedImport } from "@/lib/desk/imports/pause-command";
import { publishRecords } from "@/lib/desk/imports/publish-records-command";
import { readRecords } from "@/lib/desk/imports/read-records-queries";
import { saidByTable } from "@/lib/desk/imports/tables/said-by-table";
import { isOnlyReviewer } from "@/lib/desk/proposals/reviewer-queries";
import { lockVersions, type PublicationCredit } from "@/lib/record/publishing/publish-command";

/** Records whose publication takes so short that nobody needs a copy of the embedded database to read from meanwhile. */
const SOON_WRITTEN = 200;
/** A publication of thousands may take minutes on a busy machine. */
const PATIENCE = { timeout: 1_200_000, maxWait: 120_000 };

/**
 * Imports a file as was chosen, in one transaction that also notes that it is done: all of it or nothing, and
 * never twice. The file is read again: whoever began this may long be gone, or may do it no longer.
 * @param by who set it going; it is done for whoever decided it
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
  const { records, problems } = await readRecords(db, batch, pause);
  const left = new Set(choice.leftOut);
  const kept = records.filter(({ number }) => !left.has(number));
  const rows = records.length;
  try {
    // What is wrong with a record that is left out holds nothing up.
    const held = problems.filter(({ record }) => record === null || !left.has(record));
    if (choice.how === "publish" && held.length > 0) throw new ImportError(held);
    await pause(rows, rows, choice.how === "publish" ? "publishing" : "drafting");
    await transactionFor(
      kept.length,
      db,
      async (transaction) => {
        // What a row is added to must not move between being read and being written.
        if (choice.how === "publish") await lockVersions(transaction);
        const chosen = await withMergedRows(
          transaction,
          kept,
          choice.merged,
          saidByTable(batch.mapping),
        );
        const { version, ...outcome } =
          choice.how === "publish"
            ? await publishRecords(
                transaction,
                await creditOf(transaction, batch, choice),
                chosen,
                batch.report.version,
              )
            : await draftRecords(transaction, { id: batch.byId }, id, chosen, choice.note);
        const person = await whoStillMay(transaction, batch, choice);
        const { count } = await transaction.importBatch.updateMany({
          where: { id, state: "importing" },
          data: {
            state: "imported",
            text: "",
            publishedIn: version,
            rows,
            done: rows,
            movedAt: new Date(),
            report: reportJson({ ...batch.report, outcome }),
          },
        });
        // Somebody else was faster: what was done here is undone.
        if (count === 0) throw new StoppedImport();
        const what = version === null ? `${outcome.drafts} drafts` : `version ${version}`;
        await audit(transaction, person, "import.run", subjectOf(id), what);
      },
      PATIENCE,
    );
  } catch (error) {
    if (!(error instanceof ImportError || error instanceof RightLost)) throw error;
    await setBack(db, by, id, batch, error);
  }
}

function transactionFor(
  records: number,
  db: Database,
  work: (transaction: Queryable) => Promise<void>,
  patience: typeof PATIENCE,
): Promise<void> {
  return records > SOON_WRITTEN
    ? longTransaction(db, work, patience)
    : db.$transaction(work, patience);
}

/** Whose an import that was decided is: who had it published, or whose drafts it makes. */
function responsible(batch: ClaimedImport, choice: ImportChoice): string {
  return choice.how === "publish" ? (batch.publisherId ?? batch.byId) : batch.byId;
}

async function creditOf(
  transaction: Queryable,
  batch: ClaimedImport,
  choice: ImportChoice,
): Promise<PublicationCredit> {
  const nameOf = async (id: string) =>
    (await transaction.user.findUniqueOrThrow({ where: { id }, select: { name: true } })).name;
  const publisher = responsible(batch, choice);
  return {
    note: choice.note,
    enteredBy: await nameOf(batch.byId),
    reviewedBy: publisher === batch.byId ? null : await nameOf(publisher),
  };
}

/**
 * Whose import it is, if they may still do it; what they may does not change before the transaction ends.
 * @throws {RightLost}
 */
async function whoStillMay(
  transaction: Queryable,
  batch: ClaimedImport,
  choice: ImportChoice,
): Promise<Person> {
  const id = responsible(batch, choice);
  await transaction.$queryRaw`SELECT 1 FROM desk.person WHERE id = ${id} FOR SHARE`;
  const person = await transaction.user.findUniqueOrThrow({
    where: { id },
    select: { id: true, email: true, name: true, role: true, deactivatedAt: true },
  });
  if (person.deactivatedAt !== null || !may(person, "import.run"))
    throw new RightLost(
      choice.how === "publish"
        ? `${person.name} had begun to publish it and may not do that any more. Nothing of it was stored; another editor can publish it.`
        : `${person.name} had begun to make drafts of it and may not do that any more. Nothing of it was stored.`,
    );
  if (choice.how === "publish" && id === batch.byId && !(await isOnlyReviewer(transaction, person)))
    throw new RightLost(
      `${person.name} handed it in and is not the only editor any more, so somebody else has to publish it. Nothing of it was stored.`,
    );
  return person;
}

/** Hands an import that could not be done back: to its reviewers where only somebody’s right ended, else to who uploaded it. */
async function setBack(
  db: Database,
  by: Person,
  id: number,
  { report, submittedAt }: ClaimedImport,
  error: ImportError | RightLost,
): Promise<void> {
  const waits = error instanceof RightLost && report.choice?.how === "publish";
  const reported =
    error instanceof RightLost
      ? { setBack: error.reason }
      : {
          setBack: NOT_PUBLISHED,
          problems: error.problems.slice(0, MOST_PROBLEMS),
          problemCount: error.problems.length,
        };
  await db.$transaction(async (transaction) => {
    const { count } = await transaction.importBatch.updateMany({
      where: { id, state: "importing" },
      data: {
        ...(waits
          ? { state: "submitted" as const, submittedAt: submittedAt ?? new Date() }
          : { state: "checked" as const, submittedAt: null }),
        publisherId: null,
        movedAt: new Date(),
        report: reportJson({ ...report, ...reported }),
      },
    });
    if (count > 0) await audit(transaction, by, "import.run", subjectOf(id), "could not be done");
  });
}

const NOT_PUBLISHED =
  "It was not published: something that matters has changed since it was checked. Nothing of it was stored.";
