import { setTimeout as wait } from "node:timers/promises";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { Version } from "@/lib/record/versions/version";
import type { Answered } from "@/lib/site/running/note-requests";
import type { Readiness } from "@/lib/site/running/readiness";
import type { Day } from "@/lib/values/dates/day";

/** How full something is. */
interface Bounded {
  bytes: number;
  most: number;
}
interface Queue {
  working: number;
  waiting: number;
}

/** What metrics are made of; each is asked when somebody asks for metrics. */
export interface Seen {
  kept(): Record<"answers" | "pages" | "files", Bounded>;
  /** Answers that are being made for readers, how many at most, and how many readers were turned away. */
  load(): { underWay: number; most: number; refused: number };
  /** How often a kept answer was sent again. */
  sentAgain(): number;
  queues(): Record<"pages" | "files", Queue>;
  newest(): Promise<Version | null>;
  isReady(): Promise<Readiness>;
  pools(): readonly {
    name: string;
    connections: number;
    idle: number;
    waiting: number;
    most: number;
  }[];
}

export interface Metrics {
  observeRequest(answered: Answered): void;
  observeStatement(pool: string, seconds: number): void;
  /** All of them in Prometheus's text format. */
  text(): Promise<string>;
  type: string;
}

/** Gauges that Node's defaults call totals, which they are not: Prometheus's linter refuses them. */
const MISNAMED = [
  "nodejs_active_handles_total",
  "nodejs_active_requests_total",
  "nodejs_active_resources_total",
];
const REQUEST_SECONDS = [0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];
const STATEMENT_SECONDS = [0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 10, 30];
/** So long, in milliseconds, metrics wait for what the newest version is; then it is what it was last. */
const SOON = 1_500;

/** The metrics of this process. Labels are few, whatever readers ask for: names of routes, never URLs. */
export function openMetrics(seen: Seen): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  for (const name of MISNAMED) registry.removeSingleMetric(name);
  const registers = [registry];
  const requests = new Counter({
    name: "lossline_requests_total",
    help: "Requests answered, by kind of route and status.",
    labelNames: ["route", "status"],
    registers,
  });
  const durations = new Histogram({
    name: "lossline_request_duration_seconds",
    help: "Time from a request to the last byte of its answer, by kind of route.",
    labelNames: ["route"],
    buckets: REQUEST_SECONDS,
    registers,
  });
  const cut = new Counter({
    name: "lossline_requests_cut_total",
    help: "Requests whose answer was not sent whole, mostly because whoever asked had left.",
    registers,
  });
  const statements = new Histogram({
    name: "lossline_database_statement_duration_seconds",
    help: "Time from a statement to its answer, by pool of connections.",
    labelNames: ["pool"],
    buckets: STATEMENT_SECONDS,
    registers,
  });
  addStores(registers, seen);
  addQueues(registers, seen);
  const lookForVersion = addVersion(registers, seen);
  addDatabase(registers, seen);
  return {
    observeRequest({ route, status, seconds, isWhole }) {
      requests.inc({ route, status });
      durations.observe({ route }, seconds);
      if (!isWhole) cut.inc();
    },
    observeStatement: (pool, seconds) => statements.observe({ pool }, seconds),
    async text() {
      await lookForVersion();
      return registry.metrics();
    },
    type: registry.contentType,
  };
}

function addStores(registers: Registry[], { kept, sentAgain }: Seen): void {
  new Gauge({
    name: "lossline_kept_bytes",
    help: "Bytes kept in memory: answers as they were sent, rendered pages, and files.",
    labelNames: ["store"],
    registers,
    collect() {
      for (const [store, { bytes }] of Object.entries(kept())) this.set({ store }, bytes);
    },
  });
  new Gauge({
    name: "lossline_kept_limit_bytes",
    help: "Bytes that may be kept in memory at most.",
    labelNames: ["store"],
    registers,
    collect() {
      for (const [store, { most }] of Object.entries(kept())) this.set({ store }, most);
    },
  });
  new Counter({
    name: "lossline_kept_answers_sent_total",
    help: "Requests answered from memory, before anything was parsed or rendered.",
    registers,
    collect() {
      this.reset();
      this.inc(sentAgain());
    },
  });
}

function addQueues(registers: Registry[], { load, queues }: Seen): void {
  new Gauge({
    name: "lossline_answers_under_way",
    help: "Answers that are being made for readers, or wait for it.",
    registers,
    collect() {
      this.set(load().underWay);
    },
  });
  new Gauge({
    name: "lossline_answers_under_way_limit",
    help: "So many at most: further readers are told to come back.",
    registers,
    collect() {
      this.set(load().most);
    },
  });
  new Counter({
    name: "lossline_requests_refused_total",
    help: "Readers who were told to come back because so many were being answered.",
    registers,
    collect() {
      this.reset();
      this.inc(load().refused);
    },
  });
  new Gauge({
    name: "lossline_queue",
    help: "Pages and files that are being made, and that wait for their turn.",
    labelNames: ["kind", "state"],
    registers,
    collect() {
      for (const [kind, { working, waiting }] of Object.entries(queues())) {
        this.set({ kind, state: "working" }, working);
        this.set({ kind, state: "waiting" }, waiting);
      }
    },
  });
}

/** @returns what finds out about it, before metrics are told */
function addVersion(registers: Registry[], { newest }: Seen): () => Promise<void> {
  let last: Version | null = null;
  const gauge = (name: string, help: string) => new Gauge({ name, help, registers });
  const published = gauge(
    "lossline_newest_version_published_timestamp_seconds",
    "When the newest version was published, in seconds since 1970.",
  );
  const covered = gauge(
    "lossline_coverage_timestamp_seconds",
    "The end of the last day up to which editors have looked, in seconds since 1970; missing where they have not said.",
  );
  const number = gauge(
    "lossline_newest_version",
    "The number of the newest version, as far as this process knows; 0 while nothing is published.",
  );
  return async () => {
    // Where the database does not answer, what it said last: that it does not is for the checks to say.
    const soon = wait(SOON, last, { ref: false });
    last = await Promise.race([newest(), soon]).catch(() => last);
    if (last === null) {
      published.remove();
      covered.remove();
      return;
    }
    number.set(last.number);
    published.set(last.publishedAt.getTime() / 1_000);
    if (last.coveredThrough === null) covered.remove();
    else covered.set(endOf(last.coveredThrough));
  };
}

/** The end of a day (UTC), in seconds since 1970. */
const endOf = (day: Day) => Date.parse(`${day}T00:00:00Z`) / 1_000 + 86_400;

function addDatabase(registers: Registry[], { isReady, pools }: Seen): void {
  new Gauge({
    name: "lossline_check_passed",
    help: "Whether each check of /readyz but running passes: 1 or 0.",
    labelNames: ["check"],
    registers,
    async collect() {
      for (const [check, outcome] of Object.entries(await isReady()))
        this.set({ check }, outcome === "ok" ? 1 : 0);
    },
  });
  new Gauge({
    name: "lossline_database_connections",
    help: "Connections to the database by pool: used and idle ones, and who waits for one.",
    labelNames: ["pool", "state"],
    registers,
    collect() {
      for (const { name: pool, connections, idle, waiting } of pools()) {
        this.set({ pool, state: "used" }, connections - idle);
        this.set({ pool, state: "idle" }, idle);
        this.set({ pool, state: "waiting" }, waiting);
      }
    },
  });
  new Gauge({
    name: "lossline_database_connections_limit",
    help: "Connections to the database at most, by pool.",
    labelNames: ["pool"],
    registers,
    collect() {
      for (const { name: pool, most } of pools()) this.set({ pool }, most);
    },
  });
}
