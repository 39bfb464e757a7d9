import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { GroupList } from "@/components/links/group-list";
import { LinkRules } from "@/components/links/link-rules";
import { CitationText } from "@/components/ui/citation";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { PagesNav } from "@/components/ui/pages-nav";
import { routes } from "@/lib/site/urls/routes";
import { incidentsNamed } from "@/lib/statistics/incident-list/list-queries";
import { GROUPS_PER_PAGE, linkGroupPages } from "@/lib/statistics/shared-addresses/link-group";
import { allLinkGroups } from "@/lib/statistics/shared-addresses/link-group-queries";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const TITLE = "Thefts that share addresses";
const DESCRIPTION =
  "Groups of crypto-asset thefts for which sources name the same wallet addresses, and how strong each link is.";

export const metadata: Metadata = { title: TITLE, description: DESCRIPTION };

/** So many incidents of a group are named and drawn in the list; its page has more. */
const MOST_SHOWN = 40;

export default async function LinkGroups({
  params,
}: {
  params: Promise<{ reference: string; query: string }>;
}) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const { page } = routes.linkGroups.viewIn(segments, version.number);
  const groups = await allLinkGroups(db, version.number);
  // The largest first: they are what a reader looks for. Groups as large stand by their earliest days.
  const largest = groups.toSorted((one, other) => other.slugs.length - one.slugs.length);
  const shown = largest
    .slice((page - 1) * GROUPS_PER_PAGE, page * GROUPS_PER_PAGE)
    .map((group) => ({ group, slugs: group.slugs.slice(0, MOST_SHOWN) }));
  const rows = await incidentsNamed(
    db,
    version.number,
    shown.flatMap(({ slugs }) => slugs),
  );
  const bySlug = new Map(rows.map((row) => [row.slug, row]));
  const listed = shown.map(({ group, slugs }) => ({
    group,
    incidents: slugs.flatMap((slug) => bySlug.get(slug) ?? []),
  }));
  const incidents = groups.reduce((sum, { slugs }) => sum + slugs.length, 0);
  return (
    <PageFrame
      links={links}
      version={version}
      section="incidents"
      permanent={permanent.linkGroups(page)}
      newest={newest.linkGroups()}
      canonical={newest.linkGroups(page)}
    >
      <PagePreview
        title={TITLE}
        description={DESCRIPTION}
        address={links.linkGroups(page)}
        permanent={permanent.linkGroups(page)}
        version={version}
      />
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">{TITLE}</h1>
      <p className="mt-3 mb-6 max-w-prose text-lg">
        {groups.length === 0 ? (
          "No two incidents of the record share an address."
        ) : (
          <>
            <strong>{groups.length.toLocaleString("en-GB")}</strong>{" "}
            {groups.length === 1 ? "group" : "groups"} of {incidents.toLocaleString("en-GB")}{" "}
            incidents. Each dot is a theft; those on one line share addresses, directly or by way of
            one another. Who held these is for the attributions to say.
          </>
        )}
      </p>
      {listed.length > 0 && <GroupList groups={listed} links={links} />}
      {/* Further pages are the pinned version's, so that none shifts when something is published meanwhile. */}
      <PagesNav
        page={page}
        pages={linkGroupPages(groups)}
        hrefOf={(number) => (number === 1 ? links : permanent).linkGroups(number)}
      />
      <PageSection id="rules" title="What links incidents here, and what does not">
        <LinkRules links={links} />
      </PageSection>
      <PageSection id="cite" title="How to cite this page">
        <CitationText title={TITLE} version={version} permanent={permanent.linkGroups(page)} />
      </PageSection>
    </PageFrame>
  );
}
