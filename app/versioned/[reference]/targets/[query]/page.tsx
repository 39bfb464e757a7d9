import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { TargetSearch } from "@/components/targets/target-search";
import { TargetTable } from "@/components/targets/target-table";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PagesNav } from "@/components/ui/pages-nav";
import { routes } from "@/lib/site/urls/routes";
import {
  countTargets,
  listTargets,
  TARGETS_PER_PAGE,
  targetPages,
} from "@/lib/statistics/targets/target-list-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Targets",
  description: "Whom crypto-assets were stolen from, how often, and what the losses come to.",
};

export default async function Targets({
  params,
}: {
  params: Promise<{ reference: string; query: string }>;
}) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const view = routes.targets.viewIn(segments, version.number);
  const { filters, sort, page } = view;
  const offset = (page - 1) * TARGETS_PER_PAGE;
  const [{ targets, repeated }, rows] = await Promise.all([
    countTargets(db, version.number, filters),
    listTargets(db, version.number, filters, sort, { offset }),
  ]);
  return (
    <PageFrame
      links={links}
      version={version}
      section="targets"
      permanent={permanent.targets(filters, { sort, page })}
      newest={newest.targets(filters, { sort })}
      canonical={newest.targets(filters, { sort, page })}
    >
      <PagePreview
        title="Targets of crypto-asset theft"
        description="Whom crypto-assets were stolen from, how often, and what the losses come to."
        address={links.targets(filters, { sort, page })}
        permanent={permanent.targets(filters, { sort, page })}
        version={version}
      />
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">Targets</h1>
      <p className="mt-3 mb-5 max-w-prose text-lg">
        Whoever was robbed, with every incident that befell it, whatever it was called at the time.
        Private persons are no targets of their own.
      </p>
      <TargetSearch view={view} links={links} />
      <p className="my-5 text-lg">
        <strong>{targets.toLocaleString("en-GB")}</strong> {targets === 1 ? "target" : "targets"}
        {filters.isRepeated
          ? " robbed more than once"
          : repeated > 0 && (
              <>
                ,{" "}
                <a href={links.targets({ ...filters, isRepeated: true })}>
                  {repeated === 1 ? "one" : repeated.toLocaleString("en-GB")} of them robbed more
                  than once
                </a>
              </>
            )}
        .
      </p>
      {rows.length === 0 ? (
        <p className="border-rule border-t py-8">
          {filters.q === undefined ? (
            "No target of the record is of that kind and was robbed so. "
          ) : (
            <>
              No target of the record is or was called so.{" "}
              <a href={links.incidents({ q: filters.q })}>Search for incidents that mention it</a>,
              or{" "}
            </>
          )}
          <a href={links.targets()}>see all targets</a>.
        </p>
      ) : (
        <TargetTable
          caption={`Targets ${offset + 1} to ${offset + rows.length} of ${targets}`}
          rows={rows}
          searched={filters.q}
          links={links}
        />
      )}
      {/* Further pages are the pinned version's, so that none shifts when something is published meanwhile. */}
      <PagesNav
        page={page}
        pages={targetPages(targets)}
        hrefOf={(number) =>
          (number === 1 ? links : permanent).targets(filters, { sort, page: number })
        }
      />
      <p className="mt-5 max-w-prose text-muted text-sm">
        Losses are gross, best estimates in US dollars at the time of each theft.{" "}
        <a href={`${links.methodology}#targets`}>What a target is</a>
      </p>
    </PageFrame>
  );
}
