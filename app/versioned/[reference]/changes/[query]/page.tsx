import type { Metadata } from "next";
import { openVersion } from "@/app/versioned/open-version";
import { ChangeNumbers } from "@/components/changes/change-numbers";
import { ChangeSegments } from "@/components/changes/change-segments";
import { ChangedIncidents } from "@/components/changes/changed-incidents";
import { VersionForm } from "@/components/changes/version-form";
import { VersionSteps } from "@/components/changes/version-steps";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import { versionsAfter } from "@/lib/record/versions/version-queries";
import { readVersionReference } from "@/lib/record/versions/version-reference";
import { citationFeedUrl } from "@/lib/site/urls/links";
import { routes } from "@/lib/site/urls/routes";
import { changeText } from "@/lib/statistics/changes/amount-text";
import { changesBetween } from "@/lib/statistics/changes/change-queries";
import type { Changes } from "@/lib/statistics/changes/changes";
import type { ChangesView } from "@/lib/statistics/changes/changes-view";
import { namedInRule } from "@/lib/statistics/changes/rule-name-queries";
import { describeRule } from "@/lib/statistics/changes/rule-text";

export const dynamic = "force-static";
export const dynamicParams = true;
/** None while building: each view is rendered when it is first asked for. */
export function generateStaticParams() {
  return [];
}

type Params = { params: Promise<{ reference: string; query: string }> };

export async function generateMetadata({ params }: Params): Promise<Metadata> {
  const { reference, ...segments } = await params;
  const view = routes.changes.viewIn(segments, readVersionReference(reference).version);
  return {
    title: `What changed from version ${view.from} to ${view.to}`,
    alternates: {
      types: {
        "application/atom+xml": citationFeedUrl({ version: view.from, rule: view.rule }),
      },
    },
  };
}

export default async function ChangesPage({ params }: Params) {
  const { reference, ...segments } = await params;
  const { db, version, links, permanent, newest } = await openVersion(reference);
  const view = routes.changes.viewIn(segments, version.number);
  const [changes, steps, { actorName, targetName }] = await Promise.all([
    changesBetween(db, view),
    versionsAfter(db, Math.max(0, view.from === view.to ? 0 : view.from), view.to),
    namedInRule(db, version.number, view.rule.filters),
  ]);
  const moving = changes.incidents.filter(({ kind }) => kind !== "unmoved");
  const unmoved = changes.incidents.filter(({ kind }) => kind === "unmoved");
  const counted = changes.parts.reduce((sum, { incidents }) => sum + incidents, 0);
  return (
    <PageFrame
      links={links}
      version={version}
      section={null}
      permanent={permanent.changes(view)}
      newest={newest.changes(view)}
    >
      <PagePreview
        title={`What changed from version ${view.from} to ${view.to}`}
        description="Why a number of the record moved between two versions, incident by incident."
        address={links.changes(view)}
        permanent={permanent.changes(view)}
        version={version}
      />
      <p className="text-muted">What changed</p>
      <h1 className="mt-1 max-w-4xl font-semibold text-3xl tracking-tight sm:text-4xl">
        {finding(changes, view)}
      </h1>
      <p className="mt-2 mb-5 max-w-prose">{describeRule(view.rule, actorName, targetName)}.</p>
      <ChangeNumbers changes={changes} view={view} />
      <div className="mt-5">
        <VersionForm view={view} newest={version.number} links={links} />
      </div>
      {changes.parts.length === 0 ? (
        <p className="mt-8 max-w-prose border-rule border-t py-6">
          {view.from === view.to
            ? "A version never changes. Choose two different ones to see what came between them."
            : "None of the incidents that this figure counts was added, corrected or withdrawn between the two versions."}
        </p>
      ) : (
        <section aria-labelledby="parts" className="mt-10">
          <h2 id="parts" className="mb-2 font-semibold text-2xl">
            Why
          </h2>
          <ChangeSegments changes={changes} measure={view.rule.measure} />
        </section>
      )}
      {moving.length > 0 && (
        <section aria-labelledby="incidents" className="mt-12">
          <h2 id="incidents" className="mb-2 font-semibold text-2xl">
            Incident by incident
          </h2>
          <ChangedIncidents
            incidents={moving}
            view={view}
            caption="Incidents that moved the figure, those that moved it most first"
          />
        </section>
      )}
      {unmoved.length > 0 && (
        <section aria-labelledby="unmoved" className="mt-12">
          <h2 id="unmoved" className="mb-2 font-semibold text-2xl">
            Corrected without moving it
          </h2>
          <ChangedIncidents
            incidents={unmoved}
            view={view}
            caption="Incidents of the figure of which something else was corrected"
          />
        </section>
      )}
      {counted > changes.incidents.length && (
        <p className="mt-3 text-muted">
          {(counted - changes.incidents.length).toLocaleString("en-GB")} more, which moved it less,
          are in the sums above but not told one by one.
        </p>
      )}
      <section aria-labelledby="versions" className="mt-12 max-w-prose">
        <h2 id="versions" className="mb-2 font-semibold text-2xl">
          {view.from === view.to ? "Publications so far" : "Publications between them"}
        </h2>
        <VersionSteps versions={steps} view={view} links={links} />
        <p className="mt-3 text-sm">
          <a href={citationFeedUrl({ version: view.from, rule: view.rule })}>
            Corrections of this figure since version {view.from}
          </a>{" "}
          and <a href="/feeds/versions.atom">all publications</a> as Atom feeds.
        </p>
      </section>
    </PageFrame>
  );
}

function finding({ before, after, parts }: Changes, { from, to, rule }: ChangesView): string {
  if (from === to) return `Nothing changes within version ${from}`;
  const between = `between version ${from} and version ${to}`;
  const difference = after.amount - before.amount;
  if (difference !== 0) {
    const by = changeText(rule.measure, difference).replace(/^[+−]/, "");
    const unit = rule.measure === "count" ? (by === "1" ? " incident" : " incidents") : "";
    return `This figure ${difference > 0 ? "rose" : "fell"} by ${by}${unit} ${between}`;
  }
  if (parts.some(({ kind }) => kind !== "unmoved")) {
    return `This figure came out the same ${between}, though its parts changed`;
  }
  return `This figure did not change ${between}`;
}
