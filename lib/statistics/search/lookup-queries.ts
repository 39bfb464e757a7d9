import type { Queryable } from "@/lib/db/client";
import { seenAtVersion } from "@/lib/record/versions/version-sql";
import { findAddresses } from "@/lib/statistics/search/address-queries";
import { type AskedAddress, askedWhole, likelyKind } from "@/lib/statistics/search/asked-address";
import type { FoundAddress } from "@/lib/statistics/search/found-address";
import type { LookedUp, LookedUpIncident } from "@/lib/statistics/search/lookup";

/** What the record holds at a version of each entry of a list, in the list's order. */
export async function lookUp(
  db: Queryable,
  version: number,
  entries: readonly string[],
): Promise<LookedUp[]> {
  const asked = entries.map((given) => ({ given, asked: askedWhole(given) }));
  const all = (keysOf: (one: AskedAddress) => readonly string[]) => [
    ...new Set(asked.flatMap(({ asked }) => (asked === null ? [] : keysOf(asked)))),
  ];
  const [found, pages] = await Promise.all([
    findAddresses(
      db,
      version,
      {
        addressKeys: all(({ addressKeys }) => addressKeys),
        transactionKeys: all(({ transactionKeys }) => transactionKeys),
        part: null,
      },
      null,
    ),
    pagesCited(
      db,
      version,
      all(({ link }) => (link === null ? [] : [link])),
    ),
  ]);
  const byKey = new Map(found.map((one) => [`${one.kind} ${one.key}`, one]));
  return asked.map(({ given, asked }) => {
    if (asked === null)
      return { given, kind: null, text: null, chains: [], service: null, incidents: [] };
    const [wallet] = [
      ...asked.addressKeys.map((key) => byKey.get(`address ${key}`)),
      ...asked.transactionKeys.map((key) => byKey.get(`transaction ${key}`)),
    ].filter((one): one is FoundAddress => one !== undefined);
    if (wallet !== undefined) {
      const { kind, text, chains, service, incidents } = wallet;
      return { given, kind, text, chains, service, incidents };
    }
    const incidents = asked.link === null ? undefined : pages.get(asked.link);
    const kind = likelyKind(asked) ?? "page";
    return {
      given,
      kind: incidents === undefined ? kind : "page",
      text: incidents === undefined ? null : given,
      chains: [],
      service: null,
      incidents: incidents ?? [],
    };
  });
}

async function pagesCited(
  db: Queryable,
  version: number,
  links: readonly string[],
): Promise<Map<string, LookedUpIncident[]>> {
  if (links.length === 0) return new Map();
  const rows = await db.$queryRaw<{ link: string; incidents: LookedUpIncident[] }[]>`
    SELECT s.match_key AS link,
      jsonb_agg(DISTINCT jsonb_build_object('slug', i.slug, 'name', i.name, 'role', 'source')) AS incidents
    FROM incident_source s JOIN incident_revision i ON i.id = s.revision_id
    WHERE s.match_key = ANY(${[...links]}::text[]) AND i.retraction IS NULL AND i.merged_into_id IS NULL
      AND ${seenAtVersion("i", version)}
    GROUP BY 1`;
  return new Map(rows.map(({ link, incidents }) => [link, incidents]));
}
