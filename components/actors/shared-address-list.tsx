import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type {
  SharedAddressGroup,
  SharedIndicator,
} from "@/lib/statistics/shared-addresses/shared-address";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** The addresses behind a group's links, each with the chains that it is on in each incident. */
export function SharedAddressList({ group }: { group: SharedAddressGroup<IncidentRow> }) {
  const targets = new Map(group.incidents.map(({ slug, target }) => [slug, target]));
  const count = group.links.reduce((sum, link) => sum + link.addresses.length, 0);
  return (
    <details className="mt-2">
      <summary className="marker:text-muted w-fit py-1 text-sm underline decoration-1 underline-offset-4">
        {count === 1 ? "The address" : `The ${count} addresses`}
      </summary>
      <ul className="mt-1">
        {group.links.flatMap((link) =>
          link.addresses.map((indicator) => (
            <li key={indicator.address} className="border-rule border-b py-1.5 text-sm">
              <code className="break-all">{indicator.address}</code>
              <span className="block text-muted">
                {whereabouts(indicator, link.slugs, targets)}
              </span>
            </li>
          )),
        )}
      </ul>
    </details>
  );
}

/** `Stake.com (Polygon) and CoinEx (Arbitrum and Optimism)`. */
function whereabouts(
  indicator: SharedIndicator,
  slugs: readonly string[],
  targets: ReadonlyMap<string, string>,
): string {
  return listed.format(
    slugs.map((slug) => {
      const chains = indicator.sightings.filter((sighting) => sighting.slug === slug);
      return `${targets.get(slug) ?? slug} (${listed.format(chains.map(({ chain }) => chainLabel(chain)))})`;
    }),
  );
}
