import { isAnybodys, postedBy, siteName, siteOf } from "@/lib/desk/sources/site-name";

/** Words before a link that introduce it and name nobody. */
const INTRODUCES =
  /^(?:see|see also|also(?: read)?|read(?: more)?|source|sources|via|more|details?|link|links|report|analysis|analyses|write-?ups?|post-?mortem|thread|tweet|statement|announcement|proof|the proof|first|from|and|und|et|y|here|url|blog|quelle|quellen|fuente|fuentes|lien|liens|出典|来源|来源于|详情见|参考|출처)$/i;

/**
 * Who published a page, by the words right before its link, else by its host; empty where neither says it.
 * @param target who was robbed: their own site is theirs
 * @param before what stands before the link on its line
 */
export function publisherAt(url: string, before: string, target: string): string {
  const link = new URL(url);
  const host = siteOf(link);
  const known = siteName(host);
  if (known !== null) return known;
  const repository = /^\/(?:[^/]+)\/(DeFiHackLabs)\//i.exec(link.pathname)?.[1];
  if (host === "github.com" && repository !== undefined) return repository;
  const named = namedWithDay(before) || namedBefore(before, host);
  if (named !== "") return named;
  const account = postedBy(link);
  if (account !== null) return account;
  const own = target.toLowerCase().replace(/[^a-z0-9]/g, "");
  if (own !== "" && host.split(".").some((part) => part === own)) return target;
  return isAnybodys(host) ? "" : host;
}

/** Small words within a name: "Bank of Ireland", "Web3 is Going Great" has its own. */
const WITHIN = "(?:of|the|and|for|de|la|du|der|&)";
const NAME = String.raw`\p{Lu}[\p{L}\p{N}.&'’-]*(?:\s+(?:${WITHIN}\s+)?\p{Lu}[\p{L}\p{N}.&'’-]*){0,4}`;
const NAME_WITH_DAY = new RegExp(
  String.raw`(?<![\p{L}\p{N}])(${NAME})\s*[(（][^()（）]*\d[^()（）]*[)）]\s*[:：]\s*$`,
  "u",
);

/** "… as was first told by Harbour Post (9 Sep 2025): ": a name with a day of its own, within a sentence too. */
function namedWithDay(before: string): string {
  const words = NAME_WITH_DAY.exec(before)?.[1]?.split(/\s+/) ?? [];
  // What begins the sentence is no part of the name: "See Harbour Post".
  while (words[0] !== undefined && (INTRODUCES.test(words[0]) || LEADS.test(words[0])))
    words.shift();
  return words.join(" ");
}

/** Words that a sentence begins with, written large there. */
const LEADS =
  /^(?:as|by|in|on|at|according|to|per|told|reported|said|later|then|it|this|laut|nach|selon|según|segundo)$/i;

/** "Kestrel Labs, 3 Feb 2022, ", "- Halborn (September 2025): ": a name at the line's start that its host has, too. */
function namedBefore(before: string, host: string): string {
  const said =
    /(?:^|[|·•*\-–—(])\s*(\p{Lu}[\p{L}\p{N}.&'’ -]{1,40}?)\s*(?:\([^()]*\)|,\s[^,()]{3,25})?\s*[:：,]\s*$/u
      .exec(before)?.[1]
      ?.trim();
  if (said === undefined || INTRODUCES.test(said)) return "";
  const key = said.toLowerCase().replace(/[^a-z0-9]/g, "");
  const own = host.replace(/[^a-z0-9]/g, "");
  const initials = said
    .split(/\s+/)
    .map((word) => word.charAt(0).toLowerCase())
    .join("");
  const listed = /^\s*(?:[-*•|·]\s*)?\p{Lu}/u.test(before) && said.split(/\s+/).length <= 4;
  return key !== "" &&
    (own.includes(key) ||
      (initials.length > 2 && own.includes(initials)) ||
      (listed && /[(,].*[:,：]\s*$/u.test(before)))
    ? said
    : "";
}
