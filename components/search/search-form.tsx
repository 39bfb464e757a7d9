import type { Links } from "@/lib/site/urls/links";
import { LONGEST_SEARCH, type SearchView } from "@/lib/statistics/search/search-view";

/** The search of its own page. */
export function SearchForm({ view, links }: { view: SearchView; links: Links }) {
  return (
    <search>
      <form
        action={links.search()}
        method="get"
        aria-label="Search"
        className="mt-4 flex flex-wrap gap-3"
      >
        <input
          type="search"
          name="q"
          data-search
          defaultValue={view.q}
          maxLength={LONGEST_SEARCH}
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          aria-label="Search for"
          aria-describedby="search-hint"
          className="field min-w-0 flex-1 basis-64 text-lg"
        />
        {view.kind !== null && <input type="hidden" name="kind" value={view.kind} />}
        <button type="submit" className="button">
          Search
        </button>
      </form>
      <p id="search-hint" className="mt-2 max-w-prose text-muted text-sm">
        A target, an actor, a publisher or a technique by any of its names; an address or a
        transaction, whole, in part or as an explorer’s link. Slips of the hand are forgiven.{" "}
        <a href={links.lookup}>Look up many addresses at once</a>
      </p>
    </search>
  );
}
