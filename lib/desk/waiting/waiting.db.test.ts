import { expect, test } from "vitest";
import { waitingFor } from "@/lib/desk/waiting/waiting-queries";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";

test("what waits for each person, and nothing that waits for others", async () => {
  const { db } = await testDatabase();
  const eva = await aPerson(db, "Eva");
  const otto = await aPerson(db, "Otto");
  const cleo = await aPerson(db, "Cleo", "contributor");
  await aProposal(db, cleo);
  await aProposal(db, eva);
  await aProposal(db, cleo, { reviewerId: otto.id });
  await aProposal(db, cleo, { state: "draft" });
  await aProposal(db, cleo, { state: "returned", reviewerId: otto.id });
  await db.importBatch.createMany({
    data: [
      { byId: otto.id, fileName: "a.csv", text: "a", state: "submitted", submittedAt: new Date() },
      { byId: otto.id, fileName: "b.csv", text: "b", state: "checked" },
    ],
  });
  await db.suggestion.createMany({
    data: [
      { tokenHash: "a", kind: "incident", content: {} },
      { tokenHash: "b", kind: "incident", content: {}, state: "declined" },
    ],
  });
  expect(await waitingFor(db, eva)).toEqual({
    returned: 0,
    mentions: 0,
    watched: 0,
    proposals: 1,
    imports: 1,
    suggestions: 1,
  });
  // Two of others, one of them claimed by himself; his own import waits for somebody else.
  expect(await waitingFor(db, otto)).toEqual({
    returned: 0,
    mentions: 0,
    watched: 0,
    proposals: 3,
    imports: 0,
    suggestions: 1,
  });
  expect(await waitingFor(db, cleo)).toEqual({
    returned: 1,
    mentions: 0,
    watched: 0,
    proposals: 0,
    imports: 0,
    suggestions: 0,
  });
});
