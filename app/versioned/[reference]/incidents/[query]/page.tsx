import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { CorrectionsFeed } from "@/components/changes/corrections-feed";
import { NotYetCovered } from "@/components/coverage/not-yet-covered";
import { EmptyList } from "@/components/incidents/empty-list";
import { IncidentFilters } from "@/components/incidents/incident-filters";
import { IncidentTable } from "@/components/incidents/incident-table";
import { ListSummary } from "@/components/incidents/list-summary";
import { NamedRecords } from "@/components/incidents/named-records";
import { SelectedValues } from "@/components/incidents/selected-values";
import { sortedHeadings } from "@/components/incidents/sorted-headings";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { RecountedNote } from "@/components/totals/recounted-note";
import { UnplacedNote } from "@/components/totals/unplaced-note";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PagesNav } from "@/components/ui/pages-nav";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { chainsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { routes } from "@/lib/site/urls/routes";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { facetCounts } from "@/lib/statistics/incident-list/facet-queries";
import {
  listIncidents,
  listNotYetCovered,
  PAGE_SIZE,
  pagesOf,
} from "@/lib/statistics/incident-list/list-queries";
import { recordsNamed } from "@/lib/statistics/incident-list/named-record-queries";
import { selectedValues, selectionTitle } from "@/lib/statistics/incident-list/selection-text";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { onlyValue } from "@/lib/statistics/rules/picked";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { countedByChain } from "@/lib/statistics/totals/segment-queries";
import { totalsUnder, totalUnder } from "@/lib/statistics/totals/total-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const DESCRIPTION =
  "Each theft on record with its day, target, loss, how it was done, who is said to have done it, and its sources.";

interface IncidentsProps {
  params: Promise<{ reference: string; query: string }>;
}

async function openSelection(params: IncidentsProps["params"]) {
  const { reference, ...segments } = await params;
  const opened = await openVersion(reference);
  const view = routes.incidents.viewIn(segments, opened.version.number);
  const names = await namedInRule(opened.db, opened.version.number, view.filters);
  const isAll = Object.keys(view.filters).length === 0;
  return {
    ...opened,
    view,
    names,
    title: isAll ? "Incidents" : selectionTitle(view.filters, names),
  };
}

export async function generateMetadata({ params }: IncidentsProps): Promise<Metadata> {
  const { title } = await openSelection(params);
  return { title, description: DESCRIPTION };
}

export default async function Incidents({ params }: IncidentsProps) {
  const { db, version, links, permanent, newest, view, names, title } = await openSelection(params);
  const { filters, sort, page } = view;
  const [[total, unplaced], published, counted, rows, notYetCovered, counts, ...lists] =
    await Promise.all([
      totalsUnder(db, version.number, [filters, { ...filters, date: "unplaced" }]),
      publishedTotal(db, version.number, filters),
      countedByChain(db, version.number, filters),
      listIncidents(db, version.number, filters, sort, { offset: (page - 1) * PAGE_SIZE }),
      page === 1 ? listNotYetCovered(db, version.number, filters) : [],
      facetCounts(db, version.number, filters),
      actorsAt(db, version.number),
      chainsAt(db, version.number),
      techniquesAt(db, version.number),
    ]);
  const [actors, chains, techniques] = lists;
  const name = filters["target-name"];
  const targetName = typeof names.targetName === "string" ? names.targetName : null;
  const selected = selectedValues(filters, names);
  const [named, unplacedRows, without] = await Promise.all([
    filters.q === undefined ? [] : recordsNamed(db, version.number, filters.q),
    filters.date === undefined ? listUnplaced(db, version.number, filters, unplaced) : [],
    total.incidents > 0 || selected.length === 0
      ? []
      : totalsUnder(
          db,
          version.number,
          selected.map((one) => one.without),
        ),
  ]);
  const isTargetUnknown =
    name !== undefined &&
    total.incidents === 0 &&
    (await totalUnder(db, version.number, { "target-name": name })).incidents === 0;
  const pages = pagesOf(total.incidents);
  return (
    <PageFrame
      links={links}
      version={version}
      section="incidents"
      permanent={permanent.incidents(filters, { sort, page })}
      newest={newest.incidents(filters, { sort, page: 1 })}
      canonical={newest.incidents(filters, { sort, page })}
    >
      <PagePreview
        title={selected.length === 0 ? "Incidents of crypto-asset theft" : title}
        description={DESCRIPTION}
        address={links.incidents(filters, { sort, page })}
        permanent={permanent.incidents(filters, { sort, page })}
        version={version}
      />
      <CorrectionsFeed rule={lossesUnder(filters)} links={links} />
      <h1 className="mb-4 font-semibold text-2xl [overflow-wrap:anywhere] sm:text-3xl">{title}</h1>
      <div className="my-4">
        {filters.q !== undefined && <NamedRecords records={named} text={filters.q} links={links} />}
        <ListSummary
          total={total}
          target={
            filters.target !== undefined && targetName !== null
              ? { slug: filters.target, name: targetName }
              : name !== undefined
                ? { name: rows[0]?.target ?? name }
                : undefined
          }
          searched={filters.q}
          counted={
            counted === null
              ? undefined
              : { usd: counted, chain: onlyValue(filters.chain) ?? undefined }
          }
          links={links}
        />
        {total.incidents > 0 && <AboutNumberLine rule={lossesUnder(filters)} links={links} />}
        <RecountedNote published={published} links={links} />
        {filters.date === undefined && (
          <UnplacedNote unplaced={unplaced} rows={unplacedRows} filters={filters} links={links} />
        )}
      </div>
      <SelectedValues selected={selected} sort={sort} links={links} />
      <IncidentFilters
        view={view}
        links={links}
        options={{ actors, chains, techniques, targetName }}
        counts={counts}
        names={names}
      />
      {rows.length === 0 ? (
        <EmptyList
          filters={filters}
          isTargetUnknown={isTargetUnknown}
          selected={selected.map((one, place) => ({
            ...one,
            incidents: without[place]?.incidents ?? 0,
          }))}
          links={links}
        />
      ) : (
        <IncidentTable
          caption={`Incidents ${(page - 1) * PAGE_SIZE + 1} to ${(page - 1) * PAGE_SIZE + rows.length} of ${total.incidents}`}
          rows={rows}
          links={links}
          headings={sortedHeadings(view, links)}
        />
      )}
      {version.coveredThrough !== null && notYetCovered.length > 0 && (
        <NotYetCovered coveredThrough={version.coveredThrough} rows={notYetCovered} links={links} />
      )}
      {/* Further pages are the pinned version's, so that none shifts when something is published meanwhile. */}
      <PagesNav
        page={page}
        pages={pages}
        hrefOf={(number) =>
          (number === 1 ? links : permanent).incidents(filters, { sort, page: number })
        }
      />
    </PageFrame>
  );
}
