import { describe, expect, test } from "vitest";
import {
  IDENTIFIER_SCHEMES,
  identifierSchema,
  identifiersSchema,
  identifierUrl,
} from "@/lib/values/identifiers/identifier";

const ACCEPTED = {
  defillama: "4440",
  slowmist: "2023-09-12:CoinEx",
  rekt: "ronin-rekt",
  defihacklabs: "2024-02/BlueberryProtocol_exp.sol",
  cve: "CVE-2023-12345",
  ofac: "25308",
  wikidata: "Q18420436",
  opensanctions: "NK-2uF2t3Zx",
  "mitre-attack": "G0032",
} as const;

test.each(IDENTIFIER_SCHEMES)("$label takes what it says and nothing else", ({ value, says }) => {
  const identifier = { scheme: value, value: ACCEPTED[value] };
  expect(identifierSchema.parse(identifier)).toEqual(identifier);
  const url = identifierUrl(identifier);
  if (url !== null) expect(url).toContain(ACCEPTED[value]);
  const wrong = identifierSchema.safeParse({ scheme: value, value: "not / such a one" });
  expect(wrong.error?.issues[0]?.message).toContain(says);
});

describe("the identifiers of one record", () => {
  test("hold none twice", () => {
    const one = { scheme: "rekt", value: "ronin-rekt" } as const;
    const read = identifiersSchema.safeParse([one, { ...one, value: "axie-rekt" }, one]);
    expect(read.error?.issues.map(({ path }) => path)).toEqual([[2, "value"]]);
  });

  test("may be several of one list", () => {
    const two = [
      { scheme: "rekt", value: "htx-huobi-rekt" },
      { scheme: "rekt", value: "heco-htx-rekt" },
    ] as const;
    expect(identifiersSchema.parse(two)).toEqual(two);
  });
});
