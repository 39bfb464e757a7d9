import { ActorTable } from "@/components/actors/actor-table";
import { PartyList } from "@/components/actors/party-list";
import { YearTable } from "@/components/actors/year-table";
import { IdentifierList } from "@/components/sources/identifier-list";
import { SourceList } from "@/components/sources/source-list";
import { PageSection } from "@/components/ui/page-section";
import type { Actor } from "@/lib/record/actors/actor";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import { incidentsOf } from "@/lib/statistics/actors/actor-filters";
import type { ActorRecord } from "@/lib/statistics/actors/actor-record";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

interface ActorSectionsProps {
  actor: Actor;
  record: ActorRecord;
  confidence: Confidence;
  links: Links;
}

/** Beside an actor's incidents: its years, its parts, who attributes what to it, and its sources. */
export function ActorSections({ actor, record, confidence, links }: ActorSectionsProps) {
  const { byYear, parts, parties } = record;
  return (
    <>
      {byYear.length > 0 && (
        <PageSection id="years" title="By year">
          <YearTable
            caption={`Losses and incidents attributed to ${nameWithStatus(actor)} by year`}
            years={byYear}
            filters={incidentsOf(actor.slug, confidence)}
            links={links}
          />
        </PageSection>
      )}
      {parts.length > 0 && (
        <PageSection id="parts" title="Its parts">
          <ActorTable
            caption={`Parts of ${actor.name}, each with its own parts`}
            branches={parts}
            confidence={confidence}
            links={links}
            narrow
          />
        </PageSection>
      )}
      {parties.length > 0 && (
        <PageSection id="parties" title="Who attributes what">
          <PartyList parties={parties} actor={actor.slug} links={links} />
        </PageSection>
      )}
      {actor.sources.length > 0 && (
        <PageSection id="sources" title="Sources">
          <SourceList sources={actor.sources} />
        </PageSection>
      )}
      {actor.identifiers.length > 0 && (
        <PageSection id="identifiers" title="In other lists">
          <IdentifierList identifiers={actor.identifiers} />
        </PageSection>
      )}
    </>
  );
}
