import type { Metadata } from "next";
import { otherViewAt, takeListAt } from "@/app/versioned/list-parts";
import { openVersion } from "@/app/versioned/open-version";
import { CorrectionsFeed } from "@/components/changes/corrections-feed";
import { NotYetCovered } from "@/components/coverage/not-yet-covered";
import { ListFeed } from "@/components/incident-list/list-feed";
import { ListViewSwitch } from "@/components/incident-list/list-view-switch";
import { EmptyList } from "@/components/incidents/empty-list";
import { IncidentFilters } from "@/components/incidents/incident-filters";
import { IncidentTable } from "@/components/incidents/incident-table";
import { ListSummary } from "@/components/incidents/list-summary";
import { NamedRecords } from "@/components/incidents/named-records";
import { SortLink } from "@/components/incidents/sort-link";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { RecountedNote } from "@/components/totals/recounted-note";
import { UnplacedNote } from "@/components/totals/unplaced-note";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PagesNav } from "@/components/ui/pages-nav";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { chainsAt, techniquesAt } from "@/lib/record/incidents/technique-and-chain-queries";
import { targetNameAt } from "@/lib/record/targets/target-name-queries";
import { routes } from "@/lib/site/urls/routes";
import {
  listIncidents,
  listNotYetCovered,
  PAGE_SIZE,
  pagesOf,
} from "@/lib/statistics/incident-list/list-queries";
import { recordsNamed } from "@/lib/statistics/incident-list/named-record-queries";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { countedByChain } from "@/lib/statistics/totals/segment-queries";
import { totalsUnder, totalUnder } from "@/lib/statistics/totals/total-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Incidents",
  description:
    "Each theft on record with its day, target, loss, how it was done, who is said to have done it, and its sources.",
};

export default async function Incidents({
  params,
}: {
  params: Promise<{ reference: string; query: string }>;
}) {
  const { reference, ...segments } = await params;
  const opened = await openVersion(reference);
  const { db, version, links, permanent, newest } = opened;
  const view = routes.incidents.viewIn(segments, version.number);
  const { filters, sort, page } = view;
  // What says how the selection is seen, beside its filters.
  const { filters: _, ...seen } = view;
  const [[total, unplaced], published, counted, rows, notYetCovered, ...lists] = await Promise.all([
    totalsUnder(db, version.number, [filters, { ...filters, date: "unplaced" }]),
    publishedTotal(db, version.number, filters),
    countedByChain(db, version.number, filters),
    listIncidents(db, version.number, filters, sort, { offset: (page - 1) * PAGE_SIZE }),
    page === 1 ? listNotYetCovered(db, version.number, filters) : [],
    actorsAt(db, version.number),
    chainsAt(db, version.number),
    techniquesAt(db, version.number),
  ]);
  const [actors, chains, techniques] = lists;
  const name = filters["target-name"];
  const [named, targetName, unplacedRows] = await Promise.all([
    filters.q === undefined ? [] : recordsNamed(db, version.number, filters.q),
    targetNameAt(db, version.number, filters.target),
    filters.date === undefined ? listUnplaced(db, version.number, filters, unplaced) : [],
  ]);
  const isTargetUnknown =
    name !== undefined &&
    total.incidents === 0 &&
    (await totalUnder(db, version.number, { "target-name": name })).incidents === 0;
  const pages = pagesOf(total.incidents);
  const [take, otherView] = await Promise.all([
    takeListAt(opened, view, total.incidents),
    otherViewAt(opened, view),
  ]);
  const sorted = { view, links };
  return (
    <PageFrame
      links={links}
      version={version}
      section="incidents"
      permanent={permanent.incidents(filters, seen)}
      newest={newest.incidents(filters, { ...seen, page: 1 })}
      canonical={newest.incidents(filters, seen)}
    >
      <PagePreview
        title="Incidents of crypto-asset theft"
        description="Each theft on record with its day, target, loss, how it was done, who is said to have done it, and its sources."
        address={links.incidents(filters, seen)}
        permanent={permanent.incidents(filters, seen)}
        version={version}
      />
      <CorrectionsFeed rule={lossesUnder(filters)} links={links} />
      <ListFeed filters={filters} links={links} />
      <h1 className="mb-4 font-semibold text-3xl">Incidents</h1>
      <IncidentFilters
        view={view}
        links={links}
        options={{ actors, chains, techniques, targetName }}
      />
      <div className="my-5">
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
          counted={counted === null ? undefined : { usd: counted, chain: filters.chain }}
          links={links}
        />
        {total.incidents > 0 && <AboutNumberLine rule={lossesUnder(filters)} links={links} />}
        <RecountedNote published={published} links={links} />
        {filters.date === undefined && (
          <UnplacedNote unplaced={unplaced} rows={unplacedRows} filters={filters} links={links} />
        )}
      </div>
      {take}
      <div className="mb-4">
        <ListViewSwitch view={view} links={links} />
      </div>
      {rows.length === 0 ? (
        <EmptyList filters={filters} isTargetUnknown={isTargetUnknown} links={links} />
      ) : (
        (otherView ?? (
          <IncidentTable
            caption={`Incidents ${(page - 1) * PAGE_SIZE + 1} to ${(page - 1) * PAGE_SIZE + rows.length} of ${total.incidents}`}
            rows={rows}
            links={links}
            headings={{
              date: <SortLink {...sorted} label="Day" orders={["newest", "oldest"]} />,
              name: <SortLink {...sorted} label="Incident" orders={["name"]} />,
              loss: <SortLink {...sorted} label="Loss" orders={["largest", "smallest"]} />,
            }}
          />
        ))
      )}
      {version.coveredThrough !== null && notYetCovered.length > 0 && (
        <NotYetCovered coveredThrough={version.coveredThrough} rows={notYetCovered} links={links} />
      )}
      {/* Further pages are the pinned version's, so that none shifts when something is published meanwhile. */}
      {view.view === undefined && (
        <PagesNav
          page={page}
          pages={pages}
          hrefOf={(number) =>
            (number === 1 ? links : permanent).incidents(filters, { sort, page: number })
          }
        />
      )}
    </PageFrame>
  );
}
