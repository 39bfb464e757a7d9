import { describe, expect, test } from "vitest";
import { incidentSchema } from "@/lib/record/incidents/incident";
import { today } from "@/lib/values/dates/day";
import { anAddress, anAttribution, anIncident } from "@/testing/records";

/** The fields that a record is refused for. */
function problemsOf(record: unknown): string[] {
  const parsed = incidentSchema.safeParse(record);
  if (parsed.success) return [];
  return [...new Set(parsed.error.issues.map(({ path }) => path.join(".")))];
}

const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10);
const source = "https://example.org/";

describe("an incident", () => {
  test.each([
    ["with everything known", {}],
    ["of unknown size", { lossUsd: null }],
    ["of no loss", { lossUsd: 0 }],
    ["with a range", { lossUsd: 2, lossUsdLow: 1, lossUsdHigh: 3 }],
    ["with a range of one value", { lossUsd: 2, lossUsdLow: 2, lossUsdHigh: 2 }],
    ["with cents", { lossUsd: 0.01, returnedUsd: 99.99 }],
    ["returned in more than was lost", { lossUsd: 1, returnedUsd: 2 }],
    ["on no chain", { chains: [] }],
    ["known to the month", { occurredOn: "2023-09" }],
    ["known to the year", { occurredOn: "2023" }],
    ["of today", { occurredOn: today() }],
    ["of this month", { occurredOn: today().slice(0, 7) }],
    ["of this year", { occurredOn: today().slice(0, 4) }],
    ["of the first day", { occurredOn: "2009-01-03" }],
    ["of the first whole month", { occurredOn: "2009-02" }],
  ])("%s is accepted as it is", (_, given) => {
    expect(incidentSchema.parse(anIncident(given))).toEqual(anIncident(given));
  });

  test.each([
    ["slug", { slug: "CoinEx" }],
    ["name", { name: " " }],
    ["target", { target: "" }],
    ["targetKind", { targetKind: "bank" }],
    ["occurredOn", { occurredOn: "2023-02-30" }],
    ["occurredOn", { occurredOn: "12 September 2023" }],
    ["occurredOn", { occurredOn: tomorrow }],
    ["occurredOn", { occurredOn: "9999" }],
    ["occurredOn", { occurredOn: "2009-01-02" }],
    ["occurredOn", { occurredOn: "2009-01" }],
    ["occurredOn", { occurredOn: "2008" }],
    ["category", { category: "theft" }],
    ["technique", { technique: "Black magic" }],
    ["chains.1", { chains: ["ethereum", "Tron"] }],
    ["lossUsd", { lossUsd: -1 }],
    ["lossUsd", { lossUsd: "1" }],
    ["lossUsd", { lossUsd: undefined }],
    ["lossUsd", { lossUsd: Number.NaN }],
    ["lossUsd", { lossUsd: Number.POSITIVE_INFINITY }],
    ["lossUsd", { lossUsd: 2e15 }],
    ["lossUsd", { lossUsd: 0.001 }],
    ["lossUsd", { lossUsd: 54_000_000.005 }],
    ["returnedUsd", { returnedUsd: -0.01 }],
    ["lossUsdLow", { lossUsd: 1, lossUsdLow: 2 }],
    ["lossUsdHigh", { lossUsd: 3, lossUsdHigh: 2 }],
    ["lossUsdLow", { lossUsd: null, lossUsdLow: 1 }],
    ["lossUsdHigh", { lossUsd: null, lossUsdHigh: 1 }],
    ["summary", { summary: "a\u0000b" }],
    ["sources", { sources: [] }],
    [
      "sources.0.url",
      { sources: [{ url: "javascript:alert(1)", publisher: "A", title: "B", publishedOn: null }] },
    ],
    ["attributions.0.confidence", { attributions: [{ ...anAttribution(), confidence: "sure" }] }],
    ["attributions.0.on", { attributions: [anAttribution({ on: "2023-13" })] }],
    ["attributions.0.by", { attributions: [anAttribution({ by: "" })] }],
    ["addresses.0.role", { addresses: [{ ...anAddress("0x1"), role: "friend" }] }],
    ["assets.0.usd", { assets: [{ symbol: "ETH", quantity: null, usd: -1 }] }],
    ["assets.0.quantity", { assets: [{ symbol: "ETH", quantity: -1, usd: null }] }],
    ["assets.0.quantity", { assets: [{ symbol: "ETH", quantity: 1e-19, usd: null }] }],
    ["", { retraction: "It did not happen" }],
  ])("is refused for its %s: %j", (field, given) => {
    expect(problemsOf({ ...anIncident(), ...given })).toEqual([field]);
  });

  test("needs every field but the estimates, which are none where none are given", () => {
    const { lossEstimates, ...rest } = anIncident();
    expect(incidentSchema.parse(rest).lossEstimates).toEqual([]);
    for (const field of Object.keys(rest)) {
      expect(problemsOf({ ...rest, [field]: undefined })).toEqual([field]);
    }
    expect(lossEstimates).toEqual([]);
  });

  test("has one preferred estimate at most, and its amount is the loss", () => {
    const estimate = { amountUsd: 54_000_000, by: "A", on: null, source, preferred: true };
    const other = { ...estimate, amountUsd: 70_000_000, by: "B", preferred: false };
    expect(problemsOf(anIncident({ lossEstimates: [estimate, other] }))).toEqual([]);
    expect(problemsOf(anIncident({ lossEstimates: [other] }))).toEqual([]);
    expect(problemsOf(anIncident({ lossEstimates: [estimate, estimate] }))).toEqual([
      "lossEstimates",
    ]);
    expect(problemsOf(anIncident({ lossUsd: 1, lossEstimates: [estimate] }))).toEqual(["lossUsd"]);
    expect(problemsOf(anIncident({ lossUsd: null, lossEstimates: [estimate] }))).toEqual([
      "lossUsd",
    ]);
  });

  test("names every problem at once", () => {
    expect(problemsOf(anIncident({ slug: "", lossUsd: -1, sources: [] })).sort()).toEqual([
      "lossUsd",
      "slug",
      "sources",
    ]);
  });
});
