import { expect, it } from "vitest";
import { publish } from "@/lib/record/publishing/publish-command";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { testDatabase } from "@/testing/database";
import { anActor, anAttribution, anIncident, publicationOf } from "@/testing/records";

const NOW = "2026-11-22";

it("tells two actors of one name apart in titles and in the split", async () => {
  const { db } = await testDatabase();
  const one = anActor({ slug: "the-thief", name: "The Thief", parent: null });
  const actors = [
    one,
    { ...one, slug: "the-thief-2" },
    { ...one, slug: "another", name: "Another" },
  ];
  const incidents = actors.map(({ slug }) =>
    anIncident({ slug: `by-${slug}`, attributions: [anAttribution({ actor: slug })] }),
  );
  await publish(db, publicationOf({ actors, incidents }), "Start");
  const modelOf = async (query: string) => {
    const read = readChart("monthly", new URLSearchParams(query), { asOf: NOW, now: NOW });
    if (!read.ok) throw new Error(query);
    const rows = await chartData(db, 1, read.value);
    return chartModel(read.value, rows, { version: 1, permanentUrl: "" });
  };
  const titles = await Promise.all(
    actors.map(async ({ slug }) => (await modelOf(`to=2026-01-01&actor=${slug}`)).title),
  );
  expect(titles).toEqual([
    expect.stringContaining("attributed to The Thief (the-thief),"),
    expect.stringContaining("attributed to The Thief (the-thief-2),"),
    expect.stringContaining("attributed to Another,"),
  ]);
  const { plot } = await modelOf("to=2026-01-01&by=actor");
  const labels = plot.kind === "columns" ? plot.series.map(({ label }) => label) : [];
  expect(new Set(labels).size).toBe(3);
});
