import path from "node:path";
import autocannon from "autocannon";
import { openDatabase } from "@/lib/db/client";
import { applyMigrations } from "@/lib/db/migrate";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { root, StepFailure } from "../scripts/progress.mjs";
import { type BareServer, serveBarely } from "./bare-server.mjs";
import { type Measured, measurement, ratio } from "./measurement.mjs";
import { type Nginx, requestsPerSecond, serveByNginx } from "./nginx.mjs";
import { inTurn } from "./samples.mjs";
import type { Server } from "./server.mjs";
import { ask, serve } from "./web.mjs";

const ROUNDS = 5;
const SECONDS = 6;
const CONNECTIONS = 16;
/** Few enough for two references to each to have room in the page cache. */
const VIEWS = 48;
/** Every request is rendered. */
const NOTHING_KEPT = { LOSSLINE_PAGE_CACHE_MB: "0", LOSSLINE_ANSWER_CACHE_MB: "0" };

/** Requests per second: the plain overview, the same rendered on every request, the versioned one. */
export async function measurePages(server: Server): Promise<Measured> {
  const database = await server.create("pages");
  await loadStartingDataset(database.url);
  const keeping = await serve(database.url);
  const rendering = await serve(database.url, NOTHING_KEPT);
  const plain = overviews("/");
  const versioned = overviews("/v/1");
  let bare: BareServer | null = null;
  let nginx: Nginx | null = null;
  try {
    for (const view of [...plain, ...versioned]) await ask(keeping.address + view);
    bare = await serveBarely(keeping.address, plain.slice(0, 1));
    const [same = "/"] = plain;
    nginx = await serveByNginx(keeping.address, same);
    const through = (address = "") =>
      address === "" ? Number.NaN : requestsPerSecond(address, SECONDS);
    const size = (await ask(`${keeping.address}${plain[0]}`, "HIT")).length;
    const rates = await inTurn(ROUNDS, {
      plain: () => load(keeping.address, plain, "HIT"),
      rendered: () => load(rendering.address, plain, "MISS"),
      versioned: () => load(keeping.address, versioned, "HIT"),
      plainGzipped: () => load(keeping.address, plain, "HIT", "gzip"),
      renderedGzipped: () => load(rendering.address, plain, "MISS", "gzip"),
      kept: () => load(keeping.address, [same], "HIT", "br"),
      bare: () => load(bare?.address ?? "", [same], null, "br"),
      cached: async () => through(nginx?.cached),
      file: async () => through(nginx?.file),
    });
    return {
      title: "The overview, as plain address, rendered on every request, and versioned",
      notes: [
        `The starting dataset on ${server.name}; ${VIEWS} views of about ${Math.round(size / 1000)} kB, ${CONNECTIONS} connections,`,
        `${ROUNDS} rounds of ${SECONDS} s in turn; every answer's mark of the page cache is checked.`,
        "Not compressed but where it says so. Kept answers are packed once, those that are rendered on every request each time.",
        nginx === null
          ? "There is no nginx or no wrk here: nothing was measured through a cache."
          : "nginx is configured by deploy/nginx, one worker, and asked by wrk; file and cache in the same process, with the same headers.",
        "Bare Node answers with the same bytes and headers as the kept view, and does nothing else, in a process of its own.",
      ],
      figures: [
        measurement("Plain address", "req/s", rates.plain),
        measurement("Rendered on every request", "req/s", rates.rendered),
        measurement("Versioned address", "req/s", rates.versioned),
        ratio("Plain : rendered", rates.plain, rates.rendered, { atLeast: 8 }),
        ratio("Versioned : plain", rates.versioned, rates.plain, { atMost: 2 }),
        measurement("Plain address, gzipped", "req/s", rates.plainGzipped),
        measurement("Rendered on every request, gzipped", "req/s", rates.renderedGzipped),
        ratio("Plain : rendered, both gzipped", rates.plainGzipped, rates.renderedGzipped),
        measurement("One kept view, brotli", "req/s", rates.kept),
        measurement("Bare Node, the same bytes", "req/s", rates.bare),
        ratio("Kept : bare Node", rates.kept, rates.bare, { atLeast: 0.5 }),
        ...(nginx === null
          ? []
          : [
              measurement("The same through nginx's cache, over TLS", "req/s", rates.cached),
              measurement("nginx, the same bytes as a file, over TLS", "req/s", rates.file),
              ratio("nginx's cache : nginx's file", rates.cached, rates.file, { atLeast: 0.8 }),
            ]),
      ],
    };
  } finally {
    bare?.stop();
    nginx?.stop();
    await keeping.stop();
    await rendering.stop();
    await database.drop();
  }
}

/** Loads the dataset that the program comes with. */
export async function loadStartingDataset(url: string): Promise<void> {
  await applyMigrations(url);
  const db = openDatabase(url, 2);
  try {
    await seedIfEmpty(db, path.join(root, "prisma", "seed"));
  } finally {
    await db.$disconnect();
  }
}

/** Addresses of the overview of 2023 through different days, the last first. */
function overviews(base: string): string[] {
  const last = Date.UTC(2023, 11, 31);
  return Array.from({ length: VIEWS }, (_, index) => {
    const through = new Date(last - index * 24 * 60 * 60 * 1000).toISOString().slice(0, 10);
    return `${base}?year=2023&through=${through}`;
  });
}

/**
 * Asks for views as fast as they come, each connection from another one on: Next renders a view once
 * for all that wait for it, so no two may ask for the same at a time.
 * @returns answers per second
 * @throws {StepFailure} where an answer failed or is not marked as expected
 */
export async function load(
  address: string,
  views: readonly string[],
  expected: string | null,
  encoding = "identity",
): Promise<number> {
  let connections = 0;
  let others = 0;
  const result = await autocannon({
    url: address,
    connections: CONNECTIONS,
    duration: SECONDS,
    setupClient: (client) => {
      const first = Math.floor((connections++ * views.length) / CONNECTIONS);
      const turned = [...views.slice(first), ...views.slice(0, first)];
      client.setRequests(
        turned.map((view) => ({
          method: "GET",
          path: view,
          headers: { "accept-encoding": encoding },
        })),
      );
      client.on("headers", (answer: unknown) => {
        if (expected !== null && !isMarked(answer, expected)) others += 1;
      });
    },
  });
  const { non2xx, errors, timeouts, requests, duration } = result;
  if (non2xx + errors + timeouts > 0) {
    throw new StepFailure(`${non2xx} answers, ${errors} connections and ${timeouts} waits failed`);
  }
  if (others > 0) throw new StepFailure(`${others} answers were no ${expected} of the page cache`);
  return requests.total / duration;
}

/** Whether a parsed answer's list of names and values is marked as expected, by our own mark or by Next's. */
function isMarked(answer: unknown, expected: string): boolean {
  const { headers } = answer as { headers: readonly string[] };
  const headerOf = (wanted: string) => {
    const name = headers.findIndex((text) => text.toLowerCase() === wanted);
    return name === -1 ? undefined : headers[name + 1];
  };
  return (
    headerOf("x-nextjs-cache") === expected ||
    (expected === "HIT" && headerOf("cache-status") === "lossline; hit")
  );
}
