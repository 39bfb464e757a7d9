import { AbsorbedList } from "@/components/histories/absorbed-list";
import { CorrectLinks } from "@/components/histories/correct-links";
import { RevisionHistory } from "@/components/histories/revision-history";
import { PageFrame } from "@/components/ui/page-frame";
import { PagePreview } from "@/components/ui/page-preview";
import type { HistoryRevision } from "@/lib/record/history/history";
import type { PagedKind } from "@/lib/record/kinds/record-kind";
import type { Links } from "@/lib/site/urls/links";
import type { Day } from "@/lib/values/dates/day";

interface HistoryPageProps {
  kind: PagedKind;
  history: {
    name: string;
    slug: string;
    mergedInto: { slug: string; name: string } | null;
    absorbed: readonly { slug: string; name: string }[];
    revisions: readonly HistoryRevision[];
    count: number;
  };
  version: { number: number; publishedOn: Day; coveredThrough: Day | null };
  links: Links;
  permanent: Links;
  newest: Links;
}

/** All that was ever published of an incident, target or actor. */
export function HistoryPage({
  kind,
  history,
  version,
  links,
  permanent,
  newest,
}: HistoryPageProps) {
  const { name, slug, mergedInto, absorbed, revisions, count } = history;
  const page = (of: string) => links.record(kind, of);
  return (
    <PageFrame
      links={links}
      version={version}
      section={`${kind}s`}
      permanent={permanent.history(kind, slug)}
      newest={newest.history(kind, slug)}
    >
      <PagePreview
        title={`History of ${name}`}
        description={`What was ever published of ${name}, when, why and by whom.`}
        address={links.history(kind, slug)}
        permanent={permanent.history(kind, slug)}
        version={version}
      />
      <p className="text-muted">
        History of{" "}
        {mergedInto === null
          ? `the ${kind}`
          : `${kind === "target" ? "a" : "an"} ${kind} that was merged into another`}
      </p>
      <h1 className="mt-1 max-w-4xl font-semibold text-3xl tracking-tight sm:text-4xl">
        {mergedInto === null ? <a href={page(slug)}>{name}</a> : name}
      </h1>
      <p className="mt-2 mb-5 max-w-prose">
        {count === 1
          ? "It has been published once and never changed."
          : `${count.toLocaleString("en-GB")} revisions, the newest first. None is ever changed or taken away.`}
        {mergedInto !== null && (
          <>
            {" "}
            It turned out to be the same as <a href={page(mergedInto.slug)}>{mergedInto.name}</a>,
            where its address leads now.
          </>
        )}
      </p>
      <RevisionHistory kind={kind} revisions={revisions} count={count} />
      <AbsorbedList kind={kind} absorbed={absorbed} links={links} />
      {!links.reference.pinned && <CorrectLinks kind={kind} slug={slug} />}
    </PageFrame>
  );
}
