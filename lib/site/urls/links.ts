import type { Edition } from "@/lib/record/versions/edition";
import type { Format } from "@/lib/site/exports/formats";
import {
  type ChangesView,
  type CitedFigure,
  writeChanges,
  writeCitedFigure,
} from "@/lib/statistics/changes/changes-view";
import {
  cutAt,
  type Period,
  type PeriodView,
  writePeriod,
  writePeriodForReaders,
} from "@/lib/statistics/periods/period";
import { type ChartView, writeChart } from "@/lib/statistics/rules/chart-view";
import {
  type ParameterValues,
  type Sort,
  type Theme,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import {
  DEFAULT_CONFIDENCE,
  type Filters,
  type OverviewView,
  writeActors,
  writeIncidents,
  writeOverview,
} from "@/lib/statistics/rules/views";
import type { Day } from "@/lib/values/dates/day";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The addresses of pages as one edition links to them. */
export interface Links {
  edition: Edition;
  home: string;
  overview(view: OverviewView): string;
  incidents(filters?: Filters, order?: { sort?: Sort; page?: number }): string;
  incident(slug: string): string;
  actors(confidence?: Confidence): string;
  actor(slug: string, confidence?: Confidence): string;
  /** All revisions of an incident or actor. */
  history(kind: "incident" | "actor", slug: string): string;
  methodology: string;
  periods: string;
  period(view: PeriodView): string;
  /** A period as a picture; `drawing` says how it is drawn. */
  periodPicture(view: PeriodView, format: "svg" | "png", drawing?: ParameterValues): string;
  /** A period as far as it has come: by `asOf` in a fixed edition, by the reader's day otherwise. */
  periodSoFar(period: Period, asOf: Day): string;
  changes(view: ChangesView): string;
  /** What the newest version that the edition knows changed. */
  changesSoFar: string;
  charts: string;
  chart(view: ChartView): string;
  /** A chart as a file; `drawing` says how a picture is drawn. */
  chartFile(view: ChartView, format: Format, drawing?: ParameterValues): string;
  embed(view: ChartView, theme?: Theme): string;
}

/** Whether a figure has moved since a version, as data; of the newest version, whoever asks. */
export function movedAddress(cited: CitedFigure): string {
  return `/moved.json?${writeCitedFigure(cited)}`;
}

/** The corrections of a cited figure as a feed; of the newest version, whoever asks. */
export function citationFeedAddress(cited: CitedFigure): string {
  return `/feeds/citation.atom?${writeCitedFigure(cited)}`;
}

/** The form by which anybody suggests a correction of what stands under a slug now. */
export function suggestAddress(kind: "incident" | "actor", slug: string): string {
  return `/suggest?about=${kind}:${slug}`;
}

/** Where editors revise, retract, merge or restore what stands under a slug now. */
export function reviseAddress(kind: "incident" | "actor", slug: string): string {
  return `/desk/records/${kind}/${slug}`;
}

/** The links of an edition: plain addresses for the newest, `/v/<version>/…` for a fixed one. */
export function linksFor(edition: Edition): Links {
  const base = edition.fixed ? `/v/${edition.version}` : "";
  const to = (path: string, query = "") =>
    `${base}${path}${query === "" ? "" : `?${query}`}` || "/";
  const writtenPeriod = edition.fixed ? writePeriod : writePeriodForReaders;
  return {
    edition,
    home: to(""),
    overview: (view) => `${base || "/"}?${writeOverview(view)}`,
    incidents: (filters = {}, { sort = "newest", page = 1 } = {}) =>
      to("/incidents", writeIncidents({ filters, sort, page })),
    incident: (slug) => to(`/incidents/${slug}`),
    actors: (confidence = DEFAULT_CONFIDENCE) => to("/actors", writeActors({ confidence })),
    actor: (slug, confidence = DEFAULT_CONFIDENCE) =>
      to(`/actors/${slug}`, writeActors({ confidence })),
    history: (kind, slug) => to(`/${kind}s/${slug}/history`),
    methodology: to("/methodology"),
    periods: to("/periods"),
    period: (view) => to(`/periods/${view.period.key}`, writtenPeriod(view)),
    periodPicture: (view, format, drawing = {}) => {
      const rule = [writtenPeriod(view), writeParameters(drawing)].filter((part) => part !== "");
      return to(`/periods/${view.period.key}.${format}`, rule.join("&"));
    },
    periodSoFar: (period, asOf) =>
      to(`/periods/${period.key}`, edition.fixed ? writePeriod(cutAt(period, asOf)) : ""),
    changesSoFar: to("/changes"),
    changes: (view) => to("/changes", writeChanges(view)),
    charts: to("/charts"),
    chart: (view) => to(`/charts/${view.chart}`, writeChart(view)),
    chartFile: (view, format, drawing = {}) => {
      const rule = [writeChart(view), writeParameters(drawing)].filter((part) => part !== "");
      return to(`/charts/${view.chart}.${format}`, rule.join("&"));
    },
    embed: (view, theme = "auto") =>
      to(`/embed/${view.chart}`, writeChart(view) + (theme === "auto" ? "" : `&theme=${theme}`)),
  };
}
