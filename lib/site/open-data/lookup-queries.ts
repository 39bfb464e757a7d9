import type { Queryable } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";
import { activeAt } from "@/lib/record/versions/version-sql";
import { jsonRows } from "@/lib/site/open-data/json-row-queries";
import { type LookupEntry, readAs, readLookupEntry } from "@/lib/site/open-data/lookup-entry";
import { type FoundName, findNames } from "@/lib/site/open-data/lookup-name-queries";
import { type Matched, matchedIncidents } from "@/lib/site/open-data/matched-incident-queries";
import type {
  LookedUpAnswer,
  LookupMatch,
  RangedAddress,
} from "@/lib/site/open-data/shapes/lookup";
import { lookedUpText } from "@/lib/statistics/search/lookup";
import { grouped } from "@/lib/values/lists/grouped";

/** More than an answer can hold: an address that many use may be named by hundreds of incidents. */
const MOST_MATCHES = 20_000;

/** Where an address, a transaction or a link stands in a revision of an incident. */
interface Hit {
  key: string;
  text: string;
  chain: string | null;
  role: LookupMatch["role"];
  source: string;
  revision: number;
}

/** An address that many use. */
interface Service {
  key: string;
  text: string;
  chain: string;
  label: string;
}

type FoundBy = "address" | "transaction" | "link";

/**
 * What the record holds at a version of each entry of a list, in the list's order.
 * @returns null where the entries are named so often that no answer could hold it
 */
export async function lookUpEntries(
  db: Queryable,
  version: number,
  given: readonly string[],
): Promise<LookedUpAnswer[] | null> {
  const entries = given.map(readLookupEntry);
  const all = (of: (entry: LookupEntry) => readonly string[]) => [...new Set(entries.flatMap(of))];
  const addressKeys = all((entry) => entry.addressKeys);
  const byKey = keyAmong(addressKeys);
  const [addresses, services, transactions, links, names] = await Promise.all([
    addressKeys.length === 0 ? [] : addressHits(db, version, byKey),
    addressKeys.length === 0 ? [] : servicesWhere(db, version, byKey),
    transactionHits(
      db,
      version,
      all((entry) => entry.transactionKeys),
    ),
    linkHits(
      db,
      version,
      all(({ link }) => (link === null ? [] : [link])),
    ),
    findNames(
      db,
      version,
      all(({ name }) => (name === null ? [] : [name])),
    ),
  ]);
  const hits = {
    address: byKeys(addresses),
    transaction: byKeys(transactions),
    link: byKeys(links),
  };
  const servicesOf = byKeys(services);
  const found = entries.map((entry) => foundOf(entry, hits, servicesOf, names));
  if (found.reduce((sum, { hits, names }) => sum + hits.length + names.length, 0) > MOST_MATCHES)
    return null;
  const incidents = await matchedIncidents(db, version, [
    ...addresses.map(({ revision }) => revision),
    ...transactions.map(({ revision }) => revision),
    ...links.map(({ revision }) => revision),
    ...[...names.values()].flat().flatMap(({ revision }) => revision ?? []),
  ]);
  return found.map(({ entry, read_as, hits, names, service }) => {
    const text = hits[0]?.text ?? names[0]?.text ?? service?.text ?? null;
    const known_as = service?.label ?? null;
    return {
      given: entry.given,
      read_as,
      result: resultOf({ read_as, text, known_as }),
      text,
      chains: chainsOf(hits, service),
      known_as,
      matches: [
        ...hits.flatMap((hit) => hitMatch(hit, read_as as FoundBy, incidents)),
        ...names.flatMap((name) => nameMatch(name, incidents)),
      ],
    };
  });
}

/** The addresses at a version whose digest begins so, in the order of their digests. @param range six small hexadecimal digits */
export async function addressesInRange(
  db: Queryable,
  version: number,
  range: string,
): Promise<RangedAddress[]> {
  const within = Prisma.sql`"left"(address_digest(d.match_key), 6) = ${range}`;
  const [hits, services] = await Promise.all([
    addressHits(db, version, within),
    servicesWhere(db, version, within),
  ]);
  const keys = [...new Set([...hits, ...services].map(({ key }) => key))];
  if (keys.length === 0) return [];
  const [incidents, digests] = await Promise.all([
    matchedIncidents(
      db,
      version,
      hits.map(({ revision }) => revision),
    ),
    db.$queryRaw<{ key: string; digest: string }[]>`
      SELECT key, address_digest(key) AS digest FROM unnest(${keys}::text[]) AS key ORDER BY digest`,
  ]);
  const [hitsOf, servicesOf] = [byKeys(hits), byKeys(services)];
  return digests.map(({ key, digest }) => {
    const own = hitsOf.get(key) ?? [];
    const service = servicesOf.get(key)?.[0];
    return {
      rest: digest.slice(range.length),
      key,
      text: own[0]?.text ?? service?.text ?? "",
      chains: chainsOf(own, service),
      known_as: service?.label ?? null,
      matches: own.flatMap((hit) => hitMatch(hit, "address", incidents)),
    };
  });
}

function byKeys<Each extends { key: string }>(some: readonly Each[]): Map<string, Each[]> {
  return grouped(some, ({ key }) => key);
}

interface Found {
  entry: LookupEntry;
  read_as: LookedUpAnswer["read_as"];
  hits: readonly Hit[];
  names: readonly FoundName[];
  service: Service | undefined;
}

/** An entry as that which the record has; where it has it as nothing, as that which it looks like. */
function foundOf(
  entry: LookupEntry,
  hits: Record<FoundBy, ReadonlyMap<string, Hit[]>>,
  services: ReadonlyMap<string, Service[]>,
  names: ReadonlyMap<string, readonly FoundName[]>,
): Found {
  const keys = {
    address: entry.addressKeys,
    transaction: entry.transactionKeys,
    link: entry.link === null ? [] : [entry.link],
  };
  const service = entry.addressKeys.flatMap((key) => services.get(key) ?? [])[0];
  for (const read_as of ["address", "transaction", "link"] as const) {
    const own = keys[read_as].flatMap((key) => hits[read_as].get(key) ?? []);
    if (own.length > 0 || (read_as === "address" && service !== undefined))
      return {
        entry,
        read_as,
        hits: own,
        names: [],
        service: read_as === "address" ? service : undefined,
      };
  }
  const called = (entry.name === null ? undefined : names.get(entry.name)) ?? [];
  const read_as = called.length > 0 ? "name" : readAs(entry);
  return { entry, read_as, hits: [], names: called, service: undefined };
}

function resultOf({
  read_as,
  text,
  known_as,
}: Pick<LookedUpAnswer, "read_as" | "text" | "known_as">): string {
  if (read_as === null)
    return "not read: neither a whole address nor a transaction, a link or a name";
  if (read_as === "name" && text === null)
    return "not in the record under this name; /reconcile finds other spellings";
  return lookedUpText({
    kind: read_as === "link" || read_as === "name" ? "page" : read_as,
    text,
    service: known_as,
  });
}

function chainsOf(hits: readonly Hit[], service: Service | undefined): string[] {
  return [
    ...new Set(
      [...hits.map(({ chain }) => chain), service?.chain].filter((chain) => chain != null),
    ),
  ].sort();
}

function hitMatch(
  { text, chain, role, source, revision }: Hit,
  found_by: FoundBy,
  incidents: ReadonlyMap<number, Matched>,
): LookupMatch[] {
  const incident = incidents.get(revision);
  return incident === undefined
    ? []
    : [matchOf(incident, { found_by, found_text: text, chain, role, source })];
}

function nameMatch(
  { found_by, text, revision, record }: FoundName,
  incidents: ReadonlyMap<number, Matched>,
): LookupMatch[] {
  const matched = revision === null ? record : incidents.get(revision);
  const found = { found_by, found_text: text, chain: null, role: null, source: null };
  return matched == null ? [] : [matchOf(matched, found)];
}

function matchOf(
  { kind, id, slug, name, url, occurred_on, loss_usd, attributions, actors }: Matched,
  found: Pick<LookupMatch, "found_by" | "found_text" | "chain" | "role" | "source">,
): LookupMatch {
  return { kind, id, slug, name, url, ...found, occurred_on, loss_usd, attributions, actors };
}

/**
 * That a row (alias `d`) is of one of several keys. The planner is not shown how many there are: of a thousand it would read the
 * whole table, though nearly all of them are of one row or of none.
 */
function keyAmong(keys: readonly string[]): Prisma.Sql {
  return Prisma.sql`d.match_key = ANY(ARRAY(SELECT unnest(${[...keys]}::text[])))`;
}

function addressHits(db: Queryable, version: number, where: Prisma.Sql): Promise<Hit[]> {
  return jsonRows<Hit>(
    db,
    Prisma.sql`
    SELECT d.match_key AS key, d.address AS text, d.chain, d.role::text AS role, d.source, d.revision_id AS revision
    FROM address d JOIN incident_revision i ON i.id = d.revision_id
    WHERE ${where} AND ${activeAt(version)} ORDER BY d.id`,
  );
}

function servicesWhere(db: Queryable, version: number, where: Prisma.Sql): Promise<Service[]> {
  return jsonRows<Service>(
    db,
    Prisma.sql`
    SELECT d.match_key AS key, d.address AS text, d.chain, d.label FROM known_address d
    WHERE ${where} AND d.retraction IS NULL AND d.published_in <= ${version}
      AND (d.superseded_in IS NULL OR d.superseded_in > ${version}) ORDER BY d.label, d.id`,
  );
}

async function transactionHits(
  db: Queryable,
  version: number,
  keys: readonly string[],
): Promise<Hit[]> {
  if (keys.length === 0) return [];
  return jsonRows<Hit>(
    db,
    Prisma.sql`
    SELECT d.match_key AS key, d.hash AS text, d.chain, d.role::text AS role, d.source, d.revision_id AS revision
    FROM incident_transaction d JOIN incident_revision i ON i.id = d.revision_id
    WHERE ${keyAmong(keys)} AND ${activeAt(version)} ORDER BY d.id`,
  );
}

async function linkHits(db: Queryable, version: number, links: readonly string[]): Promise<Hit[]> {
  if (links.length === 0) return [];
  return jsonRows<Hit>(
    db,
    Prisma.sql`
    SELECT d.match_key AS key, d.url AS text, NULL AS chain, NULL AS role, d.url AS source, d.revision_id AS revision
    FROM incident_source d JOIN incident_revision i ON i.id = d.revision_id
    WHERE ${keyAmong(links)} AND ${activeAt(version)} ORDER BY d.id`,
  );
}
