import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { openMetrics } from "@/lib/site/running/metrics";

// What operators are told of metrics is true: each that is named is there, and each that is there is named.

const RULES = "deploy/prometheus/lossline.rules.yml";
const textOf = (file: string) => readFileSync(file, "utf8");
const bare = (name: string) => name.replace(/_(?:bucket|sum|count)$/, "");
const namesIn = (text: string) => [
  ...new Set([...text.matchAll(/\blossline_[a-z_]+/g)].map(([name]) => bare(name))),
];

const metrics = openMetrics({
  kept: () => ({
    answers: { bytes: 0, most: 1 },
    pages: { bytes: 0, most: 1 },
    files: { bytes: 0, most: 1 },
  }),
  load: () => ({ underWay: 0, most: 1, refused: 0 }),
  sentAgain: () => 0,
  queues: () => ({ pages: { working: 0, waiting: 0 }, files: { working: 0, waiting: 0 } }),
  newest: async () => null,
  isReady: async () => ({}),
  pools: () => [],
});
const known = async () => namesIn((await metrics.text()).replace(/^[^#].*$/gm, ""));

test("docs/monitoring.md names every metric, and no other", async () => {
  expect(namesIn(textOf("docs/monitoring.md")).sort()).toEqual((await known()).sort());
});

test("the alert rules name metrics that are there", async () => {
  const named = namesIn(textOf(RULES));
  expect(named.length).toBeGreaterThan(5);
  expect(await known()).toEqual(expect.arrayContaining(named));
});

test.runIf(spawnSync("promtool", ["--version"]).status === 0)(
  "Prometheus takes the alert rules",
  () => {
    const { status, stdout, stderr } = spawnSync("promtool", ["check", "rules", RULES], {
      encoding: "utf8",
    });
    expect(`${stdout}${stderr}`).toMatch(/SUCCESS: 9 rules found/);
    expect(status).toBe(0);
  },
);
