import { ActorName } from "@/components/actors/actor-name";
import { HostLink } from "@/components/sources/host-link";
import type { Party } from "@/lib/record/attributions/attribution-statement";
import type { Links } from "@/lib/site/urls/links";
import { dateInShort } from "@/lib/values/dates/day";
import { basisLabel } from "@/lib/values/taxonomy/taxonomy";

interface PartyListProps {
  parties: readonly Party[];
  /** The actor spoken of; others that statements name are its parts. */
  actor: string;
  links: Links;
}

/** Who attributes what: each party with its statements and where it makes them. */
export function PartyList({ parties, actor, links }: PartyListProps) {
  return (
    <ul className="border-rule border-t">
      {parties.map((party) => (
        <li key={party.name} className="border-rule border-b">
          <details>
            <summary className="marker:text-muted py-1.5 [overflow-wrap:anywhere]">
              {party.name}:{" "}
              <span className="text-muted">
                {party.incidents === 1 ? "1 incident" : `${party.incidents} incidents`}
              </span>
            </summary>
            <ul className="mb-3 ml-4 text-sm">
              {party.statements.map((statement) => (
                <li
                  key={`${statement.incident.slug} ${statement.actor.slug} ${statement.source}`}
                  className="border-rule border-t py-1.5"
                >
                  <a href={links.incident(statement.incident.slug)}>{statement.incident.name}</a>
                  <span className="block text-muted">
                    <em>{statement.confidence}</em>
                    {statement.basis !== null && `, ${basisLabel(statement.basis)}`}
                    {statement.actor.slug !== actor && (
                      <>
                        , to{" "}
                        <ActorName
                          actor={statement.actor}
                          href={links.actor(statement.actor.slug)}
                        />
                      </>
                    )}
                    {", "}
                    {statement.on === null ? (
                      "undated"
                    ) : (
                      <time dateTime={statement.on}>{dateInShort(statement.on)}</time>
                    )}
                    {" · "}
                    <HostLink
                      href={statement.source}
                      label={`Source of what ${party.name} says of ${statement.incident.name}`}
                    />
                  </span>
                </li>
              ))}
            </ul>
          </details>
        </li>
      ))}
    </ul>
  );
}
