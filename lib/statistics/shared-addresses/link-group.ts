import type { AddressRole } from "@/lib/values/taxonomy/taxonomy";

/** An address in one incident, as a version holds it. */
export interface Holding {
  /** Equal for two spellings of one address. */
  key: string;
  chain: string;
  address: string;
  role: AddressRole;
  slug: string;
  incidentId: number;
  /** The first day on which it may have been. */
  firstDay: string;
}

/** Where an incident holds a shared address. */
type Holder = Pick<Holding, "slug" | "chain" | "role">;

/** An address that two or more incidents of a group hold. */
export interface GroupAddress {
  key: string;
  /** In the spelling of the earliest incident, on its chain. */
  chain: string;
  address: string;
  /** In the order of the incidents' days. */
  holders: Holder[];
}

/** The incidents that hold the same addresses, and which these are. */
export interface GroupLink {
  /** In the order of their days. */
  slugs: string[];
  addresses: GroupAddress[];
}

/** Incidents that are linked by shared addresses, directly or by way of one another. */
export interface LinkGroup {
  /** The slug of its earliest incident: the name of its page. */
  slug: string;
  /** Its incidents in the order of their days. */
  slugs: string[];
  /** In the order of their first incidents; no two between the same incidents. */
  links: GroupLink[];
}

/**
 * Puts incidents that share addresses into groups.
 * @param holdings of addresses that may link; an address of one incident alone links nothing
 */
export function linkGroups(holdings: readonly Holding[]): LinkGroup[] {
  const ordered = [...holdings].sort(
    (one, other) =>
      compare(one.firstDay, other.firstDay) ||
      one.incidentId - other.incidentId ||
      compare(one.chain, other.chain) ||
      compare(one.role, other.role),
  );
  const places = new Map<string, number>();
  for (const { slug } of ordered) if (!places.has(slug)) places.set(slug, places.size);
  const placeOf = (slug: string) => places.get(slug) ?? 0;
  const addresses = new Map<string, GroupAddress>();
  for (const { key, chain, address, slug, role } of ordered) {
    const entry = addresses.get(key) ?? { key, chain, address, holders: [] };
    entry.holders.push({ slug, chain, role });
    addresses.set(key, entry);
  }
  const links = new Map<string, GroupLink>();
  for (const address of [...addresses.values()].sort((one, other) => compare(one.key, other.key))) {
    const slugs = [...new Set(address.holders.map(({ slug }) => slug))];
    if (slugs.length < 2) continue;
    const link = links.get(slugs.join(" ")) ?? { slugs, addresses: [] };
    link.addresses.push(address);
    links.set(slugs.join(" "), link);
  }
  const rootOf = joined([...links.values()].map(({ slugs }) => slugs));
  const groups = new Map<string, LinkGroup>();
  for (const link of links.values()) {
    const root = rootOf(link.slugs[0] ?? "");
    const group = groups.get(root) ?? { slug: "", slugs: [], links: [] };
    group.links.push(link);
    groups.set(root, group);
  }
  return [...groups.values()]
    .map(({ links: own }) => {
      const slugs = [...new Set(own.flatMap((link) => link.slugs))].sort(
        (one, other) => placeOf(one) - placeOf(other),
      );
      const inOrder = own.sort((one, other) => comparePlaces(one.slugs, other.slugs, placeOf));
      return { slug: slugs[0] ?? "", slugs, links: inOrder };
    })
    .sort((one, other) => placeOf(one.slug) - placeOf(other.slug));
}

/** By code point, so that the order is the same on every machine. */
function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function comparePlaces(
  one: readonly string[],
  other: readonly string[],
  placeOf: (slug: string) => number,
): number {
  for (const [index, slug] of one.entries()) {
    const theirs = other[index];
    if (theirs === undefined) return 1;
    if (slug !== theirs) return placeOf(slug) - placeOf(theirs);
  }
  return one.length - other.length;
}

/** For each name, the one that stands for all that are in a set with it, over however many sets. */
function joined(sets: readonly (readonly string[])[]): (name: string) => string {
  const parents = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = parents.get(root); next !== undefined; next = parents.get(root)) root = next;
    // What was passed is hung up at the root, so that long chains are walked once.
    for (let at = name; at !== root; ) {
      const next = parents.get(at) ?? root;
      parents.set(at, root);
      at = next;
    }
    return root;
  };
  for (const [first, ...others] of sets) {
    if (first === undefined) continue;
    for (const other of others) {
      const [one, two] = [rootOf(first), rootOf(other)];
      if (one !== two) parents.set(two, one);
    }
  }
  return rootOf;
}

/**
 * The shortest way from an incident to each other one of its group, as the incidents in between: none where they share
 * an address. The nearest come first.
 */
export function waysFrom({ links }: LinkGroup, slug: string): Map<string, string[]> {
  const ways = new Map<string, string[]>([[slug, []]]);
  // A map is walked in the order in which it grows.
  for (const [here, way] of ways) {
    for (const link of links) {
      if (!link.slugs.includes(here)) continue;
      for (const next of link.slugs)
        if (!ways.has(next)) ways.set(next, here === slug ? [] : [...way, here]);
    }
  }
  ways.delete(slug);
  return ways;
}

/** The most steps between any two incidents of a group; 1 where each shares an address with each other. */
export function widthOf(group: LinkGroup): number {
  return Math.max(
    ...group.slugs.map((slug) =>
      Math.max(...[...waysFrom(group, slug).values()].map((way) => way.length + 1)),
    ),
  );
}

/** How many addresses link a group. */
export function addressesOf({ links }: LinkGroup): number {
  return links.reduce((sum, link) => sum + link.addresses.length, 0);
}

/**
 * How much a shared address says, by its roles: that of an attacker in all of them says most; one where the proceeds
 * went may be another's, who takes in from many; one of a victim says who was robbed, and not by whom.
 */
export type Strength = "attacker" | "proceeds" | "victim";

/** In descending order. */
export const STRENGTHS = ["attacker", "proceeds", "victim"] as const satisfies readonly Strength[];

/** By the two incidents that hold it in the strongest roles. */
export function strengthOf({ holders }: Pick<GroupAddress, "holders">): Strength {
  const withRole = (...roles: AddressRole[]) =>
    new Set(holders.filter(({ role }) => roles.includes(role)).map(({ slug }) => slug)).size;
  if (withRole("attacker") > 1) return "attacker";
  return withRole("attacker", "laundering") > 1 ? "proceeds" : "victim";
}

/** The strengths that links of a group have, strongest first. */
export function strengthsOf({ links }: LinkGroup): Strength[] {
  const held = new Set(links.flatMap(({ addresses }) => addresses.map(strengthOf)));
  return STRENGTHS.filter((strength) => held.has(strength));
}

/** That of the strongest address. */
export function strongest(addresses: readonly Pick<GroupAddress, "holders">[]): Strength {
  const held = new Set(addresses.map(strengthOf));
  return STRENGTHS.find((strength) => held.has(strength)) ?? "victim";
}

/** Groups on one page of their list. */
export const GROUPS_PER_PAGE = 50;

/** How many pages the list of groups has; at least 1, so that an empty list has a page too. */
export function linkGroupPages(groups: readonly LinkGroup[]): number {
  return Math.max(1, Math.ceil(groups.length / GROUPS_PER_PAGE));
}
