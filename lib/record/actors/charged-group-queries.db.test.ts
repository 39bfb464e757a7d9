import { beforeAll, expect, it } from "vitest";
import type { Database } from "@/lib/db/client";
import { actorsAt, findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { statementsAbout } from "@/lib/record/attributions/attribution-queries";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { seedIfEmpty } from "@/lib/seed/dataset-commands";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { recordsNamed } from "@/lib/statistics/incident-list/named-record-queries";
import { testDatabase } from "@/testing/database";
import { DATASET, givenDataset } from "@/testing/dataset";

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
  await seedIfEmpty(db, DATASET);
});

/** Each group of the files with whether nothing but charges names it, told past the program's own reading. */
function groups() {
  const { incidents } = givenDataset();
  const said = incidents.flatMap(({ attributions, slug }) =>
    attributions.map((each) => ({ ...each, slug })),
  );
  return said.map(({ actor }) => ({
    actor,
    incident: said.find((each) => each.actor === actor)?.slug ?? "",
    isCharged: said.every((each) => each.actor !== actor || each.basis === "charge"),
  }));
}

it("says of each group that it was charged where only charges name it, and of no other", async () => {
  const nodes = (await actorsAt(db, 1)).filter(({ kind }) => kind === "group");
  const told = groups();
  const charged = nodes.filter(({ slug }) => told.find(({ actor }) => actor === slug)?.isCharged);
  expect(charged.length).toBeGreaterThan(0);
  expect(charged.length).toBeLessThan(nodes.length);
  for (const node of nodes)
    expect(nameWithStatus(node)).toBe(
      charged.includes(node) ? `${node.name} (charged)` : node.name,
    );
});

it("says so wherever the group is named", async () => {
  const charged = (await actorsAt(db, 1)).filter(
    ({ kind, status }) => kind === "group" && status === "charged",
  );
  for (const { actorId, name, slug } of charged) {
    const incident = groups().find(({ actor }) => actor === slug)?.incident ?? "";
    const detail = await findActor(db, 1, slug);
    const page = await findIncident(db, 1, incident);
    const [row] = await listIncidents(db, 1, { actor: slug }, "newest");
    const [statement] = await statementsAbout(db, 1, actorId, "suspected");
    const [record] = await recordsNamed(db, 1, name);
    const own = row?.attributedTo.find((each) => each.slug === slug);
    const named = [detail, page?.actors[slug], own, statement?.actor].map(
      (actor) => actor && nameWithStatus(actor),
    );
    expect([...named, record?.name]).toEqual(Array(5).fill(`${name} (charged)`));
  }
});
