import { LRUCache } from "lru-cache";
import { database } from "@/lib/db/client";
import { type Place, placeAt } from "@/lib/record/versions/existence-queries";
import type { Version } from "@/lib/record/versions/version";
import { findVersion, newestVersion } from "@/lib/record/versions/version-queries";
import { findAddress, findTransaction } from "@/lib/record/wallets/wallet-queries";
import { fileStore } from "@/lib/site/exports/file-store";
import { forgetPages } from "@/lib/site/requests/kept-pages";
import type { Required } from "@/lib/site/urls/route";
import { routes } from "@/lib/site/urls/routes";
import { countFigures, figurePages } from "@/lib/statistics/figures/figure-list-queries";
import { countPages } from "@/lib/statistics/incident-list/list-queries";
import { linkGroupPages } from "@/lib/statistics/shared-addresses/link-group";
import { allLinkGroups, linkGroupOf } from "@/lib/statistics/shared-addresses/link-group-queries";
import { countTargets, targetPages } from "@/lib/statistics/targets/target-list-queries";

// What a version holds never changes, so answers are kept; how many is bounded.
const versions = new LRUCache<number, Version>({ max: 1_000 });
const places = new LRUCache<string, Place | "none">({ max: 20_000 });
/** Where groups, addresses and transactions have their pages. */
const paths = new LRUCache<string, { path: string } | "none">({ max: 20_000 });
const pages = new LRUCache<string, boolean>({ max: 20_000 });
/** At most a second old: so long may a publication take to be seen at plain URLs. */
const newest = new LRUCache<"newest", Version>({ max: 1, ttl: 1_000 });

/** How many orders to withhold texts this process knows of; what it kept before a further one may hold them. */
let withholdings: number | null = null;

/** How long a page that was begun before an order may take; it is forgotten once more after that. */
const LONGEST_RENDERING = 60_000;

/** Forgets everything that was kept before a text was withheld. */
function forgetKept(known: number): void {
  const isFirst = withholdings === null;
  withholdings = known;
  if (isFirst) return;
  const forget = () => {
    versions.clear();
    places.clear();
    paths.clear();
    pages.clear();
    fileStore().files.clear();
    forgetPages();
  };
  forget();
  setTimeout(forget, LONGEST_RENDERING).unref();
}

/** The newest version; null while nothing has been published. */
export async function newestOfRecord(): Promise<Version | null> {
  const kept = newest.get("newest");
  if (kept !== undefined) return kept;
  const version = await newestVersion(database());
  if (version !== null) {
    if (version.withholdings !== withholdings) forgetKept(version.withholdings);
    newest.set("newest", version);
  }
  return version;
}

/** A version by its number; null where the record has none such. */
export async function versionOfRecord(number: number): Promise<Version | null> {
  const kept = versions.get(number);
  if (kept !== undefined) return kept;
  const version = await findVersion(database(), number);
  if (version !== null) versions.set(number, version);
  return version;
}

/** How many pages a list has. */
async function lastPage(
  version: number,
  required: Extract<Required, { kind: "page" }>,
): Promise<number> {
  if ("filters" in required) return countPages(database(), version, required.filters);
  if ("figures" in required)
    return figurePages((await countFigures(database(), version, required.figures)).figures);
  if ("groups" in required) return linkGroupPages(await allLinkGroups(database(), version));
  return targetPages((await countTargets(database(), version, required.targets)).targets);
}

type OfPath = Extract<Required, { kind: "address" | "transaction" | "group" }>;

/** The path at which a version has a group, an address or a transaction, whatever it was asked for by. */
async function pathOf(version: number, required: OfPath): Promise<{ path: string } | "none"> {
  if (required.kind === "group") {
    const member = await placeAt(database(), version, "incident", required.member);
    const group = member && (await linkGroupOf(database(), version, member.active));
    return group === null ? "none" : { path: routes.linkGroup.url(group) };
  }
  const { kind, chain, text } = required;
  const find = kind === "address" ? findAddress : findTransaction;
  const found = await find(database(), version, chain, text);
  return found === null ? "none" : { path: routes[kind].url(found) };
}

/** Whether a version has what a URL needs: under which slugs, at which path, or simply that it has it. */
export async function findRequired(
  version: number,
  required: Required,
): Promise<Place | { path: string } | "here" | "none"> {
  const key = JSON.stringify([version, required]);
  if (required.kind === "page") {
    const isHere = pages.get(key) ?? required.page <= (await lastPage(version, required));
    pages.set(key, isHere);
    return isHere ? "here" : "none";
  }
  if (!("slug" in required)) {
    const found = paths.get(key) ?? (await pathOf(version, required));
    // What nobody has ever named is asked for without end, and would push out what is there.
    if (found !== "none") paths.set(key, found);
    return found;
  }
  const { kind, slug } = required;
  const place = places.get(key) ?? (await placeAt(database(), version, kind, slug)) ?? "none";
  places.set(key, place);
  return place;
}
