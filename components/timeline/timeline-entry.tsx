import { ActorName } from "@/components/actors/actor-name";
import { IncidentLoss } from "@/components/incidents/loss";
import { LossDot } from "@/components/timeline/loss-dot";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { dateInShort } from "@/lib/values/dates/day";
import { termLabel } from "@/lib/values/taxonomy/taxonomy";

interface TimelineEntryProps {
  incident: IncidentRow;
  /** The largest loss of the timeline, in US dollars; null where none is known. */
  largest: number | null;
  links: Links;
}

/** US dollars from which on a theft is named in larger letters. */
const LARGE = 100_000_000;

/** An incident in a timeline, sized by its loss. */
export function TimelineEntry({ incident, largest, links }: TimelineEntryProps) {
  const { occurredOn, category, attributedTo } = incident;
  const isLarge = (incident.lossUsd ?? 0) >= LARGE;
  return (
    <li className="grid grid-cols-[var(--dot)_minmax(0,1fr)_auto] items-center gap-x-3 border-rule border-b py-2">
      <LossDot of={incident} largest={largest} />
      <div className="[overflow-wrap:anywhere]">
        <a
          href={links.incident(incident.slug)}
          className={`font-semibold ${isLarge ? "text-xl" : ""}`}
        >
          {incident.name}
        </a>
        <p className="text-muted text-sm">
          {occurredOn.length === 10 && (
            <>
              <time dateTime={occurredOn}>{dateInShort(occurredOn).replace(/ \d{4}$/, "")}</time> ·{" "}
            </>
          )}
          {termLabel(category)}
          {attributedTo.length > 0 && (
            <>
              {" · attributed to "}
              {attributedTo.map((actor, place) => (
                <span key={actor.slug}>
                  {place > 0 && ", "}
                  <ActorName actor={actor} href={links.actor(actor.slug)} />
                </span>
              ))}
            </>
          )}
        </p>
      </div>
      <span className={`whitespace-nowrap text-right ${isLarge ? "font-semibold text-xl" : ""}`}>
        <IncidentLoss of={incident} />
      </span>
    </li>
  );
}
