import {
  type AddressForm,
  account,
  attempt,
  joined,
  TEST_NETWORK,
} from "@/lib/values/wallets/forms/account";
import { base58check, base58Problem } from "@/lib/values/wallets/forms/base58-checked";
import { segwit } from "@/lib/values/wallets/forms/segwit";

interface BitcoinKind {
  name: string;
  /** First bytes of addresses of a key; the first of them gives the id. */
  keys: readonly number[];
  /** First bytes of addresses of a script: Litecoin's were 3…, now they are M… */
  scripts: readonly number[];
  /** Before the 1 of bech32 addresses; null where the chain has none. */
  prefix: string | null;
  begins: string;
}

/** First bytes, and beginnings of bech32 addresses, of the test networks of Bitcoin and those made of it. */
const TEST_VERSIONS = [0x6f, 0xc4, 0x71, 0x8c];
const TEST_PREFIX = /^(?:tb|bcrt|tltc|rltc|tbtg|dgbt|tmona|tvtc)1/i;

/** Addresses as Bitcoin writes them: base58 with a version byte, or bech32. */
export function bitcoinKind({ name, keys, scripts, prefix, begins }: BitcoinKind): AddressForm {
  return (text) => {
    if (prefix !== null && text.toLowerCase().startsWith(`${prefix}1`)) return segwit(text, prefix);
    if (TEST_PREFIX.test(text)) return TEST_NETWORK;
    const bytes = attempt(() => base58check.decode(text));
    if (bytes === null) return base58Problem(text, `${name} addresses begin with ${begins}`);
    const version = bytes[0] ?? -1;
    const kind = [keys, scripts].find((versions) => versions.includes(version));
    if (bytes.length === 21 && kind !== undefined)
      return account(text, base58check.encode(joined([kind[0] ?? version], bytes.slice(1))));
    return bytes.length === 21 && TEST_VERSIONS.includes(version)
      ? TEST_NETWORK
      : `is not an address of ${name}, whose addresses begin with ${begins}`;
  };
}

const kind = (
  name: string,
  [keys, scripts]: readonly [readonly number[], readonly number[]],
  prefix: string | null,
  begins: string,
): AddressForm => bitcoinKind({ name, keys, scripts, prefix, begins });

/** Old addresses of Bitcoin, which Bitcoin Cash and those split from it go on writing. */
export const oldBitcoin = (name: string, begins: string): AddressForm =>
  kind(name, [[0x00], [0x05]], null, begins);

/** Chains that write addresses as Bitcoin does, by their own version bytes (SLIP 44's coins, each chain's `chainparams`). */
export const BITCOIN_KINDS: Readonly<Record<string, AddressForm>> = {
  bitcoin: kind("Bitcoin", [[0x00], [0x05]], "bc", "1, 3 or bc1"),
  litecoin: kind("Litecoin", [[0x30], [0x32, 0x05]], "ltc", "L, M, 3 or ltc1"),
  dogecoin: kind("Dogecoin", [[0x1e], [0x16]], null, "D, A or 9"),
  dash: kind("Dash", [[0x4c], [0x10]], null, "X or 7"),
  digibyte: kind("DigiByte", [[0x1e], [0x3f, 0x05]], "dgb", "D, S or dgb1"),
  "bitcoin-gold": kind("Bitcoin Gold", [[0x26], [0x17]], "btg", "G, A or btg1"),
  monacoin: kind("Monacoin", [[0x32], [0x37, 0x05]], "mona", "M, P or mona1"),
  ravencoin: kind("Ravencoin", [[0x3c], [0x7a]], null, "R or r"),
  verge: kind("Verge", [[0x1e], [0x21]], null, "D or E"),
  vertcoin: kind("Vertcoin", [[0x47], [0x05]], "vtc", "V, 3 or vtc1"),
  komodo: kind("Komodo", [[0x3c], [0x55]], null, "R or b"),
  vericoin: kind("VeriCoin", [[0x46], [0x84]], "vry", "V"),
};
