import { bech32, bech32m } from "@scure/base";
import {
  type AddressForm,
  ANOTHER,
  account,
  anyOf,
  attempt,
  bytesOf,
  evmAccount,
  hexOf,
  WRONG_CHECKSUM,
} from "@/lib/values/wallets/forms/account";
import { evm } from "@/lib/values/wallets/forms/evm";
import { inOneCase, MIXED } from "@/lib/values/wallets/forms/segwit";

type Code = typeof bech32 | typeof bech32m;

/** What bech32 of any length holds; a problem where it is none, or has another beginning. */
export function readBech32(
  text: string,
  prefixes: readonly string[],
  code: Code = bech32,
): { prefix: string; bytes: Uint8Array; small: string } | string {
  const start = text.toLowerCase();
  const prefix = prefixes.find((each) => start.startsWith(`${each}1`));
  if (prefix === undefined)
    return `must begin with ${prefixes.map((each) => `${each}1`).join(" or ")}`;
  const small = inOneCase(text);
  if (small === null) return MIXED;
  const decoded = attempt(() => code.decode(small as `${string}1${string}`, 1000));
  if (decoded === null || decoded.prefix !== prefix) return WRONG_CHECKSUM;
  const bytes = attempt(() => code.fromWords(decoded.words));
  return bytes === null ? "is no address: what it holds cannot be read" : { prefix, bytes, small };
}

const LENGTH = "is no address: what it holds has the wrong length";

/** Accounts of chains built with the Cosmos SDK, and others whose address is plain bech32 of 20 or 32 bytes. */
export function cosmosKind(...prefixes: readonly string[]): AddressForm {
  return (text) => {
    const read = readBech32(text, prefixes);
    if (typeof read === "string") return read;
    return [20, 32].includes(read.bytes.length) ? account(read.small) : LENGTH;
  };
}

/**
 * Chains that write the same 20 bytes as bech32 and as 0x: Harmony, those with Ethermint's or Cosmos
 * EVM's accounts, IoTeX, Zilliqa. Not Sei, whose two addresses are different hashes of one key.
 */
export function bech32OrEvm(...prefixes: readonly string[]): AddressForm {
  return (text) => {
    if (/^0x/i.test(text) || /^[0-9a-f]{40}$/i.test(text)) return evm(text);
    const read = readBech32(text, prefixes);
    if (typeof read === "string") return /^must begin/.test(read) ? `${read} or 0x` : read;
    if (read.bytes.length === 20) return evmAccount(read.small, hexOf(read.bytes));
    return read.bytes.length === 32 ? account(read.small) : LENGTH;
  };
}

/** Bech32m with any number of bytes between two bounds, as Radix and Namada write it. */
export function bech32mKind(prefixes: readonly string[], least: number, most: number): AddressForm {
  return (text) => {
    const read = readBech32(text, prefixes, bech32m);
    if (typeof read === "string") return read;
    return read.bytes.length >= least && read.bytes.length <= most ? account(read.small) : LENGTH;
  };
}

/** MultiversX: a public key of 32 bytes, as erd1… or in hexadecimal. */
export const elrond: AddressForm = anyOf(cosmosKind("erd"), (text) =>
  /^[0-9a-f]{64}$/i.test(text) ? account(erd(text)) : ANOTHER,
);

function erd(hex: string): string {
  return bech32.encode("erd", bech32.toWords(bytesOf(hex)));
}

/** Oasis: a hash of a key behind a version's byte; or 0x in its part that runs Ethereum's programs. */
export const oasis: AddressForm = (text) => {
  if (/^0x/i.test(text)) return evm(text);
  const read = readBech32(text, ["oasis"]);
  if (typeof read === "string") return /^must begin/.test(read) ? `${read} or 0x` : read;
  return read.bytes.length === 21 ? account(read.small) : LENGTH;
};

/** Avalanche: 0x, or on its two other chains bech32 behind the chain's letter, which is no part of the key's hash. */
export const avalanche: AddressForm = (text) => {
  const bare = text.replace(/^[XPC]-(?=avax1)/i, "");
  if (!/^avax1/i.test(bare)) return evm(text);
  const read = readBech32(bare, ["avax"]);
  if (typeof read === "string") return read;
  const letter = text.length === bare.length ? "" : `${text.charAt(0).toUpperCase()}-`;
  return read.bytes.length === 20 ? account(`${letter}${read.small}`, read.small) : LENGTH;
};
