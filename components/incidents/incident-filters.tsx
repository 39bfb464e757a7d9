import { FilterFields, type FilterOptions } from "@/components/filters/filter-fields";
import { Choice, Labelled } from "@/components/ui/choice";
import type { Links } from "@/lib/site/urls/links";
import { SORTS } from "@/lib/statistics/rules/parameters";
import {
  FILTERS_BESIDE_PERIOD,
  FILTERS_OF_STATEMENTS,
  type IncidentsView,
} from "@/lib/statistics/rules/views";

/** Filters that are always seen, before and after the period. */
const BEFORE_PERIOD = ["q"] as const;
const AFTER_PERIOD = ["category", "actor"] as const;
const SEEN: readonly string[] = [...BEFORE_PERIOD, ...AFTER_PERIOD];

/** All others are folded away. */
const LESSER = [...FILTERS_BESIDE_PERIOD, ...FILTERS_OF_STATEMENTS].filter(
  (name) => !SEEN.includes(name),
);

interface IncidentFiltersProps {
  view: IncidentsView;
  links: Links;
  options: FilterOptions;
}

/** The list's filters as a plain form: what it sends is the address of the view. */
export function IncidentFilters({ view, links, options }: IncidentFiltersProps) {
  const { filters, sort } = view;
  return (
    <form
      action={links.incidents()}
      method="get"
      className="border-rule border-y py-4"
      aria-label="Filters"
    >
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1.3fr_1.3fr]">
        <FilterFields names={BEFORE_PERIOD} filters={filters} options={options} />
        <Labelled label="From">
          <input type="date" name="from" defaultValue={filters.from} className="field w-full" />
        </Labelled>
        <Labelled label="To">
          <input type="date" name="to" defaultValue={filters.to} className="field w-full" />
        </Labelled>
        <FilterFields names={AFTER_PERIOD} filters={filters} options={options} />
      </div>
      <details className="mt-3" open={LESSER.some((name) => filters[name] !== undefined)}>
        <summary className="w-fit py-1 text-muted text-sm">More filters</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <FilterFields names={LESSER} filters={filters} options={options} />
        </div>
      </details>
      <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        <Choice
          name="sort"
          label="Order"
          given={sort}
          options={Object.entries(SORTS).map(([value, label]) => ({ value, label }))}
        />
        <button type="submit" className="button">
          Show
        </button>
        {Object.keys(filters).length > 0 && (
          <a href={links.incidents()} className="py-1.5">
            Clear all filters
          </a>
        )}
      </div>
    </form>
  );
}
