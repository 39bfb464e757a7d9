import type { ChartModel, ChartRows } from "@/lib/statistics/charts/registry";
import { highlighted } from "./highlighted";
import { marked } from "./marked";
import { hasText, markOf, type PublisherText, whoseText } from "./publisher-text";

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
  const bright = highlight === undefined ? null : highlighted(model.plot, highlight);
  const annotation = markOf(asked);
  const noted = annotation === null ? null : marked(bright ?? model.plot, annotation, rows);
  const shown: PublisherText = {
    ...text,
    ...(bright === null || highlight === undefined ? {} : { highlight }),
    ...(noted === null || mark === undefined ? {} : { mark }),
  };
  return {
    ...model,
    heading: text.headline ?? model.heading,
    alternative: text.alt ?? model.alternative,
    notes: text.note === undefined ? model.notes : [...model.notes, noteText(text.note)],
    publisher: {
      headline: text.headline ?? null,
      subtitle: text.subtitle ?? null,
      credit: text.credit ?? null,
      ownAlternative: text.alt === undefined ? null : model.alternative,
      whose: whoseText(shown, "Lossline"),
      whoseInFull: whoseText(shown, model.source),
    },
    plot: noted ?? bright ?? model.plot,
    // A plot stays of its kind.
  } as ChartModel;
}

function noteText(note: string): string {
  return `Publisher’s note: ${note}${/[.!?…。！？]$/.test(note) ? "" : "."}`;
}
