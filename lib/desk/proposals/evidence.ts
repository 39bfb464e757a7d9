import { RECORD_FIELDS } from "@/lib/record/history/record-fields";
import { itemsOf, nameItems } from "@/lib/record/history/same-items";
import { type Fields, textOf } from "@/lib/record/history/value";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { webUrlProblem } from "@/lib/values/sources/source";
import { readChain } from "@/lib/values/taxonomy/chain-names";
import { addressUrl, transactionUrl } from "@/lib/values/wallets/explorer-urls";

/** Where something that a proposal says can be read by whoever decides about it. */
export interface Evidence {
  /** The sources that it cites, or that it is itself. */
  sources: CitedSource[];
  /** Its page at a block explorer; null where it has none. */
  explorer: string | null;
}

/** A source as far as the proposal tells about it; empty where it tells nothing. */
export interface CitedSource {
  /** Begins with http:// or https://: nothing else is ever made a link. */
  url: string;
  publisher: string;
  title: string;
  publishedOn: string;
  /** As the URL; null where there is none. */
  archivedUrl: string | null;
  /** Whether it is among the proposal's own sources. */
  isListed: boolean;
}

/** The statements that a value of an incident follows. */
const FOLLOWED: Readonly<Record<string, string>> = {
  lossUsd: "lossEstimates",
  returnedUsd: "returnEstimates",
  occurredOn: "dateStatements",
};

/** Single fields that are a link themselves. */
const LINKS: readonly string[] = ["source", "statusSource", "website"];

/**
 * What can be opened beside each thing that a proposal says, by the paths of its differences. What an item cites is
 * looked for among the proposal's own sources by its URL.
 * @param before what it was written from; null for a new record
 */
export function evidenceIn(
  kind: RecordKind,
  before: Fields | null,
  after: Fields,
): (path: string) => Evidence {
  const listed = new Map(
    [...itemsOf(before?.sources), ...itemsOf(after.sources)].map((row) => [textOf(row.url), row]),
  );
  const cited = (url: string): CitedSource[] => {
    if (url === "" || webUrlProblem(url) !== null) return [];
    const row = listed.get(url);
    const archived = textOf(row?.archivedUrl);
    return [
      {
        url,
        publisher: textOf(row?.publisher),
        title: textOf(row?.title),
        publishedOn: textOf(row?.publishedOn),
        archivedUrl: archived === "" || webUrlProblem(archived) !== null ? null : archived,
        isListed: row !== undefined,
      },
    ];
  };
  const found = new Map<string, Evidence>();
  for (const { name, items } of RECORD_FIELDS[kind]) {
    if (LINKS.includes(name))
      found.set(name, { sources: cited(textOf(after[name])), explorer: null });
    if (items === undefined) continue;
    const [old = new Map(), now = new Map()] = nameItems(items, [
      itemsOf(before?.[name]),
      itemsOf(after[name]),
    ]);
    for (const [key, item] of new Map<string, Fields>([...old, ...now]))
      found.set(`${name}/${key}`, {
        sources: cited(textOf(name === "sources" ? item.url : item.source)),
        explorer: explorerOf(name, item),
      });
  }
  for (const [name, list] of Object.entries(FOLLOWED)) {
    if (kind !== "incident") break;
    const followed = itemsOf(after[list]).filter(
      ({ preferred }) => preferred === true || preferred === "yes",
    );
    const urls = new Set(followed.map(({ source }) => textOf(source)));
    found.set(name, { sources: [...urls].flatMap(cited), explorer: null });
  }
  // A URL has slashes itself: a field of an item is found by what is before its last one.
  return (path) =>
    found.get(path) ?? found.get(path.slice(0, path.lastIndexOf("/"))) ?? NO_EVIDENCE;
}

const NO_EVIDENCE: Evidence = { sources: [], explorer: null };

function explorerOf(list: string, item: Fields): string | null {
  // As typed where the proposal cannot be read yet.
  const chain = readChain(textOf(item.chain));
  if (list === "addresses") return addressUrl(chain, textOf(item.address));
  if (list === "transactions") return transactionUrl(chain, textOf(item.hash));
  return null;
}
