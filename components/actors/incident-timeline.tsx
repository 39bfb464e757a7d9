import { ActorName } from "@/components/actors/actor-name";
import { TotalLoss } from "@/components/actors/total-loss";
import { IncidentLoss } from "@/components/incidents/loss";
import type { Links } from "@/lib/site/urls/links";
import type { FirstStatement } from "@/lib/statistics/actors/naming";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { Filters } from "@/lib/statistics/rules/views";
import type { YearTotal } from "@/lib/statistics/totals/totals";
import { dateInShort } from "@/lib/values/dates/day";

interface IncidentTimelineProps {
  /** Oldest first. */
  incidents: readonly IncidentRow[];
  years: readonly YearTotal[];
  /** The actor whose timeline it is. */
  actor: string;
  /** By whom it was first named for each, by the incident's slug. */
  sinceWhen: ReadonlyMap<string, FirstStatement>;
  filters: Filters;
  links: Links;
}

/** An actor's incidents in the order of their days, a year at a time. */
export function IncidentTimeline(props: IncidentTimelineProps) {
  const { incidents, years, actor, sinceWhen, filters, links } = props;
  return years.map((total) => {
    const { year } = total;
    const ofYear = incidents.filter(({ occurredOn }) => occurredOn.startsWith(`${year}`));
    if (ofYear.length === 0) return null;
    const rule = { ...filters, from: `${year}-01-01`, to: `${year}-12-31` };
    return (
      <section key={year} aria-labelledby={`y${year}`} className="mt-6 first:mt-0">
        <div className="flex items-baseline justify-between gap-4 border-rule-strong border-b pb-1">
          <h3 id={`y${year}`} className="font-semibold text-xl">
            {year}
          </h3>
          <p>
            <span className="text-muted text-sm">
              {total.incidents === 1 ? "1 incident" : `${total.incidents} incidents`}{" "}
            </span>
            <TotalLoss total={total} href={links.incidents(rule, { sort: "oldest" })} />
          </p>
        </div>
        <ol>
          {ofYear.map((incident) => (
            <li
              key={incident.slug}
              className="grid grid-cols-[4.5rem_minmax(0,1fr)_auto] gap-x-2 border-rule border-b py-1.5"
            >
              <time dateTime={incident.occurredOn} className="text-muted text-sm leading-6">
                {dateInShort(incident.occurredOn).replace(` ${year}`, "")}
              </time>
              <span className="[overflow-wrap:anywhere]">
                <a href={links.incident(incident.slug)}>{incident.name}</a>{" "}
                <Others incident={incident} actor={actor} links={links} />
                <Since statement={sinceWhen.get(incident.slug)} />
              </span>
              <span className="whitespace-nowrap">
                <IncidentLoss of={incident} />
              </span>
            </li>
          ))}
        </ol>
      </section>
    );
  });
}

/** By whom the incident was first attributed to the actor, and since when. */
function Since({ statement }: { statement: FirstStatement | undefined }) {
  if (statement === undefined) return null;
  const { by, on, others } = statement;
  return (
    <span className="block text-muted text-sm">
      by {by}, {on === null ? "undated" : <time dateTime={on}>{dateInShort(on)}</time>}
      {others > 0 && `, and ${others === 1 ? "one other" : `${others} others`}`}
    </span>
  );
}

/** Whom else statements name: parts of the actor, or others. */
function Others({
  incident,
  actor,
  links,
}: {
  incident: IncidentRow;
  actor: string;
  links: Links;
}) {
  const others = incident.attributedTo.filter(({ slug }) => slug !== actor);
  if (others.length === 0) return null;
  return (
    <span className="text-muted text-sm max-sm:block">
      <span className="max-sm:hidden">· </span>
      {others.map((other, index) => (
        <span key={other.slug}>
          {index > 0 && ", "}
          <ActorName actor={other} href={links.actor(other.slug)} />
        </span>
      ))}
    </span>
  );
}
