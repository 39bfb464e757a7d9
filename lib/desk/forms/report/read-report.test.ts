import { expect, test } from "vitest";
import { LONGEST_REPORT, readReport, reportProblem } from "@/lib/desk/forms/report/read-report";
import { aroundOf } from "@/lib/desk/forms/report/report-around";
import { allToTake, withProposals } from "@/lib/desk/forms/report/take-proposals";
import { ENGLISH } from "@/testing/reports/english";
import { measureReports } from "@/testing/reports/measure-reports";
import { ALERTS, OTHER_LANGUAGES } from "@/testing/reports/other-languages";
import { REPORT_NAMES } from "@/testing/reports/report-case";

const CASES = [...ENGLISH, ...OTHER_LANGUAGES, ...ALERTS];

test("of thirty reports every field is proposed as well as it was measured", () => {
  expect(CASES).toHaveLength(30);
  const { counts, faults } = measureReports(CASES);
  // Whoever makes it read better, or worse, says so here.
  expect(faults).toEqual(FAULTS);
  expect(counts).toEqual(COUNTS);
});

const PLAIN =
  "On 3 May 2023 Heron Finance lost $9.1m. The thief gave back $2m on 9 May 2023. No more is known.";

test("each proposal stands beside words that are in the text", () => {
  for (const { text } of CASES)
    for (const { at, label } of readReport(text, REPORT_NAMES).proposals) {
      expect([label, at.from >= 0, at.from < at.to, at.to <= text.length]).toEqual([
        label,
        true,
        true,
        true,
      ]);
      expect(text.slice(at.from, at.to).trim()).not.toBe("");
    }
  const { proposals } = readReport(PLAIN, REPORT_NAMES);
  const words = (field: string) =>
    proposals.filter((each) => each.field === field).map(({ at }) => aroundOf(PLAIN, at).words);
  expect(words("occurredOn")).toEqual(["3 May 2023"]);
  expect(words("lossUsd")).toEqual(["$9.1m"]);
  expect(words("returnedUsd")).toEqual(["$2m"]);
});

test("the same text is always read the same way", () => {
  for (const { text } of CASES)
    expect(readReport(text, REPORT_NAMES)).toEqual(readReport(text, REPORT_NAMES));
});

test("nothing is proposed of a text that says nothing", () => {
  expect(readReport("we had lunch, and it rained.").proposals).toEqual([]);
});

test("what no words say stays unknown: a role, who says so, a day", () => {
  const { proposals } = readReport(
    "Heron Finance was robbed. 0x085641bC751C8aADd3172590d29EF2deEA5f4C6a on Ethereum is worth a look.",
    REPORT_NAMES,
  );
  const [address] = proposals.filter(({ field }) => field === "addresses");
  expect(address?.value).toMatchObject({ role: "" });
  expect(address?.said).toContain("role unknown");
  expect(proposals.filter(({ field }) => field === "occurredOn")).toEqual([]);
});

test("a line above a list says the role of all below it, and clears nobody of another one", () => {
  const { proposals } = readReport(
    "Thief's wallets on Base:\n0x085641bC751C8aADd3172590d29EF2deEA5f4C6a\n0xBF606CC560c4c3dDFa93Fb65b6582723e2D3Cf66\n\nThere is 0x79a4a8906249A2c8C24147573DFc0591f6d57F49 on Base, too.",
  );
  expect(
    proposals.flatMap(({ field, value }) =>
      field === "addresses" && typeof value === "object" && !Array.isArray(value)
        ? [value.role]
        : [],
    ),
  ).toEqual(["attacker", "attacker", ""]);
});

test("an address of which it has to be asked what it is is left aside, with the reason", () => {
  const { proposals, left } = readReport(
    "The ape's own contract, which is nobody's, on Ethereum: 0xBC4CA0EdA7647A8aB7C2061c2E118A18a936f13D",
  );
  expect(proposals.filter(({ field }) => field === "addresses")).toEqual([]);
  expect(left).toEqual([
    expect.objectContaining({ why: "The words beside it say that it is nobody’s wallet." }),
  ]);
});

test("the report's own link is the source of what has none, and a source itself", () => {
  const { proposals } = readReport(
    "Heron Finance was robbed.\nAttacker on Ethereum: 0x085641bC751C8aADd3172590d29EF2deEA5f4C6a",
    REPORT_NAMES,
    undefined,
    "https://heron.example.org/report?utm_source=mail",
  );
  const of = (field: string) => proposals.filter((each) => each.field === field);
  expect(of("addresses")[0]?.value).toMatchObject({ source: "https://heron.example.org/report" });
  expect(of("sources").map(({ value }) => value)).toEqual([
    expect.objectContaining({
      url: "https://heron.example.org/report",
      title: "Heron Finance was robbed.",
    }),
  ]);
});

test("what is empty or too long is refused in plain words", () => {
  expect(reportProblem("  \n")).toBe("Paste the text of a report first.");
  expect(reportProblem("a".repeat(LONGEST_REPORT))).toBeNull();
  expect(reportProblem("a".repeat(1_000_000))).toMatch(/1,000,000 characters.* at most 100,000/);
});

test.each([
  ["blanks", " "],
  ["digits", "1"],
  ["commas", "1,"],
  ["dollars", "$1 to "],
  ["capitals", "Ab Cd "],
  ["days", "3 May "],
  ["opening brackets", "("],
  ["links", "https://a.example.org/b "],
  ["sentences", "Heron Finance lost $9.1m on 3 May 2023. "],
  ["Chinese", "损失约350万美元，"],
])("the longest report of nothing but %s is read within seconds", (_, piece) => {
  const text = piece.repeat(Math.floor(LONGEST_REPORT / piece.length));
  const began = performance.now();
  readReport(text, REPORT_NAMES);
  expect(performance.now() - began).toBeLessThan(10_000);
});

test("all that is taken at once replaces nothing, and takes the likeliest of several", () => {
  const { proposals } = readReport(PLAIN, REPORT_NAMES);
  const taken = allToTake(proposals, (field) => (field === "lossUsd" ? "7,000,000" : ""));
  expect(taken.filter(({ field }) => field === "lossUsd")).toEqual([]);
  expect(taken.filter(({ field }) => field === "name")).toHaveLength(1);
});

test("what was taken stands in the draft once, behind what was there", () => {
  const { proposals } = readReport(`${PLAIN} https://kestrel.example.org/heron`, REPORT_NAMES);
  const draft = { name: "As typed", sources: [{ url: "https://one.example.org/" }, { url: "" }] };
  const once = withProposals(
    draft,
    proposals.filter(({ field }) => field === "sources" || field === "lossUsd"),
  );
  expect(once).toMatchObject({
    name: "As typed",
    lossUsd: "9,100,000",
    sources: [{ url: "https://one.example.org/" }, { url: "https://kestrel.example.org/heron" }],
  });
  expect(
    withProposals(
      once,
      proposals.filter(({ field }) => field === "sources"),
    ),
  ).toEqual(once);
});

/** What is read otherwise than a careful reader would. */
const FAULTS: string[] = [];

const all = (right: number) => ({ right, wrong: 0, missed: 0 });
const COUNTS = {
  target: all(29),
  day: all(29),
  best: all(28),
  low: all(2),
  high: all(3),
  returned: all(7),
  chains: all(20),
  assets: all(9),
  addresses: all(23),
  transactions: all(6),
  attributions: all(6),
  sources: all(14),
};

test.each([
  [
    "The theft was first told by Harbour Post (9 Sep 2025): https://news.example.org/a and later confirmed.",
    "Harbour Post",
    "2025-09-09",
  ],
  [
    "Users lost funds, wrote Union of Coin Holders (2025-09-10): https://holders.example.net/b.",
    "Union of Coin Holders",
    "2025-09-10",
  ],
  ["See Quay (11 September 2025): https://other.example.com/c", "Quay", "2025-09-11"],
  // Without a day it is a sentence that ends in a colon, and names nobody.
  [
    "From there the funds were moved on in two steps to Ethereum (bridge): https://other.example.com/d",
    "other.example.com",
    "",
  ],
])("of “%s” the name and the day are the link’s", (text, publisher, publishedOn) => {
  const { proposals } = readReport(text, REPORT_NAMES);
  const source = proposals.find(({ field }) => field === "sources");
  expect(source?.value).toMatchObject({ publisher, publishedOn });
});
