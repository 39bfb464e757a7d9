import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { findVersion } from "@/lib/record/versions/version-queries";
import { followedFeed } from "@/lib/site/feeds/followed-feed";
import type { Change } from "@/lib/statistics/followed/change";
import { changesOf, changesUnder, followedAt } from "@/lib/statistics/followed/change-queries";
import { addressKey } from "@/lib/values/wallets/address-key";
import {
  actor,
  attributedTo,
  incident,
  publishRecords,
  reinstate,
  withdraw,
} from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { reviseActor, reviseIncident, reviseTarget } from "@/testing/publishing";
import { aTarget, publicationOf } from "@/testing/records";

const told = (changes: readonly Change[]) =>
  changes.map(({ version, kind, name }) => `${version} ${kind} ${name}`);
const OF_PHISHING = { category: "phishing" } as const;

async function firstVersion(db: Database) {
  const first = await findVersion(db, 1);
  if (first === null) throw new Error("no version 1");
  return first;
}

test("a selection tells of what came in, was corrected, withdrawn, restored and went out", async () => {
  const { db } = await testDatabase();
  await publishRecords(db, [
    incident("in", { category: "phishing" }),
    incident("out"),
    incident("other", { category: "phishing" }),
  ]);
  await reviseIncident(db, "in", { summary: "Told better." });
  await reviseIncident(db, "out", { category: "phishing" });
  await withdraw(db, "in", { retraction: "It was a test." });
  await reviseIncident(db, "in", { retraction: "It was a drill." });
  await reinstate(db, "in");
  await withdraw(db, "other", { mergedInto: "in" });
  await reviseIncident(db, "out", { category: "exit-scam" });
  await reviseIncident(db, "out", { summary: "Nothing that is followed." });
  expect(told(await changesUnder(db, 9, OF_PHISHING))).toEqual([
    "8 left Theft from out",
    "7 merged Theft from other",
    "6 restored Theft from in",
    "4 retracted Theft from in",
    "3 entered Theft from out",
    "2 corrected Theft from in",
    "1 added Theft from other",
    "1 added Theft from in",
  ]);
  // A pinned version tells what it knew.
  expect(told(await changesUnder(db, 3, OF_PHISHING))).toEqual([
    "3 entered Theft from out",
    "2 corrected Theft from in",
    "1 added Theft from other",
    "1 added Theft from in",
  ]);
  // An incident tells of what was merged into it.
  const found = await followedAt(db, 9, "incident", "in");
  expect(found?.name).toBe("Theft from in");
  const followed = { kind: "incident", recordId: found?.recordId ?? 0, slug: "in" } as const;
  expect(told(await changesOf(db, 9, followed))).toEqual([
    "7 merged Theft from other",
    "6 restored Theft from in",
    "4 retracted Theft from in",
    "2 corrected Theft from in",
    "1 added Theft from other",
    "1 added Theft from in",
  ]);
  expect(await followedAt(db, 9, "incident", "never")).toBeNull();
});

test("an entry has the same id in every feed and version, and no two share one", async () => {
  const { db } = await testDatabase();
  await publishRecords(db, [incident("in", { category: "phishing" }), incident("out")]);
  await reviseIncident(db, "in", { slug: "renamed" });
  const first = await firstVersion(db);
  const context = { first, shown: first, base: "https://lossline.example" };
  const ids = (document: string) =>
    [...document.matchAll(/<entry>\s*<id>([^<]*)<\/id>/g)].map(([, id]) => id);
  const feed = async (version: number, filters: object) =>
    followedFeed(
      { of: "selection", filters, title: "A list" },
      await changesUnder(db, version, filters),
      context,
    );
  const all = ids(await feed(2, {}));
  const phishing = await feed(2, OF_PHISHING);
  expect(new Set(all).size).toBe(3);
  expect(ids(phishing)).toHaveLength(2);
  for (const id of [...ids(phishing), ...ids(await feed(1, {}))]) expect(all).toContain(id);
  expect(phishing).toContain('<category term="added"/>');
  expect(phishing).toContain('href="https://lossline.example/incidents/renamed"');
  const id = (await followedAt(db, 2, "incident", "renamed"))?.recordId ?? 0;
  const of = { of: "incident", recordId: id, name: "Theft from in" } as const;
  const head = (slug: string) => /<id>[^<]*<\/id>/.exec(followedFeed({ ...of, slug }, [], context));
  expect(head("in")?.[0]).toBe(head("renamed")?.[0]);
});

test("actors and targets tell of their incidents and of themselves", async () => {
  const { db } = await testDatabase();
  await publish(
    db,
    publicationOf({
      incidents: [
        incident("a", {
          target: "Marrow",
          targetSlug: "marrow",
          attributions: [attributedTo("part")],
        }),
        incident("b", { target: "Kestrel" }),
      ],
      actors: [actor("whole"), actor("part", "whole")],
      targets: [aTarget({ slug: "marrow", name: "Marrow" })],
    }),
    "First",
  );
  await reviseActor(db, "whole", { description: "Said to steal much." });
  await reviseTarget(db, "marrow", { aliases: ["Marrow Lend"] });
  await reviseIncident(db, "b", { attributions: [attributedTo("whole")] });
  const of = async (kind: "actor" | "target", slug: string) => {
    const found = await followedAt(db, 4, kind, slug);
    return told(await changesOf(db, 4, { kind, recordId: found?.recordId ?? 0, slug }));
  };
  expect(await of("actor", "whole")).toEqual([
    "4 entered Theft from b",
    "2 corrected whole",
    "1 added whole",
    "1 added Theft from a",
  ]);
  expect(await of("target", "marrow")).toEqual([
    "3 corrected Marrow",
    "1 added Marrow",
    "1 added Theft from a",
  ]);
});

test("an address tells of incidents that name it in any spelling, on any chain of its kind", async () => {
  const { db } = await testDatabase();
  const address = "0x75497999432b8701330fb68058bd21918c02ac59";
  const followed = {
    kind: "address",
    key: addressKey("ethereum", address.toUpperCase().replace("0X", "0x")),
  } as const;
  await publishRecords(db, [incident("a")]);
  expect(await changesOf(db, 1, followed)).toEqual([]);
  await reviseIncident(db, "a", {
    addresses: [
      { chain: "polygon", address, role: "attacker", source: "https://example.org/addresses" },
    ],
  });
  await reviseIncident(db, "a", { addresses: [] });
  expect(told(await changesOf(db, 3, followed))).toEqual([
    "3 left Theft from a",
    "2 entered Theft from a",
  ]);
});
