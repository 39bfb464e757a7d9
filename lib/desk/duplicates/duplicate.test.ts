import { describe, expect, it } from "vitest";
import { givenDataset } from "@/testing/dataset";
import { type CandidateFields, candidateOf } from "./candidate";
import { couldBeOne, THRESHOLD, weigh } from "./duplicate";
import { DuplicateIndex } from "./duplicate-index";
import { readCandidate } from "./read-candidate";

const fields: CandidateFields = {
  name: "CoinEx hot-wallet theft",
  target: "CoinEx",
  occurredOn: "2023-09-12",
  lossUsd: 54_000_000,
  lossUsdLow: null,
  lossUsdHigh: null,
  chains: [],
  addresses: [{ chain: "ethereum", address: "0x75497999432b8701330fb68058bd21918c02ac59" }],
  transactions: [],
  sources: [{ url: "https://example.org/coinex" }],
};
const coinEx = candidateOf(fields);
const rare = { addressHeldBy: () => 1, linkHeldBy: () => 1 };
const candidate = (given: Partial<CandidateFields>) =>
  candidateOf({
    ...fields,
    name: "Other",
    target: "Other",
    lossUsd: null,
    addresses: [],
    sources: [],
    ...given,
  });

describe("weigh", () => {
  it.each<[string, Partial<CandidateFields>, string]>([
    [
      "the same target",
      { target: "CoinEx", occurredOn: "2023-09-14" },
      "same target, 2 days apart",
    ],
    ["a similar name", { target: "Coinxe", occurredOn: "2023-09-12" }, "name is similar to"],
    [
      "an address",
      { addresses: [{ chain: "polygon", address: "0x75497999432B8701330FB68058BD21918C02AC59" }] },
      "shares the address 0x754979…02AC59",
    ],
    [
      "a source and the month",
      {
        occurredOn: "2023-09",
        target: "Coinex Global",
        transactions: [],
        sources: [{ url: "http://www.example.org/coinex/?utm_source=a" }],
      },
      "names the same source example.org/coinex",
    ],
    [
      "loss and day",
      {
        lossUsd: 54_000_000,
        target: "Exchange of Hong Kong",
        occurredOn: "2023-09-12",
        transactions: [],
        sources: [{ url: "https://example.org/coinex" }],
      },
      "on the same day",
    ],
    [
      "a loss that slipped a thousandfold",
      { target: "CoinEx", occurredOn: "2023-09-14", lossUsd: 54_000_000_000 },
      "same target, 2 days apart",
    ],
    [
      "a first report that was wrong by far",
      { target: "CoinEx", occurredOn: "2023-09-12", lossUsd: 4_000_000 },
      "same target, same day",
    ],
    [
      "a target, where the day cannot be read and the loss slipped",
      { target: "CoinEx", occurredOn: null, lossUsd: 54_000_000_000 },
      "same target",
    ],
  ])("finds %s", (_, given, reason) => {
    const weighed = weigh(candidate(given), coinEx, rare);
    expect(weighed.score).toBeGreaterThanOrEqual(THRESHOLD);
    expect(weighed.reasons.join("; ")).toContain(reason);
  });

  it.each<[string, Partial<CandidateFields>]>([
    [
      "the same target a year later",
      { target: "CoinEx", occurredOn: "2024-09-12", lossUsd: 1_000_000 },
    ],
    [
      "another target of the day",
      { target: "Stake", occurredOn: "2023-09-12", lossUsd: 41_000_000 },
    ],
    ["only the same source", { target: "Stake", sources: [{ url: "https://example.org/coinex" }] }],
    ["nothing at all", { target: "", name: "", occurredOn: null }],
  ])("leaves %s alone", (_, given) => {
    expect(weigh(candidate(given), coinEx, rare).score).toBeLessThan(THRESHOLD);
  });

  it("takes an address that many hold for no evidence", () => {
    const given = candidate({ addresses: [...fields.addresses], target: "Stake" });
    const common = { addressHeldBy: () => 6, linkHeldBy: () => 1 };
    expect(weigh(given, coinEx, rare).score).toBeGreaterThanOrEqual(THRESHOLD);
    expect(weigh(given, coinEx, common).score).toBeLessThan(THRESHOLD);
  });

  it("points at a target as soon as it is typed", () => {
    const given = readCandidate({ target: "CoinEx" });
    expect(weigh(given, coinEx, rare)).toMatchObject({ reasons: ["same target"] });
  });
});

describe("readCandidate", () => {
  it("reads what people type", () => {
    const read = readCandidate({
      target: " CoinEx ",
      occurredOn: "Sept 12th, 2023",
      lossUsd: "$54.3m",
    });
    expect(read).toMatchObject({
      target: "CoinEx",
      occurredOn: "2023-09-12",
      loss: { best: 54_300_000 },
    });
  });

  it.each([
    {},
    {
      name: [],
      target: {},
      occurredOn: "soon",
      lossUsd: "much",
      addresses: "0x",
      sources: [["a"], "b", { url: [] }],
    },
    {
      name: "\u0000\ud800\u202e<script>",
      sources: Array.from({ length: 5000 }, () => ({ url: "https://a.example" })),
    },
    { name: "x".repeat(1_000_000) },
  ])("never complains", (typed) => {
    const read = readCandidate(typed as never);
    expect(read.name.length).toBeLessThanOrEqual(2000);
    expect(read.name).not.toContain("\u0000");
  });
});

describe("DuplicateIndex", () => {
  it("finds by name, day, address and link, and not itself", () => {
    const index = new DuplicateIndex();
    index.add(coinEx, { where: "file", row: 1 });
    index.add(candidate({ target: "Stake", name: "Stake theft" }), { where: "file", row: 2 });
    const rowsFor = (given: Partial<CandidateFields>) =>
      index.find(candidate(given)).map(({ of }) => (of.where === "file" ? of.row : null));
    expect(rowsFor({ target: "coin ex", occurredOn: "2023-09-10" })).toEqual([1]);
    // A large sum within days is found whatever it is called, a smaller one is not.
    expect(rowsFor({ target: "", name: "", lossUsd: 54_000_000 })).toEqual([1]);
    expect(rowsFor({ target: "", name: "", lossUsd: 5_400_000 })).toEqual([]);
    expect(rowsFor({ target: "X", addresses: [...fields.addresses] })).toEqual([1]);
    expect(index.find(coinEx, (of) => of.where === "file" && of.row === 1)).toEqual([]);
  });

  it("leaves known addresses out", () => {
    const index = new DuplicateIndex(new Set(coinEx.addresses.keys()));
    index.add(coinEx, { where: "file", row: 1 });
    expect(index.find(candidate({ target: "Zed", addresses: [...fields.addresses] }))).toEqual([]);
  });
});

it("whoever reaches the threshold could be one before their names are compared", () => {
  const some = givenDataset()
    .incidents.filter((_, place) => place % 8 === 0)
    .map((incident) => candidateOf({ transactions: [], ...incident }));
  const reached = { weighed: 0, could: 0 };
  for (const [place, given] of some.entries())
    for (const known of some.slice(place)) {
      const could = couldBeOne(given, known, rare);
      if (could) reached.could++;
      if (weigh(given, known, rare).score < THRESHOLD) continue;
      reached.weighed++;
      expect([given.name, known.name, could]).toEqual([given.name, known.name, true]);
    }
  expect(reached.weighed).toBeGreaterThanOrEqual(some.length);
  // Else nothing were saved.
  expect(reached.could).toBeLessThan((some.length * (some.length + 1)) / 2 / 10);
});
