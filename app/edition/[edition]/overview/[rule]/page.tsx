import { openEdition, viewOf } from "@/app/edition/open-edition";
import { PageFrame } from "@/components/ui/page-frame";
import { today } from "@/lib/dates/day";
import { readOverview } from "@/lib/rules/views";
import { readRuleSegment } from "@/lib/site/page-address";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export default async function Overview({ params }: { params: Promise<{ edition: string; rule: string }> }) {
  const { edition, rule } = await params;
  const { version, links, permanent, newest } = await openEdition(edition);
  const view = viewOf(readOverview(readRuleSegment(rule), today(), today()));
  return (
    <PageFrame
      links={links}
      version={version}
      section="overview"
      permanent={permanent.overview(view)}
      newest={newest.overview(view)}
    >
      <h1>{view.year}</h1>
    </PageFrame>
  );
}
