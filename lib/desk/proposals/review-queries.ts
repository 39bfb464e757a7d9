import type { Queryable } from "@/lib/db/client";
import { carriedBy } from "@/lib/desk/proposals/carried-queries";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { type Evidence, evidenceIn } from "@/lib/desk/proposals/evidence";
import { movedOn } from "@/lib/desk/proposals/merge-queries";
import { namesIn } from "@/lib/desk/proposals/name-queries";
import { type NewName, namesTyped, newNames } from "@/lib/desk/proposals/new-name-queries";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { difference, type FieldDifference } from "@/lib/record/history/difference";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { Entry } from "@/lib/record/publishing/entry";
import { slugOf } from "@/lib/record/publishing/entry-parts";
import type { Problem } from "@/lib/record/publishing/problem";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import type { Merging } from "@/lib/record/publishing/reassigned-reference";
import { mergingOf } from "@/lib/record/publishing/reassigned-references-queries";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";

/** The record that stays after a merging, and what it takes over. */
interface CarriedOver {
  title: string;
  differences: FieldDifference[];
  revised: RecordToPublish;
}

/** A proposal as somebody reads it who decides about it. */
interface ProposalUnderReview {
  /** What it changes in what it was written from; all that it says where the record is new. */
  differences: FieldDifference[];
  /** What can be opened beside each of them. */
  evidence: (path: string) => Evidence;
  /** What is wrong with it, and what is doubtful; nothing once it is published. */
  problems: Problem[];
  /** The revision that was published since it was written; null where the record has not moved on. */
  movedOnTo: PublishedEntry | null;
  /** What would be published; null where it cannot be read. */
  identified: RecordToPublish | null;
  /** What the record that stays takes over; null where it is no merging or takes over nothing. */
  carried: CarriedOver | null;
  /** Of the record that it is about, now; null where there is none yet, and for a figure. */
  slug: string | null;
  /** How the actor was merged that it makes active again; null for all else. */
  undoes: Merging | null;
}

/** Reads a proposal beside what it was written from. */
export async function underReview(
  db: Queryable,
  proposal: ProposalInFull,
): Promise<ProposalUnderReview> {
  const { kind, recordId, baseRevision, content, state } = proposal;
  const before =
    recordId === null || baseRevision === null
      ? null
      : await publishedEntry(db, kind, recordId, baseRevision);
  const read = readTyped(kind, content);
  const ended = state === "published";
  const [was, is] = read.ok
    ? [before?.entry.record ?? null, read.entry.record]
    : [before === null ? null : writeTyped(before.entry), content];
  const names = await namesIn(db, [was, is]);
  return {
    evidence: evidenceIn(kind, was, is),
    differences: remarked(
      difference(kind, was, is, names),
      ended || kind !== "incident" ? [] : await newNames(db, namesTyped(content)),
    ),
    problems: ended ? [] : await checkTyped(db, proposal),
    movedOnTo: ended ? null : ((await movedOn(db, proposal))?.current ?? null),
    identified: read.ok ? { ...read.entry, recordId, baseRevision } : null,
    undoes:
      read.ok && !ended && recordId !== null ? await mergingUndone(db, recordId, read.entry) : null,
    carried:
      read.ok && !ended && recordId !== null
        ? await carriedOver(db, read.entry, proposal.carries)
        : null,
    slug: read.ok ? slugOf(read.entry) : null,
  };
}

async function carriedOver(
  db: Queryable,
  entry: Entry,
  carries: unknown,
): Promise<CarriedOver | null> {
  const carried = await carriedBy(db, entry, carries);
  // What cannot be taken over is told where somebody tries to publish it.
  if (carried === null || "problem" in carried) return null;
  const { kept, revised } = carried;
  const [was, is] = [kept.entry.record, revised.record];
  const names = await namesIn(db, [was, is]);
  return { title: kept.title, differences: difference(entry.kind, was, is, names), revised };
}

/** Says of a technique and of chains where the record holds none so called yet. */
function remarked(
  differences: readonly FieldDifference[],
  fresh: readonly NewName[],
): FieldDifference[] {
  return differences.map((difference) => {
    const labels = fresh.flatMap(({ path, label }) => (path[0] === difference.path ? [label] : []));
    return labels.length === 0
      ? difference
      : { ...difference, remark: `New to the record: ${labels.join(", ")}` };
  });
}

/** How an actor was merged that an entry makes active again; null for all else. */
export async function mergingUndone(
  db: Queryable,
  recordId: number,
  entry: Entry,
): Promise<Merging | null> {
  return entry.kind === "actor" && entry.record.mergedInto === null
    ? mergingOf(db, recordId)
    : null;
}
