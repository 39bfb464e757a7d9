import type { ReactNode } from "react";
import { withPlainMarkup } from "@/components/plain-markup/with-plain-markup";
import { type Section, SiteHeader } from "@/components/ui/site-header";
import type { Links } from "@/lib/site/urls/links";
import { publicUrl } from "@/lib/site/urls/public-url";
import { type Day, dateText } from "@/lib/values/dates/day";

interface PageFrameProps {
  links: Links;
  version: { number: number; publishedOn: Day; coveredThrough: Day | null };
  /** Null for a page that belongs to none. */
  section: Section | null;
  /** The address at which this page always says the same. */
  permanent: string;
  /** The same page of the newest version. */
  newest: string;
  /** The same part of the newest version, where `newest` leads to the first of several. */
  canonical?: string;
  children: ReactNode;
}

/** The frame around every page of the record: masthead, version, licence. */
export async function PageFrame({
  links,
  version,
  section,
  permanent,
  newest,
  canonical,
  children,
}: PageFrameProps) {
  const published = <time dateTime={version.publishedOn}>{dateText(version.publishedOn)}</time>;
  return withPlainMarkup(
    <>
      {/* Versions say much the same: the newest is the one to be found. */}
      <link rel="canonical" href={publicUrl(canonical ?? newest)} />
      <link
        rel="alternate"
        type="application/atom+xml"
        title="Publications of the record"
        href="/feeds/versions.atom"
      />
      <link
        rel="describedby"
        type="application/ld+json"
        title="The record as a dataset"
        href={links.dataset}
      />
      <SiteHeader links={links} section={section} />
      {links.reference.pinned && (
        <aside aria-label="Version" className="bg-mark text-sm">
          <p className="page-width py-2">
            You are reading <strong>version {version.number}</strong> of the record, as published on{" "}
            {published}. It never changes. <a href={newest}>See this page in the newest version</a>
          </p>
        </aside>
      )}
      <main id="content" className="page-width pt-6 pb-4">
        {children}
      </main>
      <footer className="mt-12 border-rule-strong border-t">
        <div className="page-width grid gap-2 py-6 text-muted text-sm [overflow-wrap:anywhere] md:grid-cols-2">
          <p>
            Lossline, version {version.number} of the record, published {published}
            {version.coveredThrough !== null && (
              <>
                , covered through{" "}
                <a href={links.coverage}>
                  <time dateTime={version.coveredThrough}>{dateText(version.coveredThrough)}</time>
                </a>
              </>
            )}
            . The record is licensed CC BY 4.0, the code MIT.{" "}
            <a href={links.methodology}>Methodology</a> ·{" "}
            <a href={links.figures()}>Figures from other publishers</a> ·{" "}
            <a href={links.linkGroups()}>Thefts that share addresses</a> ·{" "}
            <a href={links.changesSoFar}>Recent changes</a> ·{" "}
            <a href={links.api}>Open data interface</a> ·{" "}
            <a href={links.dumps}>Download the record</a> · <a href={links.verify}>Verify</a> ·{" "}
            <a href="/suggest">Suggest what is missing</a> · <a href="/desk">For editors</a>
          </p>
          <p className="md:text-right">
            Permanent link: <a href={permanent}>{permanent}</a>
          </p>
        </div>
      </footer>
    </>,
  );
}
