import { setImmediate, setTimeout as wait } from "node:timers/promises";
import { LRUCache } from "lru-cache";
import {
  isDatabaseAway,
  noteDatabaseAway,
  noteDatabaseBack,
  refuseWhileAway,
} from "@/lib/db/availability";
import {
  database,
  isDatabaseEmbedded,
  isReadElsewhere,
  lookupDatabase,
  readingDatabase,
} from "@/lib/db/client";
import { log } from "@/lib/log/log";
import { figuresWithIds } from "@/lib/record/figures/published-figure-queries";
import { findPublisher } from "@/lib/record/publishers/publisher-queries";
import { type Place, placeAt } from "@/lib/record/versions/existence-queries";
import type { Version } from "@/lib/record/versions/version";
import { findVersion, newestVersion } from "@/lib/record/versions/version-queries";
import { findAddress, findTransaction } from "@/lib/record/wallets/wallet-queries";
import { fileStore } from "@/lib/site/exports/file-store";
import { forgetPages } from "@/lib/site/requests/kept-pages";
import { newestNoted, noteNewest } from "@/lib/site/requests/newest-known";
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
const answering = new LRUCache<"database", true>({ max: 1, ttl: 1_000 });
/** For how many milliseconds what was found out is taken for so: a publication is seen at plain URLs within a second. */
const HOLDS = 800;

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

/** The newest version that was found, and when. */
let remembered: { version: Version; at: number } | null = null;
/** The question that is under way, and whether it has taken so long that nobody waits for it any more. */
let asking: { answer: Promise<Version | null>; isSlow: boolean } | null = null;
/** How many milliseconds readers wait for what the newest version is, where one is remembered. */
const SOON = 1_000;
/** Older than this, in milliseconds, what is remembered is said to be so. */
const STALE = 3_000;

/**
 * The newest version; null while nothing has been published. Where the database cannot be asked, or does not answer
 * soon, the newest that was found: what it holds never changes.
 * @throws where the database cannot be asked and nothing has been found yet
 */
export async function newestOfRecord(): Promise<Version | null> {
  // What was found out by others counts, too: an answer that is made of an older version than they know of would be kept
  // for one of the newest (`ready-answers.ts`).
  const noted = newestNoted();
  if (noted !== null) {
    const version = found(noted.whole, noted.at);
    if (performance.now() - noted.at < HOLDS) return version;
  }
  if (remembered !== null && (isDatabaseAway() || asking?.isSlow)) return remembered.version;
  // Asked all the same, it would be refused, and that refusal taken for another failure: whoever is asked often would
  // never find out that the database is back.
  refuseWhileAway();
  asking ??= ask();
  if (remembered === null) return asking.answer;
  const { version } = remembered;
  const last = () => newestNoted()?.whole ?? version;
  return Promise.race([asking.answer.catch(last), soon(asking).then(last)]);
}

/** Remembers what was found to be the newest. @param at when, by `performance.now()` */
function found(version: Version, at: number): Version {
  if (version.withholdings !== withholdings) forgetKept(version.withholdings);
  remembered = { version, at };
  return version;
}

function ask(): NonNullable<typeof asking> {
  const begun = performance.now();
  const answer = newestVersion(lookupDatabase()).then(
    (version) => {
      noteDatabaseBack();
      if (version === null) return null;
      noteNewest(version, begun);
      // Others may have asked later, and been answered before.
      return found(newestNoted()?.whole ?? version, performance.now());
    },
    (error) => {
      noteDatabaseAway();
      log().error(error, "The newest version could not be asked for");
      throw error;
    },
  );
  const asked = { answer, isSlow: false };
  const end = () => {
    if (asking === asked) asking = null;
  };
  answer.then(end, end);
  return asked;
}

/** Resolves when an answer has taken too long; one that came while the program was busy has its turn first. */
async function soon(asked: NonNullable<typeof asking>): Promise<void> {
  await wait(SOON, undefined, { ref: false });
  await setImmediate();
  asked.isSlow = true;
}

/** For how many seconds nobody has confirmed what is said to be the newest version; null where it is so. */
export function secondsStale(): number | null {
  if (remembered === null) return null;
  const age = performance.now() - remembered.at;
  // Nobody may have asked for a while: only what could not be confirmed is stale.
  return age > STALE && (isDatabaseAway() || asking?.isSlow === true)
    ? Math.floor(age / 1_000)
    : null;
}

/**
 * Makes sure that the desk's database answers; the embedded one is waited for, as an import may have it.
 * @throws where it does not, or not soon
 */
export async function reachDatabase(): Promise<void> {
  if (answering.get("database") === true || isDatabaseEmbedded()) return;
  const answer = database().$queryRaw`SELECT 1`;
  const late = wait(SOON, undefined, { ref: false })
    .then(setImmediate)
    .then(() => "late");
  if ((await Promise.race([answer, late])) === "late") {
    answer.catch(() => undefined);
    throw new Error(`The database has not answered within ${SOON} ms.`);
  }
  answering.set("database", true);
}

/** A version by its number; null where the record has none such. */
export async function versionOfRecord(number: number): Promise<Version | null> {
  const kept = versions.get(number);
  if (kept !== undefined) return kept;
  const version = await findVersion(lookupDatabase(), number);
  if (version !== null) versions.set(number, version);
  return version;
}

/** Which version is the newest where it is written; asked once a second however many want to know. */
const newestWritten = new LRUCache<"newest", Promise<number>>({ max: 1, ttl: 1_000 });

/**
 * Whether a version that the record lacks where it is read has been published, and is only not there yet; also where that
 * cannot be found out.
 */
export async function isOnItsWay(number: number): Promise<boolean> {
  if (!isReadElsewhere()) return false;
  const asking = newestWritten.get("newest") ?? askNewestWritten();
  newestWritten.set("newest", asking);
  return number <= (await asking);
}

async function askNewestWritten(): Promise<number> {
  try {
    await reachDatabase();
    return (await newestVersion(database()))?.number ?? 0;
  } catch (error) {
    log().error(error, "The newest version could not be asked for");
    return Number.POSITIVE_INFINITY;
  }
}

/** How many pages a list has. */
async function lastPage(
  version: number,
  required: Extract<Required, { kind: "page" }>,
): Promise<number> {
  if ("filters" in required) return countPages(readingDatabase(), version, required.filters);
  if ("figures" in required)
    return figurePages((await countFigures(readingDatabase(), version, required.figures)).figures);
  if ("groups" in required) return linkGroupPages(await allLinkGroups(readingDatabase(), version));
  return targetPages((await countTargets(readingDatabase(), version, required.targets)).targets);
}

type OfPath = Extract<Required, { kind: "address" | "transaction" | "group" }>;
type OfFigures = Extract<Required, { kind: "publishedFigure" | "publisher" }>;

/** Whether a version has a published figure, or knows of a publisher. */
async function hasOfFigures(version: number, required: OfFigures): Promise<boolean> {
  if (required.kind === "publisher")
    return (await findPublisher(readingDatabase(), version, required.publisher)) !== null;
  const [figure] = await figuresWithIds(readingDatabase(), version, [required.figure]);
  return figure !== undefined;
}

/** The path at which a version has a group, an address or a transaction, whatever it was asked for by. */
async function pathOf(version: number, required: OfPath): Promise<{ path: string } | "none"> {
  if (required.kind === "group") {
    const member = await placeAt(readingDatabase(), version, "incident", required.member);
    const group = member && (await linkGroupOf(readingDatabase(), version, member.active));
    return group === null ? "none" : { path: routes.linkGroup.url(group) };
  }
  const { kind, chain, text } = required;
  const find = kind === "address" ? findAddress : findTransaction;
  const found = await find(readingDatabase(), version, chain, text);
  if (found === null) return "none";
  // A feed is of the address as it was asked for.
  if (required.kind === "address" && required.as === "feed")
    return { path: routes.addressFeed.url({ chain, text }) };
  return { path: routes[kind].url(found) };
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
  if (required.kind === "publishedFigure" || required.kind === "publisher") {
    const isHere = pages.get(key) ?? (await hasOfFigures(version, required));
    // What a version lacks is asked for without end, and would push out what is there.
    if (isHere) pages.set(key, isHere);
    return isHere ? "here" : "none";
  }
  if (!("slug" in required)) {
    const found = paths.get(key) ?? (await pathOf(version, required));
    // What nobody has ever named is asked for without end, and would push out what is there.
    if (found !== "none") paths.set(key, found);
    return found;
  }
  const { kind, slug } = required;
  const place =
    places.get(key) ?? (await placeAt(readingDatabase(), version, kind, slug)) ?? "none";
  places.set(key, place);
  return place;
}
