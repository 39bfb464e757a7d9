import { NotYetCovered } from "@/components/coverage/not-yet-covered";
import { IncidentTable } from "@/components/incidents/incident-table";
import { PageSection } from "@/components/ui/page-section";
import type { Links } from "@/lib/site/urls/links";
import type { TargetRecord } from "@/lib/statistics/targets/target-record";
import type { Day } from "@/lib/values/dates/day";

interface TargetIncidentsProps {
  name: string;
  slug: string;
  record: TargetRecord;
  /** The last day that the version covers; null where it does not say. */
  coveredThrough: Day | null;
  links: Links;
}

/** Every incident that befell a target; and apart, uncounted here, what befell it before it carried on under this name. */
export function TargetIncidents({
  name,
  slug,
  record,
  coveredThrough,
  links,
}: TargetIncidentsProps) {
  const { total, incidents, notYetCovered, predecessors } = record;
  return (
    <>
      <PageSection
        id="incidents"
        title="Incidents"
        {...(incidents.length < total.incidents
          ? {
              note: (
                <>
                  The latest {incidents.length} of{" "}
                  <a href={links.incidents({ target: slug })}>{total.incidents}</a>.
                </>
              ),
            }
          : {})}
      >
        {incidents.length === 0 ? (
          <p>No incident at {name} counts in this version of the record.</p>
        ) : (
          <IncidentTable caption={`Incidents at ${name}`} rows={incidents} links={links} />
        )}
        {coveredThrough !== null && notYetCovered.length > 0 && (
          <NotYetCovered coveredThrough={coveredThrough} rows={notYetCovered} links={links} />
        )}
      </PageSection>
      {predecessors.map((before) => (
        <PageSection
          key={before.slug}
          id={`as-${before.slug}`}
          title={`As ${before.name}`}
          note={
            <>
              What befell <a href={links.target(before.slug)}>{before.name}</a>, of which {name} is
              the successor. It counts there, and in no total above.
            </>
          }
        >
          <IncidentTable
            caption={`Incidents at ${before.name}`}
            rows={before.incidents}
            links={links}
          />
        </PageSection>
      ))}
    </>
  );
}
