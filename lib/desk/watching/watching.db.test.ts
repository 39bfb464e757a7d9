import { beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { newsFor } from "@/lib/desk/private-feed/private-feed-queries";
import { commentOn } from "@/lib/desk/proposals/review-commands";
import { waitingFor } from "@/lib/desk/waiting/waiting-queries";
import { MOST_WATCHED, watchedHostSchema } from "@/lib/desk/watching/watch";
import { markRead, unwatch, watch } from "@/lib/desk/watching/watch-commands";
import {
  newsOfMentions,
  newsOfWatched,
  watchesOf,
  watchOf,
} from "@/lib/desk/watching/watching-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { followedAt } from "@/lib/statistics/followed/change-queries";
import { actor, attributedTo, incident } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { aPerson, aProposal } from "@/testing/proposals";
import { reviseActor, reviseIncident } from "@/testing/publishing";
import { aSource, aTarget, publicationOf } from "@/testing/records";

let db: Database;
let cleo: Person;
let eva: Person;
let otto: Person;
const ids = { incident: 0, actor: 0, target: 0 };
beforeEach(async () => {
  ({ db } = await testDatabase());
  cleo = await aPerson(db, "Cleo", "contributor");
  eva = await aPerson(db, "Eva");
  otto = await aPerson(db, "Otto");
  await publish(
    db,
    publicationOf({
      incidents: [
        incident("a", {
          target: "Marrow",
          targetSlug: "marrow",
          attributions: [attributedTo("part")],
        }),
        incident("b"),
      ],
      actors: [actor("whole"), actor("part", "whole")],
      targets: [aTarget({ slug: "marrow", name: "Marrow" })],
    }),
    "First",
  );
  const idOf = async (kind: "incident" | "actor" | "target", slug: string) =>
    (await followedAt(db, 1, kind, slug))?.recordId ?? 0;
  ids.incident = await idOf("incident", "b");
  ids.actor = await idOf("actor", "whole");
  ids.target = await idOf("target", "marrow");
});

const told = async (person: Person) => (await newsOfWatched(db, person)).map(({ title }) => title);
const unread = async (person: Person) => (await waitingFor(db, person)).watched;

test("who watches a record is told what is published of it, until they have read it", async () => {
  await watch(db, eva, { kind: "incident", recordId: ids.incident });
  expect(await told(eva)).toEqual([]);
  await reviseIncident(db, "b", { summary: "Told better." });
  await reviseIncident(db, "a", { summary: "Nothing of hers." });
  expect(await told(eva)).toEqual(["Changed in version 2: Theft from b"]);
  expect(await unread(eva)).toBe(1);
  expect((await waitingFor(db, otto)).watched).toBe(0);
  const feed = await newsFor(db, eva);
  expect(feed.map(({ title, path }) => [title, path])).toEqual([
    ["Changed in version 2: Theft from b", "/desk/records/incident/b"],
  ]);
  await markRead(db, eva, new Date());
  expect(await unread(eva)).toBe(0);
  // It stays to be read again.
  expect(await told(eva)).toHaveLength(1);
  await reviseIncident(db, "b", { retraction: "A drill." });
  expect(await unread(eva)).toBe(1);
});

test("nothing that came after the page was made is marked as read", async () => {
  await watch(db, eva, { kind: "incident", recordId: ids.incident });
  const opened = new Date();
  await reviseIncident(db, "b", { summary: "Told better." });
  await markRead(db, eva, opened);
  expect(await unread(eva)).toBe(1);
  await markRead(db, eva, new Date(Date.now() + 86_400_000));
  await reviseIncident(db, "b", { summary: "Told best." });
  expect(await unread(eva)).toBe(1);
});

test("an actor and a target are watched with their thefts, parts of an actor too", async () => {
  await watch(db, eva, { kind: "actor", recordId: ids.actor });
  await watch(db, otto, { kind: "target", recordId: ids.target });
  await reviseIncident(db, "a", { summary: "Told better." });
  await reviseActor(db, "whole", { description: "Said to steal much." });
  await reviseIncident(db, "a", { attributions: [], targetSlug: null, target: "Kestrel" });
  await reviseIncident(db, "a", { summary: "Nobody's now." });
  expect(await told(eva)).toEqual([
    "Changed in version 4: Theft from a",
    "Changed in version 3: whole",
    "Changed in version 2: Theft from a",
  ]);
  expect(await told(otto)).toEqual([
    "Changed in version 4: Theft from a",
    "Changed in version 2: Theft from a",
  ]);
});

test("a host is watched by new sources of it, and by links of it that lead nowhere", async () => {
  await watch(db, eva, { host: "paper.example" });
  const source = aSource({ url: "https://www.paper.example/theft" });
  await reviseIncident(db, "b", { sources: [source] });
  await reviseIncident(db, "b", { sources: [source], summary: "No new source." });
  await reviseIncident(db, "a", { sources: [aSource({ url: "https://notpaper.example/" })] });
  expect(await told(eva)).toEqual(["Changed in version 2: Theft from b"]);
  const check = {
    host: "paper.example",
    detail: "",
    checkedAt: new Date(),
    failingSince: new Date(),
  };
  await db.linkCheck.createMany({
    data: [
      { ...check, key: "1", url: "https://paper.example/1", state: "gone" },
      { ...check, key: "2", url: "https://paper.example/2", state: "unreachable" },
      { ...check, key: "3", url: "https://other.example/2", host: "other.example", state: "gone" },
      { ...check, key: "4", url: "https://paper.example/4", state: "found", failingSince: null },
    ],
  });
  expect(await told(eva)).toContain("2 links of paper.example found to lead nowhere");
  expect(await told(eva)).toHaveLength(2);
});

test("what is handed in is told to those who may read it, and to nobody who wrote it", async () => {
  for (const person of [cleo, eva, otto])
    for (const watched of [
      { kind: "incident", recordId: ids.incident } as const,
      { kind: "actor", recordId: ids.actor } as const,
      { host: "paper.example" },
    ])
      await watch(db, person, watched);
  const submitted = async (given: object) => {
    const proposalId = await aProposal(db, otto, given);
    await db.proposalEvent.create({ data: { proposalId, kind: "submitted", byId: otto.id } });
  };
  await submitted({ title: "Of b", recordId: ids.incident, baseRevision: 1 });
  await submitted({ title: "By whole", content: { attributions: [{ actor: "whole" }] } });
  await submitted({ title: "In paper", content: { sources: [{ url: "http://paper.example/x" }] } });
  await submitted({ title: "Of none", content: { sources: [{ url: "x" }], attributions: "odd" } });
  const title = (of: string) => `Otto submitted it for review: ${of}`;
  expect((await told(eva)).toSorted()).toEqual([
    title("By whole"),
    title("In paper"),
    title("Of b"),
  ]);
  expect(await told(cleo)).toEqual([]);
  expect(await told(otto)).toEqual([]);
  // The feed tells it once, though every reviewer is told of what is submitted.
  const feed = (await newsFor(db, eva)).map((each) => each.title);
  expect(feed.filter((each) => each === title("Of b"))).toHaveLength(1);
});

test("what one published oneself one is not told", async () => {
  await watch(db, eva, { kind: "incident", recordId: ids.incident });
  await reviseIncident(db, "b", { summary: "By Eva." });
  await aProposal(db, eva, { state: "published", publishedIn: 2 });
  expect(await told(eva)).toEqual([]);
});

test("each keeps their own list; what is none cannot be watched", async () => {
  const watched = { kind: "incident", recordId: ids.incident } as const;
  const first = await watch(db, eva, watched);
  expect(await watch(db, eva, watched)).toEqual(first);
  await watch(db, eva, { host: "paper.example" });
  expect((await watchesOf(db, eva)).map(({ title, path }) => [title, path])).toEqual([
    ["paper.example", "/desk/sources?host=paper.example"],
    ["Theft from b", "/desk/records/incident/b"],
  ]);
  const id = (await watchOf(db, eva, watched)) ?? 0;
  expect(await watchOf(db, otto, watched)).toBeNull();
  expect(await unwatch(db, otto, id)).toBe(false);
  expect(await unwatch(db, eva, id)).toBe(true);
  expect(await watchOf(db, eva, watched)).toBeNull();
  expect(await watch(db, eva, { kind: "actor", recordId: 987 })).toHaveProperty("refused");
  await db.watch.createMany({
    data: Array.from({ length: MOST_WATCHED }, (_, at) => ({
      personId: eva.id,
      host: `${at}.example`,
    })),
  });
  expect(await watch(db, eva, watched)).toHaveProperty("refused");
});

test.each([
  ["https://www.Example.org/a?b", "example.org"],
  [" example.org ", "example.org"],
  ["sub.example.org:443", "sub.example.org"],
  ["münchen.example", "münchen.example"],
  ["example", null],
  ["", null],
  ["exa mple.org", null],
  ["https://", null],
])("%j as a host is %j", (given, host) => {
  const read = watchedHostSchema.safeParse(given);
  expect(read.success ? read.data : null).toBe(host);
});

test("a comment tells whom it speaks to, of those who may read it", async () => {
  const proposalId = await aProposal(db, otto, { title: "Marrow" });
  await aPerson(db, "Gone", "editor", new Date());
  const text = "@Eva and @Cleo: is this @Otto's? @Gone knew.";
  await commentOn(db, otto, { proposalId, text });
  expect(await newsOfMentions(db, eva)).toEqual([
    expect.objectContaining({ title: "Otto mentioned you: Marrow", text, unread: true }),
  ]);
  // A contributor reads their own proposals alone.
  expect(await newsOfMentions(db, cleo)).toEqual([]);
  expect(await newsOfMentions(db, otto)).toEqual([]);
  expect((await waitingFor(db, eva)).mentions).toBe(1);
  expect((await newsFor(db, eva)).map(({ title }) => title)).toContain(
    "Otto mentioned you: Marrow",
  );
  await markRead(db, eva, new Date());
  expect((await waitingFor(db, eva)).mentions).toBe(0);
  const own = await aProposal(db, cleo, { title: "Kestrel" });
  await commentOn(db, eva, { proposalId: own, text: "@cleo whose source?" });
  expect((await newsFor(db, cleo)).map(({ title }) => title)).toEqual([
    "Eva mentioned you: Kestrel",
  ]);
});
