import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { copyIncident } from "@/lib/desk/proposals/copy-incident-command";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/proposals";
import { anActor, anAttribution, anIncident } from "@/testing/records";

let db: Database;
let ada: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  ada = await aPerson(db, "Ada", "contributor");
  const incidents = [
    anIncident({
      slug: "copied",
      name: "The copied theft",
      target: "A Bridge",
      chains: ["ethereum", "bsc"],
      attributions: [anAttribution()],
    }),
  ];
  const nothing = { figures: [], knownAddresses: [], targets: [], coverage: [] };
  await publish(db, { incidents, actors: [anActor()], ...nothing }, "Start");
});

test("a copy begins with target and kind, and with no claim", async () => {
  const record = await findRecord(db, "incident", "copied");
  const begun = await copyIncident(db, ada, { recordId: record?.recordId ?? 0 });
  if ("refused" in begun) throw new Error(begun.refused);
  const draft = await findProposal(db, ada, begun.created);
  expect(draft).toMatchObject({
    recordId: null,
    baseRevision: null,
    state: "draft",
    title: "A Bridge",
  });
  const { target, chains, technique, category, targetKind, ...more } = draft?.content ?? {};
  expect([target, chains]).toEqual(["A Bridge", ["Ethereum", "BNB Smart Chain"]]);
  for (const text of [technique, category, targetKind]) expect(text).not.toBe("");
  // The target's own record, where it has one, and nothing else.
  expect(Object.keys(more).filter((name) => name !== "targetSlug")).toEqual([]);
  const [event] = await db.proposalEvent.findMany({ where: { proposalId: begun.created } });
  expect(event).toMatchObject({ kind: "created" });
  expect(event?.text).toMatch(
    /^Copied from The copied theft: target, kind of target, category, technique, chains\./,
  );
});

test("of what the record does not hold there is none", async () => {
  expect(await copyIncident(db, ada, { recordId: 999 })).toHaveProperty("refused");
});
