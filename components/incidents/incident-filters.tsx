import { FilterFields, type FilterOptions } from "@/components/filters/filter-fields";
import { FacetGroup } from "@/components/incidents/facet-group";
import { Choice, Labelled } from "@/components/ui/choice";
import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type { Links } from "@/lib/site/urls/links";
import type { FacetCounts } from "@/lib/statistics/incident-list/facet";
import type { SelectionNames } from "@/lib/statistics/incident-list/selection-text";
import { DATES, RETURNED, SORTS, valuesOf } from "@/lib/statistics/rules/parameters";
import { FILTERS_OF_STATEMENTS, type IncidentsView } from "@/lib/statistics/rules/views";
import { SOURCINGS } from "@/lib/values/sources/sourcing";
import {
  CATEGORIES,
  CONFIDENCES,
  chainLabel,
  TARGET_KINDS,
  type Term,
} from "@/lib/values/taxonomy/taxonomy";

/** Publishers offered, those of the most incidents first; any other is typed. */
const PUBLISHERS_OFFERED = 15;

interface IncidentFiltersProps {
  view: IncidentsView;
  links: Links;
  options: FilterOptions;
  counts: FacetCounts;
  names: SelectionNames;
}

/** The list's filters as a plain form: what it sends is the URL of the view. */
export function IncidentFilters({ view, links, options, counts, names }: IncidentFiltersProps) {
  const { filters, sort } = view;
  return (
    <form
      action={links.incidents()}
      method="get"
      // A form that a browser fills in again after Back would not be that of the list beneath it.
      autoComplete="off"
      data-as-listed=""
      className="border-rule border-y py-4"
      aria-label="Filters"
    >
      <div className="grid grid-cols-2 gap-3 lg:grid-cols-[2fr_1fr_1fr_1fr_1fr]">
        <div className="col-span-2 lg:col-span-1">
          <FilterFields names={["q"]} filters={filters} options={options} />
        </div>
        <Labelled label="From">
          <input type="date" name="from" defaultValue={filters.from} className="field w-full" />
        </Labelled>
        <Labelled label="To">
          <input type="date" name="to" defaultValue={filters.to} className="field w-full" />
        </Labelled>
        <FilterFields names={["least", "most"]} filters={filters} options={options} />
      </div>
      <Facets {...{ view, links, options, counts, names }} />
      {view.view !== undefined && <input type="hidden" name="view" value={view.view} />}
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

function Facets({ view: { filters }, options, counts, names }: IncidentFiltersProps) {
  const group = (
    name: "category" | "technique" | "level",
    label: string,
    terms: readonly Term[],
  ) => (
    <FacetGroup
      name={name}
      label={label}
      picked={filters[name]}
      options={terms.map(({ value, label: called }) => ({ value, label: capitalised(called) }))}
      counts={counts[name]}
    />
  );
  const { among, without } = valuesOf("target", filters.target);
  const kinds: ReadonlySet<string> = new Set(TARGET_KINDS.map(({ value }) => value));
  const targets = [...among, ...without].filter((slug) => !kinds.has(slug));
  const called = (slug: string) =>
    typeof names.targetName === "string" ? names.targetName : names.targetName?.get(slug);
  const publishers = [...counts["source-publisher"]]
    .sort(([one, less], [other, more]) => more - less || (one < other ? -1 : 1))
    .slice(0, PUBLISHERS_OFFERED)
    .map(([value]) => ({ value, label: value }));
  return (
    <div className="mt-4 grid grid-cols-2 items-start gap-2 lg:grid-cols-4">
      {group("category", "Category", CATEGORIES)}
      {group("technique", "Technique", options.techniques)}
      <FacetGroup
        name="target"
        label="Target"
        picked={filters.target}
        options={[
          ...targets.map((value) => ({ value, label: called(value) ?? value })),
          ...TARGET_KINDS,
        ]}
        counts={counts.target}
      >
        <Labelled label="One target, by its name in its URL">
          <input type="text" name="target" placeholder="such as bybit" className="field w-full" />
        </Labelled>
      </FacetGroup>
      <FacetGroup
        name="chain"
        label="Chain"
        picked={filters.chain}
        options={byCount(
          options.chains.map((value) => ({ value, label: chainLabel(value) })),
          counts.chain,
        )}
        counts={counts.chain}
      />
      <FacetGroup
        name="actor"
        label="Attributed to"
        picked={filters.actor}
        options={byCount(
          [
            { value: "none", label: "Nobody" },
            ...options.actors.map((actor) => ({ value: actor.slug, label: nameWithStatus(actor) })),
          ],
          counts.actor,
        )}
        counts={counts.actor}
      />
      {group("level", "Attribution at its surest", CONFIDENCES)}
      <FacetGroup
        name="source-publisher"
        label="Publisher of a source"
        picked={filters["source-publisher"]}
        options={publishers}
        counts={counts["source-publisher"]}
      >
        <Labelled label="Another, by its whole name">
          <input type="text" name="source-publisher" maxLength={200} className="field w-full" />
        </Labelled>
      </FacetGroup>
      <details className="facet" open={LESSER.some((name) => filters[name] !== undefined)}>
        <summary>More filters</summary>
        <div className="grid gap-3">
          <Single name="loss" label="Size of the loss" {...{ filters, counts }} />
          <Single name="returned" label="Returned" {...{ filters, counts }} />
          <Single name="date" label="Date" {...{ filters, counts }} />
          <Single name="sources" label="Sources" {...{ filters, counts }} />
          <Single name="addresses" label="Wallet addresses" {...{ filters, counts }} />
          <Single name="transactions" label="Transactions" {...{ filters, counts }} />
          <FilterFields
            names={["confidence", ...FILTERS_OF_STATEMENTS, "chains", "target-name"]}
            filters={filters}
            options={options}
          />
        </div>
      </details>
    </div>
  );
}

const LESSER = [
  "loss",
  "returned",
  "date",
  "sources",
  "addresses",
  "transactions",
  "confidence",
  ...FILTERS_OF_STATEMENTS,
  "chains",
  "target-name",
] as const;

const HAS = { yes: "With", no: "Without" };
const SINGLE = {
  loss: { known: "Known", unknown: "Unknown" },
  returned: RETURNED,
  date: DATES,
  sources: Object.fromEntries(SOURCINGS.map(({ value, label }) => [value, capitalised(label)])),
  addresses: HAS,
  transactions: HAS,
} satisfies Partial<Record<keyof FacetCounts, Record<string, string>>>;

interface SingleProps extends Pick<IncidentFiltersProps, "counts"> {
  name: keyof typeof SINGLE;
  label: string;
  filters: IncidentsView["filters"];
}

/** A filter of which one value is chosen, each with its count. */
function Single({ name, label, filters, counts }: SingleProps) {
  return (
    <Choice
      name={name}
      label={label}
      given={filters[name]}
      options={Object.entries(SINGLE[name]).map(([value, called]) => ({
        value,
        label:
          value === "unplaced"
            ? called
            : `${called} (${(counts[name].get(value) ?? 0).toLocaleString("en-GB")})`,
      }))}
      any="Any"
    />
  );
}

function byCount(
  options: readonly { value: string; label: string }[],
  counts: ReadonlyMap<string, number>,
) {
  return options.toSorted(
    (one, other) => (counts.get(other.value) ?? 0) - (counts.get(one.value) ?? 0),
  );
}

function capitalised(label: string): string {
  return label.charAt(0).toUpperCase() + label.slice(1);
}
