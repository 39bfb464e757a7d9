import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Entry } from "@/lib/record/publishing/entry";
import { publish } from "@/lib/record/publishing/publish-command";
import { TargetDirectory } from "@/lib/record/targets/target-directory";
import { targetDirectory } from "@/lib/record/targets/target-queries";
import { placeAt } from "@/lib/record/versions/existence-queries";
import { changesBetween } from "@/lib/statistics/changes/change-queries";
import { overviewAt } from "@/lib/statistics/overview/overview-queries";
import { totalUnder } from "@/lib/statistics/totals/total-queries";
import { everythingAt } from "@/testing/answers";
import { testDatabase } from "@/testing/database";
import { publishForTest } from "@/testing/publishing";
import { Dice } from "@/testing/random";
import {
  anActor,
  anAddress,
  anAttribution,
  anIncident,
  aPublishedFigure,
  aTarget,
  publicationOf,
} from "@/testing/records";

// Renaming, retracting, merging and restoring at random, of every kind of record: no earlier version changes, nothing current names
// what was merged, every address that ever was leads somewhere, and every total is what a hand count says.

const STEPS = 14;
const YEAR = { year: 2023, through: "2023-12-31", confidence: "suspected" } as const;
const NAMES = ["a", "b", "c", "d", "e", "f"];
const ADDRESSES = ["1", "2", "3"].map((digit) => `0x${digit.repeat(40)}`);

async function begin(db: Database, dice: Dice): Promise<void> {
  const targets = NAMES.map((name, place) =>
    aTarget({
      slug: `target-${name}`,
      name: `Target ${name}`,
      successor:
        place > 0 && dice.chance(0.5) ? `target-${dice.pick(NAMES.slice(0, place))}` : null,
    }),
  );
  const actors = NAMES.map((name, place) =>
    anActor({
      slug: `actor-${name}`,
      name: `Actor ${name}`,
      parent: place > 0 && dice.chance(0.6) ? `actor-${dice.pick(NAMES.slice(0, place))}` : null,
    }),
  );
  const incidents = NAMES.map((name) =>
    anIncident({
      slug: `theft-${name}`,
      name: `Theft ${name}`,
      target: `Target ${dice.pick(NAMES)}`,
      lossUsd: dice.below(100) * 1_000_000.25,
      addresses: dice.some(ADDRESSES).map((address) => anAddress(address)),
      attributions: dice.some(actors).map(({ slug }) => anAttribution({ actor: slug })),
    }),
  );
  const about = [...actors.map(({ slug }) => slug), null, null, null];
  const figures = about.map((actor, place) =>
    aPublishedFigure({ title: `Figure ${place}`, actor }),
  );
  await publish(db, publicationOf({ targets, actors, incidents, figures }), "The first");
}

/** What names the current records of a kind: slugs; of figures, lasting ids. */
async function placesOf(db: Database, kind: RecordKind): Promise<string[]> {
  const where = { supersededIn: null };
  const select = { slug: true };
  const orderBy = { slug: "asc" } as const;
  if (kind === "figure")
    return (await db.figure.findMany({ orderBy: { id: "asc" } })).map(({ id }) => String(id));
  const rows =
    kind === "incident"
      ? await db.incidentRevision.findMany({ where, select, orderBy })
      : kind === "target"
        ? await db.targetRevision.findMany({ where, select, orderBy })
        : await db.actorRevision.findMany({ where, select, orderBy });
  return rows.map(({ slug }) => slug);
}

/** The kinds of which one record can turn out to be another. */
const MERGEABLE = ["incident", "target", "actor", "figure"] as const;

/** One change of one record. */
async function step(db: Database, dice: Dice, number: number): Promise<void> {
  const kind = dice.pick(MERGEABLE);
  const places = await placesOf(db, kind);
  const of = dice.pick(places);
  const held = await findRecord(db, kind, of);
  if (held === null) throw new Error(`no ${of}`);
  const renamed = {
    incident: { slug: `incident-${number}`, name: `Renamed ${number}` },
    target: { slug: `target-${number}`, name: `Renamed ${number}` },
    actor: { slug: `actor-${number}`, name: `Renamed ${number}` },
    figure: { title: `Renamed ${number}` },
  }[kind];
  const hasRetraction = kind === "incident" || kind === "figure";
  const change = dice.pick([
    renamed,
    { mergedInto: dice.pick(places) },
    { mergedInto: dice.pick(places) },
    hasRetraction ? { retraction: `Withdrawn ${number}` } : { name: `Other ${number}` },
    hasRetraction ? { retraction: null, mergedInto: null } : { mergedInto: null },
  ]);
  const entry = { kind, record: { ...held.entry.record, ...change } } as Entry;
  await publishForTest(db, [{ of, entry }]);
}

test.each([3, 1848])(
  "renames and merges change no earlier version and lose nothing (seed %i)",
  async (seed) => {
    const { db } = await testDatabase();
    const dice = new Dice(seed);
    await begin(db, dice);
    const asked = {
      incidents: NAMES.map((name) => `theft-${name}`),
      actors: NAMES.map((name) => `actor-${name}`),
      addresses: ADDRESSES,
    };
    const answers = [await everythingAt(db, 1, asked)];
    let refused = 0;
    while (answers.length < STEPS) {
      try {
        await step(db, dice, answers.length);
      } catch (error) {
        // Into itself, into what was merged, into a ring, or nothing new: nothing is published then.
        const isError = error instanceof PublicationError || (error as Error).name === "NothingNew";
        if (!isError) throw error;
        refused += 1;
        continue;
      }
      const version = answers.length + 1;
      answers.push(await everythingAt(db, version, asked));
      await expectSound(db, version);
    }
    for (const [index, before] of answers.entries())
      expect(await everythingAt(db, index + 1, asked)).toEqual(before);
    // Every slug that ever was leads to what is published, at every version from then on.
    for (const [kind, table] of [
      ["incident", await db.incidentRevision.findMany()],
      ["actor", await db.actorRevision.findMany()],
    ] as const) {
      for (const { slug, publishedIn } of table)
        for (let version = publishedIn; version <= STEPS; version += 1) {
          const place = await placeAt(db, version, kind, slug);
          expect([kind, slug, version, place]).toEqual([
            kind,
            slug,
            version,
            { own: expect.any(String), active: expect.any(String) },
          ]);
          const active = await placeAt(db, version, kind, place?.active ?? "");
          expect(active).toEqual({ own: place?.active, active: place?.active });
        }
    }
    // What moved between any two versions adds up, whichever slug the actor is asked for by.
    for (const slug of asked.actors) {
      const rule = { filters: { actor: slug }, measure: "gross", estimate: "best" } as const;
      const changes = await changesBetween(db, { from: 1, to: STEPS, rule });
      const cents = changes.parts.reduce((sum, { amount }) => sum + Math.round(amount * 100), 0);
      expect(cents).toBe(Math.round((changes.after.amount - changes.before.amount) * 100));
    }
    expect(refused).toBeLessThan(200);
  },
  240_000,
);

/** What must hold of the newest version. */
async function expectSound(db: Database, version: number): Promise<void> {
  const [named] = await db.$queryRaw<[Record<string, number>]>`
    WITH merged AS (SELECT actor_id FROM actor_revision WHERE superseded_in IS NULL AND merged_into_id IS NOT NULL),
    gone AS (SELECT incident_id FROM incident_revision WHERE superseded_in IS NULL AND merged_into_id IS NOT NULL),
    told_by_others AS (SELECT figure_id FROM figure_revision WHERE superseded_in IS NULL AND merged_into_id IS NOT NULL)
    SELECT
      (SELECT count(*)::int FROM attribution t JOIN incident_revision i ON i.id = t.revision_id AND i.superseded_in IS NULL
        WHERE t.actor_id IN (SELECT actor_id FROM merged)) AS attributions,
      (SELECT count(*)::int FROM figure_revision f WHERE f.superseded_in IS NULL AND f.actor_id IN (SELECT actor_id FROM merged)) AS figures,
      (SELECT count(*)::int FROM actor_revision a WHERE a.superseded_in IS NULL
        AND (a.parent_id IN (SELECT actor_id FROM merged) OR a.merged_into_id IN (SELECT actor_id FROM merged))) AS actors,
      (SELECT count(*)::int FROM incident_revision i WHERE i.superseded_in IS NULL
        AND i.merged_into_id IN (SELECT incident_id FROM gone)) AS incidents,
      (SELECT count(*)::int FROM figure_revision f WHERE f.superseded_in IS NULL
        AND f.merged_into_id IN (SELECT figure_id FROM told_by_others)) AS duplicates,
      (SELECT count(*)::int FROM target_revision t JOIN target_revision o
        ON o.target_id = t.merged_into_id AND o.superseded_in IS NULL AND o.merged_into_id IS NOT NULL
        WHERE t.superseded_in IS NULL) AS targets,
      (SELECT count(*)::int FROM incident_revision i WHERE i.superseded_in IS NULL AND i.target_id IS NULL) AS "ofNobody"`;
  expect(named).toEqual({
    attributions: 0,
    figures: 0,
    actors: 0,
    incidents: 0,
    duplicates: 0,
    targets: 0,
    ofNobody: 0,
  });
  // Each target leads to one that is active, and none follows upon itself.
  const { targets } = await targetDirectory(db);
  const directory = new TargetDirectory(targets);
  for (const target of targets) expect(directory.active(target).mergedIntoId).toBeNull();
  const [ring] = await db.$queryRaw<[{ count: number }]>`
    WITH RECURSIVE after AS (
      SELECT target_id AS first, coalesce(merged_into_id, successor_id) AS next, 1 AS steps FROM target_revision WHERE superseded_in IS NULL
      UNION ALL
      SELECT a.first, coalesce(t.merged_into_id, t.successor_id), a.steps + 1 FROM after a
      JOIN target_revision t ON t.target_id = a.next AND t.superseded_in IS NULL WHERE a.steps < 20
    ) SELECT count(*)::int AS count FROM after WHERE next = first`;
  expect(ring.count).toBe(0);

  const figures = await db.figureRevision.findMany({ where: { supersededIn: null } });
  const overview = await overviewAt(db, version, YEAR);
  const titles = (shown: readonly { title: string }[]) => shown.map(({ title }) => title).sort();
  const overAll = figures.filter(({ actorId, mergedIntoId }) => (actorId ?? mergedIntoId) === null);
  expect(titles(overview.othersFigures)).toEqual(
    titles(overAll.filter(({ retraction }) => retraction === null)),
  );
  expect(titles(overview.retractedFigures)).toEqual(
    titles(overAll.filter(({ retraction }) => retraction !== null)),
  );

  const actors = await db.actorRevision.findMany({ where: { supersededIn: null } });
  const parentOf = new Map(actors.map(({ actorId, parentId }) => [actorId, parentId]));
  const wholes = (actorId: number): number[] => {
    const chain: number[] = [];
    for (let at: number | null = actorId; at !== null; at = parentOf.get(at) ?? null) {
      expect(chain).not.toContain(at);
      chain.push(at);
    }
    return chain;
  };
  const active = await db.incidentRevision.findMany({
    where: { supersededIn: null, retraction: null, mergedIntoId: null },
    include: { attributions: true },
  });
  for (const { actorId, slug, mergedIntoId } of actors) {
    if (mergedIntoId !== null) continue;
    const own = active.filter(({ attributions }) =>
      attributions.some((said) => wholes(said.actorId).includes(actorId)),
    );
    const lossUsd = own.reduce((sum, row) => sum + (row.lossUsd?.toNumber() ?? 0), 0);
    expect([slug, await totalUnder(db, version, { actor: slug })]).toMatchObject([
      slug,
      { incidents: own.length, lossUsd },
    ]);
  }
}
