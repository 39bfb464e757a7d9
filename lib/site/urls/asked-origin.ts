import { environment } from "@/lib/environment/current-environment";
import { publicBase } from "@/lib/site/urls/public-url";

/** A host as a request names one, with its port. */
const HOST = /^(?:[a-z\d](?:[a-z\d.-]{0,251}[a-z\d])?|\[[\da-f:.]+\])(?::\d{1,5})?$/i;

/**
 * Where the absolute links of an answer to this very request begin, such as `https://lossline.example`: as LOSSLINE_URL
 * says, else as it was asked for. What is made with it is kept for each origin, so that nobody's Host is in an answer
 * to others. A proxy's word for host and scheme is taken only under LOSSLINE_TRUST_PROXY=1.
 */
export function askedOrigin(
  headers: Pick<Headers, "get">,
  base: string | null = publicBase(),
  trustProxy = environment().LOSSLINE_TRUST_PROXY,
): string {
  if (base !== null) return base;
  const said = (name: string) =>
    trustProxy ? headers.get(name)?.split(",").at(-1)?.trim() : undefined;
  const host = said("x-forwarded-host") ?? headers.get("host") ?? "";
  const scheme = said("x-forwarded-proto") === "https" ? "https" : "http";
  return `${scheme}://${HOST.test(host) ? host.toLowerCase() : "localhost"}`;
}
