import { createHash } from "node:crypto";
import { escapeXml } from "@/lib/values/text/escape-markup";

/** A link of a feed or entry; absolute, as many readers' programs take no other. */
export interface AtomLink {
  rel: "alternate" | "self" | "related" | "hub";
  href: string;
  type?: string;
}

export interface AtomEntry {
  id: string;
  title: string;
  updated: Date;
  links: readonly AtomLink[];
  /** A term by which programs tell entries apart. */
  category?: string;
  /** Plain text. */
  content: string;
}

export interface AtomFeed {
  id: string;
  title: string;
  subtitle: string;
  updated: Date;
  links: readonly AtomLink[];
  entries: readonly AtomEntry[];
  /** Of somebody's own: it is licensed to nobody. */
  isPrivate?: true;
}

/**
 * An id that depends on nothing but the name, as a version 5 UUID: the same on every machine and at
 * every address, so that a reader's program knows an entry again.
 */
export function stableId(name: string): string {
  const hash = createHash("sha1").update("lossline feed\n").update(name).digest();
  hash[6] = ((hash[6] ?? 0) & 0x0f) | 0x50;
  hash[8] = ((hash[8] ?? 0) & 0x3f) | 0x80;
  const hex = hash.toString("hex");
  return `urn:uuid:${[hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-")}`;
}

/** Apostrophes too: a reader's program is to find every entry's bytes as it had them. */
function escaped(text: string): string {
  return escapeXml(text).replaceAll("'", "&apos;");
}

function linkElement({ rel, href, type }: AtomLink): string {
  return `<link rel="${rel}"${type === undefined ? "" : ` type="${type}"`} href="${escaped(href)}"/>`;
}

/** A feed as an Atom 1.0 document (RFC 4287). */
export function writeAtom(feed: AtomFeed): string {
  const head = ({ id, title, updated, links }: AtomFeed | AtomEntry, indent: string) =>
    [
      `<id>${escaped(id)}</id>`,
      `<title>${escaped(title)}</title>`,
      `<updated>${updated.toISOString()}</updated>`,
      ...links.map(linkElement),
    ].map((line) => indent + line);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    ...head(feed, "  "),
    `  <subtitle>${escaped(feed.subtitle)}</subtitle>`,
    "  <author><name>Lossline</name></author>",
    ...(feed.isPrivate === true ? [] : ["  <rights>CC BY 4.0</rights>"]),
    ...feed.entries.flatMap((entry) => [
      "  <entry>",
      ...head(entry, "    "),
      ...(entry.category === undefined
        ? []
        : [`    <category term="${escaped(entry.category)}"/>`]),
      `    <content type="text">${escaped(entry.content)}</content>`,
      "  </entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}
