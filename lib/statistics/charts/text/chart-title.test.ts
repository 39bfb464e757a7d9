import { describe, expect, it } from "vitest";
import { CHART_FILTERS } from "@/lib/statistics/charts/chart-view";
import { exampleView } from "@/testing/example-charts";
import {
  actorTitle,
  alternativeText,
  filtersInTitle,
  type TitleParts,
  titlesOf,
  titleText,
} from "./chart-title";

/** A value of each filter. */
const EXAMPLES = {
  category: "phishing",
  technique: "reentrancy",
  target: "bridge",
  "target-name": "Liquid",
  sources: "one",
  chain: "bsc",
  confidence: "likely",
  least: "1000000",
  q: "wallet",
};

const NAMES = { actorName: "North Korea", targetName: "Liquid" };
const words = (address: string) =>
  filtersInTitle(exampleView(address), NAMES)
    .map(({ text }) => text)
    .join(", ");

const inShort = (address: string) =>
  filtersInTitle(exampleView(address), NAMES)
    .map(({ text, inShort = text }) => inShort)
    .join(", ");

describe("the filters that a title names", () => {
  it.each([
    ["monthly?year=2023", ""],
    ["monthly?actor=north-korea", "attributed to North Korea"],
    ["monthly?actor=none", "attributed to nobody"],
    ["monthly?category=phishing", "phishing"],
    ["monthly?category=unknown", "by unknown means"],
    ["monthly?technique=private-key-compromise", "private-key compromise"],
    ["monthly?technique=unknown", "unknown technique"],
    ["largest?target=bridge", "bridges"],
    ["largest?target=liquid", "at Liquid"],
    ["largest?target-name=Liquid", "at “Liquid”"],
    ["largest?sources=copies", "marked “only copies”"],
    ["timeline?chain=ethereum", "on Ethereum"],
    ["monthly?least=1000000", "at least $1m each"],
    ["monthly?least=1234567", "at least $1,234,567 each"],
    ["monthly?q=wallet", "mentioning “wallet”"],
    ["monthly?estimate=low", "low estimates"],
    ["monthly?measure=net&estimate=high", "high estimates"],
    ["monthly?measure=count&estimate=high", ""],
    ["actors?confidence=suspected", ""],
    ["actors?confidence=confirmed", "confirmed attributions"],
    ["monthly?by=actor&confidence=likely", "likely and confirmed attributions"],
    ["monthly?confidence=suspected", "attributed to anyone"],
    ["monthly?confidence=confirmed", "attributed to anyone, confirmed attributions"],
    [
      "monthly?actor=north-korea&confidence=confirmed&category=phishing&target=nft&chain=bsc",
      "attributed to North Korea, confirmed attributions, phishing, NFT projects, on BNB Smart Chain",
    ],
  ])("of %s: %s", (address, named) => {
    expect(words(address)).toBe(named);
  });

  it.each(CHART_FILTERS)("%s among them", (filter) => {
    const value = { ...EXAMPLES, actor: "north-korea" }[filter];
    expect(words(`monthly?by=technique&${filter}=${value}`)).not.toBe("");
  });

  it("shorten a long search in a heading, at the end of a word where there is one", () => {
    const long = "the hot wallet of an exchange that nobody had heard of before";
    expect(words(`monthly?q=${long}`)).toBe(`mentioning “${long}”`);
    expect(inShort(`monthly?q=${long}`)).toBe("mentioning “the hot wallet of an exchange…”");
    expect(inShort(`monthly?q=${"交".repeat(100)}`)).toBe(`mentioning “${"交".repeat(31)}…”`);
  });
});

const PARTS: TitleParts = {
  subject: "Net losses",
  split: "by month",
  filters: [
    { of: "actor", text: "attributed to North Korea" },
    { of: "q", text: "mentioning “hot wallet”", inShort: "mentioning “hot…”" },
  ],
  span: "2025",
};

it("names everything once and in full, in the title and in the alternative text", () => {
  expect(titleText(PARTS)).toBe(
    "Net losses by month, attributed to North Korea, mentioning “hot wallet”, 2025",
  );
  expect(titleText({ ...PARTS, split: null, filters: [] })).toBe("Net losses, 2025");
  expect(titleText({ ...PARTS, filters: [], against: "2020–2024" })).toBe(
    "Net losses by month, 2025 against 2020–2024",
  );
  expect(alternativeText("Column chart", PARTS, "nothing is recorded")).toBe(
    "Column chart of net losses by month, attributed to North Korea, mentioning “hot wallet”, 2025, where nothing is recorded.",
  );
});

describe("the heading of a picture", () => {
  const headingOf = (...texts: string[]) =>
    titlesOf({
      ...PARTS,
      filters: texts.map((text) => ({ of: "q", text })),
      span: "12 Feb – 3 Nov 2023",
    }).heading;

  it("is the title where that is short", () => {
    expect(headingOf()).toBe("Net losses by month, 12 Feb – 3 Nov 2023");
    expect(headingOf("phishing", "on Ethereum")).toBe(
      "Net losses by month, phishing, on Ethereum, 12 Feb – 3 Nov 2023",
    );
  });

  it("says how many filters the subtitle holds beside those that it names", () => {
    expect(headingOf("phishing", "on BNB Smart Chain", "at least $2.5m each", "exchanges")).toBe(
      "Net losses by month, phishing, 3 more filters, 12 Feb – 3 Nov 2023",
    );
    expect(headingOf("attributed to North Korea", "at least $1m each in all")).toBe(
      "Net losses by month, attributed to North Korea, 1 more filter, 12 Feb – 3 Nov 2023",
    );
  });

  it("never leaves out the first of them, nor one by more words than it has", () => {
    expect(headingOf("attributed to a very long name", "phishing")).toBe(
      "Net losses by month, attributed to a very long name, phishing, 12 Feb – 3 Nov 2023",
    );
  });
});

it("says of an actor how sure attributions are, where that is more than usual", () => {
  expect(actorTitle("A thief", { confidence: "suspected", period: null, known: null })).toBe(
    "A thief",
  );
  const period = { year: 2023, through: "2023-09-15" };
  expect(actorTitle("A thief", { confidence: "likely", period: null, known: null })).toBe(
    "A thief, likely and confirmed attributions",
  );
  expect(actorTitle("A thief", { confidence: "suspected", period, known: null })).toBe(
    "A thief, 2023 to 15 Sep",
  );
  expect(actorTitle("A thief", { confidence: "suspected", period, known: "2023-10-01" })).toBe(
    "A thief, 2023 to 15 Sep, as known on 1 October 2023",
  );
});
