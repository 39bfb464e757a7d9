import { actorTree } from "@/lib/statistics/charts/actors/actors-model";
import type { ChartRows } from "@/lib/statistics/charts/chart-rows";
import { type ChartView, filtersOf } from "@/lib/statistics/charts/chart-view";
import { axisEnd, periodColumns } from "@/lib/statistics/charts/columns/columns-model";
import { yearToDate } from "@/lib/statistics/charts/cumulative/cumulative-model";
import { incidentTimeline } from "@/lib/statistics/charts/dots/dots-model";
import { actorYears } from "@/lib/statistics/charts/heat/heat-model";
import { largestIncidents } from "@/lib/statistics/charts/largest/largest-model";
import type { ChartModel, ModelContext } from "@/lib/statistics/charts/model/chart-model";
import { rankedSegments } from "@/lib/statistics/charts/ranked/ranked-model";
import { describeRule, type Span } from "@/lib/statistics/charts/text/chart-text";
import { filtersInTitle } from "@/lib/statistics/charts/text/chart-title";
import type { Dimension } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { yearOf } from "@/lib/values/dates/day";
import type { Category, TargetKind } from "@/lib/values/taxonomy/taxonomy";

const RANKED_BY = { techniques: "technique", targets: "target", chains: "chain" } as const;

/**
 * The model of a chart under its rule, from its rows.
 * @throws where the rows are not those of the view's chart
 */
export function chartModel(view: ChartView, rows: ChartRows, context: ModelContext): ChartModel {
  const { links, ...place } = context;
  const hrefs = links && hrefsOf(view, links.incidents);
  const common = {
    ...place,
    ruleText: describeRule(view, rows.actorName),
    filters: filtersInTitle(view, rows.actorName),
    isFromStart: view.from === null,
    measure: view.measure,
  };
  const { span } = rows;
  switch (rows.chart) {
    case "monthly":
      return periodColumns({
        ...common,
        by: view.by ?? "category",
        interval: view.interval,
        isOnePart: hasOnePart(view),
        span,
        until: axisEnd(span),
        rows: rows.rows,
        periods: rows.periods,
        overlapping: rows.overlapping,
        names: rows.names,
        hrefFor: hrefs && ((days, part) => hrefs.of(days, part?.keys ?? null)),
      });
    case "year-to-date":
      return yearToDate({
        ...common,
        year: yearOf(view.to),
        through: view.to,
        years: rows.years,
        hrefFor: hrefs && ((from, to) => hrefs.of({ from, to }, null) ?? ""),
      });
    case "actors":
      return actorTree({
        ...common,
        span,
        breakdown: rows.breakdown,
        top: view.top,
        hrefFor: hrefs && ((actor) => hrefs.of(span, [actor])),
      });
    case "techniques":
    case "targets":
    case "chains":
      return rankedSegments({
        ...common,
        by: RANKED_BY[rows.chart],
        span,
        split: rows.split,
        top: view.top,
        hrefFor: hrefs && ((key) => hrefs.of(span, [key])),
      });
    case "timeline":
      return incidentTimeline({
        ...common,
        estimate: view.estimate,
        axis: view.axis,
        span,
        total: rows.total,
        dots: rows.dots,
        top: view.top,
        hrefFor: links?.incident,
        allHref: links?.incidents({ ...view.filters, ...span }),
      });
    case "largest":
      return largestIncidents({
        ...common,
        estimate: view.estimate,
        span,
        total: rows.total,
        dots: rows.dots,
        hrefFor: links?.incident,
      });
    case "actor-years":
      return actorYears({
        ...common,
        span,
        rows: rows.rows,
        unattributed: rows.unattributed,
        years: rows.years,
        actors: rows.actors,
        top: view.top,
        hrefFor: hrefs && ((actor, days) => hrefs.of(days, [actor])),
      });
  }
}

/** Whether a filter leaves one part of what a view is split by; an incident on one chain may be on others too. */
function hasOnePart({ by, filters }: ChartView): boolean {
  return by !== null && by !== "chain" && by !== "actor" && filters[by] !== undefined;
}

/** The filter that picks a part of a dimension; null where none can. */
function segmentFilter(by: Dimension, key: string | null, view: ChartView): Filters | null {
  if (by === "actor") return { actor: key ?? "none", confidence: view.confidence };
  if (key === null) return null;
  const filters: Record<Exclude<Dimension, "actor">, Filters> = {
    category: { category: key as Category },
    technique: { technique: key },
    target: { target: key as TargetKind },
    chain: { chain: key },
  };
  return filters[by];
}

/** Where a view's numbers lead: to the incidents under the same rule. */
function hrefsOf(view: ChartView, incidents: (filters: Filters) => string) {
  return {
    /** The incidents of a span and of the parts with those keys; null where no list holds just these. */
    of(days: Span, keys: readonly (string | null)[] | null): string | null {
      const rule: Filters = { ...filtersOf(view), ...days };
      if (keys === null || view.by === null) return incidents(rule);
      const [key = null] = keys;
      if (keys.length !== 1) return null;
      const part = segmentFilter(view.by, key, view);
      if (part === null) return null;
      // A rule that already names another segment cannot name this one too.
      const clashes = Object.entries(part).some(([name, value]) => {
        const given = rule[name as keyof Filters];
        return name !== "confidence" && given !== undefined && given !== value;
      });
      return clashes ? null : incidents({ ...rule, ...part });
    },
  };
}
