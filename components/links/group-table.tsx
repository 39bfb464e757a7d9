import { ActorName } from "@/components/actors/actor-name";
import { IncidentLoss } from "@/components/incidents/loss";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { type LinkGroup, waysFrom } from "@/lib/statistics/shared-addresses/link-group";
import type { Names } from "@/lib/statistics/shared-addresses/link-text";
import { dateText } from "@/lib/values/dates/day";

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });

/** Beyond so many incidents, how far each is from each other is not said: nobody would read it. */
const MOST_MEASURED = 60;

/** The incidents of a group in the order of their days, with whom each shares an address. */
export function GroupTable({
  group,
  incidents,
  names,
  links,
}: {
  group: LinkGroup;
  incidents: readonly IncidentRow[];
  names: Names;
  links: Links;
}) {
  const isMeasured = group.slugs.length <= MOST_MEASURED;
  return (
    <div>
      <table className="w-full text-left text-sm max-md:block">
        <caption className="sr-only">The incidents of the group, earliest first</caption>
        <thead className="max-md:sr-only">
          <tr className="border-rule-strong border-b align-bottom">
            <th scope="col" className="py-1 pr-4">
              Incident
            </th>
            <th scope="col" className="py-1 pr-4">
              Date
            </th>
            <th scope="col" className="py-1 pr-4 text-right">
              Lost
            </th>
            <th scope="col" className="py-1 pr-4">
              Attributed to
            </th>
            {isMeasured && (
              <th scope="col" className="py-1">
                Shares an address with
              </th>
            )}
          </tr>
        </thead>
        <tbody className="max-md:block">
          {incidents.map((incident) => (
            <tr
              key={incident.slug}
              className="border-rule border-b align-top max-md:block max-md:py-1.5"
            >
              <th scope="row" className="py-1.5 pr-4 font-semibold max-md:block max-md:py-0.5">
                <a href={links.incident(incident.slug)}>{incident.name}</a>
              </th>
              <td className="whitespace-nowrap py-1.5 pr-4 max-md:inline max-md:py-0.5">
                <time dateTime={incident.occurredOn}>{dateText(incident.occurredOn)}</time>
              </td>
              <td className="py-1.5 pr-4 text-right max-md:inline max-md:py-0.5">
                <IncidentLoss of={incident} />
              </td>
              <td className="py-1.5 pr-4 max-md:block max-md:py-0.5">
                {incident.attributedTo.length === 0 && (
                  <span className="text-muted">not attributed</span>
                )}
                {incident.attributedTo.map((actor, index) => (
                  <span key={actor.slug}>
                    {index > 0 && "; "}
                    <ActorName actor={actor} href={links.actor(actor.slug)} />,{" "}
                    <em>{actor.confidence}</em>
                  </span>
                ))}
              </td>
              {isMeasured && (
                <td className="py-1.5 max-md:block max-md:py-0.5">
                  <span className="text-muted md:hidden">Shares an address with </span>
                  {reachText(group, incident.slug, names)}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** `CoinEx and Alphapo; the others are up to 3 steps away`. */
function reachText(group: LinkGroup, slug: string, names: Names): string {
  const ways = [...waysFrom(group, slug)];
  const near = ways
    .filter(([, way]) => way.length === 0)
    .map(([other]) => names.get(other) ?? other);
  const far = ways.length - near.length;
  const steps = Math.max(...ways.map(([, way]) => way.length + 1));
  const others =
    far === 0
      ? ""
      : far === 1
        ? `; the other is ${steps} steps away`
        : `; the others are up to ${steps} steps away`;
  return `${listed.format(near)}${others}`;
}
