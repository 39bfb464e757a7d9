import { ActorName } from "@/components/actors/actor-name";
import { IncidentLoss } from "@/components/incidents/loss";
import { HostLink } from "@/components/sources/host-link";
import type { Sighting } from "@/lib/record/wallets/wallet";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { dateText } from "@/lib/values/dates/day";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

interface SightingListProps<Role extends string> {
  incidents: readonly IncidentRow[];
  sightings: readonly Sighting<Role>[];
  /** What each role is called. */
  roles: Readonly<Record<Role, string>>;
  links: Links;
}

/** The incidents that name an address or a transaction, each with what it was in it, on which chain and by which source. */
export function SightingList<Role extends string>({
  incidents,
  sightings,
  roles,
  links,
}: SightingListProps<Role>) {
  return (
    <ul className="border-rule-strong border-t">
      {incidents.map((incident) => {
        const own = sightings.filter(({ slug }) => slug === incident.slug);
        return (
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
            {own.some(({ isRetracted }) => isRetracted) && (
              <p className="mt-0.5 w-fit bg-mark px-1.5 text-sm">
                This incident was retracted; its page says why.
              </p>
            )}
            <ul className="mt-1 text-sm">
              {own.map(({ chain, role, source, text }) => (
                <li key={`${chain} ${role} ${source} ${text}`} className="py-0.5">
                  {roles[role]}{" "}
                  <span className="text-muted">
                    on {chainLabel(chain)}, by{" "}
                    <HostLink
                      href={source}
                      label={`Source of it in ${incident.name} on ${chainLabel(chain)}`}
                    />
                  </span>
                </li>
              ))}
            </ul>
            <p className="text-muted text-sm">
              {incident.attributedTo.length === 0 ? (
                "Not attributed"
              ) : (
                <>
                  Attributed to{" "}
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
          </li>
        );
      })}
    </ul>
  );
}
