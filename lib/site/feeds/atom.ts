import { createHash } from "node:crypto";

/** A link of a feed or entry; absolute, or from the feed's own root. */
interface AtomLink {
  rel: "alternate" | "self" | "related";
  href: string;
  type?: string;
}

export interface AtomEntry {
  id: string;
  title: string;
  updated: Date;
  links: readonly AtomLink[];
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
}

/** Characters that XML 1.0 cannot hold at all, not even escaped. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const NOT_IN_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;

const ENTITIES: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Text as it may be in an element or a quoted attribute. */
export function escapeXml(text: string): string {
  return text.replace(NOT_IN_XML, "").replace(/[&<>"']/g, (letter) => ENTITIES[letter] ?? letter);
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

function linkElement({ rel, href, type }: AtomLink): string {
  return `<link rel="${rel}"${type === undefined ? "" : ` type="${type}"`} href="${escapeXml(href)}"/>`;
}

/** A feed as an Atom 1.0 document (RFC 4287). */
export function writeAtom(feed: AtomFeed): string {
  const head = ({ id, title, updated, links }: AtomFeed | AtomEntry, indent: string) =>
    [
      `<id>${escapeXml(id)}</id>`,
      `<title>${escapeXml(title)}</title>`,
      `<updated>${updated.toISOString()}</updated>`,
      ...links.map(linkElement),
    ].map((line) => indent + line);
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    '<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">',
    ...head(feed, "  "),
    `  <subtitle>${escapeXml(feed.subtitle)}</subtitle>`,
    "  <author><name>Lossline</name></author>",
    "  <rights>CC BY 4.0</rights>",
    ...feed.entries.flatMap((entry) => [
      "  <entry>",
      ...head(entry, "    "),
      `    <content type="text">${escapeXml(entry.content)}</content>`,
      "  </entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}
