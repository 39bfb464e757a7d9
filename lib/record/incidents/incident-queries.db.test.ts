import { expect, test } from "vitest";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { listIncidents } from "@/lib/statistics/incident-list/list-queries";
import { testDatabase } from "@/testing/database";
import { anIncident, publicationOf } from "@/testing/records";

test("a withdrawn incident keeps its page, which says why, and stands in no list", async () => {
  const { db } = await testDatabase();
  await publish(
    db,
    publicationOf({ incidents: [anIncident({ slug: "part" }), anIncident({ slug: "whole" })] }),
    "Two",
  );
  await db.$transaction([
    db.$executeRaw`INSERT INTO dataset_version (number, note) VALUES (2, 'Withdraw one')`,
    db.$executeRaw`UPDATE incident_revision SET superseded_in = 2 WHERE slug = 'part'`,
    db.$executeRaw`
      INSERT INTO incident_revision (incident_id, revision, published_in, slug, name, target, target_kind,
        occurred_on, precision, category, technique, chains, summary, loss_usd, retraction, merged_into_id)
      SELECT p.incident_id, 2, 2, p.slug, p.name, p.target, p.target_kind, p.occurred_on, p.precision, p.category,
        p.technique, p.chains, p.summary, p.loss_usd, 'Reported twice.', w.incident_id
      FROM incident_revision p, incident_revision w WHERE p.slug = 'part' AND w.slug = 'whole'`,
    db.$executeRaw`
      INSERT INTO incident_source (revision_id, url, publisher, title)
      SELECT n.id, s.url, s.publisher, s.title FROM incident_source s
      JOIN incident_revision o ON o.id = s.revision_id
      JOIN incident_revision n ON n.incident_id = o.incident_id AND n.revision = 2`,
  ]);
  expect(await findIncident(db, 1, "part")).toMatchObject({ retraction: null, mergedInto: null });
  expect(await findIncident(db, 2, "part")).toMatchObject({
    revision: 2,
    retraction: "Reported twice.",
    mergedInto: { slug: "whole" },
  });
  const slugs = async (version: number) =>
    (await listIncidents(db, version, {}, "name")).map(({ slug }) => slug);
  expect(await slugs(1)).toHaveLength(2);
  expect(await slugs(2)).toEqual(["whole"]);
});
