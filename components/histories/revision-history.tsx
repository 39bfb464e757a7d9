import { DifferenceTable } from "@/components/histories/difference-table";
import { LinkedText } from "@/components/ui/linked-text";
import { creditText, type HistoryRevision } from "@/lib/record/history/history";
import type { PagedKind } from "@/lib/record/kinds/record-kind";
import { linksFor } from "@/lib/site/urls/links";
import { dateText } from "@/lib/values/dates/day";

interface RevisionHistoryProps {
  kind: PagedKind;
  /** Newest first. */
  revisions: readonly HistoryRevision[];
  /** How many there are in all; the earliest are not shown where they are many. */
  count: number;
}

/** Each revision: what it changed, when, why, by whom, and the page as it stood. */
export function RevisionHistory({ kind, revisions, count }: RevisionHistoryProps) {
  return (
    <>
      <ol reversed className="list-none border-rule-strong border-t-2">
        {revisions.map((entry) => (
          <li key={entry.revision} className="border-rule border-b py-5">
            <Revision kind={kind} entry={entry} />
          </li>
        ))}
      </ol>
      {revisions.length < count && (
        <p className="mt-3 text-muted">
          The latest {revisions.length} of {count.toLocaleString("en-GB")} revisions.
        </p>
      )}
    </>
  );
}

function Revision({ kind, entry }: { kind: RevisionHistoryProps["kind"]; entry: HistoryRevision }) {
  const { revision, version, publishedOn, note, by, slug, mergedInto, differences } = entry;
  const then = linksFor({ version, pinned: true });
  const page = then.record(kind, slug);
  return (
    <article aria-labelledby={`revision-${revision}`}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h2 id={`revision-${revision}`} className="font-sans font-semibold text-lg">
          Revision {revision},{" "}
          <time dateTime={publishedOn} className="font-normal">
            {dateText(publishedOn)}
          </time>
        </h2>
        <p className="text-sm">
          <a href={page} className="inline-block py-1">
            {mergedInto === null ? "The page as it stood" : "Where its page led then"}
            <span className="sr-only"> at revision {revision}</span>, version {version}
          </a>
        </p>
      </div>
      <p className="max-w-prose whitespace-pre-line [overflow-wrap:anywhere]">
        <LinkedText text={note} />
      </p>
      <p className="text-muted text-sm">{creditText(by, version)}.</p>
      <div className="mt-3">
        {revision === 1 ? (
          <p className="text-muted text-sm">The first: all of it was new.</p>
        ) : (
          <DifferenceTable
            differences={differences}
            none="It says the same as the one before; what it names was corrected."
          />
        )}
      </div>
    </article>
  );
}
