import { readWord } from "@/lib/desk/paste/pasted-words";
import { addressProblem } from "@/lib/values/wallets/address-format";
import { chainOfExplorer } from "@/lib/values/wallets/explorer-hosts";

/** What a link leads to. */
type LinkTarget =
  /** @property chain null where the link's host is no explorer that is known */
  | { is: "address"; address: string; chain: string | null }
  | { is: "transaction" }
  | { is: "block" }
  | { is: "page" };

const ACCOUNT_PATHS = /^(?:address|addresses|account|accounts|addr|wallet|contract|object)$/i;
const TRANSACTION_PATHS = /^(?:tx|txs|txn|transaction|transactions|txblock|extrinsic)$/i;
const LONGEST_LINK = 2000;

/** Reads what an explorer's link leads to; every other link leads to a page. */
export function readLink(link: string): LinkTarget {
  if (link.length > LONGEST_LINK || !URL.canParse(link)) return { is: "page" };
  const url = new URL(link);
  const chain = chainOfExplorer(url);
  const parts = `${url.pathname}/${url.search}/${url.hash}`.split(/[/#?&=]/).filter(Boolean);
  const follows = (paths: RegExp, at: number) => paths.test(parts[at - 1] ?? "");
  const hash = parts.findIndex((_, at) => follows(TRANSACTION_PATHS, at));
  if (hash > 0 && (chain !== null || readWord(parts[hash] ?? "")?.looks === "hash"))
    return { is: "transaction" };
  for (let at = parts.length - 1; at >= 0; at--) {
    const part = parts[at] ?? "";
    const account = follows(ACCOUNT_PATHS, at);
    const looks = readWord(part)?.looks;
    const fits = account ? looks !== "broken" : looks === "address";
    if (!fits || (chain === null && (!account || looks === undefined))) continue;
    if (chain !== null && addressProblem(chain, part) !== null) continue;
    if (looks === "hash" && chain === null) continue;
    return { is: "address", address: part, chain };
  }
  return { is: chain !== null && parts.some((part) => /^blocks?$/i.test(part)) ? "block" : "page" };
}
