import { beforeHead } from "@/lib/site/requests/server-hooks";

/** A year; without sub-domains, which may be somebody else's. */
const HSTS = "max-age=31536000";

/**
 * Has browsers that were here over TLS come back over TLS alone.
 * @param base the public address, where the operator has said it: nothing is demanded unless it is `https:`
 */
export function demandTls(base: string | undefined): void {
  if (base === undefined || new URL(base).protocol !== "https:") return;
  beforeHead((response) => response.setHeader("Strict-Transport-Security", HSTS));
}
