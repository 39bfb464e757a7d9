import { Choice, Labelled } from "@/components/ui/choice";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import {
  FIGURE_SORTS,
  type FigureOptions,
  type FiguresView,
} from "@/lib/statistics/figures/figures-view";
import { FIGURE_SCOPES } from "@/lib/statistics/rules/parameters";

interface FigureFiltersProps {
  view: FiguresView;
  options: FigureOptions;
  links: Links;
}

const choices = (labels: Record<string, string>) =>
  Object.entries(labels).map(([value, label]) => ({ value, label }));

/** The list's filters as a plain form: what it sends is the address of the view. */
export function FigureFilters({ view, options, links }: FigureFiltersProps) {
  const { filters, sort } = view;
  const { publishers, actors, years } = options;
  const hasDays = filters.from !== undefined || filters.to !== undefined;
  return (
    <form
      action={links.figures()}
      method="get"
      className="border-rule border-y py-4"
      aria-label="Filters"
    >
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-[1.2fr_0.7fr_1.4fr_1.2fr_1fr]">
        <Choice
          name="publisher"
          label="Publisher"
          given={filters.publisher}
          options={publishers.map(({ name, figures }) => ({
            value: name,
            label: `${name} (${figures})`,
          }))}
          any="Any publisher"
        />
        <Choice
          name="year"
          label="Days in"
          given={filters.year === undefined ? undefined : String(filters.year)}
          options={yearOptions(years)}
          any="Any year"
        />
        <Choice
          name="scope"
          label="Category"
          given={filters.scope}
          options={choices(FIGURE_SCOPES)}
          any="Any category"
        />
        <Choice
          name="actor"
          label="Actor"
          given={filters.actor}
          options={[
            { value: "none", label: "About nobody in particular" },
            ...actors.map((actor) => ({ value: actor.slug, label: nameWithStatus(actor) })),
          ]}
          any="Any actor or none"
        />
        <Choice name="sort" label="Order" given={sort} options={choices(FIGURE_SORTS)} />
      </div>
      <details className="mt-3" open={hasDays}>
        <summary className="w-fit py-1 text-muted text-sm">Days from and to</summary>
        <div className="mt-2 grid grid-cols-2 gap-3 lg:grid-cols-4">
          <Labelled label="Nothing before">
            <input type="date" name="from" defaultValue={filters.from} className="field w-full" />
          </Labelled>
          <Labelled label="Nothing after">
            <input type="date" name="to" defaultValue={filters.to} className="field w-full" />
          </Labelled>
        </div>
      </details>
      <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        <button type="submit" className="button">
          Show
        </button>
        {Object.keys(filters).length > 0 && (
          <a href={links.figures()} className="py-1.5">
            Clear all filters
          </a>
        )}
      </div>
    </form>
  );
}

function yearOptions(years: FigureOptions["years"]): { value: string; label: string }[] {
  if (years === null) return [];
  return Array.from({ length: years.last - years.first + 1 }, (_, ago) => {
    const year = String(years.last - ago);
    return { value: year, label: year };
  });
}
