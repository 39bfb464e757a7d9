import { describe, expect, test } from "vitest";
import { addressKey } from "@/lib/values/wallets/address-key";

type Place = [chain: string, address: string];
type Pair = [name: string, one: Place, other: Place];

const EVM = "0x75497999432b8701330fb68058bd21918c02ac59";

describe("spellings of one address have one key", () => {
  test.each([
    [
      "capital letters of an Ethereum address",
      ["ethereum", EVM],
      ["ethereum", `0x${EVM.slice(2).toUpperCase()}`],
    ],
    ["its prefix in capitals", ["ethereum", EVM], ["ethereum", EVM.toUpperCase()]],
    ["the same bytes on another chain", ["optimism", EVM], ["polygon", EVM]],
    ["spaces around it", ["ethereum", EVM], ["ethereum", ` ${EVM}\n`]],
    [
      "Bech32 in capitals",
      ["bitcoin", "bc1qar0srrr7xfkvy5l643lydnw9re59gtzzwf5mdq"],
      ["bitcoin", "BC1QAR0SRRR7XFKVY5L643LYDNW9RE59GTZZWF5MDQ"],
    ],
    ["Litecoin's Bech32", ["litecoin", "ltc1qabc"], ["litecoin", "LTC1QABC"]],
  ] satisfies Pair[])("%s", (_, one, other) => {
    expect(addressKey(...one)).toBe(addressKey(...other));
  });
});

describe("different addresses have different keys", () => {
  test.each([
    [
      "Base58 tells capitals apart",
      ["bitcoin", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"],
      ["bitcoin", "1boatSLRHtKNngkdXEeobR76b53LETtpyT"],
    ],
    [
      "Tron's too",
      ["tron", "TQrY8tryqsYVCYS3MFbtffiPp2ccyn4STm"],
      ["tron", "tQrY8tryqsYVCYS3MFbtffiPp2ccyn4STm"],
    ],
    [
      "the same text on chains of other kinds",
      ["bitcoin", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"],
      ["bitcoin-cash", "1BoatSLRHtKNngkdXEeobR76b53LETtpyT"],
    ],
    ["one byte more", ["ethereum", EVM], ["ethereum", `${EVM}00`]],
    [
      "a transaction on two chains",
      ["ethereum", `0x${"ab".repeat(32)}`],
      ["polygon", `0x${"ab".repeat(32)}`],
    ],
    [
      "no hexadecimal digits",
      ["ethereum", `${EVM.slice(0, -1)}g`],
      ["polygon", `${EVM.slice(0, -1)}g`],
    ],
  ] satisfies Pair[])("%s", (_, one, other) => {
    expect(addressKey(...one)).not.toBe(addressKey(...other));
  });
});
