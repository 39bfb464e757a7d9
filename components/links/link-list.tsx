import { LongList } from "@/components/incidents/long-list";
import { linkAnchor } from "@/components/links/link-drawing";
import type { Links } from "@/lib/site/urls/links";
import type { LinkGroup } from "@/lib/statistics/shared-addresses/link-group";
import { linkText, type Names, roleText } from "@/lib/statistics/shared-addresses/link-text";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** A longer list would be read by nobody. */
const MOST_LISTED = 100;

/** Which incidents of a group share which addresses, and what these were in each. */
export function LinkList({
  group,
  names,
  links,
}: {
  group: LinkGroup;
  names: Names;
  links: Links;
}) {
  return (
    <ol className="border-rule-strong border-t">
      {group.links.slice(0, MOST_LISTED).map((link, place) => (
        <li key={link.slugs.join()} id={linkAnchor(place)} className="border-rule border-b py-3">
          <h3 className="font-sans font-semibold text-base">{linkText(link, names)}</h3>
          <p className="text-muted text-sm">
            {link.addresses.length === 1 ? "One address" : `${link.addresses.length} addresses`}
          </p>
          <LongList
            items={link.addresses}
            noun="addresses"
            row={(address) => (
              <li key={address.key} className="mt-1.5 text-sm">
                <a href={links.address(address.chain, address.address)}>
                  <code className="break-all">{address.address}</code>
                </a>
                <span className="block text-muted">
                  {roleText(address, names)}; on{" "}
                  {listed.format(
                    [...new Set(address.holders.map(({ chain }) => chain))].map(chainLabel),
                  )}
                </span>
              </li>
            )}
          />
        </li>
      ))}
      {group.links.length > MOST_LISTED && (
        <li className="py-3 text-muted">
          {(group.links.length - MOST_LISTED).toLocaleString("en-GB")} more sets of incidents share
          addresses; the incidents name these.
        </li>
      )}
    </ol>
  );
}
