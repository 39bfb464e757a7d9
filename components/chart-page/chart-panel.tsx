import { YearLinks } from "@/components/chart-page/year-links";
import { FilterFields, type FilterOptions } from "@/components/filters/filter-fields";
import { Choice, Labelled } from "@/components/ui/choice";
import type { Links } from "@/lib/site/urls/links";
import { CHART_FILTERS, type ChartView } from "@/lib/statistics/charts/chart-view";
import { FITTING } from "@/lib/statistics/charts/columns/fitting-interval";
import { CHARTS } from "@/lib/statistics/charts/registry";
import {
  AXES,
  DIMENSIONS,
  ESTIMATES,
  INTERVALS,
  MEASURES,
  type ParameterName,
} from "@/lib/statistics/rules/parameters";
import type { Day } from "@/lib/values/dates/day";
import { PRICE_INDEX, PRICE_INDEX_SOURCE } from "@/lib/values/money/price-index";

interface ChartPanelProps {
  view: ChartView;
  links: Links;
  options: FilterOptions;
  firstYear: number;
  /** The day that counts as today: years that have not ended run to it. */
  asOf: Day;
  /** The page that shows it, where that is not the chart's own. */
  page?: { path: string; label: string; hrefOf(view: ChartView): string };
}

const named = (names: Record<string, string>) =>
  Object.entries(names).map(([value, label]) => ({ value, label }));

const DOLLARS = [
  { value: "", label: "At the time of theft" },
  ...PRICE_INDEX.toReversed().map(({ year }) => ({
    value: String(year),
    label: `Of ${year} (${PRICE_INDEX_SOURCE.name})`,
  })),
];

/** What a chart can be asked to show, as a plain form: what it sends is the chart's address. */
export function ChartPanel(props: ChartPanelProps) {
  const { view, links } = props;
  const { path, label, hrefOf } = props.page ?? {
    path: `${links.charts}/${view.chart}`,
    label: "What the chart shows",
    hrefOf: links.chart,
  };
  const definition = CHARTS[view.chart];
  const knows = (name: ParameterName) => definition.knows.includes(name);
  const measures = named(MEASURES).filter(({ value }) =>
    (definition.measures as readonly string[]).includes(value),
  );
  const axes = named(AXES).filter(({ value }) =>
    (definition.axes.allowed as readonly string[]).includes(value),
  );
  return (
    <form action={path} method="get" aria-label={label} className="border-rule border-y py-4">
      <YearLinks {...props} hrefOf={hrefOf} />
      <div className="mt-3 grid grid-cols-2 gap-3 sm:grid-cols-3 lg:grid-cols-6">
        {knows("from") ? (
          <>
            <Labelled label="From">
              <input
                type="date"
                name="from"
                defaultValue={view.from ?? ""}
                className="field w-full"
              />
            </Labelled>
            <Labelled label="Through">
              <input type="date" name="to" defaultValue={view.to} className="field w-full" />
            </Labelled>
          </>
        ) : (
          <Labelled label="1 January through">
            <input type="date" name="through" defaultValue={view.to} className="field w-full" />
          </Labelled>
        )}
        {measures.length > 1 && (
          <Choice name="measure" label="Measure" given={view.measure} options={measures} />
        )}
        {knows("estimate") && (
          <Choice
            name="estimate"
            label="Estimate"
            given={view.estimate}
            options={named(ESTIMATES)}
          />
        )}
        {knows("by") && (
          <Choice
            name="by"
            label="Split by"
            given={view.by ?? (definition.by === null ? "" : undefined)}
            options={[
              ...(definition.by === null ? [{ value: "", label: "Year" }] : []),
              ...named(DIMENSIONS),
            ]}
          />
        )}
        {knows("interval") && (
          <Choice
            name="interval"
            label="Columns"
            given={view.interval ?? FITTING}
            options={[{ value: FITTING, label: "To fit the span" }, ...named(INTERVALS)]}
          />
        )}
        {axes.length > 1 && <Choice name="axis" label="Axis" given={view.axis} options={axes} />}
        {knows("dollars") && (
          <Choice
            name="dollars"
            label="Dollars"
            given={view.dollars === undefined ? "" : String(view.dollars)}
            options={DOLLARS}
          />
        )}
        {knows("top") && (
          <Choice
            name="top"
            label="How many"
            given={String(view.top)}
            options={[...new Set([5, 8, 10, 12, 15, 20, 30, 50, view.top])]
              .toSorted((one, other) => one - other)
              .map((top) => ({
                value: String(top),
                label: view.chart === "concentration" ? `The ${top} largest` : `At most ${top}`,
              }))}
          />
        )}
        {knows("years") && (
          <Choice
            name="years"
            label="Years compared"
            given={String(view.years)}
            options={["1", "2", "3", "4", "5"].map((value) => ({ value, label: value }))}
          />
        )}
      </div>
      <Filters {...props} />
      <div className="mt-4 flex flex-wrap items-end gap-x-4 gap-y-3">
        <button type="submit" className="button">
          Show
        </button>
        <a href={path} className="py-1.5">
          Reset
        </a>
      </div>
    </form>
  );
}

/** What counts beside the period, folded away where nothing is left out. */
function Filters({ view: { filters }, options }: ChartPanelProps) {
  return (
    <details className="mt-3" open={Object.keys(filters).length > 0}>
      <summary className="w-fit py-1 text-muted text-sm">Only some incidents</summary>
      <div className="mt-2 grid gap-3 sm:grid-cols-2 lg:grid-cols-4">
        <FilterFields names={CHART_FILTERS} filters={filters} options={options} />
      </div>
    </details>
  );
}
