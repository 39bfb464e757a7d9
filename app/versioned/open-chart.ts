import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import { encodeCitation } from "@/lib/site/citations/short-id";
import { type Links, linksFor } from "@/lib/site/urls/links";
import { printedUrl } from "@/lib/site/urls/public-url";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import type { Language } from "@/lib/statistics/charts/language/languages";
import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import type { PublisherText } from "@/lib/statistics/charts/publisher-text/publisher-text";
import {
  passedOver,
  withPublisherText,
} from "@/lib/statistics/charts/publisher-text/with-publisher-text";
import type { ChartModel, ChartRows } from "@/lib/statistics/charts/registry";

/**
 * A chart's model at a version, as pages and files draw it.
 * @param links where its parts lead; left out for files, which lead nowhere
 */
export async function modelAt(
  db: Queryable,
  version: Version,
  view: ChartView,
  links?: Links,
): Promise<ChartModel> {
  return modelOf(await chartData(db, version.number, view), version, view, links);
}

/**
 * A chart's model as its page draws it, in English; the same in the language of its pictures; and what of a publisher's
 * text those cannot show.
 */
export async function pageChartAt(
  db: Queryable,
  version: Version,
  { view, text, links }: { view: ChartView; text: PublisherText; links: Links },
): Promise<{ model: ChartModel; said: ChartModel; passedOver: string[] }> {
  const rows = await chartData(db, version.number, view);
  const model = modelOf(rows, version, view, links);
  const said = text.lang === undefined ? model : modelOf(rows, version, view, links, text.lang);
  return { model, said, passedOver: passedOver(model.plot, text, rows) };
}

/** A chart's model as pictures draw it, with a publisher's text. */
export async function pictureModelAt(
  db: Queryable,
  version: Version,
  view: ChartView,
  text: PublisherText,
): Promise<ChartModel> {
  const rows = await chartData(db, version.number, view);
  return withPublisherText(modelOf(rows, version, view, undefined, text.lang), text, rows);
}

function modelOf(
  rows: ChartRows,
  version: Version,
  view: ChartView,
  links?: Links,
  language?: Language,
): ChartModel {
  const permanent = linksFor({ version: version.number, pinned: true });
  return chartModel(view, rows, {
    version: version.number,
    permanentUrl: links === undefined ? printedUrl(permanent.chart(view)) : permanent.chart(view),
    shortId: encodeCitation({ version: version.number, view }),
    words: wordsIn(language),
    ...(links === undefined ? {} : { links }),
  });
}
