import type { Metadata } from "next";
import { loadTimeline } from "@/app/versioned/load-timeline";
import { openVersion } from "@/app/versioned/open-version";
import { CoverageLine } from "@/components/coverage/coverage-line";
import { Timeline } from "@/components/timeline/timeline";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { routes } from "@/lib/site/urls/routes";
import { dateText } from "@/lib/values/dates/day";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

const DESCRIPTION =
  "Every theft on record, month by month, sized by what was lost, with the total up to each month.";

type Params = { params: Promise<{ reference: string; query: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, query } = await params;
  const { version } = await openVersion(reference);
  const { at } = routes.timeline.viewIn({ query }, version.number);
  return {
    title: at === undefined ? "Timeline" : `Timeline from ${dateText(at)}`,
    description: DESCRIPTION,
  };
}

export default async function TimelinePage({ params }: Params) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const view = routes.timeline.viewIn(segments, version.number);
  const timeline = await loadTimeline(db, version.number, {}, view.sort, view.at);
  return (
    <PageFrame
      links={links}
      version={version}
      section="timeline"
      permanent={permanent.timeline(view)}
      newest={newest.timeline(view)}
    >
      <PagePreview
        title="Timeline of crypto-asset thefts"
        description={DESCRIPTION}
        address={links.timeline(view)}
        permanent={permanent.timeline(view)}
        version={version}
      />
      <h1 className="font-semibold text-3xl sm:text-4xl">Timeline</h1>
      <p className="mt-1 mb-4 max-w-prose text-muted">
        {DESCRIPTION} What is known only to a month or year stands as it is known.{" "}
        <a href={links.incidents({}, { view: "timeline" })}>Narrow it down</a>
      </p>
      {version.coveredThrough !== null && (
        <CoverageLine coveredThrough={version.coveredThrough} links={links} />
      )}
      <div className="mt-5">
        <Timeline
          {...timeline}
          hrefOf={({ order, at }) =>
            links.timeline({ sort: order, ...(at === undefined ? {} : { at }) })
          }
          links={links}
        />
      </div>
    </PageFrame>
  );
}
