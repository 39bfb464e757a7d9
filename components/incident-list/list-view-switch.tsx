import type { Links } from "@/lib/site/urls/links";
import { LIST_VIEWS, type ListView } from "@/lib/statistics/rules/parameters";
import type { IncidentsView } from "@/lib/statistics/rules/views";

/** The ways in which one selection is seen: its table, its timeline, its calendar. */
export function ListViewSwitch({ view, links }: { view: IncidentsView; links: Links }) {
  const { filters, sort, view: shown = "table" } = view;
  const hrefOf = (one: ListView) =>
    links.incidents(filters, { sort, ...(one === "table" ? {} : { view: one }) });
  return (
    <nav
      aria-label="Views of this selection"
      className="flex flex-wrap border-rule-strong border-b"
    >
      {(Object.keys(LIST_VIEWS) as ListView[]).map((one) => (
        <a
          key={one}
          href={hrefOf(one)}
          aria-current={one === shown ? "page" : undefined}
          className="-mb-px border-transparent border-b-2 px-3 py-1.5 text-muted no-underline hover:text-ink hover:underline aria-[current]:border-ink aria-[current]:font-semibold aria-[current]:text-ink"
        >
          {LIST_VIEWS[one]}
        </a>
      ))}
    </nav>
  );
}
