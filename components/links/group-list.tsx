import { GroupStrip, StripYears, yearsOf } from "@/components/links/group-strip";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import {
  addressesOf,
  type LinkGroup,
  strongest,
} from "@/lib/statistics/shared-addresses/link-group";
import { groupTitle, STRENGTH_TEXT } from "@/lib/statistics/shared-addresses/link-text";
import { dateText } from "@/lib/values/dates/day";

/** A group with those of its incidents that are shown. */
export interface ListedGroup {
  group: LinkGroup;
  incidents: readonly IncidentRow[];
}

/** Groups by name, each with how strong its links are and when its incidents were. */
export function GroupList({ groups, links }: { groups: readonly ListedGroup[]; links: Links }) {
  const years = yearsOf(groups.flatMap(({ incidents }) => incidents));
  const layout = "grid gap-x-8 md:grid-cols-[minmax(0,1fr)_minmax(0,1fr)]";
  return (
    <>
      <div className={`${layout} border-rule-strong border-b pb-1`}>
        <div className="md:col-start-2">
          <StripYears years={years} />
        </div>
      </div>
      <ol>
        {groups.map(({ group, incidents }) => (
          <li key={group.slug} className={`${layout} items-center border-rule border-b py-3`}>
            <div className="[overflow-wrap:anywhere]">
              <a href={links.linkGroup(group.slug)} className="font-semibold">
                {groupTitle(incidents)}
              </a>
              <span className="block text-muted text-sm">{factsOf(group, incidents)}</span>
            </div>
            <GroupStrip incidents={incidents} years={years} />
          </li>
        ))}
      </ol>
    </>
  );
}

/** `5 thefts, 8 addresses, 3 June 2023 – 12 September 2023; linked by an attacker’s address`. */
function factsOf(group: LinkGroup, incidents: readonly IncidentRow[]): string {
  const count = addressesOf(group);
  const [first, last] = [incidents[0]?.occurredOn ?? "", incidents.at(-1)?.occurredOn ?? ""];
  const days = first === last ? dateText(first) : `${dateText(first)} – ${dateText(last)}`;
  const strength = STRENGTH_TEXT[strongest(group.links.flatMap(({ addresses }) => addresses))];
  return `${group.slugs.length} thefts, ${count === 1 ? "one address" : `${count} addresses`}, ${days}; linked by ${strength}`;
}
