import { ExternalLink } from "@/components/sources/external-link";
import { dateText } from "@/lib/values/dates/day";
import type { Source } from "@/lib/values/sources/source";
import { sourceKindText } from "@/lib/values/sources/source-kind";

/** Where a reader can check what the record says, and whose words stand there. */
export function SourceList({ sources }: { sources: readonly Source[] }) {
  return (
    <ol className="border-rule border-t text-base">
      {sources.map((source) => (
        <li key={`${source.url} ${source.title}`} className="border-rule border-b py-2">
          <span className="block [overflow-wrap:anywhere]">
            <ExternalLink href={source.url}>{source.title}</ExternalLink>
          </span>
          <span className="text-muted text-sm">
            {source.publisher}
            {", "}
            {source.publishedOn === null ? (
              "undated"
            ) : (
              <time dateTime={source.publishedOn}>{dateText(source.publishedOn)}</time>
            )}
            {" · "}
            {sourceKindText(source.kind)}
            {source.archivedUrl !== null && (
              <>
                {" · "}
                <ExternalLink
                  href={source.archivedUrl}
                  label={`Archived copy of “${source.title}”`}
                >
                  archived copy
                </ExternalLink>
              </>
            )}
          </span>
        </li>
      ))}
    </ol>
  );
}
