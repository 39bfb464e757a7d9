import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { findAddresses, incidentsCiting } from "@/lib/statistics/search/address-queries";
import { askedAddress } from "@/lib/statistics/search/asked-address";
import { type AskedText, askedText } from "@/lib/statistics/search/asked-text";
import type { Entry, FoundEntry, ShownEntry } from "@/lib/statistics/search/entry";
import {
  entriesOfRevisions,
  entriesOfTargets,
  findEntries,
} from "@/lib/statistics/search/entry-queries";
import type { FoundAddress } from "@/lib/statistics/search/found-address";
import { foundRecords } from "@/lib/statistics/search/found-record-queries";
import { NAMED } from "@/lib/statistics/search/search-rank";
import type { FoundWallet, SearchAnswer } from "@/lib/statistics/search/search-result";
import type { SearchView } from "@/lib/statistics/search/search-view";
import type { SearchKind } from "@/lib/values/search/search-kind";

/** Results on the page of a search: who needs more of a kind narrows it or asks for its list. */
export const MOST_RESULTS = 50;

/** How surely an address is meant that a text is, begins, ends or holds. */
const ADDRESS_SCORES: Record<FoundAddress["fits"], number> = {
  whole: 2000,
  beginning: 820,
  end: 810,
  middle: 450,
};
/** What cites the very page that was asked for. */
const CITED = 1900;
/** How far an incident stands behind the target that it befell, or the address that it names. */
const BEHIND = 100;

/** What the record holds of a text at a version, best first. @param limit results */
export async function searchRecord(
  db: Queryable,
  version: number,
  { q, kind }: SearchView,
  limit = MOST_RESULTS,
): Promise<SearchAnswer> {
  if (q === "") return { results: [], counts: {}, reading: "as asked" };
  const address = askedAddress(q);
  const isLink = /^https?:\/\/\S+$/i.test(q);
  // A link is no text: its words are those of thousands of others.
  const asked: AskedText = isLink ? askedText("") : askedText(q);
  const [found, wallets, citing] = await Promise.all([
    findEntries(db, version, asked, kind),
    address === null ? [] : findAddresses(db, version, address),
    address?.link == null ? [] : incidentsCiting(db, version, address.link),
  ]);
  const counts = { ...found.counts };
  const entries = new Map(found.entries.map((entry) => [entry.id, entry]));
  const add = (more: readonly Entry[], score: number) => {
    for (const entry of more) {
      if (entries.has(entry.id)) continue;
      counts[entry.kind] = (counts[entry.kind] ?? 0) + 1;
      entries.set(entry.id, { ...entry, name: null, isWhole: true, isNamed: false, score });
    }
  };
  const isAsked = (one: SearchKind) => kind === null || kind === one;
  if (isAsked("incident")) {
    const named = found.entries.filter(({ kind, score }) => kind === "target" && score >= NAMED);
    const targets = named.slice(0, 3).flatMap(({ recordId }) => recordId ?? []);
    if (targets.length > 0)
      add(await entriesOfTargets(db, version, targets), (named[0]?.score ?? 0) - 4 * BEHIND);
    if (citing.length > 0) add(await entriesOfRevisions(db, version, { ids: citing }), CITED);
    const surest = wallets.filter(({ fits }) => fits !== "middle").slice(0, 5);
    const slugs = surest.flatMap(({ incidents }) => incidents.map(({ slug }) => slug));
    if (slugs.length > 0)
      add(
        await entriesOfRevisions(db, version, { slugs: [...new Set(slugs)].slice(0, 20) }),
        ADDRESS_SCORES[surest[0]?.fits ?? "end"] - BEHIND,
      );
  }
  for (const { kind } of wallets) counts[kind] = (counts[kind] ?? 0) + 1;
  const addresses: FoundWallet[] = wallets.map((wallet) => ({
    ...wallet,
    score: ADDRESS_SCORES[wallet.fits],
    matched: null,
    missing: [],
  }));
  const order = (one: { score: number }, other: { score: number }) => other.score - one.score;
  const best = [...entries.values()].filter(({ kind }) => isAsked(kind)).sort(order);
  const shown = await nearest(db, asked, best, found.reading);
  const records = await foundRecords(db, version, asked, shown.slice(0, limit));
  const results = [...records, ...addresses.filter(({ kind }) => isAsked(kind))].sort(order);
  return {
    results: results.slice(0, limit),
    counts: found.reading === "some words" ? countsOf([...shown, ...wallets]) : counts,
    reading: found.reading,
  };
}

/**
 * What is shown where not everything has all words: what lacks fewest of them, and whatever is called by some of them and
 * nothing else.
 */
async function nearest(
  db: Queryable,
  asked: AskedText,
  best: readonly FoundEntry[],
  reading: SearchAnswer["reading"],
): Promise<ShownEntry[]> {
  const entries = await withMissing(db, asked, best, reading);
  const fewest = Math.min(...entries.map(({ missing }) => missing.length));
  return entries.filter(({ missing, isNamed }) => missing.length === fewest || isNamed);
}

function countsOf(found: readonly { kind: SearchKind }[]): SearchAnswer["counts"] {
  const counts: SearchAnswer["counts"] = {};
  for (const { kind } of found) counts[kind] = (counts[kind] ?? 0) + 1;
  return counts;
}

/** The words that each has not, where not all have all. */
async function withMissing(
  db: Queryable,
  { core }: AskedText,
  shown: readonly FoundEntry[],
  reading: SearchAnswer["reading"],
): Promise<ShownEntry[]> {
  if (reading !== "some words" || shown.length === 0)
    return shown.map((entry) => ({ ...entry, missing: [] }));
  const rows = await db.$queryRaw<{ id: number; missing: string[] }[]>`
    SELECT e.id, ARRAY(SELECT w.word FROM unnest(${[...core]}::text[]) WITH ORDINALITY AS w (word, place)
      WHERE NOT e.document @@ (quote_literal(w.word) || ':*')::tsquery ORDER BY w.place) AS missing
    FROM desk.search_entry e WHERE e.id IN (${Prisma.join(shown.map(({ id }) => id))})`;
  const missing = new Map(rows.map((row) => [row.id, row.missing]));
  return shown.map((entry) => ({ ...entry, missing: missing.get(entry.id) ?? [] }));
}
