import type { Incident } from "@/lib/record/incidents/incident";
import type { NewRow } from "@/lib/record/publishing/new-row";
import { storedLinkKey } from "@/lib/values/links/link-key";
import { addressKey } from "@/lib/values/wallets/address-key";
import { transactionKey } from "@/lib/values/wallets/transaction-hash";

/** A table of what an incident lists, with the rows that one revision has in it. */
interface PartTable {
  table: string;
  /** Every column but the revision's. */
  columns: readonly string[];
  /** @param actorIds whom each attribution names, in order */
  rowsOf: (incident: Incident, actorIds: readonly number[]) => NewRow[];
}

const ESTIMATE = ["amount_usd", "said_by", "said_on", "source", "preferred", "converted"];

/** The lists of an incident, in the order in which they are written. */
export const INCIDENT_PARTS: readonly PartTable[] = [
  {
    table: "incident_source",
    columns: ["url", "publisher", "title", "published_on", "archived_url", "kind", "match_key"],
    rowsOf: ({ sources }) =>
      sources.map(({ publishedOn, archivedUrl, ...source }) => ({
        ...source,
        published_on: publishedOn,
        archived_url: archivedUrl,
        match_key: storedLinkKey(source.url),
      })),
  },
  {
    table: "attribution",
    columns: ["actor_id", "said_by", "said_on", "confidence", "basis", "source"],
    rowsOf: ({ attributions }, actorIds) =>
      attributions.map(({ actor: _, ...said }, place) => ({
        actor_id: actorIds[place] ?? 0,
        ...saidRow(said),
      })),
  },
  {
    table: "asset",
    columns: ["symbol", "chain", "quantity", "usd", "converted"],
    rowsOf: ({ assets }) => [...assets],
  },
  {
    table: "address",
    columns: ["chain", "address", "match_key", "role", "source"],
    rowsOf: ({ addresses }) =>
      addresses.map((address) => ({
        ...address,
        match_key: addressKey(address.chain, address.address),
      })),
  },
  {
    table: "incident_transaction",
    columns: ["chain", "hash", "match_key", "role", "source"],
    rowsOf: ({ transactions }) =>
      transactions.map((made) => ({ ...made, match_key: transactionKey(made.chain, made.hash) })),
  },
  {
    table: "incident_identifier",
    columns: ["scheme", "value"],
    rowsOf: ({ identifiers }) => [...identifiers],
  },
  {
    table: "loss_estimate",
    columns: ESTIMATE,
    rowsOf: ({ lossEstimates }) => lossEstimates.map(estimateRow),
  },
  {
    table: "return_estimate",
    columns: ESTIMATE,
    rowsOf: ({ returnEstimates }) => returnEstimates.map(estimateRow),
  },
  {
    table: "date_statement",
    columns: ["date", "said_by", "said_on", "source", "preferred"],
    rowsOf: ({ dateStatements }) => dateStatements.map(saidRow),
  },
];

function estimateRow<Said extends { by: string; on: string | null; amountUsd: number }>({
  amountUsd,
  ...said
}: Said) {
  return { amount_usd: amountUsd, ...saidRow(said) };
}

/** A statement with the columns that say whose it is and of when. */
function saidRow<Said extends { by: string; on: string | null }>({ by, on, ...rest }: Said) {
  return { ...rest, said_by: by, said_on: on };
}
