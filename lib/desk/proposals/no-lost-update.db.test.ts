import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { beginCorrection } from "@/lib/desk/proposals/correction-commands";
import { rebaseProposal } from "@/lib/desk/proposals/merge-commands";
import { movedOn } from "@/lib/desk/proposals/merge-queries";
import { findProposal } from "@/lib/desk/proposals/proposal-queries";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { reviewQueue } from "@/lib/desk/proposals/queue-queries";
import { claimReview, returnProposal } from "@/lib/desk/proposals/review-commands";
import { saveProposal } from "@/lib/desk/proposals/save-commands";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { type Decision, threeWay } from "@/lib/desk/proposals/three-way";
import { findRecord, publishedEntry } from "@/lib/record/history/published-entry-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/proposals";
import { Dice } from "@/testing/random";
import { anIncident } from "@/testing/records";

const AUTHORS = 6;
const EDITORS = 3;

/** Long enough for somebody else to come in between. */
const aWhile = (dice: Dice) => new Promise((resolve) => setTimeout(resolve, dice.below(30)));

const urlOf = ({ name }: Person) => `https://example.org/${name.toLowerCase()}`;

/** Corrects the record until the correction is published: adds a source of one's own, and says another loss. */
async function correct(db: Database, by: Person, recordId: number, dice: Dice): Promise<number> {
  const begun = await beginCorrection(db, by, { kind: "incident", recordId, as: "revision" });
  if ("refused" in begun) throw new Error(begun.refused);
  const id = begun.created;
  const draft = await findProposal(db, by, id);
  if (draft === null) throw new Error("no draft");
  const sources = Array.isArray(draft.content.sources) ? draft.content.sources : [];
  const content = {
    ...draft.content,
    lossUsd: String(1_000_000 + dice.below(1_000_000)),
    sources: [
      ...sources,
      { url: urlOf(by), publisher: by.name, title: "Another", publishedOn: "", archivedUrl: "" },
    ],
  };
  const note = `By ${by.name}.`;
  const saved = await saveProposal(db, by, {
    id,
    follows: draft.saveNumber,
    tab: "tab-of-test",
    content,
    note,
  });
  expect(saved).toHaveProperty("saved");
  for (;;) {
    const proposal = await findProposal(db, by, id);
    if (proposal === null || proposal.state === "published") return id;
    const { saveNumber } = proposal;
    const moved = proposal.state === "inReview" ? null : await movedOn(db, proposal);
    if (moved !== null) {
      const { undecided } = threeWay("incident", moved);
      const decisions = new Map(
        undecided.map(({ path }): [string, Decision] => [path, { take: "mine" }]),
      );
      const revision = moved.current.revision;
      await rebaseProposal(db, by, { proposalId: id, saveNumber, revision, decisions });
    } else if (proposal.state !== "inReview") {
      await submitProposal(db, by, { id, saveNumber, confirmed: [] });
    }
    await aWhile(dice);
  }
}

/** Takes what waits, in any order, until everything is published. */
async function reviewAll(db: Database, by: Person, dice: Dice, open: () => boolean): Promise<void> {
  while (open()) {
    const { proposals } = await reviewQueue(db, 1);
    if (proposals.length > 0) {
      const { id: proposalId, reviewer } = dice.pick(proposals);
      const holder = dice.chance(0.2) ? (reviewer?.id ?? null) : null;
      await claimReview(db, by, { proposalId, takeOverFrom: holder });
      const proposal = await findProposal(db, by, proposalId);
      const saveNumber = proposal?.saveNumber ?? 0;
      await aWhile(dice);
      const outcome = await publishProposal(db, by, { proposalId, saveNumber });
      if ("conflict" in outcome)
        await returnProposal(db, by, { proposalId, saveNumber, reason: "It has moved on." });
    }
    await aWhile(dice);
  }
}

test("many who correct one incident at once lose nothing that any of them added", async () => {
  const { db } = await testDatabase();
  const authors: Person[] = [];
  const editors: Person[] = [];
  for (let n = 0; n < AUTHORS; n++) authors.push(await aPerson(db, `Author${n}`, "contributor"));
  for (let n = 0; n < EDITORS; n++) editors.push(await aPerson(db, `Editor${n}`));
  await publish(
    db,
    {
      incidents: [anIncident({ lossUsd: null })],
      actors: [],
      figures: [],
      knownAddresses: [],
      targets: [],
      coverage: [],
    },
    "Start",
  );
  const record = await findRecord(db, "incident", "coinex-2023-09");
  if (record === null) throw new Error("no record");
  const { recordId } = record;

  let open = true;
  const reviewing = editors.map((by, n) => reviewAll(db, by, new Dice(100 + n), () => open));
  const ids = await Promise.all(authors.map((by, n) => correct(db, by, recordId, new Dice(n))));
  open = false;
  await Promise.all(reviewing);

  const revisions: string[][] = [];
  for (let revision = 1; revision <= AUTHORS + 1; revision++) {
    const entry = await publishedEntry(db, "incident", recordId, revision);
    if (entry?.entry.kind !== "incident") throw new Error(`no revision ${revision}`);
    revisions.push(entry.entry.record.sources.map(({ url }) => url));
  }
  expect(await db.incidentRevision.count()).toBe(AUTHORS + 1);
  expect(new Set(revisions.at(-1))).toEqual(
    new Set([...(revisions[0] ?? []), ...authors.map(urlOf)]),
  );
  // Each revision keeps all that the one before it said, and adds one author's source.
  revisions.slice(1).forEach((urls, before) => {
    expect(urls).toEqual(expect.arrayContaining(revisions[before] ?? []));
    expect(urls.length).toBe((revisions[before]?.length ?? 0) + 1);
  });
  const merges = await db.proposalEvent.count({ where: { kind: "merged" } });
  expect(merges).toBeGreaterThan(0);
  const versions = await db.datasetVersion.findMany({ orderBy: { number: "asc" } });
  expect(versions.map(({ number }) => number)).toEqual(
    Array.from({ length: AUTHORS + 1 }, (_, index) => index + 1),
  );
  const events = await db.proposalEvent.groupBy({
    by: ["proposalId"],
    where: { kind: "published" },
    _count: true,
  });
  expect(events.map(({ _count }) => _count)).toEqual(ids.map(() => 1));
});
