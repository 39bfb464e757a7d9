import { type CoveredDays, lagText } from "@/lib/record/coverage/source-lag";
import { intervalNotes } from "@/lib/statistics/charts/columns/fitting-interval";
import type { ChartRequest, RowsFacts } from "@/lib/statistics/charts/model/chart-definition";
import { chartHrefs } from "@/lib/statistics/charts/model/chart-hrefs";
import type { ModelContext } from "@/lib/statistics/charts/model/chart-model";
import { numbersInDollars } from "@/lib/statistics/charts/model/numbers-in-dollars";
import {
  type ChartModel,
  type ChartName,
  type ChartRows,
  DEFINITIONS,
  type ModelOf,
  type RowsOf,
} from "@/lib/statistics/charts/registry";
import { describeRule } from "@/lib/statistics/charts/text/chart-text";
import { filtersInTitle } from "@/lib/statistics/charts/text/chart-title";
import { dollarsNotes } from "@/lib/statistics/charts/text/scale-text";
import { topInTitle } from "@/lib/statistics/charts/top-in-title";
import { filtersOf } from "@/lib/statistics/rules/counting-rule";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import { publishedTotalText } from "@/lib/statistics/totals/published-total";
import { unplacedText } from "@/lib/statistics/totals/unplaced-text";
import { dateText } from "@/lib/values/dates/day";
import { rangeNote } from "./actor-ranges";
import { type ChartView, choicesOf } from "./chart-view";

/**
 * The model of a chart under its rule, from its rows.
 * @throws where the rows are not those of the view's chart
 */
export function chartModel(view: ChartView, rows: ChartRows, context: ModelContext): ChartModel {
  if (rows.chart !== view.chart) throw new Error(`rows of ${rows.chart} for ${view.chart}`);
  const { links, ...place } = context;
  const choices = choicesOf(view, rows.span);
  const request: ChartRequest = {
    view: choices,
    context: {
      ...place,
      ruleText: describeRule(choices, rows),
      filters: [...filtersInTitle(choices, rows), ...topInTitle(view)],
      isFromStart: view.from === null,
      measure: view.measure,
      dollars: view.dollars,
    },
    links,
    hrefs: links && chartHrefs(choices, links.incidents),
  };
  const model = modelOf(rows.chart, request, rows);
  const { unplaced, published, covered } = rows;
  const range = rangeNote(model.plot, rows.ranges ?? [], {
    measure: view.measure,
    span: rows.span,
  });
  const left = unplacedText({ ...unplaced, lossUsd: unplaced.amount }, view.measure === "count");
  return {
    ...model,
    numbers: numbersInDollars(model.numbers, view.dollars),
    ...(range === null ? {} : { alternative: `${model.alternative} ${range}` }),
    notes: [
      ...(range === null ? [] : [range]),
      ...model.notes,
      ...dollarsNotes(view.dollars, {
        to: view.to,
        measure: view.measure,
        hasThreshold: view.filters.least !== undefined,
      }),
      ...(model.kind === "columns"
        ? intervalNotes(view.interval, rows.span)
        : coverageNotes(view, covered)),
      ...lessSureNotes(view),
      ...(left === null ? [] : [`${left}.`]),
      ...(published === null ? [] : [publishedTotalText(published, view.measure)]),
    ],
    ...(left === null || links === undefined
      ? {}
      : {
          unplaced: {
            incidents: unplaced.incidents,
            href: links.incidents({ ...filtersOf(choices), date: "unplaced" }),
          },
        }),
  };
}

function modelOf<Name extends ChartName>(
  chart: Name,
  request: ChartRequest,
  rows: RowsOf[Name] & RowsFacts,
): ModelOf[Name] {
  return DEFINITIONS[chart].model(request, rows);
}

/** That nobody's part holds what is attributed less surely, where only surer attributions count. */
function lessSureNotes({ by, confidence }: ChartView): string[] {
  if (by !== "actor" || confidence === DEFAULT_CONFIDENCE) return [];
  return [`“Not attributed” also holds what is attributed less surely than ${confidence}.`];
}

/** Where the days counted end because editors had looked no further, and since when thefts may be missing. */
function coverageNotes({ chart, to }: ChartView, covered: CoveredDays | null): string[] {
  if (covered === null) return [];
  const young = DEFINITIONS[chart].isOverTime ? covered.young : null;
  return [
    ...(covered.through === to ? [`Days after ${dateText(to)} are not yet covered.`] : []),
    ...(young === null
      ? []
      : [`Days since ${dateText(young.from)} may still gain thefts: ${lagText(young.within)}.`]),
  ];
}
