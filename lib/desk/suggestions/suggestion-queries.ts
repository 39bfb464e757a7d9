import type { Queryable } from "@/lib/db/client";
import type { Prisma, SuggestionState } from "@/lib/db/generated/client";
import { hashOfSecret, isLinkSecret } from "@/lib/desk/people/one-time-link";
import {
  readContent,
  type SuggestionContent,
  type SuggestionFate,
  suggestionTitle,
} from "@/lib/desk/suggestions/suggestion";
import { publishedEntry } from "@/lib/record/history/published-entry-queries";
import { PAGED_KINDS } from "@/lib/record/kinds/record-kind";

/** A suggestion as a list shows it. */
interface SuggestionLine {
  id: number;
  title: string;
  /** The beginning of what it says. */
  excerpt: string;
  state: SuggestionState;
  receivedAt: Date;
}

export const SUGGESTIONS_PAGE = 50;

/** Suggestions that nobody has answered yet, those that have waited longest first. */
export async function waitingSuggestions(
  db: Queryable,
  page = 1,
): Promise<{ suggestions: SuggestionLine[]; count: number }> {
  return listed(db, { state: "waiting" }, "asc", page);
}

/** Suggestions that were answered, the latest first. */
export async function answeredSuggestions(
  db: Queryable,
  page = 1,
): Promise<{ suggestions: SuggestionLine[]; count: number }> {
  return listed(db, { state: { not: "waiting" } }, "desc", page);
}

async function listed(
  db: Queryable,
  where: Prisma.SuggestionWhereInput,
  order: "asc" | "desc",
  page: number,
) {
  const [rows, count] = await Promise.all([
    db.suggestion.findMany({
      where,
      orderBy: [{ receivedAt: order }, { id: order }],
      skip: (page - 1) * SUGGESTIONS_PAGE,
      take: SUGGESTIONS_PAGE,
    }),
    db.suggestion.count({ where }),
  ]);
  const names = await namesOfRecords(db, rows);
  const suggestions = rows.map(({ id, kind, recordId, content, state, receivedAt }) => {
    const said = readContent(content);
    const about = recordId === null ? null : (names.get(`${kind} ${recordId}`) ?? "a record");
    const excerpt = said.what.length > 200 ? `${said.what.slice(0, 199)}…` : said.what;
    return { id, title: suggestionTitle(said, about), excerpt, state, receivedAt };
  });
  return { suggestions, count };
}

async function namesOfRecords(
  db: Queryable,
  rows: readonly { kind: string; recordId: number | null }[],
): Promise<Map<string, string>> {
  const idsOf = (kind: string) =>
    rows.flatMap((row) => (row.kind === kind && row.recordId !== null ? [row.recordId] : []));
  const incidents = await db.incidentRevision.findMany({
    where: { supersededIn: null, incidentId: { in: idsOf("incident") } },
    select: { incidentId: true, name: true },
  });
  const actors = await db.actorRevision.findMany({
    where: { supersededIn: null, actorId: { in: idsOf("actor") } },
    select: { actorId: true, name: true },
  });
  const targets = await db.targetRevision.findMany({
    where: { supersededIn: null, targetId: { in: idsOf("target") } },
    select: { targetId: true, name: true },
  });
  return new Map([
    ...targets.map(({ targetId, name }): [string, string] => [`target ${targetId}`, name]),
    ...incidents.map(({ incidentId, name }): [string, string] => [`incident ${incidentId}`, name]),
    ...actors.map(({ actorId, name }): [string, string] => [`actor ${actorId}`, name]),
  ]);
}

/** A suggestion as an editor reads it. */
export interface SuggestionInFull extends SuggestionLine {
  content: SuggestionContent;
  about: SuggestionFate["about"];
  answer: string;
  answerer: string | null;
  answeredAt: Date | null;
  proposal: { id: number; state: string; authorId: string | null } | null;
}

const withProposal = {
  answerer: { select: { name: true } },
  proposal: {
    select: {
      id: true,
      kind: true,
      state: true,
      authorId: true,
      recordId: true,
      publishedIn: true,
    },
  },
} satisfies Prisma.SuggestionInclude;

/** A suggestion by its number; null where there is none. */
export async function findSuggestion(db: Queryable, id: number): Promise<SuggestionInFull | null> {
  const row = await db.suggestion.findUnique({ where: { id }, include: withProposal });
  if (row === null) return null;
  const content = readContent(row.content);
  const about = await aboutOf(db, row.kind, row.recordId);
  return {
    id,
    title: suggestionTitle(content, about?.name ?? null),
    excerpt: "",
    state: row.state,
    receivedAt: row.receivedAt,
    content,
    about,
    answer: row.answer,
    answerer: row.answerer?.name ?? null,
    answeredAt: row.answeredAt,
    proposal: row.proposal,
  };
}

async function aboutOf(
  db: Queryable,
  storedKind: string,
  recordId: number | null,
): Promise<SuggestionFate["about"]> {
  const kind = PAGED_KINDS.find((each) => each === storedKind);
  if (recordId === null || kind === undefined) return null;
  const found = await publishedEntry(db, kind, recordId);
  return found === null ? null : { kind, slug: found.slug ?? "", name: found.title };
}

/** What became of a suggestion, for whoever holds its private link; null where the link is none. */
export async function fateOfSuggestion(
  db: Queryable,
  secret: string,
): Promise<SuggestionFate | null> {
  if (!isLinkSecret(secret)) return null;
  const row = await db.suggestion.findUnique({
    where: { tokenHash: hashOfSecret(secret) },
    include: withProposal,
  });
  if (row === null) return null;
  const { proposal } = row;
  return {
    state: fateState(row.state, proposal?.state ?? null),
    answer: row.answer,
    receivedAt: row.receivedAt,
    answeredAt: row.answeredAt,
    published: proposal === null ? null : await publishedAs(db, proposal),
    about: await aboutOf(db, row.kind, row.recordId),
    content: readContent(row.content),
  };
}

function fateState(state: SuggestionState, proposal: string | null): SuggestionFate["state"] {
  if (state === "waiting" || state === "declined") return state;
  if (proposal === "published" || proposal === "inReview") return proposal;
  return proposal === "withdrawn" ? "dropped" : "writing";
}

/** Where it can be read what a proposal became. */
async function publishedAs(
  db: Queryable,
  {
    kind,
    recordId,
    publishedIn,
  }: { kind: string; recordId: number | null; publishedIn: number | null },
): Promise<SuggestionFate["published"]> {
  if (publishedIn === null) return null;
  // A new record is the one whose first revision that version published.
  const where = { publishedIn, ...(recordId === null ? { revision: 1 } : {}) };
  const select = { slug: true };
  const found =
    kind === "target"
      ? await db.targetRevision.findFirst({
          where: { ...where, ...(recordId === null ? {} : { targetId: recordId }) },
          select,
        })
      : kind === "actor"
        ? await db.actorRevision.findFirst({
            where: { ...where, ...(recordId === null ? {} : { actorId: recordId }) },
            select,
          })
        : await db.incidentRevision.findFirst({
            where: { ...where, ...(recordId === null ? {} : { incidentId: recordId }) },
            select,
          });
  const address = found === null ? `/v/${publishedIn}` : `/v/${publishedIn}/${kind}s/${found.slug}`;
  return { version: publishedIn, address };
}
