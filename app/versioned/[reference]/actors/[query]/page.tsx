import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { ActorTable } from "@/components/actors/actor-table";
import { RecountedNote } from "@/components/totals/recounted-note";
import { ConfidencePicker } from "@/components/ui/confidence-picker";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import { latestByActor } from "@/lib/record/attributions/attribution-queries";
import { routes } from "@/lib/site/urls/routes";
import { incidentsOf } from "@/lib/statistics/actors/actor-filters";
import { actorTree } from "@/lib/statistics/actors/actor-tree";
import { chargedTogetherText } from "@/lib/statistics/totals/charged-together";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { totalsByActor, totalUnder } from "@/lib/statistics/totals/total-queries";
import type { ActorTotals } from "@/lib/statistics/totals/totals";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

export const metadata: Metadata = {
  title: "Actors",
  description: "Whom thefts of crypto-assets are attributed to, by whom, and what they come to.",
};

export default async function Actors({
  params,
}: {
  params: Promise<{ reference: string; query: string }>;
}) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const { confidence } = routes.actors.viewIn(segments, version.number);
  const [total, published, actors, totals, latest] = await Promise.all([
    totalUnder(db, version.number, {}),
    publishedTotal(db, version.number, {}),
    actorsAt(db, version.number),
    totalsByActor(db, version.number, {}, confidence),
    latestByActor(db, version.number, confidence),
  ]);
  return (
    <PageFrame
      links={links}
      version={version}
      section="actors"
      permanent={permanent.actors(confidence)}
      newest={newest.actors(confidence)}
    >
      <PagePreview
        title="Actors to whom thefts of crypto-assets are attributed"
        description="Whom thefts of crypto-assets are attributed to, by whom, and what they come to."
        address={links.actors(confidence)}
        permanent={permanent.actors(confidence)}
        version={version}
      />
      <h1 className="font-semibold text-4xl tracking-tight sm:text-5xl">Actors</h1>
      <p className="mt-3 max-w-prose text-lg">
        Whom somebody has named for a theft. An attribution is always somebody’s statement, never a
        finding of this record: each incident says who made it, when, and how sure it is.
      </p>
      <div className="my-5">
        <ConfidencePicker confidence={confidence} hrefOf={(value) => links.actors(value)} />
      </div>
      <ActorTable
        caption="Actors, each with what is attributed to it and to its parts"
        branches={actorTree(actors, totals.rows, latest)}
        confidence={confidence}
        links={links}
        closing={[
          {
            label: "Not attributed",
            total: totals.unattributed,
            filters: incidentsOf("none", confidence),
          },
          { label: <strong>All incidents, each once</strong>, total, filters: {} },
        ]}
      />
      <RecountedNote published={published} links={links} />
      <p className="mt-3 max-w-prose text-muted text-sm">
        Losses are gross, best estimates in US dollars at the time of each theft. What is attributed
        to a part is its whole’s too, once, so the parts of an actor may sum to more or less than
        it. {sharedText(totals)}
        <a href={`${links.methodology}#actors`}>How actors are counted</a>
      </p>
    </PageFrame>
  );
}

/** How incidents count that are attributed to several actors; nothing where there is none. */
function sharedText({ sharedIncidents, chargedTogether }: ActorTotals): string {
  if (sharedIncidents === 0) return "";
  const are =
    sharedIncidents === 1
      ? "One incident is attributed to several actors and counts"
      : `${sharedIncidents} incidents are attributed to several actors and count`;
  const charged = chargedTogetherText(sharedIncidents, chargedTogether);
  return `${are} once for each of them.${charged} `;
}
