import { describe, expect, it } from "vitest";
import { type Decision, threeWay } from "@/lib/desk/proposals/three-way";
import {
  canonical,
  type Fields,
  isFields,
  isList,
  isSame,
  type Value,
} from "@/lib/record/history/value";
import { Dice } from "@/testing/random";

const source = (url: string, title = "A report", more: Fields = {}) => ({
  url,
  title,
  publisher: "Example",
  publishedOn: "",
  archivedUrl: "",
  ...more,
});
const base: Fields = {
  name: "CoinEx theft",
  target: "CoinEx",
  lossUsd: "54300000",
  lossUsdLow: "",
  summary: "Keys were stolen from the exchange.",
  chains: ["ethereum", "tron"],
  attributions: [],
  sources: [source("https://a.example"), source("https://b.example")],
};
const merge = (theirs: Fields, mine: Fields, decisions?: Map<string, Decision>) =>
  threeWay(
    "incident",
    { base, theirs: { ...base, ...theirs }, mine: { ...base, ...mine } },
    decisions,
  );

describe("two revisions that began as one", () => {
  it("keeps what each changed", () => {
    const { merged, undecided, units } = merge({ lossUsd: "70000000" }, { name: "CoinEx hack" });
    expect(undecided).toEqual([]);
    expect(merged).toEqual({ ...base, lossUsd: "70000000", name: "CoinEx hack" });
    expect(units.map(({ path, status }) => [path, status])).toEqual([
      ["name", "mine"],
      ["lossUsd", "theirs"],
    ]);
  });

  it("asks where both changed the same thing differently, and not where they changed it alike", () => {
    const both = merge(
      { lossUsd: "70000000", name: "Hack" },
      { lossUsd: "60000000", name: "Hack" },
    );
    expect(both.undecided).toMatchObject([
      { path: "lossUsd", base: "$54.3m", theirs: "$70.0m", mine: "$60.0m" },
    ]);
    expect(both.units.find(({ path }) => path === "name")?.status).toBe("same");
    expect(both.merged.name).toBe("Hack");
  });

  it("takes what was decided", () => {
    const sides = [
      { lossUsd: "7", summary: "Theirs." },
      { lossUsd: "6", summary: "Mine." },
    ] as const;
    const { merged, undecided } = merge(
      ...sides,
      new Map<string, Decision>([
        ["lossUsd", { take: "theirs" }],
        ["summary", { text: "Both." }],
        ["name", { text: "decides nothing, since nobody changed it" }],
      ]),
    );
    expect(undecided).toEqual([]);
    expect(merged).toEqual({ ...base, lossUsd: "7", summary: "Both." });
  });

  it("merges lists item by item, and items field by field", () => {
    const { merged, undecided } = merge(
      {
        sources: [
          source("https://c.example"),
          source("https://a.example", "Corrected"),
          source("https://b.example"),
        ],
      },
      {
        sources: [
          source("https://a.example", "A report", { archivedUrl: "https://archive.example" }),
        ],
      },
    );
    expect(undecided).toEqual([]);
    expect(merged.sources).toEqual([
      source("https://c.example"),
      source("https://a.example", "Corrected", { archivedUrl: "https://archive.example" }),
    ]);
  });

  it("asks where one removed what the other changed", () => {
    const sides = [
      { sources: [source("https://a.example", "Corrected"), source("https://b.example")] },
      { sources: [source("https://b.example")] },
    ] as const;
    const { undecided } = merge(...sides);
    expect(undecided).toMatchObject([{ path: "sources/https://a.example", mine: null }]);
    const kept = merge(...sides, new Map([["sources/https://a.example", { take: "theirs" }]]));
    expect(kept.merged.sources).toEqual(sides[0].sources);
    const gone = merge(...sides, new Map([["sources/https://a.example", { take: "mine" }]]));
    expect(gone.merged.sources).toEqual(sides[1].sources);
  });

  it("adds and removes words of a list without asking", () => {
    const { merged, undecided } = merge(
      { chains: ["ethereum", "tron", "bsc"] },
      { chains: ["optimism", "ethereum"] },
    );
    expect(undecided).toEqual([]);
    expect(merged.chains).toEqual(["optimism", "ethereum", "bsc"]);
  });

  it("keeps the order of whoever moved items", () => {
    const moved = { sources: [source("https://b.example"), source("https://a.example")] };
    expect(merge(moved, { name: "Hack" }).merged.sources).toEqual(moved.sources);
    expect(merge({ name: "Hack" }, moved).merged.sources).toEqual(moved.sources);
  });

  it("keeps fields that no record has, and values of a shape that no field has", () => {
    const { merged } = merge(
      { lossUsd: "1" },
      { left: "over", sources: "not a list", chains: "tron" },
    );
    expect(merged).toMatchObject({
      left: "over",
      sources: "not a list",
      chains: "tron",
      lossUsd: "1",
    });
  });
});

describe("any two revisions", () => {
  const WORDS = ["", "one", "two", "three"];
  const URLS = ["https://a.example", "https://b.example", "https://c.example", "https://d.example"];
  const anItem = (dice: Dice, url: string) =>
    source(url, dice.pick(WORDS), { publishedOn: dice.pick(WORDS) });
  const aVersionOf = (dice: Dice): Fields => ({
    name: dice.pick(WORDS),
    target: dice.pick(WORDS),
    lossUsd: dice.pick(WORDS),
    summary: dice.pick(WORDS),
    chains: dice.some(["ethereum", "tron", "bsc"]),
    sources: dice.some(URLS).map((url) => anItem(dice, url)),
    attributions: dice.some(["FBI", "Elliptic"]).map((by) => ({
      actor: dice.pick(["lazarus-group", "trader-traitor"]),
      by,
      confidence: dice.pick(WORDS),
    })),
  });
  /** Changes some of the fields and items; the others stay as they are. */
  const edited = (
    dice: Dice,
    revision: Fields,
    fields: readonly string[],
    urls: readonly string[],
  ) => {
    const other = aVersionOf(dice);
    const copy: Record<string, Value> = { ...revision };
    for (const field of fields) copy[field] = other[field];
    const kept = (isList(revision.sources) ? revision.sources : [])
      .filter(isFields)
      .filter(({ url }) => !urls.includes(String(url)));
    copy.sources = [...kept, ...dice.some(urls).map((url) => anItem(dice, url))];
    return copy;
  };
  const sorted = (fields: Fields): Fields =>
    Object.fromEntries(
      Object.entries(fields).map(([name, value]) => [
        name,
        isList(value)
          ? [...value].sort((one, other) => (canonical(one) < canonical(other) ? -1 : 1))
          : value,
      ]),
    );
  const runs = Array.from({ length: 500 }, (_, seed) => seed);

  it("lose nothing where they changed different things", () => {
    for (const seed of runs) {
      const dice = new Dice(seed);
      const was = aVersionOf(dice);
      const theirs = edited(
        dice,
        was,
        dice.some(["name", "lossUsd", "attributions"]),
        URLS.slice(0, 2),
      );
      const mine = edited(dice, was, dice.some(["target", "summary", "chains"]), URLS.slice(2));
      const { merged, undecided } = threeWay("incident", { base: was, theirs, mine });
      expect(undecided).toEqual([]);
      for (const field of ["name", "lossUsd"]) expect(merged[field]).toEqual(theirs[field]);
      for (const field of ["target", "summary"]) expect(merged[field]).toEqual(mine[field]);
      expect(sorted(merged).attributions).toEqual(sorted(theirs).attributions);
      expect(sorted(merged).chains).toEqual(sorted(mine).chains);
      const from = (revision: Fields, urls: readonly string[]) =>
        (isList(revision.sources) ? revision.sources : [])
          .filter(isFields)
          .filter(({ url }) => urls.includes(String(url)));
      expect(sorted(merged).sources).toEqual(
        sorted({ sources: [...from(theirs, URLS.slice(0, 2)), ...from(mine, URLS.slice(2))] })
          .sources,
      );
    }
  });

  it("are the same merged either way round", () => {
    for (const seed of runs) {
      const dice = new Dice(seed);
      const [was, one, other] = [aVersionOf(dice), aVersionOf(dice), aVersionOf(dice)];
      const there = threeWay("incident", { base: was, theirs: one, mine: other });
      const back = threeWay("incident", { base: was, theirs: other, mine: one });
      const paths = (units: readonly { path: string }[]) => units.map(({ path }) => path).sort();
      expect(paths(there.undecided)).toEqual(paths(back.undecided));
      const decide = (way: typeof there, take: "mine" | "theirs") =>
        new Map(way.undecided.map(({ path }) => [path, { take }] as const));
      const merged = threeWay(
        "incident",
        { base: was, theirs: one, mine: other },
        decide(there, "mine"),
      );
      const again = threeWay(
        "incident",
        { base: was, theirs: other, mine: one },
        decide(back, "theirs"),
      );
      expect(merged.undecided).toEqual([]);
      expect(sorted(merged.merged)).toEqual(sorted(again.merged));
    }
  });

  it("are one's own where the other changed nothing", () => {
    for (const seed of runs) {
      const dice = new Dice(seed);
      const [was, changed] = [aVersionOf(dice), aVersionOf(dice)];
      expect(threeWay("incident", { base: was, theirs: was, mine: changed }).merged).toEqual(
        changed,
      );
      const { merged, undecided } = threeWay("incident", { base: was, theirs: changed, mine: was });
      expect(undecided).toEqual([]);
      expect(isSame(merged, changed)).toBe(true);
    }
  });
});
