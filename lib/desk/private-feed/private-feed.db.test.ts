import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { feedPath, feedSecret, writePrivateFeed } from "@/lib/desk/private-feed/private-feed";
import { makeFeedLink, revokeFeedLink } from "@/lib/desk/private-feed/private-feed-commands";
import { feedMadeAt, newsFor, ownerOfFeed } from "@/lib/desk/private-feed/private-feed-queries";
import { commentOn, returnProposal } from "@/lib/desk/proposals/review-commands";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";
import { setForTest } from "@/testing/settings-for-test";
import { problemsBySchema } from "@/testing/xml-schema";

let db: Database;
let cleo: Person;
let eva: Person;
let otto: Person;
beforeEach(async () => {
  ({ db } = await testDatabase());
  cleo = await aPerson(db, "Cleo", "contributor");
  eva = await aPerson(db, "Eva");
  otto = await aPerson(db, "Otto");
});

const titles = async (person: Person) => (await newsFor(db, person)).map(({ title }) => title);

describe("a feed's address", () => {
  test("is its owner's until a new one is made, or it is ended", async () => {
    const first = await makeFeedLink(db, eva);
    expect(feedSecret(feedPath(first).split("/").at(-1) ?? "")).toBe(first);
    expect(await ownerOfFeed(db, first)).toMatchObject({ id: "eva", role: "editor" });
    const [stored] = await db.feedLink.findMany();
    expect(JSON.stringify(stored)).not.toContain(first);
    const second = await makeFeedLink(db, eva);
    expect(await ownerOfFeed(db, first)).toBeNull();
    expect(await ownerOfFeed(db, second)).toMatchObject({ id: "eva" });
    expect(await revokeFeedLink(db, otto)).toBe(false);
    expect(await feedMadeAt(db, eva)).toBeInstanceOf(Date);
    expect(await revokeFeedLink(db, eva)).toBe(true);
    expect(await ownerOfFeed(db, second)).toBeNull();
    expect(await feedMadeAt(db, eva)).toBeNull();
  });

  test("is nobody's once its owner has left", async () => {
    const secret = await makeFeedLink(db, eva);
    await db.user.update({ where: { id: eva.id }, data: { deactivatedAt: new Date() } });
    expect(await ownerOfFeed(db, secret)).toBeNull();
  });

  test("says nothing while its owner lacks a second factor that is demanded", async () => {
    const secret = await makeFeedLink(db, eva);
    setForTest({ LOSSLINE_REQUIRE_SECOND_FACTOR: "editors" });
    expect(await ownerOfFeed(db, secret)).toBeNull();
    await db.user.update({ where: { id: eva.id }, data: { twoFactorEnabled: true } });
    expect(await ownerOfFeed(db, secret)).toMatchObject({ id: "eva" });
  });
});

describe("what a feed says", () => {
  test("an author reads what others did to their own proposals, and nothing of others’", async () => {
    const own = await aProposal(db, cleo, { title: "Hers" });
    const other = await aProposal(db, eva, { title: "Not hers" });
    await commentOn(db, otto, { proposalId: other, text: "A word" });
    await commentOn(db, cleo, { proposalId: own, text: "Her own word" });
    await returnProposal(db, eva, { proposalId: own, saveNumber: 0, reason: "Name the source." });
    const news = await newsFor(db, cleo);
    expect(news.map(({ title, text, path }) => [title, text, path])).toEqual([
      ["Eva returned it: Hers", "Name the source.", `/desk/proposals/${own}/review`],
    ]);
  });

  test("a reviewer reads what waits, and what is said where they spoke", async () => {
    const hers = await aProposal(db, cleo, { title: "Hers" });
    await db.proposalEvent.create({
      data: { proposalId: hers, kind: "submitted", byId: cleo.id },
    });
    await db.suggestion.create({ data: { tokenHash: "a", kind: "incident", content: {} } });
    expect(await titles(eva)).toEqual([
      expect.stringMatching(/^A reader suggests: /),
      "Cleo submitted it for review: Hers",
    ]);
    await commentOn(db, otto, { proposalId: hers, text: "To Cleo" });
    expect(await titles(eva)).toHaveLength(2);
    await commentOn(db, eva, { proposalId: hers, text: "Me too" });
    expect(await titles(eva)).toContain("Otto wrote: Hers");
  });

  test("is Atom by its grammar, with or without news, and grants no licence", async () => {
    const own = await aProposal(db, cleo, { title: "A <b> & “quotes”" });
    await commentOn(db, eva, { proposalId: own, text: "]]> & <i>" });
    for (const news of [[], await newsFor(db, cleo)]) {
      const document = writePrivateFeed(cleo, news, "https://lossline.example");
      expect(await problemsBySchema("atom", document)).toEqual([]);
      expect(document).not.toContain("CC BY");
    }
  });
});
