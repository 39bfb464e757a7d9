import { describe, expect, it } from "vitest";
import { CHART_FILTERS } from "@/lib/statistics/charts/chart-view";
import { exampleView } from "@/testing/example-charts";
import { actorTitle, alternativeText, filtersInTitle, titleText } from "./chart-title";

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
const words = (address: string) => filtersInTitle(exampleView(address), NAMES).join(", ");

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
    ["monthly?by=actor&confidence=likely", "attributions at least likely"],
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

  it("shorten a long search, at the end of a word where there is one", () => {
    const long = "the hot wallet of an exchange that nobody had heard of before";
    expect(words(`monthly?q=${long}`)).toBe("mentioning “the hot wallet of an exchange…”");
    expect(words(`monthly?q=${"交".repeat(100)}`)).toBe(`mentioning “${"交".repeat(31)}…”`);
  });
});

it("names everything once, in the title and in the alternative text", () => {
  const parts = {
    subject: "Net losses",
    split: "by month",
    filters: ["attributed to North Korea", "phishing"],
    span: "2025",
  };
  expect(titleText(parts)).toBe("Net losses by month, attributed to North Korea, phishing, 2025");
  expect(titleText({ ...parts, split: null, filters: [] })).toBe("Net losses, 2025");
  expect(alternativeText("Column chart", parts, "nothing is recorded")).toBe(
    "Column chart of net losses by month, attributed to North Korea, phishing, 2025, where nothing is recorded.",
  );
});

it("says of an actor how sure attributions are, where that is more than usual", () => {
  expect(actorTitle("A thief", { confidence: "suspected", period: null })).toBe("A thief");
  const period = { year: 2023, through: "2023-09-15" };
  expect(actorTitle("A thief", { confidence: "likely", period: null })).toBe(
    "A thief, attributions at least likely",
  );
  expect(actorTitle("A thief", { confidence: "suspected", period })).toBe(
    "A thief, 2023 to 15 Sep",
  );
});
