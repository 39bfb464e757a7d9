import { type PublisherSite, publisherSite } from "@/lib/desk/sources/publisher-site";

/** A source of the record: what a publisher can be told from. */
export interface HeldSource {
  url: string;
  publisher: string;
  /** How many of the record's sources have this link and publisher. */
  count: number;
}

/** Whom the record names for sources like one. */
export interface KnownPublisher {
  publisher: string;
  /** How many of the record's sources of the same site, or of the same account on it, have this publisher … */
  count: number;
  /** … of how many. */
  of: number;
  /** What they have in common: a host, or a host and an account. */
  among: string;
}

/** Fewer of the record's sources than this of a site of one publisher say little; of an account one is enough. */
const SURE = 0.6;
/** A site with more publishers than this has many authors: what most of them are called says nothing of the next. */
const MANY_AUTHORS = 5;

/**
 * The publisher that most of the record's sources of a link's account have, or of its site where that has one publisher;
 * on a site of many authors, the name that the record makes of an account's name. Null where the record does not say, or
 * says several things about equally often.
 * @param held the record's sources on the site's hosts
 */
export function knownPublisher(link: string, held: readonly HeldSource[]): KnownPublisher | null {
  const site = publisherSite(link);
  if (site === null) return null;
  const placed = held.flatMap((source) => {
    const at = publisherSite(source.url);
    return at?.host === site.host ? [{ ...source, account: at.account }] : [];
  });
  if (site.account !== null) {
    const own = majority(placed.filter(({ account }) => account === site.account));
    if (own !== null) return { ...own, among: `${site.host}/${site.account}` };
  }
  if (new Set(placed.map(({ publisher }) => publisher)).size > MANY_AUTHORS)
    return namedAlike(site, link, placed);
  const ofSite = majority(placed);
  return ofSite === null ? null : { ...ofSite, among: site.host };
}

type Counted = { publisher: string; count: number; of: number };

function majority(sources: readonly HeldSource[]): Counted | null {
  const counts = new Map<string, number>();
  let of = 0;
  for (const { publisher, count } of sources) {
    counts.set(publisher, (counts.get(publisher) ?? 0) + count);
    of += count;
  }
  const [first] = [...counts].sort((one, other) => other[1] - one[1]);
  return first === undefined || first[1] / of < SURE
    ? null
    : { publisher: first[0], count: first[1], of };
}

/** As the record names other accounts of a site: “@name on X” for each of them. */
function namedAlike(
  site: PublisherSite,
  link: string,
  placed: readonly (HeldSource & { account: string | null })[],
): KnownPublisher | null {
  if (site.account === null) return null;
  const bare = (account: string) => account.replace(/^@/, "");
  const patterns = placed.map(({ publisher, account, count }) => {
    const name = account === null ? "" : bare(account);
    const at = name === "" ? -1 : publisher.toLowerCase().indexOf(name);
    const pattern = at < 0 ? "" : `${publisher.slice(0, at)}\0${publisher.slice(at + name.length)}`;
    return { url: "", publisher: pattern, count };
  });
  const alike = majority(patterns);
  if (alike === null || alike.publisher === "") return null;
  // As the link writes it, not in small letters.
  const name = bare(site.account);
  const written = new RegExp(name.replace(/[^\w]/g, "\\$&"), "i").exec(link)?.[0] ?? name;
  return { ...alike, publisher: alike.publisher.replace("\0", written), among: site.host };
}
