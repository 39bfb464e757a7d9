import type { Queryable } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { type Candidate, candidateOf } from "@/lib/desk/duplicates/candidate";
import { distinctiveWords } from "@/lib/desk/duplicates/distinctive-words";
import {
  COMMONPLACE,
  DAYS_OF_A_SUM,
  type Duplicate,
  LARGE,
  likeliest,
  weigh,
} from "@/lib/desk/duplicates/duplicate";
import { readCandidate } from "@/lib/desk/duplicates/read-candidate";
import { TargetNames } from "@/lib/desk/duplicates/target-names";
import type { Typed } from "@/lib/desk/forms/typed";
import { targetDirectory } from "@/lib/record/targets/target-queries";
import { dayOf, firstDayOf, precisionOf, trimToPrecision } from "@/lib/values/dates/day";
import { daysOf } from "@/lib/values/dates/partial-date";
import { linkKey, shownTransaction } from "@/lib/values/links/link-key";

/** Of each way of looking, as many incidents as are weighed. */
const MOST_LOOKED_AT = 300;
/** Addresses and links of one candidate that are looked up. */
const MOST_KEYS = 1000;
/** Days on both sides within which every theft is looked at, whatever it is called. */
const DAYS_AROUND = 3;
/** Proposals in review that are looked at, the newest first. */
const MOST_IN_REVIEW = 500;

/**
 * What an incident being written may be a duplicate of: published incidents, and others in review;
 * drafts that nobody has submitted stay their author's own. The likeliest first, at most ten.
 * @param exceptRecordId the incident that it revises; null for a new one
 * @param exceptProposalId the proposal that it is, where it is one
 */
export async function findDuplicates(
  db: Queryable,
  typed: Typed,
  exceptRecordId: number | null,
  exceptProposalId: number | null = null,
): Promise<Duplicate[]> {
  const targets = new TargetNames(await targetDirectory(db));
  const given = readCandidate(typed, targets);
  const published = await publishedDuplicates(db, given, targets, exceptRecordId);
  const inReview = await duplicatesInReview(db, given, targets, {
    exceptRecordId,
    exceptProposalId,
  });
  return likeliest([...published, ...inReview]);
}

interface FoundRow {
  incident_id: number;
  slug: string;
  name: string;
  target: string;
  occurred_on: Date;
  precision: "day" | "month" | "year";
  loss_usd: Prisma.Decimal | null;
  loss_usd_low: Prisma.Decimal | null;
  loss_usd_high: Prisma.Decimal | null;
  chains: string[];
  target_id: number | null;
  /** Keys of transactions that both hold. */
  transaction_keys: string[] | null;
  /** Keys of addresses that both hold. */
  address_keys: string[] | null;
  /** Links that lead to a page that both name, or show the same transaction. */
  urls: string[] | null;
}

/** Published incidents that may be the one given. */
async function publishedDuplicates(
  db: Queryable,
  given: Candidate,
  targets: TargetNames,
  exceptRecordId: number | null,
): Promise<Duplicate[]> {
  const large = given.loss !== null && given.loss.best > LARGE ? given.loss.best : 0;
  const targetIds = given.targets.map(({ targetId }) => targetId);
  const links = [...given.links.keys()].slice(0, MOST_KEYS);
  const addressKeys = [...given.addresses.keys()].slice(0, MOST_KEYS);
  const around = daysAround(given);
  const names = namesToLookFor(given);
  const rows = await db.$queryRaw<FoundRow[]>`
    WITH lettered AS (
      SELECT found.id FROM unnest(${names.all}::text[]) AS given (name)
      CROSS JOIN LATERAL (
        SELECT i.id FROM incident_revision i
        WHERE i.superseded_in IS NULL AND lower(i.target) %> given.name
        ORDER BY word_similarity(given.name, lower(i.target)) DESC, similarity(given.name, lower(i.target)) DESC
        LIMIT 30) AS found
      UNION
      SELECT found.id FROM unnest(${names.whole}::text[]) AS given (name)
      CROSS JOIN LATERAL (
        SELECT i.id FROM incident_revision i
        WHERE i.superseded_in IS NULL AND lower(i.name) %> given.name
        ORDER BY word_similarity(given.name, lower(i.name)) DESC, similarity(given.name, lower(i.name)) DESC
        LIMIT 30) AS found
    ), near AS (
      SELECT i.id FROM incident_revision i
      WHERE i.superseded_in IS NULL AND i.retraction IS NULL AND i.merged_into_id IS NULL
        AND i.occurred_on BETWEEN ${around.from}::date AND ${around.to}::date
      ORDER BY abs(i.occurred_on - ${around.middle}::date), i.id LIMIT ${MOST_LOOKED_AT}
    ), same_target AS (
      SELECT i.id FROM incident_revision i
      WHERE i.superseded_in IS NULL AND i.target_id = ANY (
        SELECT r.target_id FROM target_revision r WHERE r.superseded_in IS NULL
          AND (r.target_id = ANY (${targetIds}::int[]) OR r.merged_into_id = ANY (${targetIds}::int[])))
      ORDER BY abs(i.occurred_on - ${around.middle}::date), i.id LIMIT 30
    ), same_sum AS (
      SELECT i.id FROM incident_revision i
      WHERE i.superseded_in IS NULL AND i.occurred_on
        BETWEEN ${around.from}::date - ${DAYS_OF_A_SUM}::int AND ${around.to}::date + ${DAYS_OF_A_SUM}::int
        AND i.loss_usd BETWEEN ${large}::numeric * 0.98 AND ${large}::numeric * 1.021 AND ${large}::numeric > 0
      ORDER BY i.id LIMIT 30
    ), same_transaction AS (
      SELECT x.revision_id AS id, array_agg(x.match_key) AS keys FROM incident_transaction x
      JOIN incident_revision i ON i.id = x.revision_id
      WHERE x.match_key = ANY (${[...given.transactions].slice(0, MOST_KEYS)}::text[]) AND i.superseded_in IS NULL
      GROUP BY x.revision_id LIMIT 100
    ), same_address AS (
      SELECT found.id, given.key FROM unnest(${addressKeys}::text[]) AS given (key)
      CROSS JOIN LATERAL (
        SELECT DISTINCT d.revision_id AS id FROM address d JOIN incident_revision i ON i.id = d.revision_id
        WHERE d.match_key = given.key AND i.superseded_in IS NULL LIMIT ${COMMONPLACE}) AS found
      WHERE NOT EXISTS (
        SELECT FROM known_address k WHERE k.match_key = given.key AND k.retraction IS NULL AND k.superseded_in IS NULL)
    ), same_link AS (
      SELECT found.id, found.url FROM unnest(${links}::text[]) AS given (key)
      CROSS JOIN LATERAL (
        SELECT s.revision_id AS id, s.url FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
        WHERE s.match_key = given.key AND i.superseded_in IS NULL LIMIT 100) AS found
      UNION
      SELECT found.id, found.url FROM unnest(${digestsOf(given)}::text[]) AS given (transaction)
      CROSS JOIN LATERAL (
        SELECT s.revision_id AS id, s.url FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
        WHERE lower(s.url) ~ '[0-9a-f]{64}' AND substring(lower(s.url) FROM '[0-9a-f]{64}') = given.transaction
          AND i.superseded_in IS NULL LIMIT 100) AS found
    ), found AS (
      SELECT id FROM lettered UNION SELECT id FROM near
      UNION SELECT id FROM same_target UNION SELECT id FROM same_sum UNION SELECT id FROM same_transaction
      UNION SELECT id FROM same_address UNION SELECT id FROM same_link
    ), addresses AS (
      SELECT id, array_agg(key) AS keys FROM same_address GROUP BY id
    ), links AS (
      SELECT id, array_agg(url) AS urls FROM same_link GROUP BY id
    )
    SELECT i.incident_id, i.slug, i.name, i.target, i.occurred_on, i.precision, i.loss_usd, i.loss_usd_low,
      i.loss_usd_high, i.chains, i.target_id, addresses.keys AS address_keys, links.urls,
      same_transaction.keys AS transaction_keys
    FROM found JOIN incident_revision i ON i.id = found.id
    LEFT JOIN addresses ON addresses.id = i.id LEFT JOIN links ON links.id = i.id
    LEFT JOIN same_transaction ON same_transaction.id = i.id
    WHERE i.incident_id IS DISTINCT FROM ${exceptRecordId}::int`;
  const known = rows.map((row) => ({ row, candidate: candidateIn(row, given, targets) }));
  const held = {
    addressHeldBy: holders(known, ({ addresses }) => addresses.keys()),
    linkHeldBy: holders(known, ({ links: named }) => named.keys()),
  };
  return known.map(({ row, candidate }) => ({
    of: { where: "record", recordId: row.incident_id, slug: row.slug },
    name: row.name,
    target: row.target,
    occurredOn: candidate.occurredOn,
    ...candidate.lossKnown,
    ...weigh(given, candidate, held),
  }));
}

/** What to look for by its letters: whom it happened to, and the longest words that say so. */
function namesToLookFor(given: Candidate): { whole: string[]; all: string[] } {
  const names = [given.target, given.name].map(distinctiveWords);
  const whole = names.map((words) => words.join(" "));
  const words = [...names.flat()].filter((word) => word.length > 3);
  const longest = words.sort((one, other) => other.length - one.length).slice(0, 2);
  const usable = (texts: string[]) =>
    [...new Set(texts)].filter((text) => text.length > 1 && text.length <= 200);
  return {
    whole: usable(whole),
    all: usable([...whole, ...names.map((name) => name.join("")), ...longest]),
  };
}

/** The days around the given one; none where it is unknown or known to the year only. */
function daysAround({ occurredOn }: Candidate): { from: string; to: string; middle: string } {
  if (occurredOn === null || precisionOf(occurredOn) === "year")
    return { from: "9999-12-31", to: "9999-12-31", middle: "9999-12-31" };
  const { from, to } = daysOf(occurredOn);
  const [first, last] = [Date.parse("0001-01-01"), Date.parse("9999-12-31")];
  // Whatever was typed, PostgreSQL has to know the days.
  const moved = (day: string, by: number) =>
    dayOf(new Date(Math.min(Math.max(Date.parse(day) + by * 86_400_000, first), last)));
  return {
    from: moved(from, -DAYS_AROUND),
    to: moved(to, DAYS_AROUND),
    middle: firstDayOf(occurredOn),
  };
}

/** The digests among a candidate's transactions, as links to explorers hold them. */
function digestsOf({ transactions }: Candidate): string[] {
  return [...transactions]
    .flatMap((key) => (/^tx:[0-9a-f]{64}$/.test(key) ? [key.slice(3)] : []))
    .slice(0, MOST_KEYS);
}

function candidateIn(row: FoundRow, given: Candidate, targets: TargetNames): Candidate {
  const target = row.target_id === null ? null : targets.withId(row.target_id);
  const fields = {
    name: row.name,
    target: row.target,
    occurredOn: trimToPrecision(dayOf(row.occurred_on), row.precision),
    lossUsd: row.loss_usd?.toNumber() ?? null,
    lossUsdLow: row.loss_usd_low?.toNumber() ?? null,
    lossUsdHigh: row.loss_usd_high?.toNumber() ?? null,
    chains: row.chains,
    addresses: [],
    sources: (row.urls ?? []).map((url) => ({ url })),
    transactions: [],
  };
  const candidate = candidateOf(fields, target === null ? [] : [target]);
  const both = (row.address_keys ?? []).map((key): [string, string] => [
    key,
    given.addresses.get(key) ?? key,
  ]);
  const transactions = new Set([...candidate.transactions, ...(row.transaction_keys ?? [])]);
  return { ...candidate, addresses: new Map(both), transactions };
}

/** How many of the incidents hold a key. */
function holders(
  known: readonly { candidate: Candidate }[],
  keysOf: (candidate: Candidate) => Iterable<string>,
): (key: string) => number {
  const counts = new Map<string, number>();
  for (const { candidate } of known) {
    for (const key of keysOf(candidate)) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return (key) => counts.get(key) ?? 0;
}

interface InReviewRow {
  id: number;
  record_id: number | null;
  content: Typed;
  /** The rows of its lists that share something with what is given. */
  urls: string[] | null;
  addresses: { chain: string; address: string }[] | null;
  transactions: { chain: string; hash: string }[] | null;
}

/** Proposals in review that may be of the same incident. */
async function duplicatesInReview(
  db: Queryable,
  given: Candidate,
  targets: TargetNames,
  {
    exceptRecordId,
    exceptProposalId,
  }: { exceptRecordId: number | null; exceptProposalId: number | null },
): Promise<Duplicate[]> {
  // A list may be anything that was typed; only rows that could matter leave the database.
  const rows = await db.$queryRaw<InReviewRow[]>`
    SELECT p.id, p.record_id,
      jsonb_build_object('name', p.content -> 'name', 'target', p.content -> 'target',
        'occurredOn', p.content -> 'occurredOn', 'lossUsd', p.content -> 'lossUsd',
        'lossUsdLow', p.content -> 'lossUsdLow', 'lossUsdHigh', p.content -> 'lossUsdHigh') AS content,
      (SELECT array_agg(source ->> 'url') FROM jsonb_path_query(p.content, 'lax $.sources[*]') AS source) AS urls,
      (SELECT jsonb_agg(jsonb_build_object('chain', address ->> 'chain', 'address', address ->> 'address'))
       FROM jsonb_path_query(p.content, 'lax $.addresses[*]') AS address
       WHERE lower(address ->> 'address') = ANY (${[...given.addresses.values()].slice(0, MOST_KEYS).map((address) => address.toLowerCase())}::text[])) AS addresses,
      (SELECT jsonb_agg(jsonb_build_object('chain', made ->> 'chain', 'hash', made ->> 'hash'))
       FROM jsonb_path_query(p.content, 'lax $.transactions[*]') AS made) AS transactions
    FROM desk.proposal p
    WHERE p.state = 'in review' AND p.kind = 'incident'
      AND p.id IS DISTINCT FROM ${exceptProposalId}::int
      AND (p.record_id IS NULL OR p.record_id IS DISTINCT FROM ${exceptRecordId}::int)
    ORDER BY p.submitted_at DESC NULLS LAST, p.id DESC LIMIT ${MOST_IN_REVIEW}`;
  const once = { addressHeldBy: () => 1, linkHeldBy: () => 1 };
  return rows.map((row) => {
    const known = readCandidate(
      {
        ...row.content,
        addresses: row.addresses ?? [],
        sources: (row.urls ?? [])
          .filter((url) => url !== null && worthComparing(url, given))
          .map((url) => ({ url })),
        transactions: row.transactions ?? [],
      },
      targets,
    );
    return {
      of: { where: "review", proposalId: row.id },
      name: known.name,
      target: known.target,
      occurredOn: known.occurredOn,
      ...known.lossKnown,
      ...weigh(given, known, once),
    };
  });
}

function worthComparing(url: string, given: Candidate): boolean {
  const transaction = shownTransaction(url);
  return (
    given.links.has(linkKey(url) ?? "") ||
    (transaction !== null && given.transactions.has(`tx:${transaction}`))
  );
}
