import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { FollowFeed, FollowLine } from "@/components/follow/follow-feed";
import { AbsorbedList } from "@/components/histories/absorbed-list";
import { CorrectLinks } from "@/components/histories/correct-links";
import { AboutNumberLine } from "@/components/numbers/about-number";
import { ImageFold } from "@/components/publish/image-fold";
import { OembedLink } from "@/components/publish/oembed-link";
import { TakeFold } from "@/components/publish/take-fold";
import { IdentifierList } from "@/components/sources/identifier-list";
import { TargetFacts } from "@/components/targets/target-facts";
import { TargetIncidents } from "@/components/targets/target-incidents";
import { TargetTotals } from "@/components/targets/target-totals";
import { RecountedNote } from "@/components/totals/recounted-note";
import { Citation } from "@/components/ui/citation";
import { PageFrame } from "@/components/ui/page-frame";
import { PageSection } from "@/components/ui/page-section";
import { StructuredData } from "@/components/ui/structured-data";
import { absorbedBy } from "@/lib/record/history/history-queries";
import { findTarget } from "@/lib/record/targets/target-queries";
import { articleData } from "@/lib/site/citations/structured-data";
import { lossesUnder } from "@/lib/statistics/numbers/number-view";
import { targetRecord } from "@/lib/statistics/targets/target-record-queries";
import { targetDescription, yearsText } from "@/lib/statistics/targets/target-text";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; slug: string }> };

/** The target that an address names, asked for once a rendering. */
const targetAt = cache(async (reference: string, slug: string) => {
  const opened = await openVersion(reference);
  const { db, version } = opened;
  const target = await findTarget(db, version.number, slug);
  if (target === null) notFound();
  return { ...opened, target, record: await targetRecord(db, version.number, target) };
});

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, slug } = await params;
  const { target, record } = await targetAt(reference, slug);
  return { title: target.name, description: targetDescription(target, record.total) };
}

export default async function TargetPage({ params }: Params) {
  const { reference, slug } = await params;
  const { db, version, links, permanent, newest, target, record } = await targetAt(reference, slug);
  const absorbed = await absorbedBy(db, version.number, "target", target.targetId);
  return (
    <PageFrame
      links={links}
      version={version}
      section="targets"
      permanent={permanent.target(slug)}
      newest={newest.target(slug)}
    >
      <LinkPreview
        title={target.name}
        description={targetDescription(target, record.total)}
        address={links.target(slug)}
        picture={`${permanent.target(slug)}.png?shape=preview&scale=1`}
        alternative={`Key figures of what befell ${target.name}`}
      />
      <OembedLink address={links.target(slug)} title={target.name} />
      <FollowFeed title={target.name} feed={newest.recordFeed("target", slug)} />
      <StructuredData
        data={articleData({
          headline: target.name,
          description: targetDescription(target, record.total),
          version,
          permanent: permanent.target(slug),
          picture: `${permanent.target(slug)}.png`,
        })}
      />
      <article>
        <h1 className="max-w-4xl font-semibold text-4xl tracking-tight [overflow-wrap:anywhere] sm:text-5xl">
          {target.name}
        </h1>
        <div className="mt-5">
          <TargetFacts target={target} links={links} />
        </div>
        {record.total.incidents > 0 && (
          <div className="mt-6">
            <TargetTotals
              slug={slug}
              total={record.total}
              years={yearsText(record.incidents)}
              unplaced={record.unplaced}
              unplacedIncidents={record.unplacedIncidents}
              links={links}
            />
            <AboutNumberLine rule={lossesUnder({ target: slug })} links={links} />
          </div>
        )}
        <RecountedNote published={record.published} links={links} />
        <div className="mt-6">
          <TargetIncidents
            name={target.name}
            slug={slug}
            record={record}
            coveredThrough={version.coveredThrough}
            links={links}
          />
        </div>
        <div className="mt-10 grid grid-cols-1 gap-x-14 gap-y-10 lg:grid-cols-2 [&>section]:mt-0">
          {target.identifiers.length > 0 && (
            <PageSection id="identifiers" title="In other lists">
              <IdentifierList identifiers={target.identifiers} />
            </PageSection>
          )}
          <PageSection id="cite" title="How to cite this page">
            <Citation title={target.name} version={version} permanent={permanent.target(slug)} />
            <ImageFold
              file={permanent.target(slug)}
              alternative={`Key figures of what befell ${target.name}.`}
            />
            <TakeFold
              title={target.name}
              caption={targetDescription(target, record.total)}
              alternative={`Key figures of what befell ${targetDescription(target, record.total)}`}
              version={version.number}
              page={permanent.target(slug)}
              picture={`${permanent.target(slug)}.png`}
              frozen={permanent.recordEmbed({ kind: "target", slug })}
              newest={newest.recordEmbed({ kind: "target", slug })}
            />
            <p className="mt-3 text-sm">
              <a href={links.history("target", slug)} className="inline-block py-1">
                What was ever published of it, when, why and by whom
              </a>
            </p>
            <AbsorbedList kind="target" absorbed={absorbed} links={links} />
            <FollowLine
              what="this target"
              feed={newest.recordFeed("target", slug)}
              how={newest.following}
            />
            {!links.reference.pinned && <CorrectLinks kind="target" slug={slug} />}
          </PageSection>
        </div>
      </article>
    </PageFrame>
  );
}
