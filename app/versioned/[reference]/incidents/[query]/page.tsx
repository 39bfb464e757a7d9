import type { Metadata } from "next";
import { cache } from "react";
import { otherViewAt, takeListAt } from "@/app/versioned/list-parts";
import { loadSelection } from "@/app/versioned/load-selection";
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
import { SelectedValues } from "@/components/incidents/selected-values";
import { sortedHeadings } from "@/components/incidents/sorted-headings";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { RecountedNote } from "@/components/totals/recounted-note";
import { UnplacedNote } from "@/components/totals/unplaced-note";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PagesNav } from "@/components/ui/pages-nav";
import { routes } from "@/lib/site/urls/routes";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { PAGE_SIZE, pagesOf } from "@/lib/statistics/incident-list/list-queries";
import { listTitle, selectionTitle } from "@/lib/statistics/incident-list/selection-text";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { onlyValue } from "@/lib/statistics/rules/picked";

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

/** A selection with the names in its title, asked for once a rendering. */
const openSelection = cache(async (reference: string, query: string) => {
  const opened = await openVersion(reference);
  const view = routes.incidents.viewIn({ query }, opened.version.number);
  const names = await namedInRule(opened.db, opened.version.number, view.filters);
  const isAll = Object.keys(view.filters).length === 0;
  return {
    ...opened,
    view,
    names,
    title: isAll ? "Incidents" : selectionTitle(view.filters, names),
  };
});

export async function generateMetadata({ params }: IncidentsProps): Promise<Metadata> {
  const { reference, query } = await params;
  const { title } = await openSelection(reference, query);
  return { title, description: DESCRIPTION };
}

export default async function Incidents({ params }: IncidentsProps) {
  const { reference, query } = await params;
  const opened = await openSelection(reference, query);
  const { version, links, permanent, newest, view, names, title } = opened;
  const { filters, sort, page } = view;
  // What says how the selection is seen, beside its filters.
  const { filters: _, ...seen } = view;
  const {
    total,
    unplaced,
    unplacedRows,
    published,
    counted,
    rows,
    notYetCovered,
    counts,
    options,
    selected,
    named,
    isTargetUnknown,
  } = await loadSelection(opened, view, names);
  const name = filters["target-name"];
  const { targetName } = options;
  const pages = pagesOf(total.incidents);
  const take = takeListAt(opened, view, names, total.incidents);
  const otherView = await otherViewAt(opened, view);
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
        title={listTitle(filters, names)}
        description={DESCRIPTION}
        address={links.incidents(filters, seen)}
        permanent={permanent.incidents(filters, seen)}
        version={version}
      />
      <CorrectionsFeed rule={lossesUnder(filters)} links={links} />
      <ListFeed filters={filters} links={links} />
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
      {take}
      <SelectedValues selected={selected} seen={seen} links={links} />
      <IncidentFilters view={view} links={links} options={options} counts={counts} names={names} />
      <div className="mb-4">
        <ListViewSwitch view={view} links={links} />
      </div>
      {rows.length === 0 ? (
        <EmptyList
          filters={filters}
          isTargetUnknown={isTargetUnknown}
          selected={selected}
          links={links}
        />
      ) : (
        (otherView ?? (
          <IncidentTable
            caption={`Incidents ${(page - 1) * PAGE_SIZE + 1} to ${(page - 1) * PAGE_SIZE + rows.length} of ${total.incidents}`}
            rows={rows}
            links={links}
            headings={sortedHeadings(view, links)}
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
