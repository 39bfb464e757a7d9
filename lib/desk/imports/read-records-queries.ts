import type { Queryable } from "@/lib/db/client";
import { changedSinceExport } from "@/lib/desk/imports/exported-since-queries";
import { identifiedRecords } from "@/lib/desk/imports/identified-records-queries";
import type { ImportReport } from "@/lib/desk/imports/import";
import type { FileProblem, FileRecord, Pause, ReadFile } from "@/lib/desk/imports/import-file";
import { actorSlugs, heldAddresses, targetSlugs } from "@/lib/desk/imports/import-queries";
import { readFile } from "@/lib/desk/imports/read-file";
import { readPreparedRecords } from "@/lib/desk/imports/read-prepared-queries";
import type { Mapping } from "@/lib/desk/imports/tables/mapping";
import { readMappedRecords } from "@/lib/desk/imports/tables/read-mapped-queries";
import { fieldAt } from "@/lib/desk/imports/typed-record";
import { namesOfIncident, newNames, newNameWarning } from "@/lib/desk/proposals/new-name-queries";
import type { Actor } from "@/lib/record/actors/actor";
import type { Incident } from "@/lib/record/incidents/incident";
import { refusedBeside } from "@/lib/record/publishing/refused-queries";
import {
  type Accepted,
  actorsNamed,
  identities,
  type ListName,
  targetsNamed,
} from "@/lib/seed/dataset";

/** What an import holds: a file's text, a table with how it is read, or changes that the desk prepared. */
export interface GivenRecords {
  text: string;
  prepared: boolean;
  mapping?: Mapping | null;
  report?: Pick<ImportReport, "apart">;
}

/**
 * Reads what an import holds, with every problem and every warning that it, and what it names of the record, gives.
 * @throws only what the database throws, and what `pause` does
 */
export async function readRecords(
  db: Queryable,
  given: GivenRecords,
  pause: Pause,
): Promise<Omit<ReadFile, "misformed">> {
  const { misformed, ...read } = await readGiven(db, given, pause);
  const { records, problems, warnings } = read;
  // What was published so must not keep a file out that says it again.
  const held = await heldAddresses(
    db,
    misformed.map(({ key }) => key),
  );
  for (const { key, problem } of misformed) {
    if (held.has(key))
      warnings.push({ ...problem, message: `${problem.message} The record holds it so already.` });
    else problems.push(problem);
  }
  problems.push(...sameTwice(records));
  problems.push(...(await unknownNames(db, records)));
  problems.push(...(await refusedOf(db, records)));
  problems.push(...(await changedSinceExport(db, records)));
  problems.push(...(await statusesWithoutSource(db, records)));
  warnings.push(...(await newNamesIn(db, records)));
  for (const list of [problems, warnings])
    list.sort((one, other) => (one.record ?? 0) - (other.record ?? 0));
  return read;
}

function readGiven(
  db: Queryable,
  { text, prepared, mapping, report }: GivenRecords,
  pause: Pause,
): Promise<ReadFile> {
  if (prepared) return readPreparedRecords(db, text, pause);
  if (mapping === undefined || mapping === null) return readFile(text, pause);
  return readMappedRecords(db, { text, mapping, passedOver: report?.apart?.rows ?? [] }, pause);
}

function problemOf(record: FileRecord, field: string, message: string): FileProblem {
  return { record: record.number, line: record.line, name: record.name, field, message };
}
/** What publishing would refuse of targets and of the coverage, told when the file is checked. */
async function refusedOf(db: Queryable, records: readonly FileRecord[]): Promise<FileProblem[]> {
  const asked = records.filter(({ list }) => list === "targets" || list === "coverage");
  if (asked.length === 0) return [];
  const { identified, from } = await identifiedRecords(db, asked);
  const refused = await refusedBeside(db, identified);
  return refused.flatMap(({ place, path, message }) => {
    const record = place === null ? undefined : from[place];
    // Of two with one slug, and of one that names none that is held, it is told already.
    return record === undefined || path.length === 0 || path[0] === "successor"
      ? []
      : [problemOf(record, fieldAt(path), message)];
  });
}

/** Legal statuses that nothing is named for, unless the record holds them so already. */
async function statusesWithoutSource(
  db: Queryable,
  records: readonly FileRecord[],
): Promise<FileProblem[]> {
  const bare = records.flatMap((record) => {
    const actor = record.list === "actors" ? (record.accepted as Actor | null) : null;
    return actor === null || actor.status === null || actor.statusSource !== null
      ? []
      : [{ record, actor }];
  });
  if (bare.length === 0) return [];
  const slugs = bare.map(({ actor }) => actor.slug);
  const rows = await db.actorRevision.findMany({
    where: { supersededIn: null, slug: { in: slugs }, statusSource: null },
    select: { slug: true, status: true },
  });
  const held = new Set(rows.map(({ slug, status }) => `${slug} ${status}`));
  return bare.flatMap(({ record, actor }) =>
    held.has(`${actor.slug} ${actor.status}`)
      ? []
      : [
          problemOf(
            record,
            "statusSource",
            "It must be given beside a status, as the link to a page that says it.",
          ),
        ],
  );
}

/** Techniques and chains that the record does not have yet, each where the file names it first. */
async function newNamesIn(db: Queryable, records: readonly FileRecord[]): Promise<FileProblem[]> {
  const seen = new Set<string>();
  const named = records.flatMap((record) => {
    if (record.list !== "incidents" || record.accepted === null) return [];
    return namesOfIncident(record.accepted as Incident).flatMap((name) => {
      const key = `${name.list} ${name.value}`;
      if (seen.has(key)) return [];
      seen.add(key);
      return [{ ...name, record }];
    });
  });
  return (await newNames(db, named)).map((fresh) =>
    problemOf(fresh.record, fieldAt(fresh.path), newNameWarning(fresh).message),
  );
}

/** Records that are known by the same name; those whose name was made here are told apart later. */
function sameTwice(records: readonly FileRecord[]): FileProblem[] {
  const first = new Map<string, FileRecord>();
  const problems: FileProblem[] = [];
  for (const record of records) {
    const { list, accepted, slugMade } = record;
    if (accepted === null || slugMade) continue;
    const { field, of } = identityOf(list);
    const key = `${list} ${of(accepted)}`;
    const before = first.get(key);
    if (before === undefined) first.set(key, record);
    else
      problems.push(
        problemOf(
          record,
          field,
          `It is that of record ${before.number}${before.line === null ? "" : ` (line ${before.line})`} too; no two may have the same.`,
        ),
      );
  }
  return problems;
}

/** The identity of a list's records; each is asked only about records of its own list. */
function identityOf(list: ListName): { field: string; of: (record: Accepted[ListName]) => string } {
  return identities[list] as { field: string; of: (record: Accepted[ListName]) => string };
}

/** What a file's records name that neither the record nor the file holds: actors and targets. */
async function unknownNames(db: Queryable, records: readonly FileRecord[]): Promise<FileProblem[]> {
  return [
    ...unknownOf("actor", records, actorsNamed, await actorSlugs(db), "actors"),
    ...unknownOf("target", records, targetsNamed, await targetSlugs(db), "targets"),
  ];
}

/**
 * @param namedBy the fields of each list's records that name one, and what they say
 * @param known the slugs of those that the record holds; those of the file's own list are added
 */
function unknownOf(
  kind: "actor" | "target",
  records: readonly FileRecord[],
  namedBy: typeof actorsNamed,
  known: Set<string>,
  own: ListName,
): FileProblem[] {
  for (const { list, accepted } of records) {
    if (list === own && accepted !== null && "slug" in accepted) known.add(accepted.slug);
  }
  return records.flatMap((record) => {
    if (record.accepted === null) return [];
    const named = namedBy[record.list] as (
      record: Accepted[ListName],
    ) => [field: string, slug: string | null][];
    return named(record.accepted).flatMap(([field, slug]) =>
      slug === null || known.has(slug)
        ? []
        : [
            problemOf(
              record,
              fieldAt(field.split(".").map((step) => (/^\d+$/.test(step) ? Number(step) : step))),
              `It names the ${kind} “${slug}”, which neither the record nor the file holds.`,
            ),
          ],
    );
  });
}
