import { beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { findRecord } from "@/lib/record/history/published-entry-queries";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { PublicationError } from "@/lib/record/kinds/publication-error";
import { publish } from "@/lib/record/publishing/publish-command";
import type { TargetEntry } from "@/lib/record/targets/target";
import { storedTargets, targetDirectory, targetsAt } from "@/lib/record/targets/target-queries";
import { testDatabase } from "@/testing/database";
import { publishForTest } from "@/testing/publishing";
import { anIncident, aTarget, publicationOf } from "@/testing/records";

let db: Database;
beforeEach(async () => {
  ({ db } = await testDatabase());
});

async function publishTargets(...targets: Partial<TargetEntry>[]) {
  return publish(db, publicationOf({ targets: targets.map((given) => aTarget(given)) }), "Targets");
}

/** Publishes changes of targets as one version, as the desk does. @returns the version */
async function revise(...changes: [slug: string, change: Partial<TargetEntry>][]): Promise<number> {
  const entries = [];
  for (const [of, change] of changes) {
    const held = await findRecord(db, "target", of);
    if (held?.entry.kind !== "target") throw new Error(`no target ${of}`);
    entries.push({ of, entry: { ...held.entry, record: { ...held.entry.record, ...change } } });
  }
  return publishForTest(db, entries);
}

/** What is wrong with a change: each problem's record, field and message. */
async function problemsOf(work: Promise<unknown>): Promise<string[]> {
  const error = await work.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof PublicationError)) throw error ?? new Error("it was published");
  return error.problems.map(({ path, message }) => `${path.join(".")}: ${message}`);
}

async function targetOf(slug: string, version: number): Promise<string | null | undefined> {
  return (await findIncident(db, version, slug))?.targetSlug;
}

const names = async (version: number) => (await targetsAt(db, version)).map(({ name }) => name);

describe("a target", () => {
  test("is added, and revised under another name and slug", async () => {
    await publishTargets({ slug: "huobi", name: "Huobi" });
    await publish(
      db,
      publicationOf({ incidents: [anIncident({ target: "Huobi", targetSlug: "huobi" })] }),
      "A theft",
    );
    const version = await revise(["huobi", { slug: "htx", name: "HTX", formerly: ["Huobi"] }]);
    expect(await names(1)).toEqual(["Huobi"]);
    expect(await names(version)).toEqual(["HTX"]);
    // The incident names it still, by whatever it is called at the version.
    expect(await targetOf("coinex-2023-09", 2)).toBe("huobi");
    expect(await targetOf("coinex-2023-09", version)).toBe("htx");
    expect(await db.incidentRevision.count()).toBe(1);
    const stored = await storedTargets(db, {}, null);
    expect(
      stored.map(({ revision, publishedIn, current }) => [revision, publishedIn, current]),
    ).toEqual([
      [1, 1, false],
      [2, version, true],
    ]);
    // Both names find it, and its slug is free for another.
    const directory = await targetDirectory(db);
    expect(directory.named("huobi")?.slug).toBe("htx");
    expect(directory.named("HTX")?.slug).toBe("htx");
    expect(await publishTargets({ slug: "huobi", name: "Huobi Korea" })).toMatchObject({
      targets: { added: 1 },
    });
  });

  test("takes the slug that another gives up in the same version", async () => {
    await publishTargets({ slug: "a", name: "A" }, { slug: "b", name: "B" });
    await revise(["a", { slug: "b", name: "B" }], ["b", { slug: "a", name: "A" }]);
    expect(await names(2)).toEqual(["A", "B"]);
    expect((await targetDirectory(db)).find("b")?.targetId).toBe(1);
  });

  test("is not held twice at one slug, nor by one name", async () => {
    await publishTargets({ slug: "htx", name: "HTX" }, { slug: "bybit", name: "Bybit" });
    expect(await problemsOf(revise(["bybit", { slug: "htx" }]))).toEqual([
      "slug: “htx” is already the address of HTX.",
    ]);
    expect(await problemsOf(revise(["bybit", { name: "HTX" }]))).toEqual([
      "name: “HTX” is already the name of target htx.",
    ]);
    expect(
      await problemsOf(publishTargets({ slug: "a", name: "A" }, { slug: "b", name: "A" })),
    ).toEqual([
      "name: “A” is already the name of target b.",
      "name: “A” is already the name of target a.",
    ]);
    // Two coins may differ by nothing but a letter's case.
    expect(await publishTargets({ slug: "htx-2", name: "htx" })).toMatchObject({
      targets: { added: 1 },
    });
  });

  test("has no alias that is another target's name", async () => {
    await publishTargets({ slug: "htx", name: "HTX" }, { slug: "bybit", name: "Bybit" });
    expect(await problemsOf(revise(["bybit", { aliases: ["바이비트", "htx"] }]))).toEqual([
      "aliases.1: “htx” is the name of another target (htx): name what nobody else is called, or merge the two.",
    ]);
    expect(
      await problemsOf(publishTargets({ slug: "new", name: "New", aliases: ["  BYBIT "] })),
    ).toEqual([expect.stringMatching(/^aliases\.0: .* \(bybit\)/)]);
    // Nor is a target added or renamed by what another is called beside its name.
    await revise(["bybit", { aliases: ["바이비트"] }]);
    for (const name of ["바이비트", "바이비트".normalize("NFD")]) {
      const taken = [expect.stringMatching(/^name: “.*” is another name of target bybit: /)];
      expect(await problemsOf(publishTargets({ slug: "new", name }))).toEqual(taken);
      expect(await problemsOf(revise(["htx", { name }]))).toEqual(taken);
    }
    // Once the two are one, it bears both names, and may take the other's for its own.
    await revise(["htx", { mergedInto: "bybit" }], ["bybit", { aliases: ["HTX"] }]);
    expect(await revise(["bybit", { name: "HTX", aliases: ["Bybit"] }])).toBe(4);
    expect((await targetDirectory(db)).named("htx")?.slug).toBe("bybit");
  });

  test("bears a former name that is another's only where that one led to it", async () => {
    await publishTargets(
      { slug: "huobi", name: "Huobi" },
      { slug: "htx", name: "HTX" },
      { slug: "axie", name: "Axie" },
    );
    expect(await problemsOf(revise(["htx", { formerly: ["Huobi"] }]))).toEqual([
      "formerly.0: “Huobi” is the name of another target (huobi), which does not name this one as its successor.",
    ]);
    expect(
      await problemsOf(revise(["huobi", { successor: "axie" }], ["htx", { formerly: ["Huobi"] }])),
    ).toEqual([expect.stringMatching(/^formerly\.0: /)]);
    expect(
      await revise(["huobi", { successor: "htx" }], ["htx", { formerly: ["Huobi", "Houbi"] }]),
    ).toBe(2);
    // Over a step between as well.
    expect(
      await revise(["htx", { successor: "axie" }], ["axie", { formerly: ["Huobi", "HTX"] }]),
    ).toBe(3);
  });

  test("is carried on by another that is held, and never by itself or in a ring", async () => {
    await publishTargets(
      { slug: "a", name: "A", successor: "b" },
      { slug: "b", name: "B", successor: "c" },
      { slug: "c", name: "C" },
    );
    expect(await problemsOf(revise(["c", { successor: "a" }]))).toEqual([
      "successor: A is itself followed by this one.",
    ]);
    expect(await problemsOf(revise(["c", { successor: "c" }]))).toEqual([
      "successor: It cannot be itself.",
    ]);
    expect(await problemsOf(revise(["c", { successor: "d" }]))).toEqual([
      "successor: The record holds no target “d”.",
    ]);
    expect(
      await problemsOf(
        publishTargets(
          { slug: "x", name: "X", successor: "y" },
          { slug: "y", name: "Y", successor: "x" },
        ),
      ),
    ).toEqual([
      "successor: Y is itself followed by this one.",
      "successor: X is itself followed by this one.",
    ]);
    // Nor is one merged into what it led to itself: readers would be led in a ring.
    expect(await problemsOf(revise(["b", { mergedInto: "a" }]))).toEqual([
      "mergedInto: A is itself followed by this one.",
    ]);
    expect(await revise(["b", { mergedInto: "a" }], ["a", { successor: null }])).toBe(2);
  });
});

describe("a merged target", () => {
  beforeEach(async () => {
    const targets = ["a", "b", "c"].map((slug) => aTarget({ slug, name: slug.toUpperCase() }));
    const incidents = ["a", "b"].map((slug) =>
      anIncident({ slug: `theft-${slug}`, target: slug.toUpperCase() }),
    );
    await publish(db, publicationOf({ targets, incidents }), "Targets");
  });

  test("leaves the list, and its name leads to what it turned out to be", async () => {
    const version = await revise(["a", { mergedInto: "b" }]);
    expect(await names(1)).toEqual(["A", "B", "C"]);
    expect(await names(version)).toEqual(["B", "C"]);
    const directory = await targetDirectory(db);
    expect(directory.named("A")?.slug).toBe("b");
    // The incident still names the one that it was said of.
    expect(await targetOf("theft-a", version)).toBe("a");
    expect(await db.incidentRevision.count()).toBe(2);
  });

  test("goes on to what that one is merged into", async () => {
    await revise(["a", { mergedInto: "b" }]);
    await revise(["b", { mergedInto: "c" }]);
    const directory = await targetDirectory(db);
    const [a, b, c] = ["a", "b", "c"].map((slug) => directory.find(slug));
    expect([a?.mergedIntoId, b?.mergedIntoId, c?.mergedIntoId]).toEqual([
      c?.targetId,
      c?.targetId,
      null,
    ]);
    expect(await problemsOf(revise(["c", { mergedInto: "a" }]))).toEqual([
      "mergedInto: A was itself merged into “c”: name that one.",
    ]);
  });

  test("comes back as it was where the merging is undone, with its incidents", async () => {
    await revise(["a", { mergedInto: "b" }]);
    // Somebody corrects the incident in between.
    const held = await findRecord(db, "incident", "theft-a");
    if (held?.entry.kind !== "incident") throw new Error("no theft");
    const record = { ...held.entry.record, summary: "Better put." };
    await publishForTest(db, [{ of: "theft-a", entry: { kind: "incident", record } }]);
    const version = await revise(["a", { mergedInto: null }]);
    expect(await names(version)).toEqual(["A", "B", "C"]);
    expect(await targetOf("theft-a", version)).toBe("a");
    expect(await targetOf("theft-b", version)).toBe("b");
    expect(await findIncident(db, version, "theft-a")).toMatchObject({ summary: "Better put." });
  });

  test("is left alone by the dataset that still has it, and so are its incidents", async () => {
    await revise(["c", { successor: "a" }]);
    await revise(["a", { mergedInto: "b" }]);
    const targets = [
      aTarget({ slug: "a", name: "A" }),
      aTarget({ slug: "b", name: "B" }),
      aTarget({ slug: "c", name: "C", successor: "a" }),
    ];
    const incidents = ["a", "b"].map((slug) =>
      anIncident({ slug: `theft-${slug}`, target: slug.toUpperCase() }),
    );
    expect(await publish(db, publicationOf({ targets, incidents }), "Again")).toMatchObject({
      version: null,
      targets: { unchanged: 3 },
      incidents: { unchanged: 2 },
    });
  });

  test("is not named anew as what another turned out to be, or is carried on as", async () => {
    await revise(["a", { mergedInto: "b" }]);
    for (const field of ["mergedInto", "successor"])
      expect(await problemsOf(revise(["c", { [field]: "a" }]))).toEqual([
        `${field}: A was itself merged into “b”: name that one.`,
      ]);
  });
});

describe("an incident's target", () => {
  test("is found by its name, by another and by a former one, letters' case and accents apart", async () => {
    await publishTargets(
      { slug: "htx", name: "HTX", aliases: ["火币"], formerly: ["Huobi  Global"] },
      { slug: "pokemoney", name: "Pokémoney" },
    );
    const incidents = ["htx", "火币", "huobi global", "POKE\u0301MONEY", "Somebody"].map(
      (target, index) => anIncident({ slug: `theft-${index}`, target }),
    );
    await publish(db, publicationOf({ incidents }), "Thefts");
    const found = await Promise.all(incidents.map(({ slug }) => targetOf(slug, 2)));
    expect(found).toEqual(["htx", "htx", "htx", "pokemoney", null]);
  });

  test("is nobody's where two bear the name in the same way, and is then named by its slug", async () => {
    await publishTargets(
      { slug: "rain", name: "Rain", aliases: ["Rain Management"] },
      { slug: "rain-card", name: "Rain (cards)", aliases: ["Rain Management"] },
    );
    const theft = anIncident({ target: "Rain Management" });
    await publish(db, publicationOf({ incidents: [theft] }), "A theft");
    expect(await targetOf(theft.slug, 2)).toBeNull();
    const said = { ...theft, targetSlug: "rain-card" };
    await publish(db, publicationOf({ incidents: [said] }), "Whose");
    expect(await targetOf(theft.slug, 3)).toBe("rain-card");
    // A file that does not say it takes nothing away.
    expect(await publish(db, publicationOf({ incidents: [theft] }), "Again")).toMatchObject({
      version: null,
    });
    // What it is called since says more than what was found then.
    const renamed = { ...theft, target: "Rain" };
    await publish(db, publicationOf({ incidents: [renamed] }), "Renamed");
    expect(await targetOf(theft.slug, 4)).toBe("rain");
  });
});
