import { SharedAddressDiagram } from "@/components/actors/shared-address-diagram";
import { SharedAddressList } from "@/components/actors/shared-address-list";
import { PageSection } from "@/components/ui/page-section";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { SharedAddressGroup } from "@/lib/statistics/shared-addresses/shared-address";
import { dateText } from "@/lib/values/dates/day";

interface LinkedTheftsProps {
  groups: readonly SharedAddressGroup<IncidentRow>[];
  links: Links;
}

/** An actor's incidents that share addresses, each group drawn and told. */
export function LinkedThefts({ groups, links }: LinkedTheftsProps) {
  return (
    <PageSection
      id="ties"
      title="Thefts linked by shared addresses"
      note="A line links incidents that hold the same addresses; the number on it says how many. Addresses known to belong to public services or bots link nothing."
    >
      {groups.map((group) => (
        <div key={group.incidents[0]?.slug} className="mt-6 first:mt-0">
          <h3 className="mb-1 font-sans font-semibold text-base">
            {dateText(group.incidents[0]?.occurredOn ?? "")} –{" "}
            {dateText(group.incidents.at(-1)?.occurredOn ?? "")}
          </h3>
          <SharedAddressDiagram group={group} links={links} />
          <SharedAddressList group={group} />
          <p className="mt-1 text-sm">
            <a href={links.linkGroup(group.incidents[0]?.slug ?? "")} className="inline-block py-1">
              All thefts that are linked with these, whoever they are attributed to
            </a>
          </p>
        </div>
      ))}
    </PageSection>
  );
}
