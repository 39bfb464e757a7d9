import path from "node:path";
import { environment, environmentProblems } from "@/lib/environment/current-environment";
import { flushLog, log } from "@/lib/log/log";
import { logConsole } from "@/lib/log/log-console";
import type { Version } from "@/lib/record/versions/version";
import { fileStore } from "@/lib/site/exports/file-store";
import { askAhead } from "@/lib/site/requests/ask-ahead";
import { sendLengths } from "@/lib/site/requests/content-length";
import { demandTls } from "@/lib/site/requests/demand-tls";
import { hideInnerHeaders } from "@/lib/site/requests/inner-headers";
import { arePagesKept, keptPages } from "@/lib/site/requests/kept-pages";
import { ownUrl, renderingsState } from "@/lib/site/requests/page-scripts";
import { notePeers } from "@/lib/site/requests/peer-ip";
import { answerPagesPlainly } from "@/lib/site/requests/plain-pages";
import { keepReadyAnswers, readyAnswers } from "@/lib/site/requests/ready-answers";
import { refuseMalformed } from "@/lib/site/requests/refuse-malformed";
import { sayTrouble } from "@/lib/site/requests/say-trouble";
import { isQuiet, load, shedLoad } from "@/lib/site/requests/shed-load";
import { answerHealth } from "@/lib/site/running/answer-health";
import { keepAhead } from "@/lib/site/running/keep-ahead";
import { type Metrics, openMetrics, type Seen } from "@/lib/site/running/metrics";
import { serveMetrics } from "@/lib/site/running/metrics-server";
import { noteRequests } from "@/lib/site/running/note-requests";
import { orderlyStop, stopWhenAsked } from "@/lib/site/running/orderly-stop";
import { type Check, hasRoom, readiness } from "@/lib/site/running/readiness";

const shared = globalThis as unknown as {
  /** Taken by page-cache.mjs, which Next loads past its compiler. */
  losslinePageCacheMegabytes?: number;
};

/** What the server asks of the database, which it does not know itself. */
export interface AskDatabase {
  /** Finds out which version is the newest. */
  newest(): Promise<Version | null>;
  /** Has it keep what versions hold, by which digests. */
  keepContents(pause: () => Promise<void>): Promise<unknown>;
  /** Whether it answers. */
  database: Check;
  /** Whether its tables are those that this program knows. */
  migrations: Check;
  /** Whether it is the embedded one, whose files lie on this machine's disk. */
  isEmbedded(): boolean;
  /** Whether it could not be asked a moment ago. */
  isAway(): boolean;
  /** Why something failed since a moment, by `performance.now()`, through no fault of what was asked; else null. */
  troubleSince: Parameters<typeof sayTrouble>[0]["troubleSince"];
  /** Its connections, by what they are for. */
  pools: Seen["pools"];
  /** Has somebody told of each statement. */
  watchStatements(told: Metrics["observeStatement"]): void;
}

/**
 * What a web process does before it takes its first request. Where a setting is wrong or missing it says so
 * and ends: some of the pages would fail later otherwise.
 */
export function prepareServer(ask: AskDatabase): void {
  endIfMisconfigured();
  const settings = environment();
  shared.losslinePageCacheMegabytes = settings.LOSSLINE_PAGE_CACHE_MB;
  // While developing, a changed source is asked for as data, nothing is kept, and Next has a process of its own to stop.
  // biome-ignore lint/style/noProcessEnv: Next puts the mode that it compiles for in its place
  const isServing = process.env.NODE_ENV === "production";
  notePeers();
  refuseMalformed();
  if (isServing) answerPagesPlainly();
  sendLengths();
  hideInnerHeaders();
  demandTls(settings.LOSSLINE_URL);
  shedLoad();
  // What is kept waits for nobody; only what sees all requests sees them before.
  if (isServing) {
    const ready = keepReadyAnswers(settings.LOSSLINE_ANSWER_CACHE_MB, ask.newest);
    if (ready !== null) askAhead({ ready, isQuiet, ask: ask.newest, serves: ownUrl });
    keepAhead(ask.keepContents);
  }
  // Has the last word on what is sent, held back or not.
  sayTrouble({ ask: ask.newest, isAway: ask.isAway, troubleSince: ask.troubleSince });
  const isReady = readinessOf(ask);
  answerHealth(isReady);
  const observe = measure(settings.LOSSLINE_METRICS, ask, isReady);
  noteRequests({
    isProxied: settings.LOSSLINE_TRUST_PROXY,
    isLogged: settings.LOSSLINE_ACCESS_LOG,
    observe,
  });
  if (!isServing) return;
  logConsole();
  stopWhenAsked(
    orderlyStop({
      drainSeconds: settings.LOSSLINE_DRAIN_SECONDS,
      end: (isWhole) => void flushLog().then(() => process.exit(isWhole ? 0 : 1)),
    }),
  );
}

function endIfMisconfigured(): void {
  const problems = [...environmentProblems()];
  if (problems.length === 0) {
    const settings = environment();
    for (const name of ["DATABASE_URL", "LOSSLINE_SECRET"] as const)
      if (settings[name] === undefined) problems.push(`${name} is not set; \`npm start\` sets it`);
  }
  if (problems.length === 0) return;
  // There is no log without settings.
  console.error(problems.join("\n"));
  process.exit(1);
}

/** Serves metrics where an address is set for them. @returns what counts a request; null where there are none */
function measure(
  address: string | undefined,
  { newest, pools, watchStatements }: AskDatabase,
  isReady: Seen["isReady"],
): Metrics["observeRequest"] | null {
  if (address === undefined) return null;
  const { files, queue } = fileStore();
  const metrics = openMetrics({
    kept: () => ({
      answers: { bytes: readyAnswers.bytes(), most: readyAnswers.most },
      pages: keptPages(),
      files: { bytes: files.size, most: files.most },
    }),
    load: () => load,
    sentAgain: () => readyAnswers.sent,
    queues: () => ({ pages: renderingsState(), files: queue.state }),
    newest,
    isReady,
    pools,
  });
  watchStatements(metrics.observeStatement);
  serveMetrics(address, metrics, (error) => {
    log().fatal(error, `Metrics cannot be served at ${address}, which LOSSLINE_METRICS names`);
    process.exit(1);
  });
  return metrics.observeRequest;
}

/** Whether this process can do all that it is there for. */
function readinessOf({ database, migrations, isEmbedded }: AskDatabase) {
  const { LOSSLINE_DATA: data, LOSSLINE_LOG: logs } = environment();
  const folders = [...(isEmbedded() ? [data] : []), ...(logs === undefined ? [] : [logs])];
  return readiness({
    database,
    migrations,
    disk: () => hasRoom(folders.map((folder) => path.resolve(folder))),
    pages: arePagesKept,
  });
}
