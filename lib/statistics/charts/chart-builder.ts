import type { CoveredDays } from "@/lib/record/coverage/source-lag";
import { intervalNotes } from "@/lib/statistics/charts/columns/fitting-interval";
import type { ChartWords } from "@/lib/statistics/charts/language/chart-words";
import { ENGLISH } from "@/lib/statistics/charts/language/en";
import { axisIn, rowsIn } from "@/lib/statistics/charts/language/rows-in-language";
import { amountKindOf, amountText } from "@/lib/statistics/charts/model/amount";
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
import { NEWEST_RULES } from "@/lib/statistics/rules/counting-rule-number";
import type { Measure } from "@/lib/statistics/rules/parameters";
import { DEFAULT_CONFIDENCE } from "@/lib/statistics/rules/views";
import type { Measured } from "@/lib/statistics/totals/measured";
import type { PublishedTotal } from "@/lib/statistics/totals/published-total";
import { rangeNote } from "./actor-ranges";
import { type ChartView, choicesOf, rangedMeasure } from "./chart-view";

/**
 * The model of a chart under its rule, from its rows.
 * @throws where the rows are not those of the view's chart
 */
export function chartModel(view: ChartView, rows: ChartRows, context: ModelContext): ChartModel {
  if (rows.chart !== view.chart) throw new Error(`rows of ${rows.chart} for ${view.chart}`);
  const { words = ENGLISH } = context;
  if (words === ENGLISH) return saidModel(view, rows, context, words);
  const said = saidModel(view, rowsIn(words, rows, view.by), context, words);
  const { plot } = said;
  const { language } = words;
  // Files of numbers are in one language, and the digest in a picture is of theirs.
  const { numbers } = saidModel(view, rows, { ...context, words: ENGLISH }, ENGLISH);
  return {
    ...said,
    plot: { ...plot, axis: axisIn(words, plot.axis) },
    numbers,
    language,
  } as ChartModel;
}

function saidModel(
  view: ChartView,
  rows: ChartRows,
  context: ModelContext,
  words: ChartWords,
): ChartModel {
  const { links, ...place } = context;
  const choices = choicesOf(view, rows.span);
  const request: ChartRequest = {
    view: choices,
    context: {
      ...place,
      ruleText: describeRule(choices, rows, words),
      filters: [...filtersInTitle(choices, rows, words), ...topInTitle(view, words)],
      isFromStart: view.from === null,
      measure: view.measure,
      dollars: view.dollars,
    },
    links,
    hrefs: links && chartHrefs(choices, links.incidents),
  };
  const model = modelOf(rows.chart, request, rows);
  const { unplaced, published, covered } = rows;
  const range = rangeNote(
    model.plot,
    rows.ranges ?? [],
    { measure: rangedMeasure(view), span: rows.span },
    words,
  );
  return {
    ...model,
    numbers: numbersInDollars(model.numbers, view.dollars),
    ...(range === null
      ? {}
      : { alternative: model.alternative + (words.isUnspaced ? "" : " ") + range }),
    notes: [
      ...(range === null ? [] : [range]),
      ...model.notes,
      ...dollarsNotes(
        view.dollars,
        {
          to: view.to,
          measure: view.measure,
          hasThreshold: view.filters.least !== undefined,
        },
        words,
      ),
      ...(model.kind === "columns"
        ? intervalNotes(view.interval, rows.span, words)
        : coverageNotes(view, covered, words)),
      ...lessSureNotes(view, words),
      ...unplacedNotes(unplaced, view.measure, words),
      ...publishedNotes(published, view.measure, words),
    ],
    ...(unplaced.incidents === 0 || links === undefined
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
function lessSureNotes({ by, confidence }: ChartView, { note }: ChartWords): string[] {
  if (by !== "actor" || confidence === DEFAULT_CONFIDENCE) return [];
  return [note.lessSure(confidence)];
}

/** Where the days counted end because editors had looked no further, and since when thefts may be missing. */
function coverageNotes(
  { chart, to }: ChartView,
  covered: CoveredDays | null,
  { date, note }: ChartWords,
): string[] {
  if (covered === null) return [];
  const young = DEFINITIONS[chart].isOverTime ? covered.young : null;
  return [
    ...(covered.through === to ? [note.uncovered(date.long(to))] : []),
    ...(young === null ? [] : [note.mayGain(date.long(young.from), young.within)]),
  ];
}

/** What the span may hold and is known too little of to count in it. */
function unplacedNotes(
  { amount, incidents, unknownSize }: Measured,
  measure: Measure,
  { note, number }: ChartWords,
): string[] {
  if (incidents === 0) return [];
  const isCount = measure === "count";
  const isUnknown = !isCount && incidents === unknownSize;
  return [note.unplaced(incidents, isUnknown, isCount ? null : number.usd(amount))];
}

/** What the total was as its version was published, where that counts by newer rules. */
function publishedNotes(
  published: PublishedTotal | null,
  measure: Measure,
  words: ChartWords,
): string[] {
  if (published === null) return [];
  const { amount, incidents, rules, version } = published;
  const was = amountText(amountKindOf(measure), amount, words);
  const of = measure === "count" ? "" : `${words.comma}${words.incidents(incidents)}`;
  return [words.note.published(NEWEST_RULES, rules, version, was + of)];
}
