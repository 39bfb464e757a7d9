import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { FigureFilters } from "@/components/figures/figure-filters";
import { FigureTable } from "@/components/figures/figure-table";
import { YearComparison } from "@/components/reconciliation/year-comparison";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PagesNav } from "@/components/ui/pages-nav";
import { asOfVersion } from "@/lib/record/versions/version";
import { routes } from "@/lib/site/urls/routes";
import {
  countFigures,
  FIGURES_PER_PAGE,
  figureOptions,
  figurePages,
  listFigures,
} from "@/lib/statistics/figures/figure-list-queries";
import { reconciliationsAt } from "@/lib/statistics/reconciliation/reconciliation-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Figures from other publishers",
  description: "What others say was stolen: each total with its period, scope, date and source.",
};

export default async function Figures({
  params,
}: {
  params: Promise<{ reference: string; query: string }>;
}) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const view = routes.figures.viewIn(segments, version.number);
  const { filters, sort, page } = view;
  const offset = (page - 1) * FIGURES_PER_PAGE;
  const isWhole = Object.keys(filters).length === 0 && sort === "newest" && page === 1;
  const [{ figures, retracted, publishers }, rows, options] = await Promise.all([
    countFigures(db, version.number, filters),
    listFigures(db, version.number, filters, sort, { limit: FIGURES_PER_PAGE, offset }),
    figureOptions(db, version.number),
  ]);
  const shown = new Set(rows.map(({ figureId }) => figureId));
  const reconciled = await reconciliationsAt(
    db,
    version.number,
    ({ figureId }) => isWhole || shown.has(figureId),
  );
  const comparison = isWhole ? reconciled?.facts.comparisons.at(-1) : undefined;
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.figures(filters, { sort, page })}
      newest={newest.figures(filters, { sort })}
      canonical={newest.figures(filters, { sort, page })}
    >
      <PagePreview
        title="Figures from other publishers"
        description="What others say was stolen: each total with its period, scope, date and source."
        address={links.figures(filters, { sort, page })}
        permanent={permanent.figures(filters, { sort, page })}
        version={version}
      />
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">
        Figures from other publishers
      </h1>
      <p className="mt-3 mb-5 max-w-prose text-lg">
        Totals that security firms, authorities and the press have published, as they stated them.
        Each counts by its publisher’s own rule, so two of them for the same month need not agree.{" "}
        <a href={`${links.methodology}#figures`}>Where Lossline’s own numbers stand beside them</a>
        {reconciled === null ? (
          <> This version of the record does not say how their publishers count.</>
        ) : (
          <>
            , <a href={links.publishers}>how each publisher counts</a>, and{" "}
            <a href={links.gaps}>the largest differences that nothing explains</a>
          </>
        )}
      </p>
      {reconciled !== null && comparison !== undefined && (
        <YearComparison
          comparison={comparison}
          facts={reconciled.facts}
          figures={reconciled.figures}
          links={links}
        />
      )}
      <FigureFilters view={view} options={options} links={links} />
      <p className="my-5 text-lg">
        <strong>{figures.toLocaleString("en-GB")}</strong> {figures === 1 ? "figure" : "figures"}
        {figures > 0 && ` from ${publishers} ${publishers === 1 ? "publisher" : "publishers"}`}
        {retracted > 0 && `, ${retracted} of them retracted`}.
        {figures > 0 && (
          <>
            {" "}
            <a href={links.figuresFile(filters, sort)} download>
              Download as CSV
            </a>
            {reconciled !== null && (
              <>
                {" · all of them against ours as "}
                <a href={links.reconciliationsFile("csv")} download>
                  CSV
                </a>
                {" or "}
                <a href={links.reconciliationsFile("json")} download>
                  JSON
                </a>
              </>
            )}
          </>
        )}
      </p>
      {rows.length === 0 ? (
        <p className="border-rule border-t py-8">
          No figure of the record fits all of these filters. Take one away, or{" "}
          <a href={links.figures()}>see all figures</a>.
        </p>
      ) : (
        <FigureTable
          caption={`Figures ${offset + 1} to ${offset + rows.length} of ${figures}`}
          rows={rows}
          reconciled={reconciled?.figures ?? []}
          view={view}
          asOf={asOfVersion(version)}
          links={links}
          permanent={permanent}
        />
      )}
      {/* Further pages are the pinned version's, so that none shifts when something is published meanwhile. */}
      <PagesNav
        page={page}
        pages={figurePages(figures)}
        hrefOf={(number) =>
          (number === 1 ? links : permanent).figures(filters, { sort, page: number })
        }
      />
    </PageFrame>
  );
}
