import { ContestedList } from "@/components/actors/contested-list";
import { IncidentTimeline } from "@/components/actors/incident-timeline";
import { ActorPublishedFigures } from "@/components/figures/actor-published-figures";
import { PageSection } from "@/components/ui/page-section";
import type { Links } from "@/lib/site/urls/links";
import type { ActorRecord } from "@/lib/statistics/actors/actor-record";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";

interface ActorIncidentsProps {
  slug: string;
  /** What the actor is called. */
  name: string;
  record: ActorRecord;
  filters: Filters;
  /** How far the version goes. */
  asOf: Day;
  links: Links;
}

/** An actor's incidents one by one, and what other publishers make of them. */
export function ActorIncidents({ slug, name, record, filters, asOf, links }: ActorIncidentsProps) {
  const { total, byYear, incidents } = record;
  return (
    <>
      {incidents.length > 0 && (
        <PageSection
          id="timeline"
          title="Timeline"
          {...(incidents.length < total.incidents
            ? { note: `The latest ${incidents.length} of ${total.incidents} incidents.` }
            : {})}
        >
          <IncidentTimeline
            incidents={incidents}
            years={byYear}
            actor={slug}
            sinceWhen={record.sinceWhen}
            filters={filters}
            links={links}
          />
        </PageSection>
      )}
      {record.contested.length > 0 && (
        <PageSection
          id="contested"
          title="Others are named too"
          note="Incidents for which statements name this actor and, by themselves or together with it, somebody who is no part of it. They are counted in full here and there."
        >
          <ContestedList contested={record.contested} name={name} links={links} />
        </PageSection>
      )}
      {record.figures.length + record.retractedFigures.length > 0 && (
        <PageSection id="figures" title="Figures from other publishers">
          <ActorPublishedFigures
            slug={slug}
            figures={record.figures}
            retracted={record.retractedFigures}
            asOf={asOf}
            links={links}
          />
        </PageSection>
      )}
    </>
  );
}
