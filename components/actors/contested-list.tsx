import { ActorName } from "@/components/actors/actor-name";
import { HostLink } from "@/components/sources/host-link";
import type { AttributionStatement } from "@/lib/record/attributions/attribution-statement";
import type { Links } from "@/lib/site/urls/links";
import type { ContestedIncident } from "@/lib/statistics/actors/naming";
import { dateInShort, dateText } from "@/lib/values/dates/day";
import { basisLabel } from "@/lib/values/taxonomy/taxonomy";

interface ContestedListProps {
  contested: readonly ContestedIncident[];
  /** What the actor of the page is called. */
  name: string;
  links: Links;
}

/** Incidents for which others are named as well: who names the actor and who somebody else, side by side. */
export function ContestedList({ contested, name, links }: ContestedListProps) {
  return (
    <ul className="border-rule border-t">
      {contested.map(({ incident, own, other }) => (
        <li key={incident.slug} className="border-rule border-b py-3">
          <p className="[overflow-wrap:anywhere]">
            <a href={links.incident(incident.slug)}>{incident.name}</a>{" "}
            <span className="text-muted text-sm">{dateText(incident.occurredOn)}</span>
          </p>
          <div className="mt-1 grid gap-x-6 gap-y-2 text-sm sm:grid-cols-2">
            <Named label={`${name}, or a part of it`} statements={own} links={links} />
            <Named label="Others" statements={other} links={links} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** Who is named on one side, by whom and since when. */
function Named({
  label,
  statements,
  links,
}: {
  label: string;
  statements: readonly AttributionStatement[];
  links: Links;
}) {
  return (
    <div>
      <p className="text-muted">{label}</p>
      <ul>
        {statements.map(({ actor, by, on, confidence, basis, source, incident }) => (
          <li key={`${actor.slug} ${by} ${source}`} className="mt-1 [overflow-wrap:anywhere]">
            <ActorName actor={actor} href={links.actor(actor.slug)} />, by {by},{" "}
            {on === null ? "undated" : <time dateTime={on}>{dateInShort(on)}</time>}:{" "}
            <em>{confidence}</em>
            {basis !== null && `, ${basisLabel(basis)}`} ·{" "}
            <HostLink href={source} label={`Source of what ${by} says of ${incident.name}`} />
          </li>
        ))}
      </ul>
    </div>
  );
}
