/** Hosts on which everybody publishes: the account says who it was. */
const SHARED =
  /^(?:(?:mobile\.)?twitter\.com|(?:mobile\.)?x\.com|nitter\.[\w.]+|t\.me|(?:[\w-]+\.)?medium\.com|mirror\.xyz|github\.com|youtube\.com|reddit\.com|(?:[\w-]+\.)?substack\.com)$/;

/** Who published what a link leads to: the account, what the record calls its host, or the host; empty for what is no link. */
export function linkPublisher(link: string, publishers: ReadonlyMap<string, string>): string {
  if (!URL.canParse(link)) return "";
  const url = new URL(link);
  const host = url.hostname.toLowerCase().replace(/^www\./, "");
  if (!SHARED.test(host)) return publishers.get(host) ?? host;
  const own = /^([\w-]+)\.(?:medium|substack)\.com$/.exec(host)?.[1];
  const [, first = ""] = url.pathname.split("/");
  const account = own ?? first.replace(/^@/, "");
  return account === "" || /^(?:i|s|r|watch|home|search|share)$/.test(account) ? host : account;
}
