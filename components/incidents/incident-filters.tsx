import { Choice, Labelled } from "@/components/ui/choice";
import type { ActorNode } from "@/lib/record/actors/actor";
import type { Links } from "@/lib/site/urls/links";
import { SORTS } from "@/lib/statistics/rules/parameters";
import type { IncidentsView } from "@/lib/statistics/rules/views";
import {
  CATEGORIES,
  CONFIDENCES,
  chainLabel,
  TARGET_KINDS,
  type Term,
} from "@/lib/values/taxonomy/taxonomy";

interface IncidentFiltersProps {
  view: IncidentsView;
  links: Links;
  actors: readonly ActorNode[];
  chains: readonly string[];
  techniques: readonly Term[];
}

/** The list's filters as a plain form: what it sends is the address of the view. */
export function IncidentFilters({ view, links, actors, chains, techniques }: IncidentFiltersProps) {
  const { filters, sort } = view;
  const lesser = [
    filters.technique,
    filters.target,
    filters["target-name"],
    filters.chain,
    filters.confidence,
    filters.least,
    filters.loss,
    filters.returned,
  ];
  return (
    <form
      action={links.incidents()}
      method="get"
      className="border-rule border-y py-4"
      aria-label="Filters"
    >
      <div className="grid gap-3 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1.3fr_1.3fr]">
        <Labelled label="Text in name, target, summary or address">
          <input
            type="search"
            name="q"
            defaultValue={filters.q}
            maxLength={100}
            className="field w-full"
          />
        </Labelled>
        <Labelled label="From">
          <input type="date" name="from" defaultValue={filters.from} className="field w-full" />
        </Labelled>
        <Labelled label="To">
          <input type="date" name="to" defaultValue={filters.to} className="field w-full" />
        </Labelled>
        <Choice
          name="category"
          label="Category"
          given={filters.category}
          options={CATEGORIES}
          any="Any category"
        />
        <Choice
          name="actor"
          label="Attributed to"
          given={filters.actor}
          options={[
            { value: "none", label: "Nobody" },
            ...actors.map((actor) => ({ value: actor.slug, label: actor.name })),
          ]}
          any="Anybody or nobody"
        />
      </div>
      <details className="mt-3" open={lesser.some((value) => value !== undefined)}>
        <summary className="w-fit py-1 text-muted text-sm">More filters</summary>
        <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
          <Choice
            name="technique"
            label="Technique"
            given={filters.technique}
            options={techniques}
            any="Any technique"
          />
          <Choice
            name="target"
            label="Kind of target"
            given={filters.target}
            options={TARGET_KINDS}
            any="Any target"
          />
          <Labelled label="Whole name of the target">
            <input
              type="text"
              name="target-name"
              defaultValue={filters["target-name"]}
              maxLength={200}
              className="field w-full"
            />
          </Labelled>
          <Choice
            name="chain"
            label="Chain"
            given={filters.chain}
            options={chains.map((chain) => ({ value: chain, label: chainLabel(chain) }))}
            any="Any chain"
          />
          <Choice
            name="confidence"
            label="Attribution at least"
            given={filters.confidence}
            options={CONFIDENCES}
            any="Any, or none at all"
          />
          <Labelled label="Loss of at least, in US dollars">
            <input
              type="text"
              inputMode="numeric"
              pattern="[0-9]*"
              name="least"
              defaultValue={filters.least}
              className="field w-full"
            />
          </Labelled>
          <Choice
            name="loss"
            label="Size of the loss"
            given={filters.loss}
            options={[
              { value: "known", label: "Known" },
              { value: "unknown", label: "Unknown" },
            ]}
            any="Known or unknown"
          />
          <Choice
            name="returned"
            label="Returned"
            given={filters.returned}
            options={[{ value: "some", label: "Something came back" }]}
            any="Something, nothing or unknown"
          />
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
