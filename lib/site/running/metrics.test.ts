import { spawnSync } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import type { Version } from "@/lib/record/versions/version";
import { onRequest } from "@/lib/site/requests/server-hooks";
import { type Metrics, openMetrics, type Seen } from "@/lib/site/running/metrics";
import { serveMetrics } from "@/lib/site/running/metrics-server";
import { undoServerHooks } from "@/testing/server-hooks";
import { aVersion } from "@/testing/version";

undoServerHooks();

const version = aVersion({
  number: 7,
  publishedAt: new Date("2026-11-01T12:00:00Z"),
  coveredThrough: "2026-10-31",
});
const seen: Seen = {
  kept: () => ({
    answers: { bytes: 1, most: 10 },
    pages: { bytes: 2, most: 20 },
    files: { bytes: 3, most: 30 },
  }),
  load: () => ({ underWay: 4, most: 64, refused: 5 }),
  sentAgain: () => 6,
  queues: () => ({ pages: { working: 3, waiting: 8 }, files: { working: 1, waiting: 0 } }),
  newest: async () => version,
  isReady: async () => ({ database: "ok", disk: "failed" }),
  pools: () => [{ name: "reading", connections: 9, idle: 2, waiting: 1, most: 10 }],
};

let metrics: Metrics;
beforeEach(() => {
  metrics = openMetrics(seen);
  metrics.observeRequest({ route: "overview", status: 200, seconds: 0.2, isWhole: true });
  metrics.observeRequest({ route: "overview", status: 503, seconds: 3, isWhole: false });
  metrics.observeStatement("reading", 0.003);
});

/** The samples in Prometheus's text format, each with its labels as they are written. */
async function samples(of = metrics): Promise<Map<string, number>> {
  const lines = (await of.text()).split("\n").filter((line) => !/^(#|$)/.test(line));
  return new Map(
    lines.map((line) => {
      const end = line.lastIndexOf(" ");
      return [line.slice(0, end), Number(line.slice(end + 1))];
    }),
  );
}

test("what is seen is told", async () => {
  const found = await samples();
  expect(Object.fromEntries(found)).toMatchObject({
    'lossline_requests_total{route="overview",status="200"}': 1,
    'lossline_requests_total{route="overview",status="503"}': 1,
    lossline_requests_cut_total: 1,
    'lossline_request_duration_seconds_bucket{le="0.25",route="overview"}': 1,
    'lossline_request_duration_seconds_sum{route="overview"}': 3.2,
    'lossline_kept_bytes{store="pages"}': 2,
    'lossline_kept_limit_bytes{store="files"}': 30,
    lossline_kept_answers_sent_total: 6,
    lossline_answers_under_way: 4,
    lossline_requests_refused_total: 5,
    'lossline_queue{kind="pages",state="waiting"}': 8,
    lossline_newest_version: 7,
    lossline_newest_version_published_timestamp_seconds: Date.parse("2026-11-01T12:00:00Z") / 1_000,
    lossline_coverage_timestamp_seconds: Date.parse("2026-11-01T00:00:00Z") / 1_000,
    'lossline_check_passed{check="database"}': 1,
    'lossline_check_passed{check="disk"}': 0,
    'lossline_database_connections{pool="reading",state="used"}': 7,
    'lossline_database_connections{pool="reading",state="waiting"}': 1,
    'lossline_database_statement_duration_seconds_count{pool="reading"}': 1,
  });
  expect(found.get("process_resident_memory_bytes")).toBeGreaterThan(0);
  for (const [name, value] of found)
    if (name.startsWith("lossline_")) expect([name, Number.isFinite(value)]).toEqual([name, true]);
  // Totals are not added up once more by the next who asks.
  expect((await samples()).get("lossline_requests_refused_total")).toBe(5);
});

test("what is not known is missing, and what was known last is told while the database is away", async () => {
  let newest: () => Promise<Version | null> = async () => ({ ...version, coveredThrough: null });
  const of = openMetrics({ ...seen, newest: () => newest() });
  const before = await samples(of);
  expect(before.has("lossline_coverage_timestamp_seconds")).toBe(false);
  newest = () => Promise.reject(new Error("away"));
  expect((await samples(of)).get("lossline_newest_version")).toBe(7);
  const empty = await samples(openMetrics({ ...seen, newest: async () => null }));
  expect(empty.get("lossline_newest_version")).toBe(0);
  expect(empty.has("lossline_newest_version_published_timestamp_seconds")).toBe(false);
});

test("each has a help and a type, and each name says its unit", async () => {
  const text = await metrics.text();
  for (const name of new Set(
    [...text.matchAll(/^(lossline_[a-z_]+?)(?:_bucket|_sum|_count)?[ {]/gm)].map(
      ([, name]) => name,
    ),
  )) {
    expect(text).toMatch(new RegExp(`^# HELP ${name} .+\\.$`, "m"));
    const type = new RegExp(`^# TYPE ${name} (\\w+)$`, "m").exec(text)?.[1];
    expect([name, type === "counter"]).toEqual([name, name?.endsWith("_total")]);
  }
});

const hasPromtool = spawnSync("promtool", ["--version"]).status === 0;

test.runIf(hasPromtool)("Prometheus's own linter has nothing to say", async () => {
  const input = await metrics.text();
  const { status, stdout, stderr } = spawnSync("promtool", ["check", "metrics"], {
    input,
    encoding: "utf8",
  });
  expect(`${stdout}${stderr}`).toBe("");
  expect(status).toBe(0);
});

test("they are served at an address of their own, past all that is done to readers", async () => {
  onRequest((_, response) => {
    response.end("for readers");
    return true;
  });
  const free = createServer();
  await new Promise<void>((resolve) => free.listen(0, "127.0.0.1", resolve));
  const address = `127.0.0.1:${(free.address() as AddressInfo).port}`;
  const failed = vi.fn();
  serveMetrics(address, metrics, failed);
  await vi.waitFor(() =>
    expect(failed).toHaveBeenCalledWith(expect.objectContaining({ code: "EADDRINUSE" })),
  );
  await new Promise((resolve) => free.close(resolve));
  const server = serveMetrics(address, metrics, failed);
  afterAll(() => server.close());
  await vi.waitFor(() => expect(server.listening).toBe(true));
  const answer = await fetch(`http://${address}/metrics`);
  expect(answer.headers.get("content-type")).toBe("text/plain; version=0.0.4; charset=utf-8");
  expect(await answer.text()).toContain("lossline_newest_version 7");
  expect((await fetch(`http://${address}/`)).status).toBe(404);
  expect((await fetch(`http://${address}/metrics`, { method: "POST" })).status).toBe(405);
});
