import { expect, test } from "vitest";
import { withPasteSplit } from "@/lib/forms/split-paste";
import { typedFromForm } from "@/lib/forms/typed-from-form";

test("names are paths; rows keep their order and close their gaps", () => {
  const typed = typedFromForm("incident", [
    ["name", "CoinEx"],
    ["_note", "not the record's"],
    ["stranger", "x"],
    ["assets.7.symbol", "DAI"],
    ["assets.7.quantity", "5"],
    ["assets.2.symbol", "ETH"],
    ["assets.2.stranger", "x"],
    ["chains.4", "Tron"],
    ["chains.9", " "],
    ["paste.addresses", "0xabc"],
    ["paste.stranger", "x"],
  ]);
  expect(typed).toMatchObject({
    name: "CoinEx",
    target: "",
    assets: [
      { symbol: "DAI", quantity: "5", usd: "" },
      { symbol: "ETH", quantity: "", usd: "" },
    ],
    chains: ["Tron"],
    sources: [],
    paste: { addresses: "0xabc" },
  });
  expect(Object.keys(typed)).not.toContain("stranger");
});

test.each([
  ["a path too deep", "assets.1.symbol.deep"],
  ["a text with a row", "name.1"],
  ["a list without one", "assets"],
  ["what every object has", "__proto__.polluted"],
  ["its constructor", "constructor.prototype.polluted"],
])("%s is left alone", (_, name) => {
  expect(typedFromForm("incident", [[name, "x"]])).toEqual(typedFromForm("incident", []));
  expect({}).not.toHaveProperty("polluted");
});

test("pasted text becomes rows, what is held already does not, and what is left stays pasted", () => {
  const address = "0xce013682eddefaca8c94fe56a43a04212ebe4673";
  const held = { chain: "Ethereum", address, role: "victim", source: "https://a.example" };
  const { typed, split } = withPasteSplit(
    {
      addresses: [held],
      paste: { addresses: `${address}\nbsc,${address}\nnonsense`, sources: "kept" },
    },
    "addresses",
  );
  expect(split.missed).toEqual([{ line: 3, text: "nonsense" }]);
  expect(typed.addresses).toEqual([
    held,
    { chain: "BNB Smart Chain", address, role: "attacker", source: "" },
  ]);
  expect(typed.paste).toEqual({ addresses: "nonsense", sources: "kept" });
});
