import type { Links } from "@/lib/site/urls/links";
import type { SearchView } from "@/lib/statistics/search/search-view";
import { searchKindLabel } from "@/lib/values/search/search-kind";

/** Said where nothing is found: what it may be, and where to go on. */
export function NothingFound({ view: { q, kind }, links }: { view: SearchView; links: Links }) {
  const about = q.length <= 100 ? links.incidents({ q }) : null;
  return (
    <div className="mt-6 max-w-prose" role="status">
      <p className="text-lg">
        The record holds nothing {kind === null ? "" : `(${searchKindLabel(kind).toLowerCase()}) `}
        called or spelt much like <q className="[overflow-wrap:anywhere]">{q}</q>.
      </p>
      <ul className="mt-3 list-disc space-y-1 pl-5">
        {kind !== null && (
          <li>
            <a href={links.search(q)}>Search all kinds</a>
          </li>
        )}
        {about !== null && (
          <li>
            <a href={about}>List incidents whose texts hold these words</a>
          </li>
        )}
        <li>
          Browse <a href={links.targets()}>targets</a>, <a href={links.actors()}>actors</a>,{" "}
          <a href={links.incidents()}>incidents</a> or{" "}
          <a href={links.figures()}>figures from other publishers</a>
        </li>
        <li>
          <a href="/suggest">Suggest what is missing</a>, with a source
        </li>
      </ul>
      <p className="mt-3 text-muted text-sm">
        That an address or a name is not here says nothing about it: the record holds what sources
        name.
      </p>
    </div>
  );
}
