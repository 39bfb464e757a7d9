import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import { encodeCitation } from "@/lib/site/citations/short-id";
import { type Links, linksFor } from "@/lib/site/urls/links";
import { printedUrl } from "@/lib/site/urls/public-url";
import { chartModel } from "@/lib/statistics/charts/chart-builder";
import { chartData } from "@/lib/statistics/charts/chart-queries";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import { incidentsToMark } from "@/lib/statistics/charts/incidents/annotated-queries";
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
  return modelOf(await chartData(db, version.number, view), version, view, links);
}

/** As many of a chart's incidents, the largest, a form offers to write something at. */
const MOST_OFFERED = 200;

/**
 * A chart's model as its page draws it, what of a publisher's text its pictures cannot show, and the incidents at which
 * there may be one.
 */
export async function pageChartAt(
  db: Queryable,
  version: Version,
  { view, text, links }: { view: ChartView; text: PublisherText; links: Links },
): Promise<{ model: ChartModel; passedOver: string[]; incidents: readonly IncidentDot[] }> {
  const rows = await chartData(db, version.number, view);
  const model = modelOf(rows, version, view, links);
  const incidents = await incidentsToMark(db, version.number, { rows, view }, MOST_OFFERED);
  const all = await annotatedIn(db, version, { rows, view, text });
  return { model, passedOver: passedOver(model.plot, text, rows, all), incidents };
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
  return withPublisherText(modelOf(rows, version, view), text, rows, incidents);
}

function modelOf(rows: ChartRows, version: Version, view: ChartView, links?: Links): ChartModel {
  const permanent = linksFor({ version: version.number, pinned: true });
  return chartModel(view, rows, {
    version: version.number,
    permanentUrl: links === undefined ? printedUrl(permanent.chart(view)) : permanent.chart(view),
    shortId: encodeCitation({ version: version.number, view }),
    ...(links === undefined ? {} : { links }),
  });
}
