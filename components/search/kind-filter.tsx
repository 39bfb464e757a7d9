import type { Links } from "@/lib/site/urls/links";
import type { SearchAnswer } from "@/lib/statistics/search/search-result";
import type { SearchView } from "@/lib/statistics/search/search-view";
import { SEARCH_KINDS } from "@/lib/values/search/search-kind";

interface KindFilterProps {
  view: SearchView;
  counts: SearchAnswer["counts"];
  links: Links;
}

/** The kinds among the results with how many there are of each, as links that narrow them. */
export function KindFilter({ view: { q, kind }, counts, links }: KindFilterProps) {
  const kinds = SEARCH_KINDS.filter(({ value }) => (counts[value] ?? 0) > 0 || value === kind);
  if (kinds.length < 2 && kind === null) return null;
  const all = kinds.reduce((sum, { value }) => sum + (counts[value] ?? 0), 0);
  const entries = [
    { value: null, plural: "All", count: all },
    ...kinds.map(({ value, plural }) => ({ value, plural, count: counts[value] ?? 0 })),
  ];
  return (
    <nav
      aria-label="Kinds of results"
      className="sections -ml-2 mt-4 flex flex-wrap border-rule border-b pb-2"
    >
      {entries.map(({ value, plural, count }) => (
        <a
          key={plural}
          href={links.search(q, value)}
          aria-current={value === kind ? "page" : undefined}
        >
          {plural} <span className="text-sm">{count.toLocaleString("en-GB")}</span>
        </a>
      ))}
    </nav>
  );
}
