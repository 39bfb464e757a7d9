import { blake2b } from "@noble/hashes/blake2.js";
import { sha256 } from "@noble/hashes/sha2.js";
import { keccak_256 } from "@noble/hashes/sha3.js";
import {
  base32nopad,
  base58,
  base58xrp,
  base64,
  bech32,
  bech32m,
  createBase58check,
} from "@scure/base";
import { EVM_CHAINS } from "@/lib/values/wallets/evm-chains";

/** Says what is wrong with an address, in plain words; null where nothing is. */
type Check = (address: string) => string | null;

const base58check = createBase58check(sha256);
const xrpCheck = checkedBy(base58xrp.decode);

function attempt<Result>(run: () => Result): Result | null {
  try {
    return run();
  } catch {
    // The decoders say by throwing that a text is not theirs.
    return null;
  }
}

/** Base58 with a double SHA-256 at its end, in another alphabet. */
function checkedBy(decode: (text: string) => Uint8Array): (text: string) => Uint8Array | null {
  return (text) => {
    const bytes = attempt(() => decode(text));
    if (bytes === null || bytes.length < 5) return null;
    const [body, sum] = [bytes.slice(0, -4), bytes.slice(-4)];
    const expected = sha256(sha256(body)).slice(0, 4);
    return expected.every((byte, index) => byte === sum[index]) ? body : null;
  };
}

/** Whether each letter stands as large or small as the address's own Keccak hash demands (EIP-55). */
function withChecksum(address: string): string {
  const digits = address.slice(2).toLowerCase();
  const hash = keccak_256(new TextEncoder().encode(digits));
  const capitals = [...digits].map((digit, index) => {
    const nibble = ((hash[index >> 1] ?? 0) >> (index % 2 === 0 ? 4 : 0)) & 15;
    return nibble >= 8 ? digit.toUpperCase() : digit;
  });
  return `0x${capitals.join("")}`;
}

const evm: Check = (address) => {
  if (/^0x[0-9a-f]{64}$/i.test(address))
    return "is 64 hexadecimal digits long, which is a transaction; an address has 40";
  if (!/^0x/i.test(address)) return "must begin with 0x";
  const digits = address.slice(2);
  if (!/^[0-9a-f]*$/i.test(digits)) return "must hold only hexadecimal digits after 0x";
  if (digits.length !== 40)
    return `must have 40 hexadecimal digits after 0x; this one has ${digits.length}`;
  return null;
};

interface BitcoinKind {
  name: string;
  /** The first bytes of base58check addresses. */
  versions: readonly number[];
  /** Of bech32 addresses; null where the chain has none. */
  prefix: string | null;
  begins: string;
}

function bitcoinKind({ name, versions, prefix, begins }: BitcoinKind): Check {
  return (address) => {
    if (prefix !== null && address.toLowerCase().startsWith(`${prefix}1`))
      return segwit(address, prefix);
    const bytes = attempt(() => base58check.decode(address));
    if (bytes === null) return base58Problem(address, `${name} addresses begin with ${begins}`);
    if (bytes.length !== 21 || !versions.includes(bytes[0] ?? -1))
      return `is not an address of ${name}, whose addresses begin with ${begins}`;
    return null;
  };
}

function base58Problem(address: string, otherwise: string): string {
  const stranger = /[^1-9A-HJ-NP-Za-km-z]/.exec(address)?.[0];
  if (stranger !== undefined)
    return `holds “${stranger}”, which these addresses never hold; ${otherwise}`;
  return address.length < 25 || address.length > 64
    ? `has ${address.length} characters, which is too ${address.length < 25 ? "few" : "many"}; ${otherwise}`
    : "has a wrong checksum, so a character is probably mistyped";
}

/** A witness program: version 0 under bech32, later ones under bech32m (BIP 350). */
function segwit(address: string, prefix: string): string | null {
  if (address !== address.toLowerCase() && address !== address.toUpperCase())
    return "mixes capital and small letters, which these addresses never do";
  const one = attempt(() => bech32.decode(address as `${string}1${string}`, 90));
  const two = attempt(() => bech32m.decode(address as `${string}1${string}`, 90));
  const decoded = one ?? two;
  if (decoded === null) return "has a wrong checksum, so a character is probably mistyped";
  const [version, ...words] = decoded.words;
  const program = attempt(() => bech32.fromWords(words));
  if (decoded.prefix !== prefix || version === undefined || program === null || version > 16)
    return "is no address: what it holds cannot be read";
  if ((version === 0) !== (one !== null))
    return "has the checksum of another kind of address (bech32 for bech32m, or the reverse)";
  const fits =
    version === 0 ? [20, 32].includes(program.length) : program.length >= 2 && program.length <= 40;
  return fits ? null : `holds ${program.length} bytes, which no address does`;
}

/** Bitcoin Cash's own form: letters over five bits with a checksum of 40 bits. */
const cashAddress: Check = (address) => {
  const small = address.toLowerCase();
  if (address !== small && address !== address.toUpperCase())
    return "mixes capital and small letters, which these addresses never do";
  const body = small.replace(/^bitcoincash:/, "");
  const letters = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
  const values = [...body].map((letter) => letters.indexOf(letter));
  if (values.includes(-1)) return "holds characters that these addresses never hold";
  const prefix = [..."bitcoincash"].map((letter) => letter.charCodeAt(0) & 31);
  let sum = 1n;
  const generators = [0x98f2bc8e61n, 0x79b76d99e2n, 0xf33e5fb3c4n, 0xae2eabe2a8n, 0x1e4f43e470n];
  for (const value of [...prefix, 0, ...values]) {
    const top = sum >> 35n;
    sum = ((sum & 0x07ffffffffn) << 5n) ^ BigInt(value);
    generators.forEach((generator, bit) => {
      if ((top >> BigInt(bit)) & 1n) sum ^= generator;
    });
  }
  return sum === 1n ? null : "has a wrong checksum, so a character is probably mistyped";
};

const bitcoinCash: Check = (address) =>
  /^(?:bitcoincash:)?[qp][a-z0-9]{30,}$/i.test(address)
    ? cashAddress(address)
    : bitcoinKind({
        name: "Bitcoin Cash",
        versions: [0x00, 0x05],
        prefix: null,
        begins: "q, p, 1 or 3",
      })(address);

const tron: Check = (address) => {
  const bytes = attempt(() => base58check.decode(address));
  if (bytes === null) return base58Problem(address, "Tron’s addresses begin with T");
  return bytes.length === 21 && bytes[0] === 0x41
    ? null
    : "is not an address of Tron, whose addresses begin with T";
};

const solana: Check = (address) => {
  if (/^0x/.test(address)) return "begins with 0x, which addresses of Solana never do";
  const bytes = attempt(() => base58.decode(address));
  if (bytes === null) return base58Problem(address, "Solana’s addresses are base58");
  if (bytes.length === 64) return "is 64 bytes long, which is a transaction; an address has 32";
  return bytes.length === 32 ? null : `must be 32 bytes in base58; this one is ${bytes.length}`;
};

const ripple: Check = (address) => {
  if (/^X[1-9A-HJ-NP-Za-km-z]{46}$/.test(address))
    return xrpCheck(address) === null
      ? "has a wrong checksum, so a character is probably mistyped"
      : null;
  if (!address.startsWith("r")) return "must begin with r";
  const bytes = xrpCheck(address);
  if (bytes === null) return "has a wrong checksum, so a character is probably mistyped";
  return bytes.length === 21 && bytes[0] === 0 ? null : "is no account of the XRP Ledger";
};

/** Accounts of chains built with the Cosmos SDK, and others whose address is plain bech32. */
function cosmosKind(...prefixes: readonly string[]): Check {
  return (address) => {
    const decoded = attempt(() => bech32.decode(address as `${string}1${string}`, 120));
    const prefix = prefixes.find((each) => address.toLowerCase().startsWith(`${each}1`));
    if (prefix === undefined)
      return `must begin with ${prefixes.map((each) => `${each}1`).join(" or ")}`;
    if (decoded === null) return "has a wrong checksum, so a character is probably mistyped";
    const bytes = attempt(() => bech32.fromWords(decoded.words));
    return bytes !== null && [20, 32].includes(bytes.length)
      ? null
      : "is no address: what it holds has the wrong length";
  };
}

const either =
  (...checks: readonly [Check, ...Check[]]): Check =>
  (address) => {
    const said = checks.map((check) => check(address));
    return said.includes(null) ? null : (said[0] ?? null);
  };

/** Stellar: version, 32 bytes and a CRC-16 in base32. */
const stellar: Check = (address) => {
  if (!/^[GMC][A-Z2-7]+$/.test(address)) return "must begin with G and hold only A–Z and 2–7";
  const bytes = attempt(() => base32nopad.decode(address));
  if (bytes === null || bytes.length < 35)
    return "has the wrong length; an account has 56 characters";
  const sum = (bytes[bytes.length - 2] ?? 0) | ((bytes[bytes.length - 1] ?? 0) << 8);
  return crc16(bytes.slice(0, -2)) === sum
    ? null
    : "has a wrong checksum, so a character is probably mistyped";
};

function crc16(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++)
      crc = crc & 0x8000 ? ((crc << 1) ^ 0x1021) & 0xffff : (crc << 1) & 0xffff;
  }
  return crc;
}

/** TON: 36 bytes in base64, the last two a CRC-16; or the raw form, workchain and 32 bytes. */
const ton: Check = (address) => {
  if (/^-?\d:[0-9a-f]{64}$/i.test(address)) return null;
  const bytes = attempt(() => base64.decode(address.replaceAll("-", "+").replaceAll("_", "/")));
  if (bytes === null || bytes.length !== 36)
    return "must be 48 characters of base64, or the raw form such as 0:…";
  const sum = ((bytes[34] ?? 0) << 8) | (bytes[35] ?? 0);
  return crc16(bytes.slice(0, 34)) === sum
    ? null
    : "has a wrong checksum, so a character is probably mistyped";
};

const cardano: Check = (address) => {
  if (/^(?:addr|stake)1/.test(address)) {
    return attempt(() => bech32.decode(address as `${string}1${string}`, 200)) === null
      ? "has a wrong checksum, so a character is probably mistyped"
      : null;
  }
  if (/^(?:Ae2|DdzFF)/.test(address))
    return attempt(() => base58.decode(address)) === null
      ? "holds characters that are not base58"
      : null;
  return "must begin with addr1, stake1, Ae2 or DdzFF";
};

const near: Check = (address) =>
  /^[0-9a-f]{64}$/.test(address) || /^(?=.{2,64}$)[a-z0-9]+(?:[-_.][a-z0-9]+)*$/.test(address)
    ? null
    : "must be an account name such as alice.near, or 64 hexadecimal digits";

/** Aptos and Sui: 32 bytes in hexadecimal; leading zeros may be missing. */
const hex32: Check = (address) =>
  /^0x[0-9a-f]{1,64}$/i.test(address) ? null : "must be 0x and up to 64 hexadecimal digits";

const algorand: Check = (address) =>
  /^[A-Z2-7]{58}$/.test(address) ? null : "must be 58 characters of A–Z and 2–7";

/** Substrate's SS58: base58 with the first two bytes of a Blake2b hash at its end. */
const substrate: Check = (address) => {
  const bytes = attempt(() => base58.decode(address));
  if (bytes === null) return base58Problem(address, "addresses of Polkadot’s kind are base58");
  if (bytes.length < 35 || bytes.length > 36) return "must be 32 bytes with a prefix, in base58";
  const hash = blake2b(
    Uint8Array.from([...new TextEncoder().encode("SS58PRE"), ...bytes.slice(0, -2)]),
  );
  return hash[0] === bytes[bytes.length - 2] && hash[1] === bytes[bytes.length - 1]
    ? null
    : "has a wrong checksum, so a character is probably mistyped";
};

const eos: Check = (address) =>
  /^[a-z1-5.]{1,12}$/.test(address)
    ? null
    : "must be an account of up to 12 characters: a–z, 1–5 and dots";

const hedera: Check = (address) =>
  /^\d+\.\d+\.\d+(?:-[a-z]{5})?$/.test(address) ? null : "must be an account such as 0.0.12345";

const tezos: Check = (address) => {
  if (!/^(?:tz[1-4]|KT1)/.test(address)) return "must begin with tz1, tz2, tz3, tz4 or KT1";
  return attempt(() => base58check.decode(address)) === null
    ? base58Problem(address, "Tezos’s addresses are base58")
    : null;
};

const monero: Check = (address) =>
  /^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/.test(address)
    ? null
    : "must begin with 4 or 8 and be 95 characters long, or 106";

const kadena: Check = (address) =>
  /^[\p{L}\p{N}\p{P}\p{S}]{3,256}$/u.test(address) &&
  (!/^k:/.test(address) || /^k:[0-9a-f]{64}$/.test(address))
    ? null
    : "must be k: and 64 hexadecimal digits, or an account’s name";

const zcash: Check = (address) => {
  if (/^(?:zs|u)1/.test(address))
    return either(
      (text) => (attempt(() => bech32.decode(text as `${string}1${string}`, 500)) ? null : "wrong"),
      (text) =>
        attempt(() => bech32m.decode(text as `${string}1${string}`, 500)) ? null : "wrong",
    )(address) === null
      ? null
      : "has a wrong checksum, so a character is probably mistyped";
  if (!/^t[13]/.test(address)) return "must begin with t1, t3, zs1 or u1";
  return attempt(() => base58check.decode(address)) === null
    ? base58Problem(address, "Zcash’s addresses begin with t1, t3, zs1 or u1")
    : null;
};

const bitcoin: BitcoinKind = {
  name: "Bitcoin",
  versions: [0x00, 0x05],
  prefix: "bc",
  begins: "1, 3 or bc1",
};

const CHECKS: ReadonlyMap<string, Check> = new Map<string, Check>([
  ...[...EVM_CHAINS].map((chain): [string, Check] => [chain, evm]),
  ["bitcoin", bitcoinKind(bitcoin)],
  [
    "litecoin",
    bitcoinKind({
      name: "Litecoin",
      versions: [0x30, 0x32, 0x05],
      prefix: "ltc",
      begins: "L, M, 3 or ltc1",
    }),
  ],
  [
    "dogecoin",
    bitcoinKind({ name: "Dogecoin", versions: [0x1e, 0x16], prefix: null, begins: "D, A or 9" }),
  ],
  ["bitcoin-cash", bitcoinCash],
  ["tron", tron],
  ["solana", solana],
  ["ripple", ripple],
  ["stellar", stellar],
  ["ton", ton],
  ["cardano", cardano],
  ["near", near],
  ["aptos", hex32],
  ["sui", hex32],
  ["algorand", algorand],
  ["polkadot", either(substrate, evm)],
  ["bittensor", either(substrate, evm)],
  ["eos", eos],
  ["hedera", either(hedera, evm)],
  ["tezos", tezos],
  ["monero", monero],
  ["kadena", kadena],
  ["zcash", zcash],
  ["cosmos", cosmosKind("cosmos", "cosmosvaloper")],
  ["osmosis", cosmosKind("osmo")],
  ["juno", cosmosKind("juno")],
  ["terra", cosmosKind("terra")],
  ["kujira", cosmosKind("kujira")],
  ["neutron", cosmosKind("neutron")],
  ["comdex", cosmosKind("comdex")],
  ["secret", cosmosKind("secret")],
  ["sentinel", cosmosKind("sent")],
  ["thorchain", cosmosKind("thor")],
  ["maya", cosmosKind("maya")],
  ["saga", cosmosKind("saga")],
  ["coreum", cosmosKind("core")],
  ["elrond", cosmosKind("erd")],
  ["gravity-bridge", cosmosKind("gravity")],
  ["mantra", either(cosmosKind("mantra"), evm)],
  ["sei", either(evm, cosmosKind("sei"))],
  ["ronin", either(evm, (address) => evm(address.replace(/^ronin:/, "0x")))],
  ["harmony", either(evm, cosmosKind("one"))],
  ["zetachain", either(evm, cosmosKind("zeta"))],
  ["iotex", either(evm, cosmosKind("io"))],
]);

/**
 * What is wrong with an address on its chain; null where nothing is. A chain whose form is not known
 * here takes any text without spaces.
 */
export function addressProblem(chain: string, address: string): string | null {
  if (/\s/.test(address)) return "must not hold spaces";
  return CHECKS.get(chain)?.(address) ?? null;
}

/**
 * A warning about an address of Ethereum's kind: its capital letters are a checksum (EIP-55), and a
 * wrong one says that a character was probably mistyped. Only a warning, because sources do print
 * addresses with wrong capitals, and the record quotes a few. Null where there is none.
 */
export function addressWarning(address: string): string | null {
  if (!/^0x[0-9a-f]{40}$/i.test(address)) return null;
  const digits = address.slice(2);
  const mixed = /[a-f]/.test(digits) && /[A-F]/.test(digits);
  if (!mixed || withChecksum(address) === `0x${digits}`) return null;
  return "has a wrong checksum: its capital and small letters do not fit, so a character is probably mistyped";
}

/** Whether the addresses of a chain are checked at all. */
export function isChecked(chain: string): boolean {
  return CHECKS.has(chain);
}

/** The chains whose addresses are checked. */
export function checkedChains(): string[] {
  return [...CHECKS.keys()];
}
