import { nameWithStatus } from "@/lib/record/actors/legal-status";
import type { DataColumn } from "@/lib/statistics/charts/model/chart-model";
import {
  dateColumn,
  dayColumn,
  textColumn,
  wholeColumn,
} from "@/lib/statistics/charts/model/chart-numbers";
import type { WholeIncident } from "@/lib/statistics/incident-list/whole-incident";
import { precisionOf } from "@/lib/values/dates/day";
import { plainDecimal } from "@/lib/values/quantities/quantity";
import { CONFIDENCES } from "@/lib/values/taxonomy/taxonomy";

// Every column of a list of incidents as a file. What holds several values has them in one cell as files of imports
// have (`lib/values/lists/list-cell.ts`): the next item after a semicolon, an item's parts set apart by bars.

/** A part of an item of a list: what JSON calls it, and its value. */
type Item = Readonly<Record<string, string | number | boolean | null>>;

/** A value of a column: a cell of its own, or a list; of single texts where its items have one part alone. */
export type IncidentValue = string | number | null | readonly Item[] | readonly string[];

interface IncidentColumn extends DataColumn {
  of: (incident: WholeIncident, url: string) => IncidentValue;
}

const text = (
  name: string,
  title: string,
  of: (incident: WholeIncident, url: string) => string | null,
): IncidentColumn => ({ ...textColumn(name, title), of });

const usd = (
  name: string,
  title: string,
  of: (incident: WholeIncident) => number | null,
): IncidentColumn => ({ name, title, kind: "number", unit: "US dollars", of });

const count = (
  name: string,
  title: string,
  unit: string | null,
  of: (incident: WholeIncident) => number,
): IncidentColumn => ({ ...wholeColumn(name, title, unit), of });

const list = (
  name: string,
  title: string,
  of: (incident: WholeIncident) => readonly Item[] | readonly string[],
): IncidentColumn => ({ ...textColumn(name, `${title}; the next one after a semicolon`), of });

const ESTIMATE = "amount in US dollars | by whom | when | source | whether the record follows it";
const estimates = (given: WholeIncident["lossEstimates"]) =>
  given.map(({ amountUsd, by, on, source, preferred }) => ({
    amountUsd,
    by,
    on,
    source,
    preferred,
  }));

/** The surest statement about who did it; null where there is none. */
function surest({ attributions }: WholeIncident): string | null {
  const said = attributions.map(({ confidence }) => confidence);
  return CONFIDENCES.findLast(({ value }) => said.includes(value))?.value ?? null;
}

/** The columns in their order, the first what is asked for most. */
export const INCIDENT_COLUMNS: readonly IncidentColumn[] = [
  text("slug", "the incident's name in its URL", ({ slug }) => slug),
  text("url", "its page in this version, which never changes", (_, url) => url),
  text("name", "what it is called", ({ name }) => name),
  {
    ...dateColumn("occurred_on", "when it happened, as precisely as it is known"),
    of: ({ occurredOn }) => occurredOn,
  },
  text("date_precision", "how precisely the date is known: day, month or year", (incident) =>
    precisionOf(incident.occurredOn),
  ),
  {
    ...dayColumn("earliest_day", "the first day on which it can have happened"),
    of: ({ earliest }) => earliest,
  },
  {
    ...dayColumn("latest_day", "the last day on which it can have happened"),
    of: ({ latest }) => latest,
  },
  text("target", "who was robbed, as the sources call it", ({ target }) => target),
  text(
    "target_slug",
    "the URL name of the target's record; empty where it has none",
    ({ targetSlug }) => targetSlug,
  ),
  text("target_name", "the name of the target's record", ({ targetName }) => targetName),
  text("target_kind", "the kind of target", ({ targetKind }) => targetKind),
  text("category", "the kind of theft", ({ category }) => category),
  text("technique", "how it was done", ({ technique }) => technique),
  list("chains", "the chains it was on", ({ chains }) => chains),
  usd(
    "loss_usd",
    "the best estimate of the loss at the time of the theft; empty where not known, which is not zero",
    ({ lossUsd }) => lossUsd,
  ),
  usd("loss_usd_low", "the lowest that sources give", ({ lossUsdLow }) => lossUsdLow),
  usd("loss_usd_high", "the highest that sources give", ({ lossUsdHigh }) => lossUsdHigh),
  usd(
    "returned_usd",
    "what was handed back or recovered; empty where not known",
    ({ returnedUsd }) => returnedUsd,
  ),
  list(
    "actors",
    "whom somebody names, a person with the legal status, not the record's own finding",
    ({ attributions }) => [...new Set(attributions.map((said) => nameWithStatus(said)))],
  ),
  text("surest_confidence", "how sure the surest attribution is", surest),
  list(
    "attributions",
    "who names whom: actor's URL name | by whom | confidence | since when | source | what it rests on",
    ({ attributions }) =>
      attributions.map(({ actor, by, confidence, on, source, basis }) => ({
        actor,
        by,
        confidence,
        on,
        source,
        basis,
      })),
  ),
  list("loss_estimates", `who put which figure on the loss: ${ESTIMATE}`, (incident) =>
    estimates(incident.lossEstimates),
  ),
  list("return_estimates", `the same of what came back: ${ESTIMATE}`, (incident) =>
    estimates(incident.returnEstimates),
  ),
  list(
    "date_statements",
    "who says when it happened: date | by whom | when | source | whether the record follows it",
    ({ dateStatements }) =>
      dateStatements.map(({ date, by, on, source, preferred }) => ({
        date,
        by,
        on,
        source,
        preferred,
      })),
  ),
  list("assets", "what was taken: symbol | quantity | US dollars | chain", ({ assets }) =>
    assets.map(({ symbol, quantity, usd, chain }) => ({
      symbol,
      quantity: quantity === null ? null : plainDecimal(quantity),
      usd,
      chain,
    })),
  ),
  count("address_count", "wallet addresses on record", "addresses", (i) => i.addresses.length),
  list("addresses", "wallet addresses: chain | address | role | source", ({ addresses }) =>
    addresses.map(({ chain, address, role, source }) => ({ chain, address, role, source })),
  ),
  count(
    "transaction_count",
    "transactions on record",
    "transactions",
    (i) => i.transactions.length,
  ),
  list("transactions", "transactions: chain | hash | role | source", ({ transactions }) =>
    transactions.map(({ chain, hash, role, source }) => ({ chain, hash, role, source })),
  ),
  list("identifiers", "what others call it: scheme | value", ({ identifiers }) =>
    identifiers.map(({ scheme, value }) => ({ scheme, value })),
  ),
  count("source_count", "sources on record", "sources", (i) => i.sources.length),
  list(
    "sources",
    "sources: URL | publisher | title | day of publication | archived at | kind; https://withheld.invalid/N for one that is withheld since version N",
    ({ sources }) =>
      sources.map(({ url, publisher, title, publishedOn, archivedUrl, kind }) => ({
        url,
        publisher,
        title,
        publishedOn,
        archivedUrl,
        kind,
      })),
  ),
  list(
    "sourcing",
    "how little it rests on: one (source), copies (of others only); empty otherwise",
    ({ sourcing }) => sourcing,
  ),
  text("summary", "what happened", ({ summary }) => summary),
  count("revision", "how often it was published, corrections included", null, (i) => i.revision),
  count("first_version", "the version that first held it", null, (i) => i.firstVersion),
  {
    ...dayColumn("first_published_on", "when that was published"),
    of: ({ firstPublishedOn }) => firstPublishedOn,
  },
  count("last_version", "the version that last corrected it", null, (i) => i.lastVersion),
  {
    ...dayColumn("last_published_on", "when that was published"),
    of: ({ lastPublishedOn }) => lastPublishedOn,
  },
];
