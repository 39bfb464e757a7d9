import { ActorCharts } from "@/components/actors/actor-charts";
import { ActorTable } from "@/components/actors/actor-table";
import { ConfidenceTable } from "@/components/actors/confidence-table";
import { PartyList } from "@/components/actors/party-list";
import { YearTable } from "@/components/actors/year-table";
import { IdentifierList } from "@/components/sources/identifier-list";
import { SourceList } from "@/components/sources/source-list";
import { ComparableCounts } from "@/components/totals/comparable-counts";
import { PageSection } from "@/components/ui/page-section";
import type { Actor } from "@/lib/record/actors/actor";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import { incidentsOf, pageRule } from "@/lib/statistics/actors/actor-filters";
import type { ActorRecord } from "@/lib/statistics/actors/actor-record";
import type { ActorPageView } from "@/lib/statistics/rules/views";
import { type Day, earlierOf } from "@/lib/values/dates/day";

interface ActorSectionsProps {
  actor: Actor;
  record: ActorRecord;
  view: ActorPageView;
  /** How far the version goes: no year can be asked for beyond it. */
  asOf: Day;
  links: Links;
}

/** Beside an actor's incidents: how sure its attributions are, its years, its parts, who attributes what to it, and its sources. */
export function ActorSections({ actor, record, view, asOf, links }: ActorSectionsProps) {
  const { byYear, byConfidence, parts, parties, total } = record;
  const { confidence, period, known } = view;
  const filters = pageRule(actor.slug, { ...view, period: null });
  const name = nameWithStatus(actor);
  return (
    <>
      {total.incidents > 0 && (
        <PageSection
          id="confidence"
          title="How sure the attributions are"
          note="Each incident once, by the surest statement that names the actor or a part of it."
        >
          <ConfidenceTable
            caption={`What is attributed to ${name} by confidence`}
            totals={byConfidence.filter(({ year }) => year === null)}
            least={confidence}
            total={total}
            filters={pageRule(actor.slug, view)}
            links={links}
          />
        </PageSection>
      )}
      {byYear.length > 0 && period === null && (
        <PageSection id="years" title="By year">
          <YearTable
            caption={`Losses and incidents attributed to ${name} by year`}
            years={byYear}
            byConfidence={byConfidence}
            filters={filters}
            hrefOf={(year) =>
              links.actor(
                actor.slug,
                confidence,
                { year, through: earlierOf(asOf, `${year}-12-31`) },
                known,
              )
            }
            links={links}
          />
          <ComparableCounts
            filters={incidentsOf(actor.slug, confidence)}
            through={asOf}
            links={links}
          />
        </PageSection>
      )}
      {byYear[0] !== undefined && known === null && (
        <PageSection
          id="charts"
          title="Charts to publish"
          note="Each of this actor’s incidents alone, as a picture, a file or an embed."
        >
          <ActorCharts
            filters={incidentsOf(actor.slug, confidence)}
            first={byYear[0].year}
            through={asOf}
            links={links}
          />
        </PageSection>
      )}
      {parts.length > 0 && (
        <PageSection id="parts" title="Its parts">
          <ActorTable
            caption={`Parts of ${name}, each with its own parts`}
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
