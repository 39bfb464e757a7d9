import { describe, expect, it } from "vitest";
import {
  attributionText,
  followedAuthor,
  isDisputed,
  placeAmong,
  rangeAuthorsText,
} from "@/lib/record/incidents/incident-text";
import { anAttribution, anEstimate, anIncident } from "@/testing/records";

const coinex = anIncident({
  lossUsd: 54e6,
  lossUsdLow: 53e6,
  lossUsdHigh: 70e6,
  lossEstimates: [
    anEstimate({ amountUsd: 54e6, by: "Monahan", preferred: true }),
    anEstimate({ amountUsd: 53e6, by: "Elliptic", preferred: false }),
    anEstimate({ amountUsd: 53e6, by: "PeckShield", preferred: false }),
    anEstimate({ amountUsd: 55e6, by: "Somebody", preferred: false }),
    anEstimate({ amountUsd: 70e6, by: "CoinEx", preferred: false }),
  ],
});

describe("whose the estimates of a loss are", () => {
  it("is said of the low and the high one, and of the one that is followed", () => {
    expect(rangeAuthorsText(coinex)).toBe("$53.0m by Elliptic and PeckShield, $70.0m by CoinEx");
    expect(followedAuthor(coinex)).toBe("Monahan");
    expect(coinex.lossEstimates.map((estimate) => placeAmong(coinex, estimate))).toEqual([
      null,
      "low estimate",
      "low estimate",
      null,
      "high estimate",
    ]);
  });

  it("is a bound where there is no best estimate and only one side is known", () => {
    const none = { lossUsd: null, lossUsdLow: null, lossUsdHigh: null };
    const estimate = anEstimate({ amountUsd: 7e6, by: "PeckShield", preferred: false });
    const placeIn = (bounds: object) => placeAmong({ ...none, ...bounds }, estimate);
    expect(placeIn({ lossUsdHigh: 7e6 })).toBe("at most");
    expect(placeIn({ lossUsdLow: 7e6 })).toBe("at least");
    expect(placeIn({ lossUsdLow: 7e6, lossUsdHigh: 9e6 })).toBe("low estimate");
    expect(placeIn({ lossUsdHigh: 9e6 })).toBeNull();
  });

  it("is not said where they agree with the best", () => {
    const agreed = { ...coinex, lossUsdLow: 54e6, lossUsdHigh: null };
    expect([isDisputed(agreed), rangeAuthorsText(agreed)]).toEqual([false, null]);
    expect(placeAmong(agreed, anEstimate({ amountUsd: 54e6, preferred: false }))).toBeNull();
    expect(isDisputed({ ...coinex, lossUsdHigh: null })).toBe(true);
  });

  it("is not said where nobody is named for them", () => {
    const nobody = { ...coinex, lossEstimates: [] };
    expect([rangeAuthorsText(nobody), followedAuthor(nobody)]).toEqual([null, null]);
    expect(rangeAuthorsText({ ...coinex, lossUsdLow: null, lossUsdHigh: null })).toBeNull();
  });
});

it("names a person with the legal status where the attribution is told in short", () => {
  const actors = {
    "a-person": { name: "A. Person", kind: "individual", status: "acquitted", statusOn: "2025-05" },
  } as const;
  const attributions = [
    anAttribution({ actor: "a-person", by: "Police" }),
    anAttribution({ by: "Example" }),
  ];
  expect(attributionText(anIncident({ attributions }), actors)).toBe(
    "A. Person (acquitted in May 2025), by Police, and 1 more",
  );
  expect(attributionText(anIncident({ attributions: [] }), actors)).toBeNull();
});

it("tells the surest attribution in short, whichever stands first", () => {
  const attributions = [
    anAttribution({ by: "An analyst", confidence: "suspected" }),
    anAttribution({ by: "A court", confidence: "confirmed" }),
    anAttribution({ by: "Two firms", confidence: "likely" }),
  ];
  expect(attributionText(anIncident({ attributions }), {})).toContain("by A court, and 2 more");
});
