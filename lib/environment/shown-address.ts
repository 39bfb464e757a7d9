const HIDDEN = "***";

/**
 * The address of a server as it may be shown: without its password, wherever that is in it; null where the
 * text is no address, and may be a password as a whole or in part.
 */
export function shownAddress(given: string): string | null {
  if (!URL.canParse(given)) return /[@=]|pass/i.test(given) ? null : given;
  const url = new URL(given);
  // Without a host, what looks like a path may hold the user and the password.
  if (url.host === "" && given.includes("@")) return null;
  const secret = [...url.searchParams.keys()].filter((name) => /pass|secret|key|token/i.test(name));
  if (url.password === "" && secret.length === 0) return given;
  if (url.password !== "") url.password = HIDDEN;
  for (const name of secret) url.searchParams.set(name, HIDDEN);
  return url.href;
}
