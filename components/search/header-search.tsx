import { SearchIcon } from "@/components/search/search-icon";
import type { Links } from "@/lib/site/urls/links";
import { LONGEST_SEARCH } from "@/lib/statistics/search/search-view";

/** The search on every page: a plain form. `/` and Ctrl-K lead to it (public/search.js). */
export function HeaderSearch({ links }: { links: Links }) {
  return (
    <search className="min-w-0 flex-1 lg:ml-auto lg:flex-none">
      <form action={links.search()} method="get" className="flex" aria-label="Search the record">
        <input
          type="text"
          name="q"
          data-search
          enterKeyHint="search"
          autoComplete="off"
          autoCapitalize="off"
          spellCheck={false}
          maxLength={LONGEST_SEARCH}
          aria-label="Search the record"
          aria-keyshortcuts="/ Control+K"
          placeholder="Name, address, link …"
          className="min-h-8 w-full min-w-0 max-w-xs border border-rule-strong border-r-0 bg-paper px-2 text-base text-ink placeholder:text-muted lg:w-44"
        />
        <button
          type="submit"
          className="flex min-h-8 min-w-9 items-center justify-center border border-rule-strong text-muted hover:text-ink"
        >
          <SearchIcon />
          <span className="sr-only">Search</span>
        </button>
      </form>
    </search>
  );
}
