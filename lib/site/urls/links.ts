import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { PagedKind } from "@/lib/record/kinds/record-kind";
import type { VersionReference } from "@/lib/record/versions/version-reference";
import type { Format } from "@/lib/site/exports/formats";
import type { ImageEnding } from "@/lib/site/exports/image";
import { joinedQueries, withQuery } from "@/lib/site/urls/route";
import { routes } from "@/lib/site/urls/routes";
import type { EmbeddedRecord } from "@/lib/site/urls/routes/embed-routes";
import type { ExchangeView, MispFile } from "@/lib/site/urls/routes/exchange-routes";
import type { ListFormat } from "@/lib/site/urls/routes/incident-list-routes";
import type { NumberFormat } from "@/lib/site/urls/routes/number-routes";
import type { ReconciliationFormat } from "@/lib/site/urls/routes/reconciliation-routes";
import type { ChangesView, CitedNumber } from "@/lib/statistics/changes/changes-view";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { type ChartView, writeChart } from "@/lib/statistics/charts/chart-view";
import { NO_TEXT, type PublisherText } from "@/lib/statistics/charts/publisher-text/publisher-text";
import { type CompareView, writeCompare } from "@/lib/statistics/compare/compare-view";
import type { StatisticsView } from "@/lib/statistics/distributions/statistics-view";
import type { FigureFilters, FigureSort } from "@/lib/statistics/figures/figures-view";
import { writeNumber } from "@/lib/statistics/numbers/number-view";
import {
  cutAt,
  type Period,
  type PeriodView,
  writePeriod,
  writePeriodForReaders,
} from "@/lib/statistics/periods/period";
import {
  type ParameterValues,
  type Sort,
  type Theme,
  writeParameters,
} from "@/lib/statistics/rules/parameters";
import {
  DEFAULT_CONFIDENCE,
  type Filters,
  type IncidentsView,
  type OverviewView,
  type TimelineView,
  type YearThrough,
} from "@/lib/statistics/rules/views";
import type { TargetFilters, TargetSort } from "@/lib/statistics/targets/targets-view";
import type { Day } from "@/lib/values/dates/day";
import type { SearchKind } from "@/lib/values/search/search-kind";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The URLs of pages as links under one version reference. */
export interface Links {
  reference: VersionReference;
  home: string;
  overview(view: OverviewView): string;
  /** As a table where `view` says nothing else. */
  incidents(
    filters?: Filters,
    order?: { sort?: Sort; page?: number; view?: NonNullable<IncidentsView["view"]>; at?: string },
  ): string;
  /** All incidents month by month. */
  timeline(view?: TimelineView): string;
  /** All of a list as a file. */
  incidentsFile(format: ListFormat, filters?: Filters, sort?: Sort): string;
  /** What is new among the incidents under a rule, as a feed. */
  incidentsFeed(filters?: Filters): string;
  /** What is done to a record and its incidents, as a feed. */
  recordFeed(kind: PagedKind, slug: string): string;
  /** What is done to the incidents that name an address, as a feed; also where none does yet. */
  addressFeed(chain: string, address: string): string;
  incident(slug: string): string;
  actors(confidence?: Confidence): string;
  /**
   * `period` picks a year up to a day, everything where it is null; `known` what had been said by a day, all that was
   * said where it is null.
   */
  actor(
    slug: string,
    confidence?: Confidence,
    period?: YearThrough | null,
    known?: Day | null,
  ): string;
  targets(filters?: TargetFilters, order?: { sort?: TargetSort | null; page?: number }): string;
  target(slug: string): string;
  /** What the record holds of a text; the empty form where none is given. */
  search(q?: string, kind?: SearchKind | null): string;
  /** Where many addresses are looked up at once. */
  lookup: string;
  /** The same as a file; both are sent a form. */
  lookupFile: string;
  /** Where the names of a table are matched to records, by the W3C Reconciliation Service API. */
  matching: string;
  /** The record, an incident or an actor in a format by which others exchange what they know. */
  exchange(view: ExchangeView): string;
  /** What changed since a version, as STIX. */
  stixChanges(from: number): string;
  misp(file: MispFile): string;
  /** The page of a record of any kind. */
  record(kind: PagedKind, slug: string): string;
  /** All revisions of an incident, target or actor. */
  history(kind: PagedKind, slug: string): string;
  /** Totals of other publishers. */
  figures(filters?: FigureFilters, order?: { sort?: FigureSort; page?: number }): string;
  /** The line of one of them in the list of its publisher's for the same days, where it stands on the first page. */
  figure(figure: Pick<PublishedFigureRow, "figureId" | "publisher" | "from" | "to">): string;
  /** The whole list as a file. */
  figuresFile(filters?: FigureFilters, sort?: FigureSort): string;
  /** One of them held against the record's own number. */
  reconciliation(figure: Pick<PublishedFigureRow, "figureId">): string;
  /** All of them by what is left unexplained. */
  gaps: string;
  reconciliationsFile(format: ReconciliationFormat): string;
  publishers: string;
  publisher(slug: string): string;
  /** Groups of incidents that share addresses. */
  linkGroups(page?: number): string;
  /** One of them, by the slug of any of its incidents. */
  linkGroup(slug: string): string;
  /** What the record has on a wallet address, in any spelling. */
  address(chain: string, address: string): string;
  transaction(chain: string, hash: string): string;
  methodology: string;
  /** What programs ask the record, and how. */
  api: string;
  /** How feeds are followed, and what changes is sent. */
  following: string;
  /** Where the log is checked. */
  verify: string;
  /** All of the record in files, and the record as searches of datasets read it. */
  dumps: string;
  dataset: string;
  /** How far editors have looked, and why periods compare badly. */
  coverage: string;
  /** The counting rules by their number. */
  countingRules: string;
  periods: string;
  period(view: PeriodView): string;
  /** A period as a picture; `drawing` says how it is drawn. */
  periodImage(view: PeriodView, format: ImageEnding, drawing?: ParameterValues): string;
  /** A period as far as it has come: by `asOf` under a pinned reference, by the reader's day otherwise. */
  periodSoFar(period: Period, asOf: Day): string;
  changes(view: ChangesView): string;
  /** All about one number. */
  number(rule: NumberRule): string;
  /** The same as a file. */
  numberFile(rule: NumberRule, format: NumberFormat): string;
  /** Two numbers against each other; the last two whole years where none are given. */
  compare(view?: CompareView): string;
  /** The same as a file. */
  compareFile(view: CompareView, format: NumberFormat): string;
  /** What the newest version known under the reference changed. */
  changesSoFar: string;
  charts: string;
  /** With a publisher's text for its pictures, where there is any. */
  chart(view: ChartView, text?: PublisherText): string;
  /** Statistics in words and charts: of all, and under a rule. */
  statisticsPage: string;
  statistics(view: StatisticsView): string;
  /** A chart as a file; `drawing` says how a picture is drawn. */
  chartFile(view: ChartView, format: Format, drawing?: ParameterValues): string;
  embed(view: ChartView, theme?: Theme, text?: PublisherText): string;
  /** An incident, target, actor or period for a frame in another's page. */
  recordEmbed(of: EmbeddedRecord, theme?: Theme): string;
}

/** Whether a figure has moved since a version, as data; of the newest version, whoever asks. */
export function movedUrl(cited: CitedNumber): string {
  return routes.moved.url(cited);
}

/** The corrections of a cited figure as a feed; of the newest version, whoever asks. */
export function citationFeedUrl(cited: CitedNumber): string {
  return routes.citationFeed.url(cited);
}

/** Whose order took texts out of the record with a version: in the methodology of that version, which knows of it. */
export function withheldListUrl(version: number): string {
  return `/v/${version}${routes.methodology.url(null)}#withheld`;
}

/** The form by which anybody suggests a correction of what is under a slug now. */
export function suggestUrl(kind: PagedKind, slug: string): string {
  return `/suggest?about=${kind}:${slug}`;
}

/** Where editors revise, retract, merge or restore what is under a slug now. */
export function reviseUrl(kind: PagedKind, slug: string): string {
  return `/desk/records/${kind}/${slug}`;
}

/** The place of a published figure in a list of them. */
export function figureAnchor(figureId: number): string {
  return `figure-${figureId}`;
}

const PAGES = { incident: routes.incident, target: routes.target, actor: routes.actor };
const HISTORIES = {
  incident: routes.incidentHistory,
  target: routes.targetHistory,
  actor: routes.actorHistory,
};

/** The links under a version reference: plain URLs for the newest, `/v/<version>/…` for a pinned one. */
export function linksFor(reference: VersionReference): Links {
  const base = reference.pinned ? `/v/${reference.version}` : "";
  // The overview of a version has no slash of its own at its end.
  const to = (path: string, query = "") =>
    withQuery(base === "" ? path : `${base}${path.replace(/^\/(?=$|\?)/, "")}`, query);
  const figures: Links["figures"] = (filters = {}, { sort = "newest", page = 1 } = {}) =>
    to(routes.figures.url({ filters, sort, page }));
  const periodQuery = reference.pinned ? writePeriod : writePeriodForReaders;
  return {
    reference,
    home: to("/"),
    overview: (view) => to(routes.overview.url(view)),
    incidents: (filters = {}, { sort = "newest", page = 1, ...seen } = {}) =>
      to(routes.incidents.url({ filters, sort, page, ...seen })),
    timeline: (view = { sort: "newest" }) => to(routes.timeline.url(view)),
    incidentsFile: (format, filters = {}, sort = "newest") =>
      to(
        routes.incidentsFile.url(
          format === "csv" ? { format, filters, sort, isMarked: true } : { format, filters, sort },
        ),
      ),
    incidentsFeed: (filters = {}) => to(routes.incidentsFeed.url({ filters, sort: "newest" })),
    recordFeed: (kind, slug) => to(routes.recordFeed.url({ kind, slug })),
    addressFeed: (chain, text) => to(routes.addressFeed.url({ chain, text })),
    incident: (slug) => to(routes.incident.url({ slug })),
    actors: (confidence = DEFAULT_CONFIDENCE) => to(routes.actors.url({ confidence })),
    actor: (slug, confidence = DEFAULT_CONFIDENCE, period = null, known = null) =>
      to(routes.actor.url({ slug, confidence, period, known })),
    targets: (filters = {}, { sort = null, page = 1 } = {}) =>
      to(routes.targets.url({ filters, sort, page })),
    target: (slug) => to(routes.target.url({ slug })),
    search: (q = "", kind = null) => to(routes.search.url({ q, kind })),
    lookup: to(routes.lookup.url(null)),
    lookupFile: to(routes.lookupFile.url(null)),
    matching: to(routes.matching.url({ queries: null, extend: null })),
    exchange: (view) => to(routes.exchange.url(view)),
    stixChanges: (from) => to(routes.stixChanges.url({ from })),
    misp: (file) => to(routes.misp.url({ file })),
    record: (kind, slug) => to(PAGES[kind].path({ slug })),
    history: (kind, slug) => to(HISTORIES[kind].url({ slug })),
    figures,
    figure: ({ figureId, publisher, from, to }) =>
      `${figures({ publisher, from, to })}#${figureAnchor(figureId)}`,
    figuresFile: (filters = {}, sort = "newest") =>
      to(routes.figuresFile.url({ filters, sort, isMarked: true })),
    reconciliation: ({ figureId }) => to(routes.reconciliation.url({ figure: figureId })),
    gaps: to(routes.gaps.url(null)),
    reconciliationsFile: (format) => to(routes.reconciliationsFile.url({ format })),
    publishers: to(routes.publishers.url(null)),
    publisher: (slug) => to(routes.publisher.url({ slug })),
    linkGroups: (page = 1) => to(routes.linkGroups.url({ page })),
    linkGroup: (slug) => to(routes.linkGroup.url({ slug })),
    address: (chain, text) => to(routes.address.url({ chain, text })),
    transaction: (chain, text) => to(routes.transaction.url({ chain, text })),
    methodology: to(routes.methodology.url(null)),
    api: to(routes.apiReference.url(null)),
    following: `${to(routes.apiReference.url(null))}#feeds`,
    verify: to(routes.verify.url(null)),
    dumps: to(routes.dumps.url(null)),
    dataset: to(routes.dataset.url(null)),
    coverage: `${to(routes.methodology.url(null))}#coverage`,
    countingRules: `${to(routes.methodology.url(null))}#rules`,
    periods: to(routes.periods.url(null)),
    period: (view) => to(routes.period.path({ key: view.period.key }), periodQuery(view)),
    periodImage: ({ period, through }, format, drawing = {}) =>
      to(
        routes.periodFile.path({ key: period.key, format }),
        joinedQueries(periodQuery({ period, through }), writeParameters(drawing)),
      ),
    periodSoFar: (period, asOf) =>
      to(
        routes.period.path({ key: period.key }),
        reference.pinned ? writePeriod(cutAt(period, asOf)) : "",
      ),
    changesSoFar: to("/changes"),
    changes: (view) => to(routes.changes.url(view)),
    number: (rule) => to(routes.number.url(rule)),
    numberFile: (rule, format) => to(routes.numberFile.path({ format }), writeNumber(rule)),
    compare: (view) => (view === undefined ? to("/compare") : to(routes.compare.url(view))),
    compareFile: (view, format) => to(routes.compareFile.path({ format }), writeCompare(view)),
    charts: to("/charts"),
    statisticsPage: to("/statistics"),
    statistics: (view) => to(routes.statistics.url(view)),
    chart: (view, text = NO_TEXT) => to(routes.chart.url({ view, text })),
    chartFile: (view, format, drawing = {}) =>
      to(
        routes.chartFile.path({ chart: view.chart, format }),
        joinedQueries(writeChart(view), writeParameters(drawing)),
      ),
    embed: (view, theme = "auto", text = NO_TEXT) => to(routes.embed.url({ view, theme, text })),
    recordEmbed: (of, theme = "auto") => to(routes.recordEmbed.url({ of, theme })),
  };
}
