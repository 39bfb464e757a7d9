import { expect, test } from "vitest";
import { bearerOf } from "@/lib/desk/keys/api-key";
import { contentTyped } from "@/lib/desk/keys/content-typed";
import { readTyped } from "@/lib/desk/proposals/typed";
import { entrySchemas } from "@/lib/record/publishing/entry";
import {
  anActor,
  anAddress,
  anAsset,
  anAttribution,
  anEstimate,
  anIncident,
  aTarget,
} from "@/testing/records";

test.each([
  [
    "incident",
    anIncident({
      lossUsd: 1_234_567.25,
      lossEstimates: [anEstimate({ amountUsd: 1_234_567.25 })],
      assets: [anAsset({ quantity: "1460.125" })],
      attributions: [anAttribution()],
      addresses: [anAddress("0x75497999432B8701330fB68058bd21918C02Ac59")],
    }),
  ],
  ["incident", anIncident({ lossUsd: 0, lossUsdLow: null, lossUsdHigh: null })],
  ["actor", anActor()],
  ["target", aTarget()],
] as const)("%s in the dataset's JSON is read as the same record", (kind, record) => {
  const taken = contentTyped(kind, JSON.parse(JSON.stringify(record)));
  if ("problems" in taken) throw new Error(JSON.stringify(taken.problems));
  const read = readTyped(kind, taken.typed);
  expect(read.ok ? read.entry.record : read.problems).toEqual(entrySchemas[kind].parse(record));
  // What is read back from a draft can be sent again.
  expect(contentTyped(kind, taken.typed)).toEqual(taken);
});

test("a text is taken as it was typed", () => {
  expect(contentTyped("incident", { lossUsd: "about $7.9m", occurredOn: null })).toEqual({
    typed: { lossUsd: "about $7.9m", occurredOn: "" },
  });
});

test("what has not the shape of the form is told at its path, and nothing is taken", () => {
  const wrong = {
    name: { not: "a text" },
    loss: 5,
    chains: "ethereum",
    lossEstimates: [null, { amountUsd: 5, by: true, who: "x" }],
  };
  const taken = contentTyped("incident", wrong);
  expect("problems" in taken && taken.problems.map(({ path }) => path.join("."))).toEqual([
    "name",
    "loss",
    "chains",
    "lossEstimates.0",
    "lossEstimates.1.by",
    "lossEstimates.1.who",
  ]);
  for (const none of [undefined, null, [], "text", 5])
    expect(contentTyped("incident", none)).toEqual({
      problems: [{ path: [], message: "It must be an object." }],
    });
  expect(contentTyped("incident", JSON.parse('{"__proto__":{"name":"x"}}'))).toHaveProperty(
    "problems",
  );
});

test("a key is read off its header, whatever stands there", () => {
  expect(bearerOf(null)).toBeNull();
  expect(bearerOf("Bearer ll_abc")).toBe("ll_abc");
  expect(bearerOf("bearer  ll_abc ")).toBe("ll_abc");
  expect(bearerOf("Basic YTpi")).toBe("");
  expect(bearerOf("Bearer a b")).toBe("");
});
