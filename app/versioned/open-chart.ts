import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import { encodeCitation } from "@/lib/site/citations/short-id";
import { type Links, linksFor } from "@/lib/site/urls/links";
import { printedUrl } from "@/lib/site/urls/public-url";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import { incidentsToMark } from "@/lib/statistics/charts/incidents/annotated-queries";
import type { Language } from "@/lib/statistics/charts/language/languages";
import { wordsIn } from "@/lib/statistics/charts/language/words-in";
import type { PublisherText } from "@/lib/statistics/charts/publisher-text/publisher-text";
import {
  passedOver,
  withPublisherText,
} from "@/lib/statistics/charts/publisher-text/with-publisher-text";
import type { ChartModel, ChartRows } from "@/lib/statistics/charts/registry";
import type { IncidentDot } from "@/lib/statistics/totals/measured";

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
  return (await chartAt(db, version, view, links)).model;
}

/** The same with the rows that it is made of. */
export async function chartAt(
  db: Queryable,
  version: Version,
  view: ChartView,
  links?: Links,
): Promise<{ model: ChartModel; rows: ChartRows }> {
  const rows = await chartData(db, version.number, view);
  return { model: modelOf(rows, version, view, links), rows };
}

/** As many of a chart's incidents, the largest, a form offers to write something at. */
const MOST_OFFERED = 200;

/** A chart as its page shows it. */
interface PageChart {
  /** As the page draws it, in English. */
  model: ChartModel;
  /** The same in the language of its pictures. */
  said: ChartModel;
  /** What of a publisher's text those cannot show. */
  passedOver: string[];
  /** The incidents at which there may be one. */
  incidents: readonly IncidentDot[];
}

/** A chart's model with what its page says of its pictures. */
export async function pageChartAt(
  db: Queryable,
  version: Version,
  { view, text, links }: { view: ChartView; text: PublisherText; links: Links },
): Promise<PageChart> {
  const rows = await chartData(db, version.number, view);
  const model = modelOf(rows, version, view, links);
  const said = text.lang === undefined ? model : modelOf(rows, version, view, links, text.lang);
  const incidents = await incidentsToMark(db, version.number, { rows, view }, MOST_OFFERED);
  const all = await annotatedIn(db, version, { rows, view, text });
  return { model, said, passedOver: passedOver(model.plot, text, rows, all), incidents };
}

/** What of a chart's incidents an annotation may be about; none asked for where there is no annotation. */
function annotatedIn(
  db: Queryable,
  version: Version,
  { rows, view, text }: { rows: ChartRows; view: ChartView; text: PublisherText },
): Promise<readonly IncidentDot[]> | readonly IncidentDot[] {
  return text.mark === undefined ? [] : incidentsToMark(db, version.number, { rows, view }, null);
}

/** A chart's model as pictures draw it, with a publisher's text. */
export async function pictureModelAt(
  db: Queryable,
  version: Version,
  view: ChartView,
  text: PublisherText,
): Promise<ChartModel> {
  const rows = await chartData(db, version.number, view);
  const incidents = await annotatedIn(db, version, { rows, view, text });
  const model = modelOf(rows, version, view, undefined, text.lang);
  return withPublisherText(model, text, rows, incidents);
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
