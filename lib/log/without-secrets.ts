import type { Environment } from "@/lib/environment/environment";

const HIDDEN = "***";
/** The password in the address of a server, wherever such an address stands. */
const PASSWORD = /(\b[a-z][a-z\d+.-]*:\/\/[^\s:@/"\\]*):[^\s@/"\\]+@/gi;
const EMAIL = /[\w.+%-]+@(?:[\w-]+\.)+[a-z]{2,}/gi;
/** A program's key to the desk: see lib/desk/keys/api-key.ts. */
const API_KEY = /\bll_[\w-]{20,}/g;
/** Anything shorter may be a part of any word. */
const SHORTEST = 8;

/**
 * Takes out of log lines what is in them although nobody wrote it there on purpose: secrets of the settings, passwords in
 * addresses, keys of programs, and e-mail addresses.
 */
export function withoutSecrets(
  settings: Pick<Environment, "DATABASE_URL" | "LOSSLINE_SECRET" | "LOSSLINE_TEST_DATABASE_URL">,
): (line: string) => string {
  const secrets = [
    settings.LOSSLINE_SECRET,
    ...[settings.DATABASE_URL, settings.LOSSLINE_TEST_DATABASE_URL].flatMap(passwordsIn),
  ]
    .filter((secret) => secret !== undefined)
    .filter(({ length }) => length >= SHORTEST)
    // As they stand in JSON.
    .map((secret) => JSON.stringify(secret).slice(1, -1));
  return (line) => {
    let shown = line;
    for (const secret of secrets) shown = shown.replaceAll(secret, HIDDEN);
    if (shown.includes("ll_")) shown = shown.replace(API_KEY, `ll_${HIDDEN}`);
    if (!shown.includes("@")) return shown;
    return shown.replace(PASSWORD, `$1:${HIDDEN}@`).replace(EMAIL, "[e-mail]");
  };
}

/** The password of an address, as it is written there and as it is meant. */
function passwordsIn(address: string | undefined): string[] {
  if (address === undefined || !URL.canParse(address)) return [];
  const url = new URL(address);
  const given = [url.password, url.searchParams.get("password") ?? ""];
  return given.flatMap((password) => [password, decoded(password)]);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
