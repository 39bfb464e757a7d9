import { describe, expect, test } from "vitest";
import { addressProblem } from "@/lib/values/wallets/address-format";
import { readAddress } from "@/lib/values/wallets/read-address";

const EVM = "0x75497999432B8701330fB68058bd21918C02Ac59";
const XRP = "rHb9CJAWyB4rj91VRWn96DkukG4bwdtyTh";
const BTC = "bc1qw508d6qejxtdg4y5r3zarvary0c5xw7kv8f3t4";

describe("a prefix or a link names the chain", () => {
  test.each([
    [`eth:${EVM}`, "ethereum", EVM],
    [`bnb:${EVM}`, "bsc", EVM],
    [`zksync:${EVM}`, "zksync-era", EVM],
    [`BSC: ${EVM}`, "bsc", EVM],
    [`eip155:42161:${EVM}`, "arbitrum", EVM],
    [`ethereum:${EVM}`, "ethereum", EVM],
    [`ethereum:pay-${EVM}@137?value=1`, "polygon", EVM],
    [`bitcoin:${BTC.toUpperCase()}?amount=1`, "bitcoin", BTC],
    ["dash:XgjTRJSvQnQ56cjqnLnpvEpt7Es3ztzDrB", "dash", "XgjTRJSvQnQ56cjqnLnpvEpt7Es3ztzDrB"],
    [
      "solana:8U5Wc3vAaEC3FR3eGwg5YpjNPh5ekCLPDCVEQxrp5eRb?amount=1&spl-token=x",
      "solana",
      "8U5Wc3vAaEC3FR3eGwg5YpjNPh5ekCLPDCVEQxrp5eRb",
    ],
    [
      "solana:5eykt4UsFv8P8NJdTREpY1vzqKqZKvdp:8U5Wc3vAaEC3FR3eGwg5YpjNPh5ekCLPDCVEQxrp5eRb",
      "solana",
      "8U5Wc3vAaEC3FR3eGwg5YpjNPh5ekCLPDCVEQxrp5eRb",
    ],
    [
      "ton://transfer/EQCcfQxCKjhXexAJLkRleCnfRLKPMKQ089Y2xgrwStlre6JO?amount=1",
      "ton",
      "EQCcfQxCKjhXexAJLkRleCnfRLKPMKQ089Y2xgrwStlre6JO",
    ],
    [
      "BITCOINCASH:QPM2QSZNHKS23Z7629MMS6S4CWEF74VCWVY22GDX6A",
      "bitcoin-cash",
      "bitcoincash:qpm2qsznhks23z7629mms6s4cwef74vcwvy22gdx6a",
    ],
    [`ronin:${EVM.slice(2).toLowerCase()}`, "ronin", EVM.toLowerCase()],
    [`xdc${EVM.slice(2).toLowerCase()}`, "xdc", EVM.toLowerCase()],
    [`https://bscscan.com/address/${EVM}#code`, "bsc", EVM],
    [`https://etherscan.io/token/0x${"ab".repeat(20)}?a=${EVM}`, "ethereum", EVM],
    ["https://example.org/news", null, "https://example.org/news"],
    [EVM, null, EVM],
  ])("%s", (text, chain, address) => {
    expect(readAddress(text)).toMatchObject({ chain, address, question: null });
  });

  test("a token's link names who is paid, not the token", () => {
    const token = `0x${"ab".repeat(20)}`;
    expect(readAddress(`ethereum:${token}@10/transfer?address=${EVM}&uint256=1`)).toEqual({
      chain: "optimism",
      address: EVM,
      tag: null,
      removed: [`“${token}/transfer?address=${EVM}&uint256=1”`],
      question: null,
    });
  });
});

describe("asked is", () => {
  test.each(["zzz", "exampleverse", "some chain"])("a prefix that nobody knows: %s", (prefix) => {
    const read = readAddress(`${prefix}:${EVM}`);
    expect(read).toMatchObject({ chain: null, address: EVM });
    expect(read.question).toContain(`“${prefix}:” names no chain`);
    expect(readAddress(`${prefix}:${EVM}`, "ethereum").question).toContain(prefix);
  });

  test("a number that no chain has", () => {
    expect(readAddress(`ethereum:${EVM}@424242424242`).question).toContain("@424242424242");
    expect(readAddress(`eip155:424242424242:${EVM}`).question).toContain("eip155:424242424242:");
  });

  test("a prefix that is another chain's than the one given", () => {
    expect(readAddress(`bnb:${EVM}`, "ethereum").question).toBe(
      "names BNB Smart Chain itself, while the chain given is Ethereum",
    );
    expect(readAddress(`bnb:${EVM}`, "bsc").question).toBeNull();
  });

  test("no name of Kadena's that holds a colon", () => {
    expect(readAddress("myname:treasury-account-one", "kadena")).toMatchObject({
      address: "myname:treasury-account-one",
      question: null,
    });
  });
});

describe("a tag is kept apart", () => {
  test.each([
    [`${XRP}?dt=33722`, "33722"],
    [`${XRP}:1204`, "1204"],
    [`xrp:${XRP}?dt=7&amount=3`, "7"],
    ["X7AcgcsBL6XDcUb289X4mJ8djcdyKaGZMhc9YTE92ehJ2Fu", "1"],
  ])("%s", (text, tag) => {
    const read = readAddress(text, "ripple");
    expect(read.tag).toBe(tag);
    expect(addressProblem("ripple", read.address)).toBeNull();
  });

  test("Stellar's memo, and the number within an address", () => {
    const own = "GA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJVSGZ";
    const muxed = "MA7QYNF7SOWQ3GLR2BGMZEHXAVIRZA4KVWLTJJFC7MGXUA74P7UJUAAAAAAAAAAAACJUQ";
    expect(readAddress(muxed, "stellar")).toMatchObject({ address: own, tag: "0" });
    expect(readAddress(`${own}?memo=12`, "stellar")).toMatchObject({ address: own, tag: "12" });
  });
});

describe("what cannot be seen", () => {
  test.each([
    [`${EVM}\u{200b}`, ["zero-width space (U+200B)"]],
    [`\u{feff}${EVM}`, ["byte-order mark (U+FEFF)"]],
    [`${EVM.slice(0, 20)}\u{2060}${EVM.slice(20)}`, ["word joiner (U+2060)"]],
    [`${EVM.slice(0, 9)}\u{ad}${EVM.slice(9)}`, ["soft hyphen (U+00AD)"]],
    [
      `\u{200f}${EVM}\u{202c}`,
      ["right-to-left mark (U+200F)", "end of a change of direction (U+202C)"],
    ],
    [`\u{a0}${EVM}\u{3000}`, ["no-break space (U+00A0)", "ideographic space (U+3000)"]],
    [`${EVM}\u{fe0f}`, ["unseen sign (U+FE0F)"]],
    [`\u{0}${EVM}`, ["unseen sign (U+0000)"]],
    [` \n${EVM}\t`, []],
  ])("is taken off and named: %j", (text, removed) => {
    expect(readAddress(text)).toEqual({
      chain: null,
      address: EVM,
      tag: null,
      removed,
      question: null,
    });
  });

  test("is named where it is refused", () => {
    expect(addressProblem("ethereum", `${EVM}\u{200b}`)).toContain("zero-width space (U+200B)");
    expect(addressProblem("nobodys-chain", `a\u{2068}b`)).toContain("U+2068");
    const split = readAddress(`${EVM.slice(0, 9)}\u{a0}${EVM.slice(9)}`);
    expect(addressProblem("ethereum", split.address)).toContain("no-break space (U+00A0)");
  });
});

test("nothing that somebody may paste makes reading throw", () => {
  for (const odd of ["", ":", "a:", ":b", "eth:", "?", "?dt=", "0x?", "💥:💥", "a".repeat(100_000)])
    for (const chain of [null, "ripple", "kadena", "nobodys-chain"])
      expect(() => readAddress(odd, chain)).not.toThrow();
});
