import { isUrl } from "@/lib/values/links/is-url";
import { addressProblem, isChecked } from "@/lib/values/wallets/address-format";
import { explorerOf } from "@/lib/values/wallets/explorer-hosts";
import { guessChain } from "@/lib/values/wallets/guessed-chain";
import {
  isCheckedTransactionChain,
  transactionHash,
  transactionProblem,
} from "@/lib/values/wallets/transaction-hash";
import { withoutUnseen } from "@/lib/values/wallets/unseen-signs";

/** What a page of a block explorer shows. */
export interface ExplorerLink {
  is: "transaction" | "address" | "token" | "block";
  /** Null where an explorer of several chains does not say which. */
  chain: string | null;
  /** The hash, address or number, in its chain's form. */
  value: string;
  /** Whose tokens a token's page shows (`?a=`): then the page is about that address. Null where about all. */
  holder: string | null;
}

type Kind = ExplorerLink["is"];

/** Words of paths after which a thing comes, perhaps behind a chain's name. */
const WORDS: readonly (readonly [Kind, RegExp])[] = [
  [
    "transaction",
    /^(?:tx|txs|txn|txns|txid|transaction|transactions|txblock|extrinsic|message|deploy|trace|attack|tx\.dws|operation)$/i,
  ],
  ["token", /^(?:tokens?|token20|token721|jetton|jettons|nft|collection|coin|asset|assets|mint)$/i],
  [
    "address",
    /^(?:address|addresses|account|accounts|addr|wallet|contract|contracts|object|entity|profile|stakekey|result|address\.dws)$/i,
  ],
  ["block", /^(?:block|blocks|blk|ledger|ledgers|height)$/i],
];
const LONGEST = 2000;

/** Reads a block explorer's link; null for a link to anything else, to a test network, or to no single thing. */
export function readExplorerLink(link: string): ExplorerLink | null {
  const { text } = withoutUnseen(link);
  if (text.length > LONGEST || !isUrl(text)) return null;
  const url = new URL(text);
  const host = explorerOf(url);
  if (host === null) return null;
  const parts = partsOf(url);
  const holder = url.searchParams.get("a");
  for (const [at, part] of parts.entries()) {
    const kind = WORDS.find(([, words]) => words.test(part))?.[0];
    if (kind === undefined) continue;
    for (const value of parts.slice(at + 1)) {
      const read = thingIn(kind, host.chain, value);
      if (read === null) continue;
      const own = kind === "token" && holder !== null && fits("address", host.chain, holder);
      return { is: kind, chain: host.chain, value: read, holder: own ? holder : null };
    }
  }
  // Some name nothing before it: tonviewer.com/EQ…, ethtx.info/mainnet/0x…
  return bareThing(parts, host.chain);
}

function partsOf(url: URL): string[] {
  const words = `${url.pathname}/${url.search}/${url.hash}`.split(/[/#?&=]/).filter(Boolean);
  return words.map((word) => {
    const end = word.replace(/(?<![).,;])[).,;]+$/, "");
    try {
      return decodeURIComponent(end);
    } catch {
      // A lone % is somebody's typing; the word may do as it is.
      return end;
    }
  });
}

function thingIn(kind: Kind, chain: string | null, text: string): string | null {
  if (kind === "block") return /^(?:\d{1,12}|(?:0x)?[0-9a-f]{64})$/i.test(text) ? text : null;
  if (!fits(kind, chain, text)) return null;
  return kind === "transaction" && chain !== null ? transactionHash(chain, text) : text;
}

/** Whether a text can be a transaction, or an address, of a chain; where none is known, of any. */
function fits(
  kind: "transaction" | "address" | "token",
  chain: string | null,
  text: string,
): boolean {
  if (kind === "transaction") {
    if (chain === null || !isCheckedTransactionChain(chain))
      return /^(?:0x)?[0-9a-f]{64}$/i.test(text);
    return transactionProblem(chain, text) === null;
  }
  if (chain === null || !isChecked(chain)) return guessChain(text) !== null;
  return addressProblem(chain, text) === null;
}

function bareThing(parts: readonly string[], chain: string | null): ExplorerLink | null {
  for (const value of parts) {
    if (value.length < 30) continue;
    for (const is of ["address", "transaction"] as const) {
      const read = thingIn(is, chain, value);
      if (read !== null) return { is, chain, value: read, holder: null };
    }
  }
  return null;
}
