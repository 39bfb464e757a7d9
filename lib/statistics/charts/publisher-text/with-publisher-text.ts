import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import { directionOf, RIGHT_TO_LEFT_MARK } from "@/lib/statistics/charts/layout/text-direction";
import type { ChartModel, ChartPlot, ChartRows } from "@/lib/statistics/charts/registry";
import type { IncidentDot } from "@/lib/statistics/totals/measured";
import { sentence } from "@/lib/values/text/sentences";
import { highlighted } from "./highlighted";
import { incidentsIn, marked } from "./marked";
import {
  type Annotation,
  annotationsOf,
  hasText,
  type PublisherText,
  whoseText,
} from "./publisher-text";

/**
 * What of a publisher's text the pictures of a chart cannot show, in sentences: a highlight or a mark of what has no place of
 * its own in it.
 * @param others the chart's incidents, where its rows are not those themselves
 */
export function passedOver(
  plot: ChartPlot,
  asked: PublisherText,
  rows: ChartRows,
  others: readonly IncidentDot[] = [],
): string[] {
  const { highlight } = asked;
  const { unplaced } = annotated(plot, asked, rows, others);
  return [
    ...(highlight === undefined || brightened(plot, highlight, rows) !== null
      ? []
      : [`The chart has no part “${highlight}”, so that nothing is highlighted.`]),
    ...unplaced.map(
      ({ incident }) =>
        `The chart has no place for the incident “${incident}”, so that it is not marked: incidents have one in charts over time, where they are counted and their day or period is known, and in the chart of the largest.`,
    ),
  ];
}

/** A plot with all annotations that have a place in it, what their incidents are called, and those that have none. */
function annotated(
  plot: ChartPlot,
  asked: PublisherText,
  rows: ChartRows,
  others: readonly IncidentDot[],
) {
  const incidents = incidentsIn(rows, others);
  const placed: (Annotation & { name: string })[] = [];
  const unplaced: Annotation[] = [];
  let drawn = plot;
  // Of dots, the first asked for is named first, and the one named last stands before the others.
  for (const annotation of annotationsOf(asked).toReversed()) {
    const made = marked(drawn, annotation, rows, incidents);
    if (made === null) unplaced.unshift(annotation);
    else {
      drawn = made.plot;
      placed.unshift({ ...annotation, name: made.name });
    }
  }
  return { plot: drawn, placed, unplaced };
}

/**
 * A chart with a publisher's own text, as its pictures print it. The title, the subtitle, the source and the numbers stay
 * ours. A highlight or mark of what the chart does not show is passed over.
 * @param others the chart's incidents, where its rows are not those themselves
 */
export function withPublisherText(
  model: ChartModel,
  asked: PublisherText,
  rows: ChartRows,
  others: readonly IncidentDot[] = [],
): ChartModel {
  if (!hasText(asked)) return model;
  const { highlight, mark: _, ...text } = asked;
  const { alt, ...seen } = text;
  const words = wordsIn(model.language);
  const { plot, placed } = annotated(model.plot, asked, rows, others);
  const bright = highlight === undefined ? null : brightened(plot, highlight, rows);
  const drawn = {
    ...(bright === null || highlight === undefined ? {} : { highlight }),
    ...(placed.length === 0
      ? {}
      : { mark: placed.map(({ incident, text: own }) => `${incident}:${own}`).join("\n") }),
  };
  return {
    ...model,
    heading: text.headline ?? model.heading,
    alternative: alt ?? model.alternative,
    notes: [
      ...model.notes,
      ...(text.note === undefined ? [] : [publishersNote(text.note, words.publisher.note)]),
      // At its place it is cut where there is too little room, or has none.
      ...placed.map(({ name, text: own }) =>
        publishersNote(own, (said) => words.publisher.annotation(name, said)),
      ),
    ],
    publisher: {
      headline: text.headline ?? null,
      subtitle: text.subtitle ?? null,
      credit: text.credit ?? null,
      ownAlternative: alt === undefined ? null : model.alternative,
      whose: whoseText({ ...seen, ...drawn }, "Lossline", words),
      whoseInFull: whoseText({ ...text, ...drawn }, model.source, words),
    },
    plot: bright ?? plot,
    // A plot stays of its kind.
  } as ChartModel;
}

/** A publisher's text as a note, which is read from where that text is. */
function publishersNote(text: string, said: (text: string) => string): string {
  const mark = directionOf(text) === "rtl" ? RIGHT_TO_LEFT_MARK : "";
  return `${mark}${sentence(said(text))}`;
}

/** A plot in which a part keeps its colour, or an incident, which then is named. */
function brightened(plot: ChartPlot, key: string, rows: ChartRows): ChartPlot | null {
  const bright = highlighted(plot, key);
  if (bright !== null || rows.chart !== "timeline") return bright;
  const name = rows.dots.find(({ slug }) => slug === key)?.name;
  const named =
    name === undefined ? null : marked(plot, { incident: key, text: name }, rows, rows.dots);
  return named && highlighted(named.plot, key);
}
