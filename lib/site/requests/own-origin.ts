/**
 * Whether what a browser sends comes from a page of this site. A browser says where from with everything
 * that it posts, and no page can make it say otherwise; what says nothing is no browser.
 * @param base the public address, where the operator has said it
 */
export function isFromHere(headers: Headers, base: string | null): boolean {
  const origin = headers.get("origin");
  if (origin === null) return headers.get("sec-fetch-site") !== "cross-site";
  if (!URL.canParse(origin)) return false;
  const own = [
    base === null ? null : new URL(base).host,
    // As Next takes it, which answers with a failure where it finds another.
    headers.get("x-forwarded-host")?.split(",")[0]?.trim() || headers.get("host"),
  ];
  return own.includes(new URL(origin).host);
}
