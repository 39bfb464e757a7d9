/** How long what it says holds; RFC 9116 asks for less than a year. */
const HOLDS_DAYS = 90;
const DAY_MS = 86_400_000;

/**
 * `security.txt` (RFC 9116): to whom a weakness of this server is reported.
 * @param contact an address with its scheme: `mailto:`, `https:` or `tel:`
 * @param base where this server is found
 */
export function securityText(contact: string, base: string, now: Date): string {
  const today = Math.floor(now.getTime() / DAY_MS) * DAY_MS;
  const expires = new Date(today + HOLDS_DAYS * DAY_MS).toISOString().replace(".000Z", "Z");
  return [
    `Contact: ${contact}`,
    `Expires: ${expires}`,
    "Preferred-Languages: en",
    `Canonical: ${base}/.well-known/security.txt`,
    "",
  ].join("\n");
}
