import { addressKey } from "@/lib/values/wallets/address-key";

/** An address that is in two or more incidents. */
export interface SharedIndicator {
  /** In one of its spellings. */
  address: string;
  /** Each incident and chain that it is in. */
  sightings: { slug: string; chain: string }[];
}

/** Several incidents that all hold the same addresses. */
interface SharedAddressLink {
  /** Incidents by slug, in the order of their days. */
  slugs: string[];
  addresses: SharedIndicator[];
}

/** Incidents held together by shared addresses, directly or by way of one another. */
export interface SharedAddressGroup<Incident> {
  /** In the order of their days. */
  incidents: Incident[];
  /** In the order of their first incidents; no two between the same incidents. */
  links: SharedAddressLink[];
}

/**
 * Puts incidents that share addresses into groups, and says by which addresses.
 * @param incidents oldest first; a sighting in an incident that is not among them is passed over
 */
export function sharedAddressGroups<Incident extends { slug: string }>(
  incidents: readonly Incident[],
  shared: readonly SharedIndicator[],
): SharedAddressGroup<Incident>[] {
  const places = new Map(incidents.map((incident, place) => [incident.slug, place]));
  const placeOf = (slug: string) => places.get(slug) ?? -1;
  const links = new Map<string, SharedAddressLink>();
  for (const indicator of shared) {
    const slugs = [...new Set(indicator.sightings.map((sighting) => sighting.slug))]
      .filter((slug) => places.has(slug))
      .sort((one, other) => placeOf(one) - placeOf(other));
    if (slugs.length < 2) continue;
    const key = slugs.join(" ");
    const link = links.get(key) ?? { slugs, addresses: [] };
    link.addresses.push(indicator);
    links.set(key, link);
  }
  const groups: { slugs: Set<string>; links: SharedAddressLink[] }[] = [];
  for (const link of links.values()) {
    const touched = groups.filter((group) => link.slugs.some((slug) => group.slugs.has(slug)));
    for (const group of touched) groups.splice(groups.indexOf(group), 1);
    groups.push({
      slugs: new Set([...touched.flatMap((group) => [...group.slugs]), ...link.slugs]),
      links: [...touched.flatMap((group) => group.links), link],
    });
  }
  const inOrder = (one: readonly string[], other: readonly string[]): number => {
    const length = Math.min(one.length, other.length);
    for (let index = 0; index < length; index += 1) {
      const difference = placeOf(one[index] ?? "") - placeOf(other[index] ?? "");
      if (difference !== 0) return difference;
    }
    return one.length - other.length;
  };
  return groups
    .map((group) => ({
      incidents: incidents.filter((incident) => group.slugs.has(incident.slug)),
      links: group.links.sort((one, other) => inOrder(one.slugs, other.slugs)),
    }))
    .sort(
      (one, other) =>
        placeOf(one.incidents[0]?.slug ?? "") - placeOf(other.incidents[0]?.slug ?? ""),
    );
}

/** A shared-address link as a line beside the incidents that it links. */
export interface LinkLine<Link extends { slugs: string[] } = SharedAddressLink> {
  link: Link;
  /** From 0, the nearest to the incidents; no two lines of one lane overlap. */
  lane: number;
  /** The places of its incidents in the group, ascending. */
  rows: number[];
}

/** Lays a group's links out in as few lanes as the shortest-first order needs; lines may meet at their ends. */
export function layOutLinks<Link extends { slugs: string[] }>(group: {
  incidents: readonly { slug: string }[];
  links: readonly Link[];
}): LinkLine<Link>[] {
  const places = new Map(group.incidents.map((incident, place) => [incident.slug, place]));
  const lines = group.links.map((link) => {
    const rows = link.slugs.map((slug) => places.get(slug) ?? 0);
    const first = rows[0] ?? 0;
    return { link, rows, first, last: rows.at(-1) ?? first };
  });
  const lanes: { first: number; last: number }[][] = [];
  return lines
    .sort(
      (one, other) => one.last - one.first - (other.last - other.first) || one.first - other.first,
    )
    .map(({ link, rows, first, last }) => {
      const free = lanes.findIndex((taken) =>
        taken.every((line) => line.last < first || line.first > last),
      );
      const lane = free === -1 ? lanes.length : free;
      lanes[lane] = [...(lanes[lane] ?? []), { first, last }];
      return { link, lane, rows };
    });
}

/** One address that two incidents share, and the chains that it is on in each. */
export interface CommonAddress {
  address: string;
  here: string[];
  there: string[];
}

/**
 * What one incident shares with another, an entry for each address however often it is held.
 * @param held the addresses of the one incident
 * @param shared those of them that the other holds too, by the chain that they are on there
 */
export function commonAddresses(
  held: readonly { chain: string; address: string }[],
  shared: readonly { chain: string; address: string; theirChain: string }[],
): CommonAddress[] {
  const common = new Map<string, { address: string; here: Set<string>; there: Set<string> }>();
  for (const { chain, address, theirChain } of shared) {
    const key = addressKey(chain, address);
    const here = held
      .filter((own) => addressKey(own.chain, own.address) === key)
      .map((own) => own.chain);
    const entry = common.get(key) ?? { address, here: new Set([chain, ...here]), there: new Set() };
    entry.there.add(theirChain);
    common.set(key, entry);
  }
  return [...common.values()].map(({ address, here, there }) => ({
    address,
    here: [...here].sort(),
    there: [...there].sort(),
  }));
}
