import { describe, expect, it } from "vitest";
import { selectedValues, selectionTitle } from "@/lib/statistics/incident-list/selection-text";
import { readIncidents, writeIncidents } from "@/lib/statistics/rules/views";

const names = {
  actorName: new Map([
    ["lazarus-group", "Lazarus Group"],
    ["tradertraitor", "TraderTraitor"],
  ]),
  targetName: null,
};
const filtersOf = (query: string) => {
  const read = readIncidents(new URLSearchParams(query));
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return read.value.filters;
};

describe("the title of a selection", () => {
  it.each([
    [
      "category=phishing,contract-exploit&least=10m&chain=ethereum&from=2023-01-01&to=2024-12-31",
      "Contract exploits and phishing of $10m and more, on Ethereum, 2023–2024",
    ],
    ["category=-phishing", "Incidents other than phishing"],
    ["least=1m&most=2.5m", "Incidents of $1m to $2.5m"],
    ["most=250,000&from=2023-03-01", "Incidents of $250,000 and less, from 1 Mar 2023"],
    [
      "actor=lazarus-group,-tradertraitor",
      "Incidents, attributed to Lazarus Group, not attributed to TraderTraitor",
    ],
    ["returned=none&addresses=yes", "Incidents, of which nothing came back, with wallet addresses"],
    ["chain=-ethereum,-bsc", "Incidents, not on BNB Smart Chain or Ethereum"],
  ])("of %s is %s", (query, title) => {
    expect(selectionTitle(filtersOf(query), names)).toBe(title);
  });
});

describe("what is selected", () => {
  it("is named value by value, each with the selection without it", () => {
    const query =
      "from=2023-01-01&category=exit-scam,phishing&actor=lazarus-group,-tradertraitor&source-publisher=A%2C+B&source-publisher=-C";
    expect(
      selectedValues(filtersOf(query), names).map(({ text, without }) => [
        text,
        writeIncidents({ filters: without, sort: "newest", page: 1 }),
      ]),
    ).toEqual([
      ["from 1 Jan 2023", query.replace("from=2023-01-01&", "")],
      ["category exit scam", query.replace("exit-scam,", "")],
      ["category phishing", query.replace(",phishing", "")],
      ["attributed to Lazarus Group", query.replace("lazarus-group,", "")],
      ["not attributed to TraderTraitor", query.replace(",-tradertraitor", "")],
      ["with a source of A, B", query.replace("source-publisher=A%2C+B&", "")],
      ["without a source of C", query.replace("&source-publisher=-C", "")],
    ]);
  });
});
