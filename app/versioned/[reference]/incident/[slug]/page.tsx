import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { FollowFeed, FollowLine } from "@/components/follow/follow-feed";
import { AbsorbedList } from "@/components/histories/absorbed-list";
import { CorrectLinks } from "@/components/histories/correct-links";
import { IncidentHeadline } from "@/components/incidents/incident-headline";
import { IncidentNumbers } from "@/components/incidents/incident-numbers";
import { IncidentSections } from "@/components/incidents/incident-sections";
import { RevisionList } from "@/components/incidents/revision-list";
import { Withdrawal } from "@/components/incidents/withdrawal";
import { IncidentGroup } from "@/components/links/incident-group";
import { LinkedLine } from "@/components/links/linked-line";
import { ExchangeLinks } from "@/components/publish/exchange-links";
import { ImageFold } from "@/components/publish/image-fold";
import { OembedLink } from "@/components/publish/oembed-link";
import { TakeFold } from "@/components/publish/take-fold";
import { IdentifierList } from "@/components/sources/identifier-list";
import { SourceList } from "@/components/sources/source-list";
import { SourcingMarks } from "@/components/sources/sourcing-marks";
import { Citation } from "@/components/ui/citation";
import { PageFrame } from "@/components/ui/page-frame";
import { PageSection } from "@/components/ui/page-section";
import { StructuredData } from "@/components/ui/structured-data";
import { absorbedBy } from "@/lib/record/history/history-queries";
import { findIncident } from "@/lib/record/incidents/incident-queries";
import { knownAmong } from "@/lib/record/wallets/known-address-queries";
import { articleData } from "@/lib/site/citations/structured-data";
import { linksFor } from "@/lib/site/urls/links";
import {
  incidentsNamed,
  relatedIncidents,
  revisionsOf,
} from "@/lib/statistics/incident-list/list-queries";
import { linkGroupOf } from "@/lib/statistics/shared-addresses/link-group-queries";
import { namesOf } from "@/lib/statistics/shared-addresses/link-text";
import { commonAddresses } from "@/lib/statistics/shared-addresses/shared-address";
import { type Day, dateText } from "@/lib/values/dates/day";
import { whenText } from "@/lib/values/dates/partial-date";
import { isBounded, type LossKnown, lossText } from "@/lib/values/money/loss-text";
import { sourcingsOf } from "@/lib/values/sources/sourcing";
import { addressKey } from "@/lib/values/wallets/address-key";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

/** A group of more is told on a page of its own alone. */
const MOST_LINKED = 60;

type Params = { params: Promise<{ reference: string; slug: string }> };

/** The incident that an address names, asked for once a rendering. */
const incidentAt = cache(async (reference: string, slug: string) => {
  const opened = await openVersion(reference);
  const incident = await findIncident(opened.db, opened.version.number, slug);
  if (incident === null) notFound();
  return { ...opened, incident };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, slug } = await params;
  const { incident } = await incidentAt(reference, slug);
  return { title: incident.name, description: incident.summary };
}

/** What was lost, as a sentence's end: `$54.0m lost`. */
function lostText(loss: LossKnown): string {
  return loss.lossUsd === null && !isBounded(loss)
    ? "the size of the loss is unknown"
    : `${lossText(loss)} lost`;
}

/** When it was first published, and last changed; the newest revision is the first. */
function revisedOn(revisions: readonly { publishedOn: Day }[]) {
  const [newest, first] = [revisions[0], revisions.at(-1)];
  return newest === undefined || first === undefined
    ? {}
    : { publishedOn: first.publishedOn, modifiedOn: newest.publishedOn };
}

export default async function IncidentPage({ params }: Params) {
  const { reference, slug } = await params;
  const { db, version, links, permanent, newest, incident } = await incidentAt(reference, slug);
  const [found, known, revisions, absorbed, group] = await Promise.all([
    relatedIncidents(db, version.number, slug),
    knownAmong(db, version.number, incident.addresses),
    revisionsOf(db, version.number, incident.incidentId),
    absorbedBy(db, version.number, "incident", incident.incidentId),
    linkGroupOf(db, version.number, slug, MOST_LINKED + 1),
  ]);
  const linked =
    group === null || group.slugs.length > MOST_LINKED
      ? []
      : await incidentsNamed(db, version.number, group.slugs);
  const names = namesOf(linked);
  const related = found.map(({ shared, ...row }) => ({
    ...row,
    common: commonAddresses(incident.addresses, shared),
  }));
  const alsoIn = new Map<string, { slug: string; name: string }[]>();
  for (const { shared, ...row } of found) {
    for (const key of new Set(shared.map(({ chain, address }) => addressKey(chain, address)))) {
      alsoIn.set(key, [...(alsoIn.get(key) ?? []), row]);
    }
  }
  const sourcing = sourcingsOf(incident.sources);
  const active = incident.retraction === null && incident.mergedInto === null;
  return (
    <PageFrame
      links={links}
      version={version}
      section="incidents"
      permanent={permanent.incident(slug)}
      newest={newest.incident(slug)}
    >
      <LinkPreview
        title={incident.name}
        description={incident.summary}
        address={links.incident(slug)}
        picture={`${permanent.incident(slug)}.png?shape=preview&scale=1`}
        alternative={`Key figures of ${incident.name}`}
      />
      <OembedLink address={links.incident(slug)} title={incident.name} />
      <FollowFeed title={incident.name} feed={newest.recordFeed("incident", slug)} />
      <StructuredData
        data={articleData({
          headline: incident.name,
          description: incident.summary,
          version,
          permanent: permanent.incident(slug),
          picture: `${permanent.incident(slug)}.png`,
          sources: incident.sources,
          ...revisedOn(revisions),
        })}
      />
      <article>
        {!active && (
          <Withdrawal
            retraction={incident.retraction}
            mergedInto={incident.mergedInto}
            links={links}
          />
        )}
        <IncidentHeadline incident={incident} links={links} />
        {group !== null && <LinkedLine group={group} here={slug} names={names} links={links} />}
        <div className="mt-6">
          <IncidentNumbers incident={incident} />
        </div>
        <div className="mt-6 grid grid-cols-1 gap-x-14 lg:grid-cols-[minmax(0,1fr)_22rem]">
          <div>
            <IncidentSections
              incident={incident}
              active={active}
              group={
                group !== null &&
                linked.length > 0 && (
                  <IncidentGroup
                    group={group}
                    incidents={linked}
                    here={slug}
                    names={names}
                    links={links}
                  />
                )
              }
              related={related}
              known={known}
              alsoIn={alsoIn}
              links={links}
            />
          </div>
          <div className="mt-10 lg:mt-0 lg:[&>section:first-child]:border-t-0 lg:[&>section:first-child]:pt-0">
            <PageSection id="sources" title="Sources">
              {sourcing.length > 0 && (
                <p className="mb-3">
                  <SourcingMarks sourcing={sourcing} links={links} />
                </p>
              )}
              <SourceList sources={incident.sources} />
            </PageSection>
            {incident.identifiers.length > 0 && (
              <PageSection id="identifiers" title="In other lists">
                <IdentifierList identifiers={incident.identifiers} />
              </PageSection>
            )}
            <PageSection id="cite" title="How to cite this page">
              <Citation
                title={incident.name}
                version={version}
                permanent={permanent.incident(slug)}
              />
              <ImageFold
                file={permanent.incident(slug)}
                alternative={`Key figures of ${incident.name}.`}
              />
              <TakeFold
                title={incident.name}
                caption={`${incident.name}, ${dateText(incident.occurredOn)}: ${lostText(incident)}`}
                alternative={`Key figures of ${incident.name} ${whenText(incident.occurredOn)}: ${lostText(incident)}.`}
                version={version.number}
                page={permanent.incident(slug)}
                picture={`${permanent.incident(slug)}.png`}
                frozen={permanent.recordEmbed({ kind: "incident", slug })}
                newest={newest.recordEmbed({ kind: "incident", slug })}
              />
              <ExchangeLinks of={{ kind: "incident", slug }} permanent={permanent} />
            </PageSection>
            <PageSection id="revisions" title="Revisions">
              <RevisionList
                revisions={revisions}
                linksAt={(number) => linksFor({ version: number, pinned: true })}
                history={links.history("incident", slug)}
              />
              <AbsorbedList kind="incident" absorbed={absorbed} links={links} />
              <FollowLine
                what="this incident"
                feed={newest.recordFeed("incident", slug)}
                how={newest.following}
              />
              {!links.reference.pinned && <CorrectLinks kind="incident" slug={slug} />}
            </PageSection>
          </div>
        </div>
      </article>
    </PageFrame>
  );
}
