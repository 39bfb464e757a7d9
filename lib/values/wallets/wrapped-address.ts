import { readChain } from "@/lib/values/taxonomy/chain-names";
import { EVM_CHAIN_IDS } from "@/lib/values/wallets/evm-chain-ids";
import { EVM_SHORT_NAMES } from "@/lib/values/wallets/evm-short-names";
import { isKnownChain } from "@/lib/values/wallets/known-chains";

/** An address without what a link or a wallet puts around it. */
export interface Wrapped {
  /** The chain that a prefix names; null where there is none, or none that is known. */
  chain: string | null;
  address: string;
  tag: string | null;
  /** What was left out, in quotation marks. */
  removed: string[];
  /** A prefix that no chain has, with its colon; null where there is none. */
  unclear: string | null;
}

/** Prefixes that are part of an address, and the chain that writes them. */
const OWN_PREFIXES: readonly (readonly [RegExp, string])[] = [
  [/^bitcoincash:/i, "bitcoin-cash"],
  [/^(?:ecash|etoken):/i, "ecash"],
  [/^kaspa:/i, "kaspa"],
  [/^cfx:/i, "conflux"],
  [/^ed25519:/, "near"],
  [/^k:[0-9a-f]{64}$/i, "kadena"],
  [/^ronin:[0-9a-f]{40}$/i, "ronin"],
  [/^xdc[0-9a-f]{40}$/i, "xdc"],
];

/** Parameters of links that say for whom a service takes the money. */
const TAGS = /^(?:dt|tag|memo|memo[_-]?id|memotext|destination[_-]?tag|tx_payment_id)$/i;

/** First blocks of chains of Bitcoin's kind, by which CAIP-2 names them. */
const FIRST_BLOCKS: ReadonlyMap<string, string> = new Map([
  ["000000000019d6689c085ae165831e93", "bitcoin"],
  ["12a765e31ffd4059bada1e25190f6e98", "litecoin"],
  ["1a91e3dace36e2be3bf030a65679fe82", "dogecoin"],
]);

const plain = (address: string, more: Partial<Wrapped> = {}): Wrapped => ({
  chain: null,
  address,
  tag: null,
  removed: [],
  unclear: null,
  ...more,
});
const quoted = (text: string) => (text === "" ? [] : [`“${text}”`]);

/** Takes an address out of what is around it. A text that is nothing but an address stays as it is. */
export function unwrap(text: string): Wrapped {
  // Longer texts are no addresses.
  if (text.length > 1000) return plain(text);
  return tokenLink(text) ?? paymentRequest(text) ?? behindPrefix(text) ?? withTag(text);
}

/** EIP-681: the chain's number after @; a call of a token's contract names who is paid in a parameter. */
function tokenLink(text: string): Wrapped | null {
  const [, name = "", target, id, after = ""] =
    /^([a-z][\w-]*):(?:\/\/)?(?:pay-)?(0x[0-9a-f]{40})(?:@(\d+))?([/?].*)?$/i.exec(text) ?? [];
  if (target === undefined || (id === undefined && !/^ethereum$/i.test(name))) return null;
  const paid = /^\/transfer\?(?:.*&)?address=(0x[0-9a-f]{40})(?:&|$)/i.exec(after)?.[1];
  const chain = id === undefined ? "ethereum" : EVM_CHAIN_IDS.get(id);
  return plain(paid ?? target, {
    chain: chain ?? null,
    removed: quoted(paid === undefined ? after : `${target}${after}`),
    unclear: chain === undefined ? `@${id}` : null,
  });
}

/** Stellar's links, where the address is a parameter (SEP 7). */
function paymentRequest(text: string): Wrapped | null {
  const query = /^web\+stellar:pay\?(.+)$/i.exec(text)?.[1];
  if (query === undefined) return null;
  const given = new URLSearchParams(query);
  const address = given.get("destination");
  if (address === null) return null;
  const rest = [...given.keys()].filter((name) => name !== "destination" && !TAGS.test(name));
  return plain(address, {
    chain: "stellar",
    tag: given.get("memo"),
    removed: rest.map((name) => `“${name}=${given.get(name)}”`),
  });
}

function behindPrefix(text: string): Wrapped | null {
  const own = OWN_PREFIXES.find(([prefix]) => prefix.test(text));
  if (own !== undefined) return { ...withTag(text), chain: own[1] };
  const [, space, reference, account] =
    /^([a-z][a-z0-9-]{2,7}):([-_a-zA-Z0-9]{1,32}):([^:]{6,})$/i.exec(text) ?? [];
  if (space !== undefined && reference !== undefined && account !== undefined) {
    const chain = chainOfCaip(space.toLowerCase(), reference);
    return {
      ...withTag(account),
      chain,
      unclear: chain === null ? `${space}:${reference}:` : null,
    };
  }
  const [, prefix, rest] =
    /^(?:web\+)?([\p{L}][\p{L}\p{N} ._-]{0,39}):(?:\/\/)?(?:transfer\/|pay-)?\s*(\S.*)$/u.exec(
      text,
    ) ?? [];
  // What is no longer than a tag is one: `r…:1204`.
  if (prefix === undefined || rest === undefined || /^\d{1,20}$/.test(rest)) return null;
  const chain = chainOfPrefix(prefix);
  return { ...withTag(rest), chain, unclear: chain === null ? `${prefix}:` : null };
}

/** The chain of an account by its namespace and reference there (CAIP-2); null where neither says. */
function chainOfCaip(space: string, reference: string): string | null {
  if (space === "eip155") return EVM_CHAIN_IDS.get(reference) ?? null;
  if (space === "bip122") return FIRST_BLOCKS.get(reference) ?? null;
  const chain = readChain(space === "cosmos" ? reference.replace(/-\d+$/, "") : space);
  const test = /test|dev|sepolia|goerli|preprod|preview/i.test(reference);
  return test || !isKnownChain(chain) ? null : chain;
}

/** The chain that a prefix names, as EIP-3770, links or people call it; null where none is known by it. */
export function chainOfPrefix(prefix: string): string | null {
  const chain = EVM_SHORT_NAMES.get(prefix.toLowerCase()) ?? readChain(prefix);
  return isKnownChain(chain) ? chain : null;
}

/** Takes off parameters, and the tag that people put behind an account of the XRP Ledger. */
function withTag(text: string): Wrapped {
  const tagged = /^(r[1-9A-HJ-NP-Za-km-z]{24,34}):(\d{1,10})$/.exec(text);
  if (tagged?.[1] !== undefined)
    return plain(tagged[1], { chain: "ripple", tag: tagged[2] ?? null });
  const end = text.indexOf("?");
  if (end < 0) return plain(text);
  const given = [...new URLSearchParams(text.slice(end + 1))];
  const tag = given.find(([name]) => TAGS.test(name))?.[1] ?? null;
  const others = given.filter(([name]) => !TAGS.test(name));
  const left = others.map(([name, value]) => (value === "" ? name : `${name}=${value}`)).join("&");
  // `dt` is the XRP Ledger's own word.
  const ledger = text.startsWith("r") && given.some(([name]) => name === "dt");
  return plain(text.slice(0, end), {
    chain: ledger ? "ripple" : null,
    tag,
    removed: quoted(left === "" ? "" : `?${left}`),
  });
}
