import type { UrlOf } from "@/lib/site/exchange/snapshot";
import { linksFor } from "@/lib/site/urls/links";

/** Where pages of incidents are, as the versions that published their revisions have them. @param origin of the reader's links */
export function incidentUrls(origin: string): UrlOf {
  return (slug, version) => `${origin}${linksFor({ version, pinned: true }).incident(slug)}`;
}
