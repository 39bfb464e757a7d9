import { createHash } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import type { Database } from "@/lib/db/client";
import { type Asked, INTERNET, type Outside, publicFetch } from "@/lib/desk/outside/public-fetch";
import { dueLinks } from "@/lib/desk/sources/link-check-queries";
import { type FoundLink, foundLink, linkQuestion, UNASKED } from "@/lib/desk/sources/link-state";
import type { LinkState } from "@/lib/desk/sources/listed-link";

interface CheckOptions {
  /** Links checked since then are left alone. */
  before: Date;
  /** Only those on this host, without www.; null for all. */
  host: string | null;
  /** So many links at most. */
  most: number;
  /** So many hosts at a time; of one host never more than one link. */
  hostsAtOnce: number;
  /** Milliseconds between two questions to one host. */
  pause: number;
  outside?: Outside;
  /** After each link. */
  told?: (done: Checked) => void;
}

/** How far the check has come. */
export interface Checked {
  /** How many links were due. */
  due: number;
  found: Record<LinkState, number>;
  /** Links that are left for another time: their hosts asked for patience, or this server was offline. */
  left: number;
  /** Whether it was given up because nobody answered at all: nothing is stored then. */
  isOffline: boolean;
}

const HEAD: Asked = {
  method: "HEAD",
  reads: () => false,
  patience: 15_000,
  most: 200_000,
  redirects: 5,
};
const GET: Asked = { ...HEAD, method: "GET" };

/** After so many hosts of which none answered, it is this server that is offline and not they. */
const SILENT_HOSTS = 12;

/**
 * Follows the links of the record's sources and stores what was found, each as soon as it is known, so that what is stopped
 * goes on where it was. One host is asked for one link at a time, with a pause; one that asks for patience is left alone.
 * As long as nobody has answered nothing is stored: a server without a way to the internet finds no link gone.
 */
export async function checkLinks(db: Database, options: CheckOptions): Promise<Checked> {
  const { outside = INTERNET, told = () => {} } = options;
  const due = await dueLinks(db, options.before, options.host, options.most);
  const done: Checked = {
    due: due.length,
    found: { found: 0, moved: 0, gone: 0, refused: 0, unreachable: 0 },
    left: 0,
    isOffline: false,
  };
  const hosts = byHost(due.map(({ url }) => url));
  /** What was found before anybody answered. */
  const held: { url: string; found: FoundLink }[] = [];
  let silent = 0;
  let answered = false;
  const keep = async (url: string, found: FoundLink) => {
    await storeCheck(db, url, found);
    done.found[found.state] += 1;
    told(done);
  };
  const checkHost = async (urls: readonly string[]) => {
    let hasAnswered = false;
    for (const [at, url] of urls.entries()) {
      if (done.isOffline) return;
      if (at > 0 && linkQuestion(url) !== null) await wait(options.pause);
      const found = await followed(url, outside);
      if (found === null) {
        // It asks for patience, or cannot be asked: so it is with its other links.
        done.left += urls.length - at;
        break;
      }
      const isAnswer = found.httpStatus !== null;
      hasAnswered ||= isAnswer;
      if (isAnswer && !answered) {
        answered = true;
        for (const earlier of held.splice(0)) await keep(earlier.url, earlier.found);
      }
      if (answered) await keep(url, found);
      else held.push({ url, found });
    }
    if (!hasAnswered && ++silent >= SILENT_HOSTS && !answered) done.isOffline = true;
  };
  const waiting = hosts.values();
  await Promise.all(
    Array.from({ length: options.hostsAtOnce }, async () => {
      for (const urls of waiting) {
        if (done.isOffline) return;
        await checkHost(urls);
      }
    }),
  );
  if (!answered && due.length > 0) done.isOffline = true;
  if (done.isOffline) done.left = due.length;
  await forgetOthers(db);
  return done;
}

/** What is at a link now; null where nothing can be said at the moment. */
async function followed(link: string, outside: Outside): Promise<FoundLink | null> {
  const question = linkQuestion(link);
  if (question === null) return UNASKED;
  if (question.goneWords === null) {
    const head = await publicFetch(question.url, HEAD, outside);
    // Many answer HEAD otherwise than GET: only what is well is believed at once.
    if ("status" in head && head.status < 400) return foundLink(link, question, head);
    if ("why" in head && ["notPublic", "noHost", "offline"].includes(head.why))
      return foundLink(link, question, head);
  }
  const reads = () => question.goneWords !== null;
  return foundLink(link, question, await publicFetch(question.url, { ...GET, reads }, outside));
}

/** Links by host, those with most first: they take longest. */
function byHost(urls: readonly string[]): string[][] {
  const hosts = new Map<string, string[]>();
  for (const url of urls) {
    const { hostname } = new URL(linkQuestion(url)?.url ?? url);
    hosts.set(hostname, [...(hosts.get(hostname) ?? []), url]);
  }
  return [...hosts.values()].sort((one, other) => other.length - one.length);
}

async function storeCheck(db: Database, url: string, found: FoundLink): Promise<void> {
  const key = createHash("sha256").update(url).digest("hex");
  const host = new URL(url).hostname.replace(/^www\./, "");
  const failing = found.state === "gone" || found.state === "unreachable";
  const { state, httpStatus, movedUrl, detail } = found;
  await db.$executeRaw`
    INSERT INTO desk.link_check AS c (key, url, host, state, http_status, moved_url, detail, checked_at, failing_since)
    VALUES (${key}, ${url}, ${host}, ${state}::desk.link_state, ${httpStatus}::int, ${movedUrl}, ${detail}, now(),
      CASE WHEN ${failing} THEN now() END)
    ON CONFLICT (key) DO UPDATE SET state = excluded.state, http_status = excluded.http_status,
      moved_url = excluded.moved_url, detail = excluded.detail, checked_at = excluded.checked_at,
      failing_since = CASE WHEN ${failing} THEN coalesce(c.failing_since, now()) END`;
}

/** What is no longer a source of anything, or was withheld, needs no check. */
async function forgetOthers(db: Database): Promise<void> {
  await db.$executeRaw`
    DELETE FROM desk.link_check c
    WHERE NOT EXISTS (SELECT FROM incident_source s WHERE s.url = c.url)
      AND NOT EXISTS (SELECT FROM actor_source s WHERE s.url = c.url)`;
}
