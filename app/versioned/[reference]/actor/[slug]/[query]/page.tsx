import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { ActorHeadline } from "@/components/actors/actor-headline";
import { ActorIncidents } from "@/components/actors/actor-incidents";
import { ActorIntroduction } from "@/components/actors/actor-introduction";
import { ActorSections } from "@/components/actors/actor-sections";
import { ActorTotals } from "@/components/actors/actor-totals";
import { LinkedThefts } from "@/components/actors/linked-thefts";
import { CorrectionsFeed } from "@/components/changes/corrections-feed";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { CompareLine } from "@/components/compare/compare-line";
import { FollowFeed, FollowLine } from "@/components/follow/follow-feed";
import { AbsorbedList } from "@/components/histories/absorbed-list";
import { CorrectLinks } from "@/components/histories/correct-links";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { ExchangeLinks } from "@/components/publish/exchange-links";
import { ImageFold } from "@/components/publish/image-fold";
import { OembedLink } from "@/components/publish/oembed-link";
import { TakeFold } from "@/components/publish/take-fold";
import { RecountedNote } from "@/components/totals/recounted-note";
import { Citation } from "@/components/ui/citation";
import { PageFrame } from "@/components/ui/page-frame";
import { PageSection } from "@/components/ui/page-section";
import { StructuredData } from "@/components/ui/structured-data";
import { findActor } from "@/lib/record/actors/actor-queries";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import { absorbedBy } from "@/lib/record/history/history-queries";
import { asOfVersion } from "@/lib/record/versions/version";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { articleData } from "@/lib/site/citations/structured-data";
import { routes } from "@/lib/site/urls/routes";
import { pageRule } from "@/lib/statistics/actors/actor-filters";
import { actorRecord } from "@/lib/statistics/actors/actor-page-queries";
import { actorPictureText } from "@/lib/statistics/actors/actor-picture-text";
import { actorTitle } from "@/lib/statistics/charts/text/chart-title";
import { lastTwoYears } from "@/lib/statistics/compare/compare-view";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import { writeParameters } from "@/lib/statistics/rules/parameters";
import { rangeText } from "@/lib/statistics/totals/actor-levels";
import { totalText } from "@/lib/statistics/totals/total-text";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; slug: string; query: string }> };

/** The actor that an address names, asked for once a rendering. */
const actorAt = cache(async (reference: string, slug: string) => {
  const opened = await openVersion(reference);
  const actor = await findActor(opened.db, opened.version.number, slug);
  if (actor === null) notFound();
  return { ...opened, actor };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, ...segments } = await params;
  const { slug, ...view } = routes.actor.viewIn(segments, readVersionReference(reference).version);
  const { actor } = await actorAt(reference, slug);
  return { title: actorTitle(nameWithStatus(actor), view), description: actor.description };
}

export default async function ActorPage({ params }: Params) {
  const { reference, ...segments } = await params;
  const { slug, ...view } = routes.actor.viewIn(segments, readVersionReference(reference).version);
  const { db, version, links, permanent, newest, actor } = await actorAt(reference, slug);
  const { confidence, period, known } = view;
  const filters = pageRule(slug, view);
  const title = actorTitle(nameWithStatus(actor), view);
  const [record, absorbed] = await Promise.all([
    actorRecord(db, version.number, actor, view),
    absorbedBy(db, version.number, "actor", actor.actorId),
  ]);
  const { total, byYear, parts } = record;
  const range = rangeText(
    record.byConfidence
      .filter(({ year }) => year === null)
      .map((level) => ({ confidence: level.confidence, amount: level.lossUsd })),
    formatUsd,
  );
  const pictureQuery = writeParameters({
    ...period,
    confidence,
    ...(known === null ? {} : { known }),
  });
  const [firstYear, lastYear] = [byYear[0]?.year, byYear.at(-1)?.year];
  return (
    <PageFrame
      links={links}
      version={version}
      section="actors"
      permanent={permanent.actor(slug, confidence, period, known)}
      newest={newest.actor(slug, confidence, period, known)}
    >
      <LinkPreview
        title={title}
        description={actor.description}
        address={links.actor(slug, confidence, period, known)}
        picture={`${permanent.actor(slug)}.png?${pictureQuery}&shape=preview&scale=1`}
        alternative={`Key figures of what is attributed to ${title}`}
      />
      <OembedLink address={links.actor(slug, confidence, period, known)} title={title} />
      <StructuredData
        data={articleData({
          headline: title,
          description: actor.description,
          version,
          permanent: permanent.actor(slug, confidence, period, known),
          picture: `${permanent.actor(slug)}.png?${pictureQuery}`,
        })}
      />
      <CorrectionsFeed rule={lossesUnder(filters)} links={links} />
      <FollowFeed title={nameWithStatus(actor)} feed={newest.recordFeed("actor", slug)} />
      <article>
        <ActorHeadline
          actor={actor}
          wholes={record.wholes}
          parts={parts.filter(({ depth }) => depth === 0).map((branch) => branch.actor)}
          confidence={confidence}
          links={links}
        />
        {total.incidents > 0 && (
          <div className="mt-6">
            <ActorTotals
              total={total}
              undated={record.undated}
              byConfidence={record.byConfidence.filter(({ year }) => year === null)}
              days={period === null ? null : `1 January – ${dateText(period.through)}`}
              filters={filters}
              span={
                firstYear === undefined || lastYear === undefined
                  ? null
                  : { first: firstYear, last: lastYear }
              }
              links={links}
            />
            <AboutNumberLine rule={lossesUnder(filters)} links={links} />
            <CompareLine view={lastTwoYears(asOfVersion(version), filters)} links={links}>
              Compare two years, or with another actor
            </CompareLine>
          </div>
        )}
        <RecountedNote published={record.published} links={links} />
        <div className="mt-6 grid grid-cols-1 gap-x-14 lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_1fr]">
          <div>
            <ActorIntroduction actor={actor} record={record} view={view} links={links} />
            {record.sharedAddressGroups.length > 0 && (
              <LinkedThefts groups={record.sharedAddressGroups} links={links} />
            )}
          </div>
          <div className="mt-10 lg:row-span-2 lg:mt-0 lg:[&>section:first-child]:border-t-0 lg:[&>section:first-child]:pt-0">
            <ActorSections
              actor={actor}
              record={record}
              view={view}
              asOf={asOfVersion(version)}
              links={links}
            />
          </div>
          <div className="mt-10">
            <ActorIncidents
              slug={slug}
              name={nameWithStatus(actor)}
              record={record}
              filters={filters}
              asOf={asOfVersion(version)}
              links={links}
            />
            <PageSection id="cite" title="How to cite this page">
              <Citation
                title={title}
                version={version}
                permanent={permanent.actor(slug, confidence, period, known)}
              />
              <ImageFold
                file={permanent.actor(slug)}
                query={pictureQuery}
                alternative={`Key figures of what is attributed to ${title}.`}
              />
              <TakeFold
                title={title}
                caption={`${title}: ${totalText(total)}, ${attributionsText(confidence)}${range === null ? "" : `: ${range}`}`}
                alternative={actorPictureText(title, actor.kind === "individual", total, range)}
                version={version.number}
                page={permanent.actor(slug, confidence, period, known)}
                picture={`${permanent.actor(slug)}.png?${pictureQuery}`}
                frozen={permanent.recordEmbed({ kind: "actor", slug, ...view })}
                newest={newest.recordEmbed({ kind: "actor", slug, ...view })}
              />
              <ExchangeLinks of={{ kind: "actor", slug }} permanent={permanent} />
              <p className="mt-3 text-sm">
                <a href={links.history("actor", slug)} className="inline-block py-1">
                  What was ever published of it, when, why and by whom
                </a>
              </p>
              <AbsorbedList kind="actor" absorbed={absorbed} links={links} />
              <FollowLine
                what="this actor"
                feed={newest.recordFeed("actor", slug)}
                how={newest.following}
              />
              {!links.reference.pinned && <CorrectLinks kind="actor" slug={slug} />}
            </PageSection>
          </div>
        </div>
      </article>
    </PageFrame>
  );
}
