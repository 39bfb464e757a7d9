import { randomBytes } from "node:crypto";
import { environment } from "@/lib/environment/current-environment";
import { servedHost } from "@/lib/environment/environment";
import { log } from "@/lib/log/log";
import { requestIdHeaders } from "@/lib/log/request-context";
import { BoundedQueue } from "@/lib/site/exports/bounded-queue";
import { decodedUrl } from "@/lib/site/requests/decoded-url.mjs";

/**
 * What the inline scripts of a kept page are, so that the proxy can name them in its content security
 * policy. A page that is not kept yet is rendered first, by a request of the program to itself: only
 * what is rendered tells its scripts, and by then the headers would have left.
 */

const shared = globalThis as unknown as {
  /** Hashes as a policy names them, by inner URL; filled by page-cache.mjs. */
  losslineScripts?: Map<string, readonly string[]>;
  /** The queue in which pages are rendered, for whoever counts those that wait. */
  losslineRenderings?: BoundedQueue;
};

/** The header by which the program knows its own requests, and this process's word in it. */
export const OWN_REQUEST_HEADER = "x-lossline-own";
const ownWord = randomBytes(18).toString("base64url");

const renderings = new Map<string, Promise<boolean>>();
/** For how many milliseconds a reader waits for a page's turn; with its rendering that is less than ten seconds. */
const PATIENCE = 8_000;
/** Pages are rendered three at once, so that what is kept is answered between them; `shed-load.ts` bounds how many wait. */
const turns = new BoundedQueue(3, Number.POSITIVE_INFINITY, PATIENCE);

/** How many pages are rendered at the moment, and how many wait; none before the first one is asked for. */
export function renderingsState(): BoundedQueue["state"] {
  return shared.losslineRenderings?.state ?? { working: 0, waiting: 0 };
}

/** Whether a request comes from this very process. */
export function isOwnRequest(headers: Headers): boolean {
  return headers.get(OWN_REQUEST_HEADER) === ownWord;
}

/**
 * The hashes of a page's inline scripts; null where it cannot be rendered.
 * @throws {QueueFullError} where its turn did not come for so long that nobody waits any more
 * @param inner the inner URL, such as `/versioned/newest.7/overview/all`
 * @param mayBeMade whether it can be rendered, asked when its turn comes
 */
export async function inlineScripts(
  inner: string,
  mayBeMade: () => boolean = () => true,
): Promise<readonly string[] | null> {
  const url = decodedUrl(inner);
  const kept = shared.losslineScripts?.get(url);
  if (kept !== undefined) return kept;
  if (!(await rendered(inner, mayBeMade))) return null;
  // Pages are kept within a bound: one larger than that is served without its scripts.
  return shared.losslineScripts?.get(url) ?? [];
}

/** Whether a page is kept, and needs nothing to be answered. @param inner the inner URL */
export function isPageKept(inner: string): boolean {
  return shared.losslineScripts?.has(decodedUrl(inner)) === true;
}

/** Renders a page once, however many ask for it meanwhile. */
function rendered(inner: string, mayBeMade: () => boolean): Promise<boolean> {
  const running = renderings.get(inner);
  if (running !== undefined) return running;
  // Set where pages are rendered: others have this file in bundles of their own.
  shared.losslineRenderings = turns;
  const rendering = turns
    // Whoever waited while others found out that the database is away, need not find out too.
    .run(async () => mayBeMade() && (await render(inner)))
    .finally(() => renderings.delete(inner));
  renderings.set(inner, rendering);
  return rendering;
}

async function render(inner: string): Promise<boolean> {
  const asked = fetch(new URL(inner, ownUrl()), {
    headers: {
      [OWN_REQUEST_HEADER]: ownWord,
      // Not packed: nobody reads it.
      "accept-encoding": "identity",
      ...requestIdHeaders(),
    },
    redirect: "manual",
  });
  const response = await asked.catch((error: unknown) => {
    log().error(error, `The program does not reach itself at ${ownUrl()}; see HOST and PORT`);
    return null;
  });
  // Then the reader gets the page without its scripts, which it can do without, and once it is kept with them.
  if (response === null) return true;
  // Read whole: ending it early takes Next seconds.
  await response.arrayBuffer();
  return response.ok;
}

/** Where this process serves: Next sets PORT to what it listens on before it takes a request. */
export function ownUrl(): string {
  const host = servedHost(environment());
  const { PORT: port } = environment();
  const everywhere = host === undefined || host === "0.0.0.0" || host === "::";
  return `http://${everywhere ? "localhost" : host.includes(":") ? `[${host}]` : host}:${port}`;
}
