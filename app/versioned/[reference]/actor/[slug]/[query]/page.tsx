import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cache } from "react";
import { openVersion } from "@/app/versioned/open-version";
import { ActorHeadline } from "@/components/actors/actor-headline";
import { ActorPublishedFigures } from "@/components/actors/actor-published-figures";
import { ActorTable } from "@/components/actors/actor-table";
import { ActorTotals } from "@/components/actors/actor-totals";
import { IncidentTimeline } from "@/components/actors/incident-timeline";
import { PartyList } from "@/components/actors/party-list";
import { SharedAddressDiagram } from "@/components/actors/shared-address-diagram";
import { SharedAddressList } from "@/components/actors/shared-address-list";
import { YearTable } from "@/components/actors/year-table";
import { LinkPreview } from "@/components/chart-page/link-preview";
import { AbsorbedList } from "@/components/histories/absorbed-list";
import { CorrectLinks } from "@/components/histories/correct-links";
import { ImageFold } from "@/components/publish/image-fold";
import { SourceList } from "@/components/sources/source-list";
import { Citation } from "@/components/ui/citation";
import { ConfidencePicker } from "@/components/ui/confidence-picker";
import { LinkedText } from "@/components/ui/linked-text";
import { PageFrame } from "@/components/ui/page-frame";
import { PageSection } from "@/components/ui/page-section";
import { findActor } from "@/lib/record/actors/actor-queries";
import { absorbedBy } from "@/lib/record/history/history-queries";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { routes } from "@/lib/site/urls/routes";
import { incidentsOf } from "@/lib/statistics/actors/actor-filters";
import { actorRecord } from "@/lib/statistics/actors/actor-page-queries";
import { actorTitle } from "@/lib/statistics/charts/text/chart-title";
import { dateText } from "@/lib/values/dates/day";

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
  const { slug, confidence } = routes.actor.viewIn(
    segments,
    readVersionReference(reference).version,
  );
  const { actor } = await actorAt(reference, slug);
  return { title: actorTitle(actor.name, confidence), description: actor.description };
}

export default async function ActorPage({ params }: Params) {
  const { reference, ...segments } = await params;
  const { slug, confidence } = routes.actor.viewIn(
    segments,
    readVersionReference(reference).version,
  );
  const { db, version, links, permanent, newest, actor } = await actorAt(reference, slug);
  const filters = incidentsOf(slug, confidence);
  const title = actorTitle(actor.name, confidence);
  const [record, absorbed] = await Promise.all([
    actorRecord(db, version.number, actor, confidence),
    absorbedBy(db, version.number, "actor", actor.actorId),
  ]);
  const { total, byYear, incidents, parts, sharedAddressGroups } = record;
  const contents = (
    [
      ["ties", "Links by shared address", sharedAddressGroups.length],
      ["years", "By year", byYear.length],
      ["parties", "Who attributes what", record.parties.length],
      ["timeline", "Timeline", incidents.length],
      [
        "figures",
        "Figures from other publishers",
        record.figures.length + record.retractedFigures.length,
      ],
    ] as const
  ).filter(([, , rows]) => rows > 0);
  const [firstYear, lastYear] = [byYear[0]?.year, byYear.at(-1)?.year];
  return (
    <PageFrame
      links={links}
      version={version}
      section="actors"
      permanent={permanent.actor(slug, confidence)}
      newest={newest.actor(slug, confidence)}
    >
      <LinkPreview
        title={title}
        description={actor.description}
        address={links.actor(slug, confidence)}
        picture={`${permanent.actor(slug)}.png?confidence=${confidence}&shape=preview&scale=1`}
        alternative={`Key figures of what is attributed to ${title}`}
      />
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
              filters={filters}
              span={
                firstYear === undefined || lastYear === undefined
                  ? null
                  : { first: firstYear, last: lastYear }
              }
              links={links}
            />
          </div>
        )}
        <div className="mt-6 grid grid-cols-1 gap-x-14 lg:grid-cols-[minmax(0,1fr)_23rem] lg:grid-rows-[auto_1fr]">
          <div>
            <p className="max-w-prose whitespace-pre-line font-serif text-xl leading-relaxed">
              <LinkedText text={actor.description} />
            </p>
            <p className="mt-3 max-w-prose text-muted text-sm">
              Attributions are statements of the <a href="#parties">parties that make them</a>, not
              findings of this record
              {parts.length > 0 && "; what is attributed to a part is counted here too, once"}.
            </p>
            {incidents.length > 10 && (
              <nav aria-label="On this page" className="mt-3 text-sm">
                <ul className="flex flex-wrap gap-x-5">
                  {contents.map(([id, title]) => (
                    <li key={id}>
                      <a href={`#${id}`} className="inline-block py-1">
                        {title}
                      </a>
                    </li>
                  ))}
                </ul>
              </nav>
            )}
            <div className="mt-4">
              <ConfidencePicker
                confidence={confidence}
                hrefOf={(value) => links.actor(slug, value)}
              />
            </div>
            {total.incidents === 0 && (
              <p className="mt-8 border-rule border-t py-6">
                No incident of the record is attributed to {actor.name} under this rule.
              </p>
            )}
            {sharedAddressGroups.length > 0 && (
              <PageSection
                id="ties"
                title="Thefts linked by shared addresses"
                note="A line links incidents that hold the same addresses; the number on it says how many. Addresses known to belong to public services or bots link nothing."
              >
                {sharedAddressGroups.map((group) => (
                  <div key={group.incidents[0]?.slug} className="mt-6 first:mt-0">
                    <h3 className="mb-1 font-sans font-semibold text-base">
                      {dateText(group.incidents[0]?.occurredOn ?? "")} –{" "}
                      {dateText(group.incidents.at(-1)?.occurredOn ?? "")}
                    </h3>
                    <SharedAddressDiagram group={group} links={links} />
                    <SharedAddressList group={group} />
                  </div>
                ))}
              </PageSection>
            )}
          </div>
          <div className="mt-10 lg:row-span-2 lg:mt-0 lg:[&>section:first-child]:border-t-0 lg:[&>section:first-child]:pt-0">
            {byYear.length > 0 && (
              <PageSection id="years" title="By year">
                <YearTable
                  caption={`Losses and incidents attributed to ${actor.name} by year`}
                  years={byYear}
                  filters={filters}
                  links={links}
                />
              </PageSection>
            )}
            {parts.length > 0 && (
              <PageSection id="parts" title="Its parts">
                <ActorTable
                  caption={`Parts of ${actor.name}, each with its own parts`}
                  branches={parts}
                  confidence={confidence}
                  links={links}
                  narrow
                />
              </PageSection>
            )}
            {record.parties.length > 0 && (
              <PageSection id="parties" title="Who attributes what">
                <PartyList parties={record.parties} actor={slug} links={links} />
              </PageSection>
            )}
            {actor.sources.length > 0 && (
              <PageSection id="sources" title="Sources">
                <SourceList sources={actor.sources} />
              </PageSection>
            )}
          </div>
          <div className="mt-10">
            {incidents.length > 0 && (
              <PageSection
                id="timeline"
                title="Timeline"
                {...(incidents.length < total.incidents
                  ? { note: `The latest ${incidents.length} of ${total.incidents} incidents.` }
                  : {})}
              >
                <IncidentTimeline
                  incidents={incidents}
                  years={byYear}
                  actor={slug}
                  filters={filters}
                  links={links}
                />
              </PageSection>
            )}
            {record.figures.length + record.retractedFigures.length > 0 && (
              <PageSection
                id="figures"
                title="Figures from other publishers"
                note="Totals about this actor that others published, and what this record holds for the same days. They differ because their attributions and rules do."
              >
                <ActorPublishedFigures
                  figures={record.figures}
                  retracted={record.retractedFigures}
                  links={links}
                />
              </PageSection>
            )}
            <PageSection id="cite" title="How to cite this page">
              <Citation
                title={title}
                version={version}
                permanent={permanent.actor(slug, confidence)}
              />
              <ImageFold
                file={permanent.actor(slug)}
                query={`confidence=${confidence}`}
                alternative={`Key figures of what is attributed to ${title}.`}
              />
              <p className="mt-3 text-sm">
                <a href={links.history("actor", slug)} className="inline-block py-1">
                  What was ever published of it, when, why and by whom
                </a>
              </p>
              <AbsorbedList kind="actor" absorbed={absorbed} links={links} />
              {!links.reference.pinned && <CorrectLinks kind="actor" slug={slug} />}
            </PageSection>
          </div>
        </div>
      </article>
    </PageFrame>
  );
}
