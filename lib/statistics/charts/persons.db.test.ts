import { beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { linksFor } from "@/lib/site/urls/links";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { CHART_NAMES } from "@/lib/statistics/charts/registry";
import { figureOptions, listFigures } from "@/lib/statistics/figures/figure-list-queries";
import { figureNumbers } from "@/lib/statistics/figures/figure-numbers";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { readPeriod } from "@/lib/statistics/periods/period";
import { periodModel } from "@/lib/statistics/periods/period-model";
import { periodAt } from "@/lib/statistics/periods/period-queries";
import { testDatabase } from "@/testing/database";
import {
  anActor,
  anAttribution,
  anIncident,
  aPublishedFigure,
  publicationOf,
} from "@/testing/records";

const NOW = "2026-11-22";
const NAME = "Ada Person";
const STATUS = " (charged, not tried)";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  const person = anActor({
    slug: "ada-person",
    name: NAME,
    kind: "individual",
    parent: null,
    country: null,
    status: "charged",
    statusOn: "2023-11",
    statusSource: "https://example.org/charge",
  });
  const other = { ...person, slug: "ben-person", name: "Ben Person" };
  const attributions = [anAttribution({ actor: "ada-person", basis: "charge" })];
  const both = [...attributions, anAttribution({ actor: "ben-person", basis: "charge" })];
  const incidents = [
    anIncident({ attributions }),
    anIncident({ slug: "nobodys" }),
    anIncident({ slug: "of-both", attributions: both }),
  ];
  const figures = [aPublishedFigure({ actor: "ada-person" })];
  await publish(db, publicationOf({ actors: [person, other], incidents, figures }), "Start");
});

/** What follows the person's name, wherever it stands in what is shown. */
function afterName(shown: unknown): string[] {
  const text = JSON.stringify(shown);
  return text
    .split(NAME)
    .slice(1)
    .map((rest) => rest.slice(0, STATUS.length));
}

it.each(
  CHART_NAMES.flatMap((chart) =>
    ["year=2023", "year=2023&by=actor", "year=2023&actor=ada-person"].map((query) => ({
      chart,
      query,
    })),
  ),
)("$chart?$query names no person without the legal status", async ({ chart, query }) => {
  const read = readChart(chart, new URLSearchParams(query), { asOf: NOW, now: NOW });
  // Not every chart can be split by actor.
  if (!read.ok) return expect(query).toContain("by=");
  const model = chartModel(read.value, await chartData(db, 1, read.value), {
    version: 1,
    permanentUrl: "/v/1",
    links: linksFor({ version: 1, pinned: true }),
  });
  const found = afterName(model);
  const isNamed = query.includes("actor") || chart === "actors" || chart === "actor-years";
  expect(found.length > 0).toBe(isNamed);
  for (const status of found) expect(status).toBe(STATUS);
});

it.each([
  ["monthly", "year=2023&by=actor"],
  ["actors", "year=2023"],
] as const)(
  "%s by actor says of several actors that they were charged together",
  async (chart, query) => {
    const read = readChart(chart, new URLSearchParams(query), { asOf: NOW, now: NOW });
    if (!read.ok) throw new Error("no chart");
    const { notes } = chartModel(read.value, await chartData(db, 1, read.value), {
      version: 1,
      permanentUrl: "/v/1",
    });
    expect(notes.join(" ")).toMatch(/attributed to several actors.* They were charged together\./);
  },
);

it("a list of figures and its file name no person without the legal status", async () => {
  const [actor] = (await figureOptions(db, 1)).actors;
  expect(actor).toMatchObject({ name: NAME, kind: "individual", status: "charged" });
  const { columns, rows } = figureNumbers(await listFigures(db, 1, {}, "newest"));
  const place = columns.findIndex(({ name }) => name === "actor_status");
  expect(rows.map((row) => row[place])).toEqual(["charged, not tried"]);
});

it("a period names no person without the legal status", async () => {
  const read = readPeriod("2023", new URLSearchParams(), NOW, NOW);
  if (!read.ok) throw new Error("no period");
  const model = periodModel(await periodAt(db, 1, read.value), {
    version: { number: 1, publishedOn: NOW },
    permanentUrl: "/v/1/periods/2023",
    incidents: () => "/incidents",
    incident: (slug) => `/incidents/${slug}`,
    period: () => "/periods",
  });
  const found = afterName(model);
  expect(found.length).toBeGreaterThan(0);
  for (const status of found) expect(status).toBe(STATUS);
  expect(model.notes.join(" ")).toContain("once for each of them. They were charged together.");
});

it("a line of a list holds what the legal status is said from", async () => {
  const rows = await listIncidents(db, 1, { actor: "ada-person" }, "newest");
  expect(rows[0]?.attributedTo[0]).toMatchObject({
    name: NAME,
    kind: "individual",
    status: "charged",
    statusOn: "2023-11",
  });
});
