import { type PathSegments, route } from "@/lib/site/urls/route";
import { type Read, readParameters } from "@/lib/statistics/rules/parameters";
import { chainSchema } from "@/lib/values/taxonomy/taxonomy";

/** A wallet address or a transaction, in any of its spellings. */
export interface WalletView {
  chain: string;
  /** The address, or the transaction's hash. */
  text: string;
}

/** Longer texts are neither an address nor a hash, and some forms take long to read them. */
const LONGEST = 200;

/** What the record has on a wallet address or a transaction. */
export const walletRoutes = {
  address: route<WalletView>({
    folder: "address",
    pattern: /^\/addresses\/(?<chain>[^/]+)\/(?<text>[^/]+)$/,
    answer: "page",
    read: readWallet,
    write: ({ chain, text }) => ({ segments: { chain, text: writtenInPath(text) } }),
    path: ({ chain, text }) => `/addresses/${chain}/${text}`,
    requires: (view) => [{ kind: "address", ...view }],
  }),
  transaction: route<WalletView>({
    folder: "transaction",
    pattern: /^\/transactions\/(?<chain>[^/]+)\/(?<text>[^/]+)$/,
    answer: "page",
    read: readWallet,
    write: ({ chain, text }) => ({ segments: { chain, text: writtenInPath(text) } }),
    path: ({ chain, text }) => `/transactions/${chain}/${text}`,
    requires: (view) => [{ kind: "transaction", ...view }],
  }),
};

/** Null where a path names neither a chain nor anything on one. */
export function readWallet(
  { chain = "", text = "" }: PathSegments,
  query: URLSearchParams,
): Read<WalletView> | null {
  const plain = decoded(text);
  if (plain === null || plain === "" || plain.length > LONGEST) return null;
  if (!chainSchema.safeParse(chain).success) return null;
  const read = readParameters(query, []);
  return read.ok ? { ok: true, value: { chain, text: plain } } : read;
}

/** As one segment of a path, with the colons that some chains' names hold. */
export function writtenInPath(text: string): string {
  return encodeURIComponent(text).replaceAll("%3A", ":");
}

function decoded(text: string): string | null {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
}
