import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { GroupTable } from "@/components/links/group-table";
import { LinkDrawing } from "@/components/links/link-drawing";
import { LinkList } from "@/components/links/link-list";
import { LinkRules } from "@/components/links/link-rules";
import { CitationText } from "@/components/ui/citation";
import { Fact, FactList } from "@/components/ui/fact-list";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { PageSection } from "@/components/ui/page-section";
import { incidentsNamed } from "@/lib/statistics/incident-list/list-queries";
import { addressesOf, strengthsOf, widthOf } from "@/lib/statistics/shared-addresses/link-group";
import {
  knownAddressesShared,
  linkGroupOf,
} from "@/lib/statistics/shared-addresses/link-group-queries";
import {
  groupText,
  groupTitle,
  namesOf,
  STRENGTH_NOTE,
} from "@/lib/statistics/shared-addresses/link-text";
import { dateText } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; slug: string }> };

/** Of a group that is longer, only so many incidents are shown. */
const MOST = 500;

/** The group that a URL names, asked for once a rendering. */
const groupAt = cache(async (reference: string, slug: string) => {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const group = await linkGroupOf(db, version.number, slug);
  if (group === null) notFound();
  const incidents = await incidentsNamed(db, version.number, group.slugs.slice(0, MOST));
  return { ...opened, group, incidents, title: groupTitle(incidents) };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, slug } = await params;
  const { group, title } = await groupAt(reference, slug);
  return { title: `${title}: thefts that share addresses`, description: groupText(group) };
}

export default async function LinkGroupPage({ params }: Params) {
  const { reference, slug } = await params;
  const { db, version, links, permanent, newest, group, incidents, title } = await groupAt(
    reference,
    slug,
  );
  const passedOver = await knownAddressesShared(db, version.number, group.slugs);
  const names = namesOf(incidents);
  const [first, last] = [incidents[0], incidents.at(-1)];
  const leftOut = group.slugs.length - incidents.length;
  const called = `${title}: thefts that share addresses`;
  return (
    <PageFrame
      links={links}
      version={version}
      section="incidents"
      permanent={permanent.linkGroup(group.slug)}
      newest={newest.linkGroup(group.slug)}
    >
      <PagePreview
        title={called}
        description={groupText(group)}
        address={links.linkGroup(group.slug)}
        permanent={permanent.linkGroup(group.slug)}
        version={version}
      />
      <p className="text-muted">
        <a href={links.linkGroups()}>Thefts that share addresses</a>
      </p>
      <h1 className="mt-1 max-w-4xl font-semibold text-3xl tracking-tight [overflow-wrap:anywhere] sm:text-4xl">
        {title}
      </h1>
      <p className="mt-3 max-w-prose text-lg">
        {groupText(group)} Whether the same people were behind them is for the attributions to say.
      </p>
      <div className="mt-5">
        <FactList>
          <Fact label="Incidents">{group.slugs.length.toLocaleString("en-GB")}</Fact>
          <Fact label="Shared addresses">{addressesOf(group).toLocaleString("en-GB")}</Fact>
          {group.slugs.length <= MOST / 5 && (
            <Fact label="Farthest apart">
              {widthOf(group) === 1 ? "all linked directly" : `${widthOf(group)} steps`}
            </Fact>
          )}
          <Fact label="Days">
            {dateText(first?.occurredOn ?? "")}
            {last?.occurredOn !== first?.occurredOn && ` – ${dateText(last?.occurredOn ?? "")}`}
          </Fact>
        </FactList>
      </div>
      <div className="mt-8 grid gap-x-12 gap-y-8 lg:grid-cols-[auto_minmax(0,1fr)]">
        <LinkDrawing group={group} incidents={incidents} names={names} links={links} />
        <section aria-labelledby="shared">
          <h2 id="shared" className="font-semibold text-2xl">
            What they share
          </h2>
          <div className="mt-3">
            <LinkList group={group} names={names} links={links} />
          </div>
          <ul className="mt-3 max-w-prose space-y-1 text-muted text-sm">
            {strengthsOf(group).map((strength) => (
              <li key={strength}>{STRENGTH_NOTE[strength]}</li>
            ))}
          </ul>
        </section>
      </div>
      <PageSection id="incidents" title="The incidents">
        <GroupTable group={group} incidents={incidents} names={names} links={links} />
        {leftOut > 0 && (
          <p className="mt-3 text-muted">
            {leftOut.toLocaleString("en-GB")} later ones are not listed here.
          </p>
        )}
      </PageSection>
      <PageSection id="rules" title="What links incidents here, and what does not">
        <LinkRules passedOver={passedOver} names={names} links={links} />
      </PageSection>
      <PageSection id="cite" title="How to cite this page">
        <CitationText
          title={called}
          version={version}
          permanent={permanent.linkGroup(group.slug)}
        />
      </PageSection>
    </PageFrame>
  );
}
