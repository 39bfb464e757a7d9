import { createHash } from "node:crypto";
import { loadPeriod } from "@/app/versioned/[reference]/period/load-period";
import { actorPoster, incidentPoster } from "@/app/versioned/number-posters";
import { pictureModelAt } from "@/app/versioned/open-chart";
import type { OpenVersion } from "@/app/versioned/open-version";
import { targetPoster } from "@/app/versioned/target-poster";
import { chartEmbedSvg } from "@/components/charts/static/chart-embed";
import type { PosterOptions } from "@/components/charts/static/poster-frame";
import { periodPosterSvg } from "@/components/periods/period-poster";
import { numberPosterSvg } from "@/components/publish/number-poster";
import {
  type EmbedSize,
  NARROW_DRAWING,
  NARROW_LIST,
  NARROW_NUMBERS,
} from "@/lib/site/citations/embed-size";
import { numbersDigest } from "@/lib/site/exports/numbers-digest";
import type { Links } from "@/lib/site/urls/links";
import { printedUrl } from "@/lib/site/urls/public-url";
import { joinedQueries, withQuery } from "@/lib/site/urls/route";
import type { EmbeddedRecord } from "@/lib/site/urls/routes/embed-routes";
import type { ChartView } from "@/lib/statistics/charts/chart-view";
import type { Language } from "@/lib/statistics/charts/language/languages";
import {
  type PublisherText,
  titleWithHeadline,
} from "@/lib/statistics/charts/publisher-text/publisher-text";
import { CHARTS } from "@/lib/statistics/charts/registry";
import { writeParameters } from "@/lib/statistics/rules/parameters";
import { writeActor } from "@/lib/statistics/rules/views";
import { publishedTotalText } from "@/lib/statistics/totals/published-total";

/** What a frame in another's page shows. */
export interface Embedded {
  title: string;
  draw(options: PosterOptions): string;
  /** The size of its drawing for phones. */
  narrow: EmbedSize;
  /** Where its numbers are told, and where it is a picture by itself. */
  page(links: Links): string;
  picture(links: Links, size: EmbedSize): string;
  /** What it is said in; English where it is left out. */
  language?: Language;
  /** Of what is said, so that a frozen embed knows whether that has changed since. */
  digest: string;
}

/** A chart for a frame, with a publisher's text. */
export async function embeddedChart(
  { db, version }: OpenVersion,
  view: ChartView,
  text: PublisherText,
): Promise<Embedded> {
  const model = await pictureModelAt(db, version, view, text);
  return {
    title: titleWithHeadline(model.title, text),
    draw: (options) => chartEmbedSvg(model, options),
    narrow: CHARTS[view.chart].isList ? NARROW_LIST : NARROW_DRAWING,
    page: (links) => links.chart(view),
    picture: (links, size) => links.chartFile(view, "png", { ...ofSize(size), ...text }),
    digest: numbersDigest(model.numbers),
    ...(text.lang === undefined ? {} : { language: text.lang }),
  };
}

/** A record or a period for a frame. */
export async function embeddedRecord(opened: OpenVersion, of: EmbeddedRecord): Promise<Embedded> {
  if (of.kind === "period") {
    const { view } = of;
    const { model, published } = await loadPeriod(opened, view);
    const { headline, notes, alternative, address } = model;
    const printed = {
      ...model,
      address: printedUrl(address),
      notes: [...notes, ...(published === null ? [] : [publishedTotalText(published)])],
    };
    return {
      title: headline,
      draw: (options) => periodPosterSvg(printed, options),
      narrow: NARROW_LIST,
      page: (links) => links.period(view),
      picture: (links, size) => links.periodImage(view, "png", ofSize(size)),
      digest: digestOf([
        headline,
        notes,
        alternative,
        model.categories,
        model.actors,
        model.largest,
      ]),
    };
  }
  const poster = await posterOf(opened, of);
  const query = of.kind === "actor" ? writeActor(of) : "";
  const page = (links: Links) => withQuery(links.record(of.kind, of.slug), query);
  return {
    title: poster.title,
    draw: (options) => numberPosterSvg(poster, options),
    narrow: NARROW_NUMBERS,
    page,
    picture: (links, size) =>
      withQuery(
        `${links.record(of.kind, of.slug)}.png`,
        joinedQueries(query, writeParameters(ofSize(size))),
      ),
    digest: digestOf([poster.title, poster.notes, poster.figures, poster.prose]),
  };
}

function posterOf(opened: OpenVersion, of: Exclude<EmbeddedRecord, { kind: "period" }>) {
  if (of.kind === "actor") return actorPoster(opened, of);
  return of.kind === "target" ? targetPoster(opened, of.slug) : incidentPoster(opened, of.slug);
}

const ofSize = ({ width, height }: EmbedSize) =>
  width === 1200 && height === 675 ? { scale: 1 } : { width, height, scale: 1 };

/** Of what is said, and not of where it leads: that depends on whether it is pinned. */
function digestOf(said: unknown): string {
  const text = JSON.stringify(said, (key, value) => (key === "href" ? undefined : value));
  return createHash("sha256").update(text).digest("hex");
}
