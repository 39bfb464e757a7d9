import { LinkDrawing } from "@/components/links/link-drawing";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { type LinkGroup, strongest, waysFrom } from "@/lib/statistics/shared-addresses/link-group";
import { type Names, STRENGTH_TEXT, wayText } from "@/lib/statistics/shared-addresses/link-text";

interface IncidentGroupProps {
  group: LinkGroup;
  incidents: readonly IncidentRow[];
  here: string;
  names: Names;
  links: Links;
}

/** The whole group of an incident: drawn, and told by how far each other one is from it. */
export function IncidentGroup({ group, incidents, here, names, links }: IncidentGroupProps) {
  const bySlug = new Map(incidents.map((incident) => [incident.slug, incident]));
  return (
    <div className="grid gap-x-8 gap-y-4 md:grid-cols-[auto_minmax(0,1fr)]">
      <LinkDrawing group={group} incidents={incidents} names={names} links={links} here={here} />
      <div>
        <ul className="border-rule border-t">
          {[...waysFrom(group, here)].map(([slug, way]) => (
            <li key={slug} className="border-rule border-b py-1.5">
              <a href={links.incident(slug)}>{bySlug.get(slug)?.name ?? slug}</a>
              <span className="block text-muted text-sm">
                {wayText(way, names)}
                {way.length === 0 && `, by ${sharedText(group, here, slug)}`}
              </span>
            </li>
          ))}
        </ul>
        <p className="mt-3">
          <a href={links.linkGroup(group.slug)}>This group, with every address</a> ·{" "}
          <a href={links.linkGroups()}>All groups</a>
        </p>
      </div>
    </div>
  );
}

/** What two incidents share: `2 addresses, among them an attacker’s address`. */
function sharedText({ links }: LinkGroup, one: string, other: string): string {
  const addresses = links
    .filter(({ slugs }) => slugs.includes(one) && slugs.includes(other))
    .flatMap((link) => link.addresses)
    // What an address was in a third incident says nothing of these two.
    .map(({ holders }) => ({
      holders: holders.filter(({ slug }) => slug === one || slug === other),
    }));
  const strength = strongest(addresses);
  if (addresses.length === 1) return STRENGTH_TEXT[strength];
  return strength === "victim"
    ? `${addresses.length} addresses of victims`
    : `${addresses.length} addresses, among them ${STRENGTH_TEXT[strength]}`;
}
