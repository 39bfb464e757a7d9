import { beforeAll, expect, test } from "vitest";
import { makeChartFile } from "@/app/versioned/chart-files";
import { modelAt } from "@/app/versioned/open-chart";
import type { Incident } from "@/lib/record/incidents/incident";
import type { Publication } from "@/lib/record/publishing/publication";
import { publish } from "@/lib/record/publishing/publish-command";
import type { Version } from "@/lib/record/versions/version";
import { findVersion } from "@/lib/record/versions/version-queries";
import { type ImageEnding, type ImageOptions, readImageOptions } from "@/lib/site/exports/image";
import { type ChartView, readChart } from "@/lib/statistics/charts/chart-view";
import { NO_TEXT, type PublisherText } from "@/lib/statistics/charts/publisher-text/publisher-text";
import { CHART_NAMES } from "@/lib/statistics/charts/registry";
import { DIMENSIONS, MEASURES } from "@/lib/statistics/rules/parameters";
import { CATEGORIES, TARGET_KINDS, TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";
import { type TestDatabase, testDatabase } from "@/testing/database";
import { anAsset } from "@/testing/records";
import { rowSums } from "@/testing/row-sums";

const NOW = "2024-03-15";
const NOTHING: Publication = {
  incidents: [],
  actors: [],
  figures: [],
  knownAddresses: [],
  targets: [],
  coverage: [],
};
const SOURCE = {
  url: "https://a.example/1",
  publisher: "A",
  title: "T",
  publishedOn: null,
  archivedUrl: null,
  kind: null,
};

/** The same numbers in every run: what a test does must not depend on the day. */
function seeded(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function incident(random: (below: number) => number, place: number): Incident {
  const pick = <Value>(list: readonly { value: Value }[]): Value => {
    const term = list[random(list.length)];
    if (term === undefined) throw new Error("an empty list");
    return term.value;
  };
  const loss = random(10) === 0 ? null : 1_000 * (1 + random(200_000)) + random(100) / 100;
  const month = String(1 + random(12)).padStart(2, "0");
  return {
    slug: `incident-${place}`,
    name: `Incident “${place}”, <${random(1_000)}>`,
    target: "Target",
    targetKind: pick(TARGET_KINDS),
    occurredOn: `${2019 + random(6)}-${month}-${String(1 + random(28)).padStart(2, "0")}`,
    category: pick(CATEGORIES),
    technique: pick(TECHNIQUES),
    techniqueDefinition: null,
    chains: ["ethereum", "bsc", "tron"].slice(0, random(4)),
    lossUsd: loss,
    lossUsdLow: null,
    lossUsdHigh: loss === null ? null : loss * 2,
    returnedUsd: loss !== null && random(4) === 0 ? Math.floor(loss / 2) + 0.07 : null,
    summary: "A theft.",
    targetSlug: null,
    lossEstimates: [],
    returnEstimates: [],
    dateStatements: [],
    transactions: [],
    identifiers: [],
    attributions:
      random(4) === 0
        ? [random(2) === 0 ? "whole" : "part", ...(random(3) === 0 ? ["rival"] : [])].map(
            (actor) => ({
              actor,
              by: "Somebody",
              confidence: "likely" as const,
              basis: null,
              on: null,
              source: "https://a.example/2",
            }),
          )
        : [],
    assets:
      loss === null || random(3) > 0
        ? []
        : [
            anAsset({
              symbol: "A",
              chain: "ethereum",
              quantity: null,
              usd: Math.floor(loss / 3) + 0.01,
            }),
            anAsset({
              symbol: "B",
              chain: "bsc",
              quantity: null,
              usd: Math.floor(loss / 7) + 0.33,
            }),
          ],
    addresses: [],
    sources: [SOURCE],
  };
}

const actor = (slug: string, parent: string | null) => ({
  slug,
  name: slug,
  aliases: [],
  parent,
  kind: "group" as const,
  country: null,
  status: null,
  statusOn: null,
  statusSource: null,
  identifiers: [],
  description: "An actor.",
  sources: [SOURCE],
});

/** A chart as a file, whichever chart it is. */
type AskedFile =
  | { format: "csv" | "tsv"; isMarked: boolean }
  | { format: "json" | "xlsx" }
  | { format: ImageEnding; picture: ImageOptions; text: PublisherText };

function picture(format: ImageEnding, query: string): AskedFile {
  const read = readImageOptions(format, new URLSearchParams(query));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { format, picture: read.value, text: NO_TEXT };
}

const ASKED: AskedFile[] = [
  picture("svg", ""),
  picture("svg", "shape=story&theme=dark"),
  picture("png", "scale=1&width=480"),
  {
    ...picture("svg", ""),
    text: { headline: "Who took it?", highlight: "phishing", mark: "incident-9:Here" },
  } as AskedFile,
  picture("pdf", "width=96mm&palette=grey"),
  { format: "csv", isMarked: false },
  { format: "tsv", isMarked: true },
  { format: "xlsx" },
  { format: "json" },
];

const VIEWS: ChartView[] = CHART_NAMES.flatMap((chart) =>
  ["", "q=9", "measure=net&estimate=high"].flatMap((query) => {
    const read = readChart(chart, new URLSearchParams(query), { asOf: NOW, now: NOW });
    return read.ok ? [read.value] : [];
  }),
);

/** Every chart by every measure, split and interval that it knows, and narrowed to one part. */
const ADDED: ChartView[] = CHART_NAMES.flatMap((chart) =>
  ["", "actor=whole", "chain=bsc", "category=phishing", "actor=none"].flatMap((filter) =>
    [
      ...Object.keys(DIMENSIONS).map((by) => `by=${by}`),
      "",
      "interval=year&from=2020-03-05&to=2023-05-05",
      "dollars=2024",
      "dollars=2012&axis=share&by=chain",
      "axis=share",
      "axis=log",
    ].flatMap((split) =>
      ["", ...Object.keys(MEASURES).map((measure) => `measure=${measure}`)].flatMap((measure) => {
        const query = new URLSearchParams([filter, split, measure].join("&"));
        const read = readChart(chart, query, { asOf: NOW, now: NOW });
        return read.ok ? [read.value] : [];
      }),
    ),
  ),
);

let database: TestDatabase;
let version: Version;
beforeAll(async () => {
  database = await testDatabase();
  const random = seeded(1);
  const incidents = Array.from({ length: 120 }, (_, place) => incident(random, place));
  const actors = [actor("whole", null), actor("part", "whole"), actor("rival", null)];
  await publish(database.db, { ...NOTHING, incidents, actors }, "The first");
  const found = await findVersion(database.db, 1);
  if (found === null) throw new Error("nothing was published");
  version = found;
});

/** The digests of every file of a version, each made anew. */
async function everyFile(): Promise<Map<string, string>> {
  const digests = new Map<string, string>();
  for (const view of VIEWS) {
    for (const asked of ASKED) {
      const file = await makeChartFile(database.db, version, { ...asked, view });
      digests.set(JSON.stringify([view, asked]), file.etag);
    }
  }
  const [first] = VIEWS;
  if (first !== undefined)
    digests.set(
      "zip",
      (await makeChartFile(database.db, version, { view: first, format: "zip" })).etag,
    );
  return digests;
}

test("a file's rows add up to its totals to the cent, whatever is asked", async () => {
  expect([...new Set(ADDED.map(({ chart }) => chart))]).toEqual(CHART_NAMES);
  const wrong: unknown[] = [];
  for (const view of ADDED) {
    const { numbers } = await modelAt(database.db, version, view);
    // Each threshold holds the incidents of the higher ones.
    expect(numbers.sums === null).toBe(view.measure === "median" || view.chart === "thresholds");
    if (numbers.sums === null) continue;
    const { summed, stated } = rowSums(numbers);
    const isSame = Object.keys({ ...summed, ...stated }).every((of) => summed[of] === stated[of]);
    const names = numbers.columns.map(({ name }) => name);
    if (!isSame || new Set(names).size < names.length) wrong.push([view, summed, stated]);
  }
  expect(wrong).toEqual([]);
}, 120_000);

test("a version's files stay the same to the byte through fifty publications", async () => {
  const before = await everyFile();
  expect(new Set(before.values()).size).toBeGreaterThan(before.size / 2);
  const random = seeded(2);
  for (let count = 0; count < 50; count++) {
    const incidents = Array.from({ length: 1 + random(5) }, () => incident(random, random(150)));
    const slugs = new Set<string>();
    await publish(
      database.db,
      {
        ...NOTHING,
        incidents: incidents.filter(({ slug }) => !slugs.has(slug) && slugs.add(slug)),
        actors:
          random(5) === 0
            ? [{ ...actor("part", random(2) === 0 ? null : "whole"), description: `Nr ${count}.` }]
            : [],
      },
      `Publication ${count}`,
    );
  }
  expect(await everyFile()).toEqual(before);

  const newest = await findVersion(database.db, 51);
  const [first] = VIEWS;
  if (newest === null || first === undefined) throw new Error("not all was published");
  const csv = { view: first, format: "csv", isMarked: false } as const;
  const [old, current] = [
    await makeChartFile(database.db, version, csv),
    await makeChartFile(database.db, newest, csv),
  ];
  expect(current.etag).not.toBe(old.etag);
}, 120_000);
