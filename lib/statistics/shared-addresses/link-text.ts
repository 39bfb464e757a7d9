import type {
  GroupAddress,
  GroupLink,
  LinkGroup,
  Strength,
} from "@/lib/statistics/shared-addresses/link-group";
import { addressesOf } from "@/lib/statistics/shared-addresses/link-group";
import { dateInShort } from "@/lib/values/dates/day";
import type { AddressRole } from "@/lib/values/taxonomy/taxonomy";

/** Names that a group's title holds at most. */
const NAMED = 5;

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** What incidents are called in texts about links, by slug. */
export type Names = ReadonlyMap<string, string>;

/** Whom each incident befell, with its day where that was robbed more than once among them. */
export function namesOf(
  incidents: readonly { slug: string; target: string; occurredOn: string }[],
): Names {
  const times = new Map<string, number>();
  for (const { target } of incidents) times.set(target, (times.get(target) ?? 0) + 1);
  return new Map(
    incidents.map(({ slug, target, occurredOn }) => [
      slug,
      times.get(target) === 1 ? target : `${target} (${dateInShort(occurredOn)})`,
    ]),
  );
}

/**
 * What a group is called: whom its incidents befell, in the order of their days, each once:
 * `Atomic Wallet – Alphapo – CoinsPaid – Stake.com – CoinEx`.
 */
export function groupTitle(incidents: readonly { target: string }[]): string {
  const targets = [...new Set(incidents.map(({ target }) => target))];
  const more = targets.length - NAMED;
  if (targets.length === 1) return `${targets[0]}, ${incidents.length} thefts`;
  if (more <= 0) return targets.join(" – ");
  return `${targets.slice(0, NAMED).join(" – ")} and ${more} more`;
}

/** What a group is, in a sentence. */
export function groupText(group: LinkGroup): string {
  const incidents = `${group.slugs.length.toLocaleString("en-GB")} thefts share `;
  const count = addressesOf(group);
  return `${incidents}${count === 1 ? "one address" : `${count.toLocaleString("en-GB")} addresses`}${
    group.links.length > 1 ? ", directly or by way of one another" : ""
  }.`;
}

/** By what incidents are linked at the strongest. */
export const STRENGTH_TEXT: Readonly<Record<Strength, string>> = {
  attacker: "an attacker’s address",
  proceeds: "an address where proceeds went",
  victim: "only a victim’s address",
};

/** What follows from that, and what does not. */
export const STRENGTH_NOTE: Readonly<Record<Strength, string>> = {
  attacker: "Sources call the same address the attacker’s in two thefts or more.",
  proceeds:
    "In one theft at least, sources say only that proceeds went to the address: it may be of somebody who takes in from many.",
  victim:
    "Where a victim’s address is the link, the same wallet or contract was robbed, or one theft’s victim is named in another: that says nothing about who did it.",
};

const ROLE: Readonly<Record<AddressRole, string>> = {
  attacker: "of the attacker",
  laundering: "where the proceeds went",
  victim: "of the victim",
};

/** What an address was in each incident: `of the attacker in Stake.com and CoinEx`. */
export function roleText({ holders }: Pick<GroupAddress, "holders">, names: Names): string {
  const byRole = new Map<AddressRole, Set<string>>();
  for (const { role, slug } of holders)
    byRole.set(role, (byRole.get(role) ?? new Set<string>()).add(names.get(slug) ?? slug));
  const parts = [...byRole].map(([role, held]) => `${ROLE[role]} at ${listed.format(held)}`);
  return parts.join("; ");
}

/** Who shares a link's addresses: `Stake.com and CoinEx`. */
export function linkText({ slugs }: GroupLink, names: Names): string {
  return listed.format(slugs.map((slug) => names.get(slug) ?? slug));
}

/** How another incident is reached: `directly`, `by way of Stake.com (2 steps)`. */
export function wayText(way: readonly string[], names: Names): string {
  if (way.length === 0) return "directly";
  const between = listed.format(way.map((slug) => names.get(slug) ?? slug));
  return `by way of ${between} (${way.length + 1} steps)`;
}
