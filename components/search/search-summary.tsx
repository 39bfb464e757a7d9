import type { Links } from "@/lib/site/urls/links";
import type { SearchAnswer } from "@/lib/statistics/search/search-result";
import type { SearchView } from "@/lib/statistics/search/search-view";
import { SEARCH_KINDS, searchKindLabel } from "@/lib/values/search/search-kind";

interface SearchSummaryProps {
  view: SearchView;
  answer: SearchAnswer;
  links: Links;
}

/** How many there are, and how the text had to be read to find them. */
export function SearchSummary({ view: { q, kind }, answer, links }: SearchSummaryProps) {
  const { results, counts, reading } = answer;
  if (results.length === 0) return null;
  const kinds = kind === null ? SEARCH_KINDS.map(({ value }) => value) : [kind];
  const all = kinds.reduce((sum, value) => sum + (counts[value] ?? 0), 0);
  const asked = <q>{q}</q>;
  return (
    <p className="mt-4 max-w-prose" role="status">
      {reading === "other spellings" && (
        <>Nothing is called {asked}; what is spelt much like it comes first. </>
      )}
      {reading === "some words" && <>Nothing has all words of {asked}; this has some of them. </>}
      {all > results.length ? (
        <>
          The {results.length} best of {all.toLocaleString("en-GB")} results
          {kind === null ? "" : ` (${searchKindLabel(kind).toLowerCase()})`}.
          {(counts.incident ?? 0) > results.length && reading === "as asked" && (
            <>
              {" "}
              <a href={links.incidents({ q: q.slice(0, 100) })}>List incidents by this text</a>
            </>
          )}
        </>
      ) : (
        <>
          {results.length === 1 ? "One result" : `${results.length} results`}
          {reading === "as asked" && <> for {asked}</>}.
        </>
      )}
    </p>
  );
}
