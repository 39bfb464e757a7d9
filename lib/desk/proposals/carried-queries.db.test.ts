import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { itemsToCarry } from "@/lib/desk/proposals/carried-items";
import { beginCorrection } from "@/lib/desk/proposals/correction-commands";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { underReview } from "@/lib/desk/proposals/review-queries";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { warningKey } from "@/lib/record/publishing/problem";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/proposals";
import { anActor, anAttribution, anIncident } from "@/testing/records";

const source = (name: string) => ({
  url: `https://${name}.example.org/report`,
  publisher: `Paper ${name}`,
  title: `Report ${name}`,
  publishedOn: "2024-02-03",
  archivedUrl: null,
  kind: null,
});
const address = (digit: string) => ({
  chain: "ethereum",
  address: `0x${digit.repeat(40)}`,
  role: "attacker" as const,
  source: source("b").url,
});

let db: Database;
let ada: Person;
let bea: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  ada = await aPerson(db, "Ada", "contributor");
  bea = await aPerson(db, "Bea");
});

let pairs = 0;
/** Publishes two incidents that are one: the second says more. */
async function twoOfOne(): Promise<{ kept: string; gone: string }> {
  pairs++;
  const [kept, gone] = [`kept-${pairs}`, `gone-${pairs}`];
  const incidents = [
    anIncident({
      slug: kept,
      name: "Kept",
      sources: [source("a")],
      attributions: [],
      addresses: [],
    }),
    anIncident({
      slug: gone,
      name: "Gone",
      sources: [source("a"), source("b"), source("c")],
      attributions: [anAttribution({ by: "A firm", source: source("b").url })],
      addresses: [address("1"), address("2")],
    }),
  ];
  const nothing = { figures: [], knownAddresses: [], targets: [], coverage: [] };
  await publish(db, { incidents, actors: pairs === 1 ? [anActor()] : [], ...nothing }, "Two");
  return { kept, gone };
}
const recordOf = async (slug: string) => {
  const found = await findRecord(db, "incident", slug);
  if (found?.entry.kind !== "incident") throw new Error(`no ${slug}`);
  return { ...found, incident: found.entry.record };
};
const draftOf = async (kept: string, gone: string, carries: readonly string[]) => {
  const { recordId } = await recordOf(gone);
  const begun = await beginCorrection(db, ada, {
    kind: "incident",
    recordId,
    as: "merging",
    into: kept,
    carries,
  });
  if ("refused" in begun) throw new Error(begun.refused);
  return begun.created;
};
const submit = async (id: number) => {
  const sent = await submitProposal(db, ada, { id, saveNumber: 0, confirmed: [] });
  if (!("problems" in sent)) return;
  const confirmed = sent.problems.map(warningKey);
  expect(await submitProposal(db, ada, { id, saveNumber: 0, confirmed })).toHaveProperty(
    "submitted",
  );
};

test("what was ticked goes into the kept record with the merging, in one version", async () => {
  const { kept, gone } = await twoOfOne();
  const [before, duplicate] = [await recordOf(kept), await recordOf(gone)];
  const offered = itemsToCarry("incident", before.incident, duplicate.incident);
  expect(offered).toHaveLength(5);
  const ticked = offered.filter(({ path }) => /b\.example|attributions|1{40}/.test(path));
  const id = await draftOf(
    kept,
    gone,
    ticked.map(({ path }) => path),
  );
  await submit(id);
  const proposal = await findProposal(db, bea, id);
  if (proposal === null) throw new Error("no proposal");
  const review = await underReview(db, proposal);
  expect(review.carried?.title).toBe("Kept");
  expect(review.carried?.differences.map(({ change }) => change)).toEqual(
    ticked.map(() => "added"),
  );
  const outcome = await publishProposal(db, bea, { proposalId: id, saveNumber: 0 });
  if (!("published" in outcome)) throw new Error(JSON.stringify(outcome));
  const after = await recordOf(kept);
  expect(after).toMatchObject({
    revision: before.revision + 1,
    version: outcome.published.version,
  });
  expect(after.incident.sources.map(({ publisher }) => publisher)).toEqual(["Paper a", "Paper b"]);
  expect(after.incident.attributions).toHaveLength(1);
  expect(after.incident.addresses.map(({ address }) => address)).toEqual([`0x${"1".repeat(40)}`]);
  expect(after.incident.lossUsd).toBe(before.incident.lossUsd);
  expect((await recordOf(gone)).incident.mergedInto).toBe(kept);
  expect((await recordOf(gone)).version).toBe(outcome.published.version);
});

test("nothing is carried that nobody ticked, and the kept record is not revised", async () => {
  const { kept, gone } = await twoOfOne();
  const id = await draftOf(kept, gone, []);
  await submit(id);
  const before = await recordOf(kept);
  expect(await publishProposal(db, bea, { proposalId: id, saveNumber: 0 })).toHaveProperty(
    "published",
  );
  expect((await recordOf(kept)).revision).toBe(before.revision);
});

test("what the kept record has got meanwhile is not added again", async () => {
  const { kept, gone } = await twoOfOne();
  const path = `sources/${source("b").url}`;
  const id = await draftOf(kept, gone, [path]);
  await submit(id);
  const more = anIncident({
    slug: kept,
    name: "Kept",
    sources: [source("a"), { ...source("b"), title: "Otherwise" }],
    attributions: [],
    addresses: [],
  });
  const nothing = { figures: [], knownAddresses: [], targets: [], coverage: [], actors: [] };
  await publish(db, { incidents: [more], ...nothing }, "Meanwhile");
  const before = await recordOf(kept);
  expect(await publishProposal(db, bea, { proposalId: id, saveNumber: 0 })).toHaveProperty(
    "published",
  );
  expect((await recordOf(kept)).revision).toBe(before.revision);
});

test("the same merging begun again keeps its draft, and what is ticked now", async () => {
  const { kept, gone } = await twoOfOne();
  const id = await draftOf(kept, gone, [`sources/${source("b").url}`]);
  expect(await draftOf(kept, gone, ["addresses"])).toBe(id);
  expect((await db.proposal.findUniqueOrThrow({ where: { id } })).carries).toEqual(["addresses"]);
});
