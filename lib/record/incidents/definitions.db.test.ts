import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Incident, IncidentEntry } from "@/lib/record/incidents/incident";
import { incidentsBySlug, storedIncidents } from "@/lib/record/incidents/incident-queries";
import { definitionsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { NO_DEFINITION, TECHNIQUES } from "@/lib/values/taxonomy/taxonomy";
import { testDatabase } from "@/testing/database";
import { reviseIncident } from "@/testing/publishing";
import { anIncident, publicationOf } from "@/testing/records";

let db: Database;
beforeAll(async () => {
  db = (await testDatabase()).db;
});

const technique = "fake-airdrop";
const one = anIncident({ slug: "one", technique, techniqueDefinition: "Tokens that lead astray." });
const other = anIncident({ slug: "other", technique, techniqueDefinition: null });

async function published(incident: Incident): Promise<number> {
  const { version } = await publish(db, publicationOf({ incidents: [incident] }), "a test");
  if (version === null) throw new Error("nothing was published");
  return version;
}
const revised = (slug: string, change: Partial<IncidentEntry>) => reviseIncident(db, slug, change);
const WORTHLESS = "Worthless tokens that lead to a false site.";

const at = async (version: number | null) => (await definitionsAt(db, version)).get(technique);

test("what a technique means is what was written last, and stays as it was in each version", async () => {
  const first = await published(other);
  expect(await at(first)).toBeUndefined();
  expect((await techniquesAt(db, first)).slice(TECHNIQUES.length)).toEqual([
    { value: technique, label: "Fake airdrop", definition: NO_DEFINITION },
  ]);

  const defined = await published(one);
  expect(await at(defined)).toBe("Tokens that lead astray.");

  const second = await revised("other", { techniqueDefinition: WORTHLESS });
  expect(await at(second)).toBe(WORTHLESS);

  // Revised for another reason, the first has not written its text anew.
  const third = await revised("one", { lossUsd: 1 });
  expect(await at(third)).toBe(WORTHLESS);
  expect((await techniquesAt(db, third)).at(-1)?.definition).toBe(WORTHLESS);

  const fourth = await revised("one", { techniqueDefinition: "A third text." });
  expect(await at(fourth)).toBe("A third text.");
  // What it said before and says again is written anew.
  const fifth = await revised("other", { techniqueDefinition: null });
  const sixth = await revised("other", { techniqueDefinition: WORTHLESS });
  expect(await at(fifth)).toBe("A third text.");
  expect(await at(sixth)).toBe(WORTHLESS);

  // Withdrawn, it says nothing any more; nor once the other theft was done otherwise.
  const seventh = await revised("other", { retraction: "It never happened." });
  expect(await at(seventh)).toBe("A third text.");
  const eighth = await revised("one", {
    technique: "address-twin",
    techniqueDefinition: "Something else.",
  });
  expect(await at(eighth)).toBeUndefined();
  expect((await definitionsAt(db, eighth)).get("address-twin")).toBe("Something else.");
  expect(await at(null)).toBeUndefined();

  // All of it is read again from the versions.
  expect([
    await at(first),
    await at(defined),
    await at(second),
    await at(third),
    await at(fourth),
    await at(seventh),
  ]).toEqual([
    undefined,
    "Tokens that lead astray.",
    WORTHLESS,
    WORTHLESS,
    "A third text.",
    "A third text.",
  ]);
});

test("a definition is read back as it was given", async () => {
  const held = (await incidentsBySlug(db, ["one"])).get("one");
  const rows = await storedIncidents(db, { incidentId: held?.incidentId ?? 0 }, null);
  const said = rows
    .toSorted((a, b) => a.revision - b.revision)
    .map(({ incident }) => incident.techniqueDefinition);
  expect(said).toEqual([
    "Tokens that lead astray.",
    "Tokens that lead astray.",
    "A third text.",
    "Something else.",
  ]);
});
