import { IncidentTable } from "@/components/incidents/incident-table";
import { NumberRange } from "@/components/numbers/number-range";
import { NumberSources } from "@/components/numbers/number-sources";
import { NumberSureness } from "@/components/numbers/number-sureness";
import { RecountedNote } from "@/components/totals/recounted-note";
import { UnplacedNote } from "@/components/totals/unplaced-note";
import { PageSection } from "@/components/ui/page-section";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { LARGEST_SHOWN, type RecordNumber } from "@/lib/statistics/numbers/number";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";

interface NumberEvidenceProps {
  number: RecordNumber;
  /** The largest of its incidents, and of those that it leaves out. */
  largest: readonly IncidentRow[];
  unplaced: readonly IncidentRow[];
  /** What it was as published; null where it is counted so still. */
  published: PublishedTotal | null;
  links: Links;
}

/** What a number is made of: its range, how sure its parts are, its incidents. */
export function NumberEvidence(props: NumberEvidenceProps) {
  const { number, largest, unplaced, published, links } = props;
  const { filters, measure } = number.rule;
  return (
    <>
      <PageSection id="range" title="Range">
        <NumberRange number={number} links={links} />
        <RecountedNote published={published} measure={measure} links={links} />
        <UnplacedNote unplaced={number.unplaced} rows={unplaced} filters={filters} links={links} />
      </PageSection>
      <div className="mt-10 grid items-start gap-x-14 gap-y-10 lg:grid-cols-2 [&>section]:mt-0">
        <PageSection
          id="sureness"
          title="By confidence"
          note="How surely somebody is named for each incident, by the surest statement. Attributions are others’ statements. The rows add up to the number."
        >
          <NumberSureness number={number} links={links} />
        </PageSection>
        <PageSection
          id="sources"
          title="By sources"
          note="An incident may be in several of these rows; they do not add up."
        >
          <NumberSources number={number} links={links} />
        </PageSection>
      </div>
      {largest.length > 0 && (
        <PageSection
          id="incidents"
          title={
            number.incidents > LARGEST_SHOWN ? "The largest of its incidents" : "Its incidents"
          }
        >
          <IncidentTable
            caption="The largest incidents of this number"
            rows={largest}
            links={links}
          />
          <p className="mt-3">
            <a href={links.incidents(filters, { sort: "largest" })}>
              {number.incidents === 1
                ? "The incident in the list"
                : `All ${number.incidents.toLocaleString("en-GB")} incidents`}
            </a>
          </p>
        </PageSection>
      )}
    </>
  );
}
