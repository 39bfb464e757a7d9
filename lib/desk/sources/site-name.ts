/** Who publishes at a site, as the record calls them, where the site's name alone does not say it well. */
const PUBLISHERS: Readonly<Record<string, string>> = {
  "beosin.com": "Beosin",
  "bleepingcomputer.com": "BleepingComputer",
  "blockaid.io": "Blockaid",
  "blocksec.com": "BlockSec",
  "bloomberg.com": "Bloomberg",
  "certik.com": "CertiK",
  "chainalysis.com": "Chainalysis",
  "coindesk.com": "CoinDesk",
  "cointelegraph.com": "Cointelegraph",
  "cryptopotato.com": "CryptoPotato",
  "cryptoslate.com": "CryptoSlate",
  "decrypt.co": "Decrypt",
  "dlnews.com": "DL News",
  "elliptic.co": "Elliptic",
  "fbi.gov": "FBI",
  "forbes.com": "Forbes",
  "halborn.com": "Halborn",
  "hacken.io": "Hacken",
  "immunebytes.com": "ImmuneBytes",
  "immunefi.com": "Immunefi",
  "justice.gov": "US Department of Justice",
  "merklescience.com": "Merkle Science",
  "nccgroup.com": "NCC Group",
  "ofac.treasury.gov": "OFAC",
  "openzeppelin.com": "OpenZeppelin",
  "peckshield.com": "PeckShield",
  "quillaudits.com": "QuillAudits",
  "rekt.news": "rekt.news",
  "reuters.com": "Reuters",
  "slowmist.com": "SlowMist",
  "solidityscan.com": "SolidityScan",
  "techcrunch.com": "TechCrunch",
  "theblock.co": "The Block",
  "therecord.media": "The Record",
  "home.treasury.gov": "US Department of the Treasury",
  "trmlabs.com": "TRM Labs",
  "web3isgoinggreat.com": "Web3 is Going Just Great",
  "wired.com": "Wired",
  "zachxbt.mirror.xyz": "ZachXBT",
};

/** Hosts on which anybody publishes: the host says nothing of who did. */
const ANYBODYS =
  /(?:^|\.)(?:medium\.com|substack\.com|github\.com|github\.io|mirror\.xyz|hackmd\.io|notion\.site|notion\.so|google\.com|blogspot\.com|wordpress\.com|t\.me|telegram\.me|discord\.com|reddit\.com|youtube\.com|youtu\.be|pastebin\.com|archive\.(?:ph|is|org)|gitbook\.io|paragraph\.xyz|linkedin\.com|facebook\.com|weibo\.com|zhihu\.com|note\.com)$/;
const POSTS = /^(?:mobile\.)?(?:twitter|x)\.com$|^nitter\./;

/** A link's host as sites are known by: in small letters, without www. */
export function siteOf({ hostname }: URL): string {
  return hostname.toLowerCase().replace(/^www\./, "");
}

/** Who publishes at a site, or at one that it is part of; null where its name says it as well as anything. */
export function siteName(host: string): string | null {
  const known = Object.keys(PUBLISHERS).find((each) => host === each || host.endsWith(`.${each}`));
  return known === undefined ? null : (PUBLISHERS[known] ?? null);
}

/** Whether anybody publishes at a site, so that its name is no publisher. */
export function isAnybodys(host: string): boolean {
  return POSTS.test(host) || ANYBODYS.test(host);
}

/** Whose post a link on X or one of its mirrors leads to, as the record names them; null of any other link. */
export function postedBy(url: URL): string | null {
  const account = /^\/([A-Za-z0-9_]{1,15})\/status(?:es)?\//.exec(url.pathname)?.[1];
  return POSTS.test(siteOf(url)) && account !== undefined && account !== "i"
    ? `@${account} on X`
    : null;
}

/** Whose page of a site of many authors a link leads to, as the link writes it; null where it does not say. */
export function accountOf(url: URL): string | null {
  const own = /^([\w-]+)\.(?:medium|substack|mirror)\.\w+$/.exec(siteOf(url))?.[1];
  // Telegram shows a channel's posts to everybody below /s/.
  const [, first = ""] = url.pathname.replace(/^\/s\//, "/").split("/");
  const account = own ?? first.replace(/^@/, "");
  return account === "" || /^(?:i|s|r|p|watch|home|search|share)$/.test(account) ? null : account;
}
