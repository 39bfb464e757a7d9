import type { Queryable } from "@/lib/db/client";
import type { Typed } from "@/lib/desk/forms/typed";
import { carriedBy } from "@/lib/desk/proposals/carried-queries";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { type Evidence, evidenceIn } from "@/lib/desk/proposals/evidence";
import { movedOn } from "@/lib/desk/proposals/merge-queries";
import { namesIn } from "@/lib/desk/proposals/name-queries";
import { namesTyped, newNames } from "@/lib/desk/proposals/new-name-queries";
import type { ProposalInFull } from "@/lib/desk/proposals/proposal-queries";
import { readTyped, writeTyped } from "@/lib/desk/proposals/typed";
import { difference, type FieldDifference } from "@/lib/record/history/difference";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import { definitionsAt } from "@/lib/record/incidents/technique-and-chain-queries";
import type { Entry } from "@/lib/record/publishing/entry";
import { slugOf } from "@/lib/record/publishing/entry-parts";
import type { Problem } from "@/lib/record/publishing/problem";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import type { Merging } from "@/lib/record/publishing/reassigned-reference";
import { mergingOf } from "@/lib/record/publishing/reassigned-references-queries";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { techniqueLabel } from "@/lib/values/taxonomy/taxonomy";

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
    differences:
      ended || kind !== "incident"
        ? difference(kind, was, is, names)
        : remarked(difference(kind, was, is, names), await remarksOn(db, content)),
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

/** What of an incident is new to the record, and what would take whose place; by the field. */
async function remarksOn(db: Queryable, content: Typed): Promise<Map<string, string>> {
  const names = namesTyped(content);
  const remarks = new Map<string, string>();
  const definition = String(content.techniqueDefinition ?? "").trim();
  const labels = new Map<string, string[]>();
  for (const { path, label } of await newNames(db, names)) {
    const field = String(path[0]);
    labels.set(field, [...(labels.get(field) ?? []), label]);
  }
  for (const [field, called] of labels) {
    const unsaid = field === "technique" && definition === "" ? "; nobody says what it means" : "";
    remarks.set(field, `New to the record: ${called.join(", ")}${unsaid}`);
  }
  const technique = names.find(({ list }) => list === "technique")?.value;
  if (technique !== undefined && definition !== "") {
    const held = (await definitionsAt(db, null)).get(technique);
    const label = techniqueLabel(technique);
    if (held === undefined)
      remarks.set("techniqueDefinition", `The methodology will say this of “${label}”`);
    else if (held !== definition)
      remarks.set(
        "techniqueDefinition",
        `Takes the place of what the methodology says of “${label}”: ${held}`,
      );
  }
  return remarks;
}

function remarked(
  differences: readonly FieldDifference[],
  remarks: ReadonlyMap<string, string>,
): FieldDifference[] {
  return differences.map((difference) => {
    const remark = remarks.get(difference.path);
    return remark === undefined ? difference : { ...difference, remark };
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
