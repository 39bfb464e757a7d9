import { ChartImage } from "@/components/charts/chart-image";
import { yearsOfOtherSources } from "@/lib/record/coverage/comparable";
import type { Coverage } from "@/lib/record/coverage/coverage";
import type { Links } from "@/lib/site/urls/links";
import { actorBreakdown } from "@/lib/statistics/charts/actors/actors-model";
import { readChart } from "@/lib/statistics/charts/chart-view";
import { monthlyLosses } from "@/lib/statistics/charts/columns/year-columns";
import { cumulativeLosses } from "@/lib/statistics/charts/cumulative/cumulative-model";
import { confidenceInTitle } from "@/lib/statistics/charts/text/chart-title";
import type { Overview } from "@/lib/statistics/overview/overview";
import { attributionsText } from "@/lib/statistics/rules/attributions-text";
import { DEFAULT_CONFIDENCE, type Filters, type OverviewView } from "@/lib/statistics/rules/views";
import { earlierOf, lastDayOfMonth } from "@/lib/values/dates/day";

interface OverviewChartsProps {
  overview: Overview;
  view: OverviewView;
  /** Null where the version does not say how far editors had looked. */
  coverage: Coverage | null;
  links: Links;
  /** The address at which this overview, and so each of its charts, never changes. */
  permanentUrl: string;
}

const SHOWN = ["monthly", "year-to-date", "actors"] as const;

/** The same chart on a page of its own, under the overview's rule. */
function chartOf(chart: (typeof SHOWN)[number], { year, through, confidence }: OverviewView) {
  const query = new URLSearchParams({ year: String(year), through });
  if (chart === "actors" && confidence !== DEFAULT_CONFIDENCE) query.set("confidence", confidence);
  const view = readChart(chart, query, { asOf: through, now: through });
  if (!view.ok) throw new Error(`the overview's chart ${chart} has no page`);
  return view.value;
}

/** The days of a month (null: of all) of the overview's period; or what is known only to the year. */
function daysIn(month: string | null, { period }: Overview): Filters {
  if (month === null) return period;
  if (month.length === 4) return { ...period, date: "year" };
  return { from: `${month}-01`, to: earlierOf(lastDayOfMonth(month), period.to) };
}

/** The year by month and category, against earlier years, and by actor. */
export function OverviewCharts({
  overview,
  view,
  coverage,
  links,
  permanentUrl,
}: OverviewChartsProps) {
  const { year, through, confidence } = view;
  const { period } = overview;
  const context = {
    year,
    through,
    permanentUrl,
    version: links.reference.version,
    ruleText: "gross, best estimates",
  };
  const monthly = monthlyLosses({
    ...context,
    rows: overview.byMonth,
    covered: overview.covered,
    hrefFor: (month, category) =>
      links.incidents({
        ...daysIn(month, overview),
        ...(category === null ? {} : { category }),
      }),
  });
  const cumulative = cumulativeLosses({
    ...context,
    years: overview.byDay,
    otherSources: yearsOfOtherSources(
      coverage,
      through,
      overview.byDay.map((each) => each.year).filter((other) => other !== year),
    ),
    hrefFor: (from, to) => links.incidents({ from, to }),
  });
  const actors = actorBreakdown({
    ...context,
    breakdown: overview.byActor,
    levels: overview.levels,
    least: confidence,
    ruleText: `${context.ruleText}, ${attributionsText(confidence)}`,
    filters: confidenceInTitle(confidence),
    hrefFor: (actor) => links.incidents({ ...period, confidence, actor: actor ?? "none" }),
  });
  return (
    <div className="mt-10 space-y-12">
      {([monthly, cumulative, actors] as const).map((model, place) => {
        const chart = SHOWN[place] ?? "monthly";
        return (
          <div key={chart}>
            <ChartImage model={model} id={chart} />
            <p className="mt-2 text-sm">
              <a href={`${links.chart(chartOf(chart, view))}#publish`}>
                Publish or change this chart
              </a>
            </p>
          </div>
        );
      })}
    </div>
  );
}
