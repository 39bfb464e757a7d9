import { describe, expect, it } from "vitest";
import { attributionSentence, togetherNamed } from "@/lib/record/attributions/attribution-sentence";
import { ATTRIBUTION_BASES } from "@/lib/values/taxonomy/taxonomy";
import { anAttribution } from "@/testing/records";

const SENTENCES = [
  ["conviction", "X: convicted, according to Example (a paper), on 12 September 2023"],
  ["admission", "X: by their own admission, Example (a paper), on 12 September 2023"],
  ["charge", "X: charged by Example (a paper) on 12 September 2023"],
  ["sanction", "X: sanctioned by Example (a paper) on 12 September 2023"],
  [
    "government-statement",
    "X: named in a government statement by Example (a paper) on 12 September 2023",
  ],
  ["firm-analysis", "X: named in an analysis by Example (a paper) on 12 September 2023"],
  [
    "independent-analysis",
    "X: named in an independent analysis by Example (a paper) on 12 September 2023",
  ],
  ["victim-statement", "X: named by the victim, Example (a paper), on 12 September 2023"],
  ["press", "X: named in a press report by Example (a paper) on 12 September 2023"],
  [null, "X: named by Example (a paper) on 12 September 2023"],
] as const;

describe("an attribution as a sentence", () => {
  it.each(SENTENCES)("on the ground of %s: %s", (basis, sentence) => {
    const statement = { basis, by: "Example (a paper)", on: "2023-09-12" };
    expect(attributionSentence("X", statement)).toBe(sentence);
  });

  it("has words for each ground that there is", () => {
    expect(SENTENCES.map(([basis]) => basis)).toEqual([
      ...ATTRIBUTION_BASES.map(({ value }) => value),
      null,
    ]);
  });

  it.each([
    ["2023-09", "X: charged by Example in September 2023"],
    ["2023", "X: charged by Example in 2023"],
    [null, "X: charged by Example, undated"],
  ])("of %s", (on, sentence) => {
    expect(attributionSentence("X", { basis: "charge", by: "Example", on })).toBe(sentence);
  });

  it("keeps the commas of whoever says so apart from its own", () => {
    const by = "FBI, DC3 and the police of Japan";
    expect(attributionSentence("X", { basis: null, by, on: "2023" })).toBe(
      "X: named by FBI, DC3 and the police of Japan in 2023",
    );
    expect(attributionSentence("X", { basis: "conviction", by: "Office, SDNY", on: null })).toBe(
      "X: convicted, according to Office, SDNY, undated",
    );
  });

  it("says of a charge that it names others too", () => {
    const statement = { basis: "charge", by: "Example", on: "2023" } as const;
    expect(attributionSentence("X and Y", statement, true)).toBe(
      "X and Y: charged together by Example in 2023",
    );
  });
});

describe("actors are named together", () => {
  const one = anAttribution({ actor: "one", basis: "charge", by: "Court", on: "2023-06-09" });
  const named = (...others: Parameters<typeof anAttribution>[0][]) =>
    togetherNamed([one, ...others.map((other) => ({ ...one, actor: "other", ...other }))]).map(
      (group) => group.map(({ actor }) => actor),
    );

  it("by one statement in one source", () => {
    expect(named({})).toEqual([["one", "other"]]);
  });

  it.each([
    { basis: "conviction" },
    { by: "Another court" },
    { on: "2023-06" },
    { on: null },
    { source: "https://example.org/elsewhere" },
    { confidence: "confirmed" },
  ] as const)("but not where one of these differs: %j", (other) => {
    expect(named(other)).toEqual([["one"], ["other"]]);
  });
});
