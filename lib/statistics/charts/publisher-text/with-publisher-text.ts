import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import { directionOf, RIGHT_TO_LEFT_MARK } from "@/lib/statistics/charts/layout/text-direction";
import type { ChartModel, ChartPlot, ChartRows } from "@/lib/statistics/charts/registry";
import { sentence } from "@/lib/values/text/sentences";
import { highlighted } from "./highlighted";
import { marked } from "./marked";
import { hasText, markOf, type PublisherText, whoseText } from "./publisher-text";

/**
 * What of a publisher's text the pictures of a chart cannot show, in sentences: a highlight or a mark of what has no place of
 * its own in it.
 */
export function passedOver(plot: ChartPlot, asked: PublisherText, rows: ChartRows): string[] {
  const { highlight } = asked;
  const annotation = markOf(asked);
  return [
    ...(highlight === undefined || brightened(plot, highlight, rows) !== null
      ? []
      : [`The chart has no part “${highlight}”, so that nothing is highlighted.`]),
    ...(annotation === null || marked(plot, annotation, rows) !== null
      ? []
      : [
          `The chart has no place for the incident “${annotation.incident}”, so that nothing is marked: incidents have one in the charts of incidents by day and size and of the largest incidents.`,
        ]),
  ];
}

/**
 * A chart with a publisher's own text, as its pictures print it. The title, the subtitle, the source and the numbers stay
 * ours. A highlight or mark of what the chart does not show is passed over.
 */
export function withPublisherText(
  model: ChartModel,
  asked: PublisherText,
  rows: ChartRows,
): ChartModel {
  if (!hasText(asked)) return model;
  const { highlight, mark, ...text } = asked;
  const { alt, ...seen } = text;
  const words = wordsIn(model.language);
  const annotation = markOf(asked);
  const noted = annotation === null ? null : marked(model.plot, annotation, rows);
  const plot = noted?.plot ?? model.plot;
  const bright = highlight === undefined ? null : brightened(plot, highlight, rows);
  const drawn = {
    ...(bright === null || highlight === undefined ? {} : { highlight }),
    ...(noted === null || mark === undefined ? {} : { mark }),
  };
  return {
    ...model,
    heading: text.headline ?? model.heading,
    alternative: alt ?? model.alternative,
    notes: [
      ...model.notes,
      ...(text.note === undefined ? [] : [publishersNote(text.note, words.publisher.note)]),
      // At its place it is cut where there is too little room, or has none.
      ...(noted === null || annotation === null
        ? []
        : [
            publishersNote(annotation.text, (said) => words.publisher.annotation(noted.name, said)),
          ]),
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
  const named = name === undefined ? null : marked(plot, { incident: key, text: name }, rows);
  return named && highlighted(named.plot, key);
}
