import type { Queryable } from "@/lib/db/client";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import type { Typed } from "@/lib/desk/forms/typed";
import { addressWarnings } from "@/lib/desk/proposals/address-warning-queries";
import { freeSlug, freeTargetName } from "@/lib/desk/proposals/free-name-queries";
import { namesTyped, newNames, newNameWarning } from "@/lib/desk/proposals/new-name-queries";
import { readSoFar, readTyped } from "@/lib/desk/proposals/typed";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { isPagedKind, type PagedKind } from "@/lib/record/kinds/record-kind";
import type { Entry } from "@/lib/record/publishing/entry";
import { mergedIntoOf } from "@/lib/record/publishing/entry-parts";
import type { Problem } from "@/lib/record/publishing/problem";
import type { RecordToPublish } from "@/lib/record/publishing/record-to-publish";
import { refusedBeside } from "@/lib/record/publishing/refused-queries";
import { targetDirectory } from "@/lib/record/targets/target-queries";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { dateText } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";

interface Checked {
  /** The proposal's own id; left out where it is none. */
  id?: number;
  kind: RecordKind;
  /** Null for a new record. */
  recordId: number | null;
  authorId: string | null;
  content: Typed;
  /** What it changes and why. */
  note: string;
}

/** Everything wrong with a draft and every warning about it, also what only the record can tell. */
export async function checkTyped(db: Queryable, draft: Checked): Promise<Problem[]> {
  const read = readTyped(draft.kind, draft.content);
  const problems = read.ok ? [...read.warnings] : [...read.problems];
  const record = read.ok ? read.entry.record : readSoFar(draft.kind, draft.content);
  problems.push(...(await unknownActors(db, draft, record)));
  problems.push(...(await targetProblems(db, draft, record)));
  problems.push(...(await takenSlug(db, draft, record)));
  problems.push(...(await refusedOf(db, draft, record)));
  if (draft.kind === "target") problems.push(...(await sharedNames(db, draft, record)));
  problems.push(...(await wrongMerge(db, draft, record)));
  // Of a revision it was answered when the record was entered.
  const isMerged = typeof (record as Record<string, unknown>).mergedInto === "string";
  if (draft.kind === "incident" && draft.recordId === null && !isMerged)
    problems.push(...(await strikingDuplicates(db, draft)));
  if (draft.kind === "incident") {
    problems.push(...(await notYetCovered(db, record)));
    problems.push(...(await newNames(db, namesTyped(draft.content))).map(newNameWarning));
    problems.push(...(await addressWarnings(db, draft.content, draft.recordId)));
  }
  if (draft.recordId !== null && draft.note.trim() === "")
    problems.push({
      path: ["_note"],
      message: "Say what it changes and why: readers see it in the history.",
    });
  return problems;
}

/** Says of a day after the one through which editors have looked that nothing of it counts so far. */
async function notYetCovered(db: Queryable, record: SoFar): Promise<Problem[]> {
  const { occurredOn } = record as Record<string, unknown>;
  const covered = (await newestVersion(db))?.coveredThrough ?? null;
  if (typeof occurredOn !== "string" || covered === null) return [];
  const { from } = daysOf(occurredOn);
  if (from <= covered) return [];
  return [
    {
      path: ["occurredOn"],
      message: `The record is covered through ${dateText(covered)}: the incident gets its page, and counts once the coverage is extended to its day.`,
      question: true,
      informs: true,
    },
  ];
}

/** What looks so much like the same theft that its author has to say that it is another. */
async function strikingDuplicates(db: Queryable, { content, id }: Checked): Promise<Problem[]> {
  const found = await findDuplicates(db, content, null, id ?? null);
  return found
    .filter(({ mustBeAnswered }) => mustBeAnswered)
    .map(({ name, occurredOn, reasons }) => ({
      path: ["target"],
      message: `It looks like “${name}”${occurredOn === null ? "" : ` (${dateText(occurredOn)})`}: ${reasons.join("; ")}. Is it another theft?`,
      question: true,
    }));
}

type SoFar = Record<string, unknown> | Entry["record"];

/** The actors that a draft names and where; rows by their place among what was read. */
function actorsNamed(
  { kind, content }: Checked,
  record: SoFar,
): { path: (string | number)[]; slug: string }[] {
  const values = record as Record<string, unknown>;
  const named: { path: (string | number)[]; slug: unknown }[] = [];
  if (kind === "figure") named.push({ path: ["actor"], slug: values.actor });
  if (kind === "actor") named.push({ path: ["parent"], slug: values.parent });
  if (kind === "incident" && Array.isArray(content.attributions)) {
    // Row by row as typed, so that an empty one before it moves nothing.
    content.attributions.forEach((row, index) => {
      const [read] =
        (readSoFar("incident", { attributions: [row] }).attributions as
          | { actor?: unknown }[]
          | undefined) ?? [];
      named.push({ path: ["attributions", index, "actor"], slug: read?.actor });
    });
  }
  return named.flatMap(({ path, slug }) => (typeof slug === "string" ? [{ path, slug }] : []));
}

async function unknownActors(db: Queryable, draft: Checked, record: SoFar): Promise<Problem[]> {
  const named = actorsNamed(draft, record);
  if (named.length === 0) return [];
  const slugs = [...new Set(named.map(({ slug }) => slug))].slice(0, 1000);
  const held = await db.actorRevision.findMany({
    where: { supersededIn: null, slug: { in: slugs } },
    select: {
      slug: true,
      mergedInto: {
        select: { revisions: { where: { supersededIn: null }, select: { slug: true } } },
      },
    },
  });
  const bySlug = new Map(held.map((row) => [row.slug, row]));
  const missing = slugs.filter((slug) => !bySlug.has(slug));
  const inDraft = new Set(
    missing.length === 0 ? [] : await drafted(db, "actor", draft.authorId, missing),
  );
  return named.flatMap(({ path, slug }): Problem[] => {
    const row = bySlug.get(slug);
    const into = row?.mergedInto?.revisions[0]?.slug;
    if (into !== undefined)
      return [{ path, message: `Actor “${slug}” was merged into “${into}”; name that one.` }];
    if (row !== undefined) return [];
    if (inDraft.has(slug))
      return [
        {
          path,
          message: `Actor “${slug}” is only a proposal so far, which has to be published before this one. Is that meant?`,
          question: true,
        },
      ];
    return [
      {
        path,
        message: `Actor “${slug}” is none that the record holds. Pick one of the list, or begin a draft of it.`,
      },
    ];
  });
}

/** Which of these slugs proposals for new records would have: those in review, and drafts of the same author. */
async function drafted(
  db: Queryable,
  kind: "actor" | "target",
  authorId: string | null,
  slugs: readonly string[],
): Promise<string[]> {
  const proposals = await db.proposal.findMany({
    where: {
      kind,
      recordId: null,
      OR: [{ state: "inReview" }, { authorId, state: { in: ["draft", "returned"] } }],
    },
    select: { content: true },
    orderBy: { id: "desc" },
    take: 1000,
  });
  const wanted = new Set(slugs);
  return proposals.flatMap(({ content }) => {
    // Stored by the desk's own commands, which take nothing else.
    const { slug } = readSoFar(kind, content as Typed);
    return typeof slug === "string" && wanted.has(slug) ? [slug] : [];
  });
}

/** Whether the targets that a draft names are held, and whether an incident's could be named and is not. */
async function targetProblems(db: Queryable, draft: Checked, record: SoFar): Promise<Problem[]> {
  if (draft.kind !== "incident" && draft.kind !== "target") return [];
  const values = record as Record<string, unknown>;
  const field = draft.kind === "incident" ? "targetSlug" : "successor";
  const slug = values[field];
  const directory = await targetDirectory(db);
  if (typeof slug === "string") {
    const target = directory.find(slug);
    if (target === null) {
      const isDrafted = (await drafted(db, "target", draft.authorId, [slug])).length > 0;
      return [
        isDrafted
          ? {
              path: [field],
              message: `Target “${slug}” is only a proposal so far, which has to be published before this one. Is that meant?`,
              question: true,
            }
          : {
              path: [field],
              message: `Target “${slug}” is none that the record holds. Pick one of the list, or begin a draft of it.`,
            },
      ];
    }
    const active = directory.active(target);
    return active === target
      ? []
      : [{ path: [field], message: `“${slug}” was merged into “${active.slug}”; name that one.` }];
  }
  if (draft.kind !== "incident" || typeof values.target !== "string") return [];
  const named = directory.named(values.target);
  if (named === null) return [];
  const called = named.name === values.target ? "" : `, there called ${named.name}`;
  return [
    {
      path: ["targetSlug"],
      message: `The record holds a target of that name${called}: “${named.slug}”. Is another one meant?`,
      question: true,
    },
  ];
}

/** What publishing would refuse, at its field; what is wrong with slugs and with whom it names is told already. */
async function refusedOf(
  db: Queryable,
  { kind, recordId }: Checked,
  record: SoFar,
): Promise<Problem[]> {
  const so = record as Record<string, unknown>;
  const textOf = (value: unknown) => (typeof value === "string" ? value : "");
  // A name that is not given is nobody else's; places among the rows stay what they are.
  const texts = (list: unknown) => (Array.isArray(list) ? list.map(textOf) : []);
  const parts: Partial<Record<RecordKind, object>> = {
    target: {
      slug: textOf(so.slug),
      name: textOf(so.name),
      aliases: texts(so.aliases),
      formerly: texts(so.formerly),
      successor: null,
      mergedInto: typeof so.mergedInto === "string" ? so.mergedInto : null,
    },
    // The highest text: a day that is not given goes not back.
    coverage: { coveredThrough: textOf(so.coveredThrough) || "~" },
  };
  const asked = parts[kind];
  if (asked === undefined) return [];
  // Of a draft as much as these refusals look at.
  const given = { kind, recordId, baseRevision: null, record: asked } as RecordToPublish;
  const refused = await refusedBeside(db, [given]);
  const told = new Set<unknown>(["slug", "successor", "mergedInto", undefined]);
  const free =
    kind === "target" && refused.some(({ path }) => path[0] === "name")
      ? await freeTargetName(db, textOf(so.name))
      : null;
  return refused.flatMap(({ path, message }): Problem[] => {
    if (told.has(path[0])) return [];
    return free !== null && path[0] === "name"
      ? [{ path, message, suggests: free }]
      : [{ path, message }];
  });
}

/** Other and former names of a target that are other or former names of another too: it may be that one. */
async function sharedNames(db: Queryable, draft: Checked, record: SoFar): Promise<Problem[]> {
  const { name, aliases, formerly } = record as Record<string, unknown>;
  const texts = (field: string, list: unknown) =>
    (Array.isArray(list) ? list : []).map((text, index) => ({ path: [field, index], text }));
  const directory = await targetDirectory(db);
  return [
    { path: ["name"], text: name },
    ...texts("aliases", aliases),
    ...texts("formerly", formerly),
  ].flatMap(({ path, text }): Problem[] => {
    const held = typeof text === "string" ? directory.named(text) : null;
    // The name itself of another is refused, or it is its successor.
    if (held === null || held.targetId === draft.recordId || held.name === text) return [];
    return [
      {
        path,
        message: `“${String(text)}” is a name of ${held.name} (${held.slug}) too. Is this another target?`,
        question: true,
      },
    ];
  });
}

/** Whether the name in the address is another record's. */
async function takenSlug(db: Queryable, draft: Checked, record: SoFar): Promise<Problem[]> {
  if (!isPagedKind(draft.kind)) return [];
  const slug = (record as Record<string, unknown>).slug;
  if (typeof slug !== "string") return [];
  const holder = await holderOf(db, draft.kind, slug);
  if (holder === null || holder.id === draft.recordId) return [];
  const free = await freeSlug(db, draft.kind, slug);
  return [
    {
      path: ["slug"],
      message: `URL name “${slug}” is that of ${holder.name} already; write another, such as ${free}.`,
      suggests: free,
    },
  ];
}

async function holderOf(
  db: Queryable,
  kind: PagedKind,
  slug: string,
): Promise<{ id: number; name: string } | null> {
  const where = { slug, supersededIn: null };
  if (kind === "actor") {
    const row = await db.actorRevision.findFirst({ where, select: { actorId: true, name: true } });
    return row === null ? null : { id: row.actorId, name: row.name };
  }
  if (kind === "target") {
    const row = await db.targetRevision.findFirst({
      where,
      select: { targetId: true, name: true },
    });
    return row === null ? null : { id: row.targetId, name: row.name };
  }
  const row = await db.incidentRevision.findFirst({
    where,
    select: { incidentId: true, name: true },
  });
  return row === null ? null : { id: row.incidentId, name: row.name };
}

/** Whether what a record is merged into exists, stands and is another. */
async function wrongMerge(db: Queryable, draft: Checked, record: SoFar): Promise<Problem[]> {
  const into = (record as Record<string, unknown>).mergedInto;
  if (typeof into !== "string") return [];
  const path = ["mergedInto"];
  const other = await findRecord(db, draft.kind, into);
  if (other === null)
    return [
      {
        path,
        message: `“${into}” is no ${draft.kind} that the record holds; pick one of the list.`,
      },
    ];
  if (other.recordId === draft.recordId)
    return [{ path, message: "A record cannot be merged into itself." }];
  return mergedIntoOf(other.entry) === null
    ? []
    : [{ path, message: `“${other.title}” is merged into another itself; name that one.` }];
}
