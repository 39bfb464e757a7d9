import type { Database, Queryable } from "@/lib/db/client";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import type { IncidentEntry } from "@/lib/record/incidents/incident";
import { RECORD_KINDS, type RecordKind } from "@/lib/record/kinds/record-kind";
import type { PublisherFacts } from "@/lib/record/publishers/publisher";
import { identifyBySlug } from "@/lib/record/publishing/identify-queries";
import { recordsOf } from "@/lib/record/publishing/publication";
import {
  lockVersions,
  NothingNew,
  type Published,
  publishVersion,
} from "@/lib/record/publishing/publish-command";
import type { PublishedEntry } from "@/lib/record/publishing/published-entry";
import { ofKind, type RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { readDatasetFolder } from "@/lib/seed/dataset";
import {
  everKnownBy,
  keyOf,
  type Origin,
  originsOf,
  STARTING_NOTE,
  saysOtherwise,
} from "@/lib/seed/renewal-queries";

/** Why a record is withdrawn that the renewed dataset holds no longer. */
export const LEFT_OUT = "The starting dataset, renewed, holds it no longer.";

/** A record that an editor has changed, and that stays as that one left it. */
export interface LeftAlone {
  kind: RecordKind;
  /** What it is called. */
  title: string;
  /** What the renewed dataset would do with it. */
  would: "revise" | "retract";
}

/** What a renewal came to. */
export interface Renewal {
  /** Null where there was nothing new. */
  published: Published;
  /** How many records were withdrawn that the dataset holds no longer. */
  retracted: number;
  left: LeftAlone[];
}

/**
 * Publishes the renewed starting dataset as the next version: what is new is added, what differs revised, and what
 * the dataset held before and holds no longer retracted, so that every difference is in the records' history. What
 * an editor published last stays as it is and is listed.
 * @param overwrite has the dataset's word count for those too
 * @throws {DatasetError} where a file is malformed
 * @throws {PublicationError} where a record does not fit those that stay; the database is then as it was
 */
export async function renewDataset(
  db: Database,
  folder: string,
  { overwrite }: { overwrite: boolean },
): Promise<Renewal> {
  const given = await readDatasetFolder(folder);
  const dataset = recordsOf(given);
  const left: LeftAlone[] = [];
  try {
    const { retracted, ...published } = await db.$transaction(
      async (transaction) => {
        await lockVersions(transaction);
        return renew(transaction, dataset, given.publishers ?? null, overwrite, left);
      },
      { timeout: 600_000, maxWait: 60_000 },
    );
    // The database takes stock of so many new rows: see publishMany in dataset-commands.ts.
    await db.$executeRaw`ANALYZE`;
    return { published, retracted, left };
  } catch (error) {
    if (!(error instanceof NothingNew)) throw error;
    return { published: { version: null, ...error.unchanged }, retracted: 0, left };
  }
}

/** @param left is given what stays as editors left it */
async function renew(
  transaction: Queryable,
  dataset: readonly RecordToPublish[],
  publishers: PublisherFacts | null,
  overwrite: boolean,
  left: LeftAlone[],
): Promise<Published & { retracted: number }> {
  const origins = await originsOf(transaction);
  const staysAsItIs = ({ kind, recordId }: RecordToPublish) =>
    !overwrite && origins.get(kind)?.get(recordId ?? 0)?.edited === true;
  const given = await identifyRenewed(transaction, dataset, staysAsItIs);
  for (const record of given.filter(staysAsItIs))
    if (await saysOtherwise(transaction, record))
      left.push({ ...(await called(transaction, record)), would: "revise" });
  const gone = await leftOut(transaction, given, origins);
  for (const record of gone.filter(staysAsItIs))
    left.push({ ...(await called(transaction, record)), would: "retract" });
  const retracted = gone.filter((record) => !staysAsItIs(record));
  const note =
    (await newestVersion(transaction)) === null
      ? STARTING_NOTE
      : renewalNote(retracted.length, left.length);
  const { recordIds: _, ...published } = await publishVersion(
    transaction,
    { note, enteredBy: null, reviewedBy: null },
    [...given.filter((record) => !staysAsItIs(record)).map(broughtBack), ...retracted],
    publishers,
  );
  return { ...published, retracted: retracted.length };
}

/**
 * The dataset's records as revisions of those that the record holds by the same slug or key, or held by it before an
 * editor gave them another; whatever names one of those names it as it is called now.
 */
async function identifyRenewed(
  transaction: Queryable,
  dataset: readonly RecordToPublish[],
  staysAsItIs: (record: RecordToPublish) => boolean,
): Promise<RecordToPublish[]> {
  const renamed = new Map<RecordToPublish, PublishedEntry>();
  for (const kind of RECORD_KINDS) {
    const known = await everKnownBy(transaction, kind);
    for (const record of ofKind(dataset, kind)) {
      const held = known.get(keyOf(record) ?? "");
      if (held === undefined || held.current) continue;
      const entry = await publishedEntry(transaction, kind, held.id);
      if (entry !== null) renamed.set(record, entry);
    }
  }
  const asHeld = (record: RecordToPublish): RecordToPublish => {
    const entry = renamed.get(record);
    return entry === undefined ? record : revisionOf(record, entry);
  };
  const names = { target: new Map<string, string>(), actor: new Map<string, string>() };
  for (const [record, { slug }] of renamed)
    if ((record.kind === "target" || record.kind === "actor") && staysAsItIs(asHeld(record)))
      names[record.kind].set(record.record.slug, slug ?? record.record.slug);
  const under = dataset.filter((record) => !renamed.has(record));
  const identified = await identifyBySlug(
    transaction,
    under.map((record) => named(record, names)),
  );
  const again = [...renamed.keys()].map((record) => named(asHeld(record), names));
  return [...identified, ...again];
}

/** A record of the dataset as a revision of one that is held under another name; retracted and merged as that one is. */
function revisionOf(given: RecordToPublish, held: PublishedEntry): RecordToPublish {
  const { retraction, mergedInto } = { ...held.entry.record } as Partial<IncidentEntry>;
  const status = {
    ...(retraction === undefined ? {} : { retraction }),
    ...(mergedInto === undefined ? {} : { mergedInto }),
  };
  return {
    ...given,
    recordId: held.recordId,
    baseRevision: held.revision,
    record: { ...given.record, ...status },
  } as RecordToPublish;
}

type Names = Record<"target" | "actor", ReadonlyMap<string, string>>;

/** A record with each target and actor that it names under the name that this one has now. */
function named(given: RecordToPublish, { target, actor }: Names): RecordToPublish {
  if (target.size + actor.size === 0) return given;
  const now = <Slug extends string | null>(names: ReadonlyMap<string, string>, slug: Slug) =>
    slug === null ? slug : (names.get(slug) ?? slug);
  switch (given.kind) {
    case "incident": {
      const { record } = given;
      const attributions = record.attributions.map((said) => ({
        ...said,
        actor: now(actor, said.actor) ?? said.actor,
      }));
      return {
        ...given,
        record: { ...record, targetSlug: now(target, record.targetSlug), attributions },
      };
    }
    case "target":
      return {
        ...given,
        record: { ...given.record, successor: now(target, given.record.successor) },
      };
    case "actor":
      return { ...given, record: { ...given.record, parent: now(actor, given.record.parent) } };
    case "figure":
      return { ...given, record: { ...given.record, actor: now(actor, given.record.actor) } };
    case "service":
    case "coverage":
      return given;
  }
}

/** What the dataset leaves out that it held once: incidents, figures and services, retracted. */
async function leftOut(
  transaction: Queryable,
  given: readonly RecordToPublish[],
  origins: ReadonlyMap<RecordKind, ReadonlyMap<number, Origin>>,
): Promise<RecordToPublish[]> {
  const gone: RecordToPublish[] = [];
  for (const kind of ["incident", "figure", "service"] as const) {
    const still = new Set(ofKind(given, kind).map(({ recordId }) => recordId));
    for (const { id, active, ofDataset } of origins.get(kind)?.values() ?? []) {
      if (!active || !ofDataset || still.has(id)) continue;
      const held = await publishedEntry(transaction, kind, id);
      if (held === null) continue;
      gone.push({
        ...held.entry,
        recordId: id,
        baseRevision: held.revision,
        record: { ...held.entry.record, retraction: LEFT_OUT },
      } as RecordToPublish);
    }
  }
  return gone;
}

/** What an earlier renewal withdrew for want of it, and the dataset holds again. */
function broughtBack(record: RecordToPublish): RecordToPublish {
  if (!("retraction" in record.record) || record.record.retraction !== LEFT_OUT) return record;
  return { ...record, record: { ...record.record, retraction: null } } as RecordToPublish;
}

async function called(
  transaction: Queryable,
  { kind, recordId }: RecordToPublish,
): Promise<Pick<LeftAlone, "kind" | "title">> {
  const held = recordId === null ? null : await publishedEntry(transaction, kind, recordId);
  return { kind, title: held?.title ?? "" };
}

function renewalNote(retracted: number, left: number): string {
  const count = (number: number, one: string, more: string) =>
    number === 0 ? [] : [number === 1 ? one : `${number.toLocaleString("en-GB")} ${more}`];
  return [
    `${STARTING_NOTE}, renewed.`,
    ...count(
      retracted,
      "One record that it holds no longer is retracted.",
      "records that it holds no longer are retracted.",
    ),
    ...count(
      left,
      "One record that an editor had changed stays as it was.",
      "records that editors had changed stay as they were.",
    ),
  ].join(" ");
}
