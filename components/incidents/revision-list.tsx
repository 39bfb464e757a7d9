import type { Links } from "@/lib/site/urls/links";
import { type Day, dateText } from "@/lib/values/dates/day";

interface RevisionListProps {
  /** Newest first. */
  revisions: readonly {
    revision: number;
    version: number;
    publishedOn: Day;
    note: string;
    slug: string;
  }[];
  /** The links of a version. */
  linksAt: (version: number) => Links;
  /** Where all that changed is told. */
  history: string;
}

/** What was published when: each revision as its version shows it. */
export function RevisionList({ revisions, linksAt, history }: RevisionListProps) {
  return (
    <>
      <ol reversed className="border-rule border-t">
        {revisions.map(({ revision, version, publishedOn, note, slug }) => (
          <li key={revision} className="border-rule border-b py-2">
            Revision {revision}, in <a href={linksAt(version).incident(slug)}>version {version}</a>,
            published <time dateTime={publishedOn}>{dateText(publishedOn)}</time>
            <span className="block text-muted text-sm">{note}</span>
          </li>
        ))}
      </ol>
      <p className="mt-3 text-sm">
        <a href={history} className="inline-block py-1">
          What each of them changed, why and by whom
        </a>
      </p>
    </>
  );
}
