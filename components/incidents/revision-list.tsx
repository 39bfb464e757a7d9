import { type Day, dateInWords } from "@/lib/dates/day";
import type { Links } from "@/lib/site/links";

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
}

/** What was published when: each revision as its version shows it. */
export function RevisionList({ revisions, linksAt }: RevisionListProps) {
  return (
    <ol reversed className="border-rule border-t">
      {revisions.map(({ revision, version, publishedOn, note, slug }) => (
        <li key={revision} className="border-rule border-b py-2">
          Revision {revision}, in <a href={linksAt(version).incident(slug)}>version {version}</a>,
          published <time dateTime={publishedOn}>{dateInWords(publishedOn)}</time>
          <span className="block text-muted text-sm">{note}</span>
        </li>
      ))}
    </ol>
  );
}
