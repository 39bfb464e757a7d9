import { expect, test } from "vitest";
import { pasteText, splitPaste, withFilled, withPasteSplit } from "@/lib/desk/forms/split-paste";
import { typedFromForm } from "@/lib/desk/forms/typed-from-form";

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
  expect(split.left).toEqual([
    { line: 1, text: address, why: "is a row already", waits: false },
    { line: 3, text: "nonsense", why: "holds no address", waits: true },
  ]);
  expect(typed.addresses).toEqual([
    held,
    { chain: "BNB Smart Chain", address, role: "", source: "" },
  ]);
  expect(typed.paste).toEqual({ addresses: "nonsense", sources: "kept" });
});

test("what came of a paste is told in words: rows, missing roles, what was left aside and why", () => {
  const address = "0xce013682eddefaca8c94fe56a43a04212ebe4673";
  const words = (text: string) => pasteText(splitPaste("addresses", text, {}), "address");
  expect(words(`bsc,${address},victim`)).toBe("1 address was taken.");
  expect(
    words(`victim ${address}\nbase,0x${"5ac3".repeat(16)}\nblock 0x${"5ac3".repeat(16)}`),
  ).toBe(
    `1 address and 1 transaction were taken. 1 of them needs a role. Left aside: line 3, “block 0x${"5ac3".repeat(12)}5ac…”, looks like the hash of a block.`,
  );
  expect(words(address)).toBe("1 address was taken. It needs a role.");
  expect(words("a\nb\nc\nd\ne\nf")).toMatch(
    /^No new address was found\. Left aside: .*; and 1 more\.$/,
  );
  expect(words(`foonet ${address}`)).toContain("No new address was found. To be answered: line 1");
});

test("what waits for an answer keeps the heading that it is read under", () => {
  const hash = `0x${"5ac3".repeat(16)}`;
  const text = `Aptos:\n${hash}\nBase:\nattack ${hash}\nnonsense`;
  const { typed, split } = withPasteSplit({ paste: { addresses: text } }, "addresses");
  expect(typed.transactions).toEqual([{ chain: "Base", hash, role: "attack", source: "" }]);
  expect(split.questions).toHaveLength(1);
  expect(typed.paste).toEqual({ addresses: `Aptos:\n${hash}\nnonsense` });
});

test("what all rows lack is filled in those that lack it, and in no other", () => {
  const rows = [
    { address: "a", role: "" },
    { address: "b", role: "victim" },
    { address: "c", role: "" },
    { address: "", role: "" },
  ];
  expect(withFilled({ addresses: rows }, "addresses", "role", "laundering")).toEqual({
    addresses: [
      { address: "a", role: "laundering" },
      { address: "b", role: "victim" },
      { address: "c", role: "laundering" },
      { address: "", role: "" },
    ],
  });
  expect(withFilled({ addresses: rows }, "addresses", "role", "")).toEqual({ addresses: rows });
  expect(withFilled({ name: "x" }, "addresses", "role", "victim")).toEqual({ name: "x" });
});
