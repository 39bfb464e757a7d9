import type { Links } from "@/lib/site/urls/links";
import type { FoundAddress } from "@/lib/statistics/search/found-address";

/** The incidents of an address or a transaction, each with what it did there. */
export function WalletIncidents({
  incidents,
  links,
}: {
  incidents: FoundAddress["incidents"];
  links: Links;
}) {
  return incidents.map(({ slug, name, role }) => (
    <span key={`${slug} ${role}`} className="block first-letter:uppercase">
      {role} in <a href={links.incident(slug)}>{name}</a>
    </span>
  ));
}
