import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { placeAt, slugAt } from "@/lib/record/versions/existence-queries";
import { changesBetween, numberAt } from "@/lib/statistics/changes/change-queries";
import { movesSince } from "@/lib/statistics/changes/move-queries";
import { testDatabase } from "@/testing/database";
import { reviseActor, reviseIncident, reviseTarget } from "@/testing/publishing";
import { anActor, anAttribution, anIncident, aTarget, publicationOf } from "@/testing/records";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
  const records = publicationOf({
    actors: [anActor({ slug: "a", name: "A" }), anActor({ slug: "b", name: "B" })],
    targets: [aTarget({ slug: "x", name: "X" }), aTarget({ slug: "y", name: "Y" })],
    incidents: [
      anIncident({
        slug: "one",
        target: "X",
        lossUsd: 1,
        attributions: [anAttribution({ actor: "a" })],
      }),
      anIncident({
        slug: "two",
        target: "Y",
        lossUsd: 20,
        attributions: [anAttribution({ actor: "b" })],
      }),
      anIncident({ slug: "three", target: "Y", lossUsd: 300 }),
    ],
  });
  await publish(db, records, "1");
  await reviseIncident(db, "one", { slug: "first" }); // 2
  await reviseIncident(db, "two", { mergedInto: "three" }); // 3
  await reviseIncident(db, "three", { slug: "third" }); // 4
  await reviseIncident(db, "two", { mergedInto: null }); // 5
  await reviseActor(db, "a", { slug: "alpha" }); // 6
  await reviseActor(db, "alpha", { mergedInto: "b" }); // 7
  await reviseActor(db, "b", { slug: "beta" }); // 8
  await reviseTarget(db, "x", { slug: "chi" }); // 9
  await reviseTarget(db, "chi", { mergedInto: "y" }); // 10
  await reviseTarget(db, "y", { slug: "upsilon" }); // 11
});

const at = (own: string, active = own) => ({ own, active });

describe("where a version has what a slug names", () => {
  test.each([
    [1, "one", at("one")],
    [1, "first", null],
    [2, "one", at("first")],
    [2, "first", at("first")],
    [3, "two", at("two", "three")],
    [4, "two", at("two", "third")],
    [4, "three", at("third")],
    [5, "two", at("two")],
    [8, "nothing", null],
  ])("at %i: incident %s", async (version, slug, place) => {
    expect(await placeAt(db, version, "incident", slug)).toEqual(place);
  });

  test.each([
    [5, "a", at("a")],
    [5, "alpha", null],
    [6, "a", at("alpha")],
    [7, "a", at("alpha", "b")],
    [7, "alpha", at("alpha", "b")],
    [8, "alpha", at("alpha", "beta")],
    [8, "b", at("beta")],
  ])("at %i: actor %s", async (version, slug, place) => {
    expect(await placeAt(db, version, "actor", slug)).toEqual(place);
  });

  test.each([
    [8, "x", at("x")],
    [8, "chi", null],
    [9, "x", at("chi")],
    [10, "x", at("chi", "y")],
    [11, "chi", at("chi", "upsilon")],
    [11, "y", at("upsilon")],
    [11, "exchange", null],
  ])("at %i: target %s", async (version, slug, place) => {
    expect(await placeAt(db, version, "target", slug)).toEqual(place);
  });

  test("a target is followed back to the slug that it had then", async () => {
    expect(await slugAt(db, 1, "target", "upsilon")).toBe("y");
    expect(await slugAt(db, 1, "target", "chi")).toBe("x");
    expect(await slugAt(db, 11, "target", "x")).toBe("upsilon");
    expect(await slugAt(db, 11, "target", "nobody")).toBe("nobody");
  });

  test("an actor is followed back to the slug that it had then", async () => {
    expect(await slugAt(db, 1, "actor", "beta")).toBe("b");
    expect(await slugAt(db, 1, "actor", "alpha")).toBe("a");
    expect(await slugAt(db, 8, "actor", "a")).toBe("beta");
    expect(await slugAt(db, 8, "actor", "nobody")).toBe("nobody");
  });
});

describe("a figure about an actor", () => {
  const rule = (actor: string) =>
    ({ filters: { actor }, measure: "gross", estimate: "best" }) as const;

  test("goes on where the actor is renamed, and in what it is merged into", async () => {
    const amounts = async (actor: string) =>
      Promise.all(
        [1, 2, 3, 5, 6, 7, 8].map(async (n) => (await numberAt(db, n, rule(actor))).amount),
      );
    // At 3 the second incident was merged into one of nobody's, at 5 it stood again.
    expect(await amounts("a")).toEqual([1, 1, 1, 1, 1, 21, 21]);
    expect(await amounts("beta")).toEqual([20, 20, 0, 20, 20, 21, 21]);
  });

  test("is compared across both", async () => {
    const changes = await changesBetween(db, { from: 1, to: 8, rule: rule("a") });
    expect([changes.before.amount, changes.after.amount]).toEqual([1, 21]);
    expect(changes.parts.reduce((sum, { amount }) => sum + amount, 0)).toBe(20);
    const moves = await movesSince(db, { version: 1, rule: rule("a") }, 8);
    expect(
      moves.map(({ version, before, after }) => [version.number, before.amount, after.amount]),
    ).toEqual([[7, 1, 21]]);
  });
});

describe("a figure about a target", () => {
  const rule = (target: string) =>
    ({ filters: { target }, measure: "gross", estimate: "best" }) as const;

  test("goes on where the target is renamed, and in what it is merged into", async () => {
    const amounts = async (target: string) =>
      Promise.all(
        [1, 3, 8, 9, 10, 11].map(async (n) => (await numberAt(db, n, rule(target))).amount),
      );
    expect(await amounts("x")).toEqual([1, 1, 1, 1, 321, 321]);
    expect(await amounts("upsilon")).toEqual([320, 300, 320, 320, 321, 321]);
  });

  test("is compared across both, though no incident was revised", async () => {
    const changes = await changesBetween(db, { from: 8, to: 11, rule: rule("x") });
    expect([changes.before.amount, changes.after.amount]).toEqual([1, 321]);
    expect(changes.parts).toMatchObject([{ kind: "reclassified", incidents: 2, amount: 320 }]);
    const moves = await movesSince(db, { version: 1, rule: rule("x") }, 11);
    expect(
      moves.map(({ version, before, after }) => [version.number, before.amount, after.amount]),
    ).toEqual([[10, 1, 321]]);
  });

  test("is found by its names as they were at each version", async () => {
    const named = {
      filters: { q: "ypsilon" },
      measure: "count",
      estimate: "best",
    } as const;
    const before = await reviseTarget(db, "upsilon", { aliases: ["Ÿpsilon", "Ypsilon"] });
    expect((await numberAt(db, before - 1, named)).amount).toBe(0);
    expect((await numberAt(db, before, named)).amount).toBe(3);
    const changes = await changesBetween(db, { from: before - 1, to: before, rule: named });
    expect(changes.parts).toMatchObject([{ kind: "reclassified", incidents: 3, amount: 3 }]);
    const moves = await movesSince(db, { version: 1, rule: named }, before);
    expect(moves.map(({ version }) => version.number)).toEqual([before]);
  });

  test("of a kind is no target's", async () => {
    expect((await numberAt(db, 11, rule("exchange"))).incidents).toBe(3);
    expect((await numberAt(db, 11, rule("nobody"))).incidents).toBe(0);
  });
});
