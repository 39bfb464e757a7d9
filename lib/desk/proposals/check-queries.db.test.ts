import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import type { Typed } from "@/lib/desk/forms/typed";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { createProposal } from "@/lib/desk/proposals/proposal-commands";
import { publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { aPerson } from "@/testing/proposals";
import { aCoverage, aTarget, publicationOf } from "@/testing/records";

let db: Database;
let author: Person;
let other: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  const targets = [aTarget({ slug: "lake-bank", name: "Lake Bank" })];
  const coverage = [aCoverage({ coveredThrough: "2024-03-15" })];
  await publish(db, publicationOf({ targets, coverage }), "The first");
  author = await aPerson(db, "Ada");
  other = await aPerson(db, "Bo");
});

async function toldOf(content: Typed, field: string) {
  const draft = { kind: "incident", recordId: null, content, note: "" } as const;
  const problems = await checkTyped(db, { ...draft, authorId: author.id });
  return problems.filter(({ path }) => path[0] === field);
}

describe("a target that an incident names", () => {
  test("is refused where nobody has begun it", async () => {
    const [problem] = await toldOf({ targetSlug: "river-bank" }, "targetSlug");
    expect(problem?.message).toContain("begin a draft of it");
    expect(problem?.question).toBeUndefined();
  });

  test("is asked about where its draft is one’s own, and refused where it is somebody else’s", async () => {
    await createProposal(db, author, { kind: "target", typed: { name: "Own Bank" } });
    await createProposal(db, other, { kind: "target", typed: { name: "Their Bank" } });
    await createProposal(db, author, { kind: "actor", typed: { name: "Crew Bank" } });
    expect(await toldOf({ targetSlug: "own-bank" }, "targetSlug")).toMatchObject([
      { question: true, message: expect.stringContaining("is only a proposal so far") },
    ]);
    for (const targetSlug of ["their-bank", "crew-bank"]) {
      const [problem] = await toldOf({ targetSlug }, "targetSlug");
      expect(problem?.message).toContain("none that the record holds");
    }
  });
});

describe("a day after the one through which editors have looked", () => {
  const told = (occurredOn: string) => toldOf({ occurredOn }, "occurredOn");

  test("is told to count once the coverage is extended, and holds nothing up", async () => {
    for (const day of ["2024-03-16", "2024-04", "2025"])
      expect([day, await told(day)]).toMatchObject([
        day,
        [{ informs: true, message: expect.stringContaining("covered through 15 March 2024") }],
      ]);
  });

  test("is not told of a day that is covered, or of a month or year of which a part is", async () => {
    for (const day of ["2024-03-15", "2024-03", "2024", "2019-07-01"])
      expect([day, await told(day)]).toEqual([day, []]);
  });
});

describe("a URL name or a name that somebody else has", () => {
  const told = async (content: Typed, field: string) => {
    const draft = { kind: "target", recordId: null, content, note: "" } as const;
    const problems = await checkTyped(db, { ...draft, authorId: author.id });
    return problems.find(({ path }) => path[0] === field);
  };

  test("is refused with one that is free, counted past what is taken, also by what was so called once", async () => {
    expect(await told({ slug: "lake-bank", name: "Lake" }, "slug")).toMatchObject({
      suggests: "lake-bank-2",
      message: expect.stringContaining("such as lake-bank-2"),
    });
    const more = [2, 3].map((n) => aTarget({ slug: `pond-bank-${n}`, name: `Pond Bank ${n}` }));
    const first = aTarget({ slug: "pond-bank", name: "Pond Bank" });
    await publish(db, publicationOf({ targets: [first, ...more] }), "More banks");
    expect((await told({ slug: "pond-bank", name: "Pond" }, "slug"))?.suggests).toBe("pond-bank-4");
    expect((await told({ slug: "pond-bank-2", name: "P" }, "slug"))?.suggests).toBe("pond-bank-4");
    expect(await told({ slug: "pond-bank-4", name: "Pond" }, "slug")).toBeUndefined();
  });

  test("of a target’s name one is offered that no target has", async () => {
    const taken = await told({ name: "Lake Bank" }, "name");
    expect(taken).toMatchObject({ suggests: "Lake Bank (2)" });
    expect(taken?.question).toBeUndefined();
    expect(await told({ name: "Lake Bank (2)" }, "name")).toBeUndefined();
  });
});
