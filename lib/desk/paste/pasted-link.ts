import { readWord } from "@/lib/desk/paste/pasted-words";
import { isUrl } from "@/lib/values/links/is-url";
import { readExplorerLink } from "@/lib/values/wallets/explorer-link";

/** What a link leads to. */
export type LinkTarget =
  /**
   * @property chain null where the link's host is no explorer that is known
   * @property token whether it shows a token and not an account
   */
  | { is: "address"; address: string; chain: string | null; token: boolean }
  | { is: "transaction"; hash: string; chain: string | null }
  | { is: "block" }
  | { is: "page" };

const ACCOUNT_PATHS = /^(?:address|addresses|account|accounts|addr|wallet|contract|object)$/i;
const TRANSACTION_PATHS = /^(?:tx|txs|txn|transaction|transactions|txblock|extrinsic)$/i;
const LONGEST_LINK = 2000;

/** Reads what an explorer's link leads to; every other link leads to a page. */
export function readLink(link: string): LinkTarget {
  if (link.length > LONGEST_LINK || !isUrl(link)) return { is: "page" };
  const shown = readExplorerLink(link);
  if (shown === null) return elsewhere(new URL(link));
  const { chain, value, holder } = shown;
  if (shown.is === "block") return { is: "block" };
  if (shown.is === "transaction") return { is: "transaction", hash: value, chain };
  const token = shown.is === "token" && holder === null;
  return { is: "address", address: holder ?? value, chain, token };
}

/** A link whose host is no explorer that is known, or shows a test network: its words may say what it shows, never on which chain. */
function elsewhere(url: URL): LinkTarget {
  const parts = `${url.pathname}/${url.search}/${url.hash}`.split(/[/#?&=]/).filter(Boolean);
  for (const [at, part] of parts.entries()) {
    const before = parts[at - 1] ?? "";
    const looks = readWord(part)?.looks;
    if (TRANSACTION_PATHS.test(before) && looks === "hash")
      return { is: "transaction", hash: part, chain: null };
    const found = looks !== undefined && looks !== "broken" && looks !== "hash" && looks !== "name";
    if (ACCOUNT_PATHS.test(before) && found)
      return { is: "address", address: part, chain: null, token: false };
  }
  return { is: "page" };
}
