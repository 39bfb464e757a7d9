import { ActorName } from "@/components/actors/actor-name";
import { LongList } from "@/components/incidents/long-list";
import { IncidentLoss } from "@/components/incidents/loss";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { CommonAddress } from "@/lib/statistics/shared-addresses/shared-address";
import { dateText } from "@/lib/values/dates/day";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

/** Another incident, and the addresses that are in both. */
export interface Related extends IncidentRow {
  common: CommonAddress[];
}

const listed = new Intl.ListFormat("en-GB", { type: "conjunction" });
const chainsText = (chains: readonly string[]) => listed.format(chains.map(chainLabel));

/** The incidents that hold one of its addresses too, with the addresses and where they stand. */
export function RelatedIncidents({
  related,
  links,
}: {
  related: readonly Related[];
  links: Links;
}) {
  return (
    <ul className="border-rule border-t">
      {related.map((incident) => (
        <li key={incident.slug} className="border-rule border-b py-3">
          <p className="flex flex-wrap items-baseline justify-between gap-x-6">
            <a href={links.incident(incident.slug)} className="font-semibold text-lg">
              {incident.name}
            </a>
            <span>
              <time dateTime={incident.occurredOn} className="text-muted">
                {dateText(incident.occurredOn)}
              </time>
              {" · "}
              <IncidentLoss of={incident} />
            </span>
          </p>
          <p className="text-muted text-sm">
            {incident.common.length === 1 ? "One address" : `${incident.common.length} addresses`}{" "}
            in both
            {incident.attributedTo.length > 0 && (
              <>
                ; attributed to{" "}
                {incident.attributedTo.map((actor, index) => (
                  <span key={actor.slug}>
                    {index > 0 && "; "}
                    <ActorName actor={actor} href={links.actor(actor.slug)} />,{" "}
                    <em>{actor.confidence}</em>
                  </span>
                ))}
              </>
            )}
          </p>
          <LongList
            items={incident.common}
            noun="addresses"
            row={({ address, here, there }) => (
              <li key={address} className="mt-1.5 text-sm">
                <code className="break-all">{address}</code>
                <span className="block text-muted">
                  {here.join() === there.join() ? (
                    <>on {chainsText(here)} in both</>
                  ) : (
                    <>
                      on {chainsText(here)} here, on {chainsText(there)} there
                    </>
                  )}
                </span>
              </li>
            )}
          />
        </li>
      ))}
    </ul>
  );
}
