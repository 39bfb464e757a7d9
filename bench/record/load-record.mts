import pg from "pg";
import { openDatabase } from "@/lib/db/client";
import type { Incident } from "@/lib/record/incidents/incident";
import { completeLog } from "@/lib/record/proof/log-commands";
import { precisionOf } from "@/lib/values/dates/day";
import { storedLinkKey } from "@/lib/values/links/link-key";
import { addressKey } from "@/lib/values/wallets/address-key";
import { generatedIncidents } from "./generated-incidents.mjs";

/** Rows sent in one statement. */
const BATCH = 10_000;

/**
 * Publishes generated incidents as the next version, in one transaction, past the program's own
 * commands: those compare each record with what is published, which is not what is measured here.
 */
export async function loadRecord(url: string, count: number): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<{ slug: string; actor_id: number }>(
      "SELECT slug, actor_id FROM actor_revision WHERE superseded_in IS NULL ORDER BY actor_id",
    );
    const actors = new Map(rows.map((row) => [row.slug, row.actor_id]));
    await client.query("BEGIN");
    const {
      rows: [version],
    } = await client.query<{ number: number }>(
      "INSERT INTO dataset_version (number, note) SELECT max(number) + 1, 'Generated' FROM dataset_version RETURNING number",
    );
    if (version === undefined) throw new Error("no version was made");
    let batch: Incident[] = [];
    for (const incident of generatedIncidents(count, [...actors.keys()])) {
      batch.push(incident);
      if (batch.length < BATCH) continue;
      await addBatch(client, version.number, batch, actors);
      batch = [];
    }
    if (batch.length > 0) await addBatch(client, version.number, batch, actors);
    await client.query("COMMIT");
    // What PostgreSQL does by itself some minutes after a load.
    await client.query("VACUUM ANALYZE");
  } finally {
    await client.end();
  }
  await addToLog(url);
}

/** What a publication would have done; the next one would do it otherwise, and be measured with it. */
async function addToLog(url: string): Promise<void> {
  const db = openDatabase(url, 2);
  try {
    await completeLog(db);
  } finally {
    await db.$disconnect();
  }
}

async function addBatch(
  client: pg.Client,
  version: number,
  incidents: readonly Incident[],
  actors: ReadonlyMap<string, number>,
): Promise<void> {
  const { rows } = await client.query<{ id: number }>(
    "INSERT INTO incident SELECT FROM generate_series(1, $1::int) RETURNING id",
    [incidents.length],
  );
  const revisions = await insert(
    client,
    "incident_revision",
    `incident_id int, revision int, published_in int, slug text, name text, target text,
     target_kind text, occurred_on date, precision date_precision, category text, technique text,
     chains text[], summary text, loss_usd numeric, loss_usd_low numeric, loss_usd_high numeric,
     returned_usd numeric`,
    incidents.map((incident, index) => ({
      incident_id: rows[index]?.id,
      revision: 1,
      published_in: version,
      slug: incident.slug,
      name: incident.name,
      target: incident.target,
      target_kind: incident.targetKind,
      occurred_on: incident.occurredOn,
      precision: precisionOf(incident.occurredOn),
      category: incident.category,
      technique: incident.technique,
      chains: incident.chains,
      summary: incident.summary,
      loss_usd: incident.lossUsd,
      loss_usd_low: incident.lossUsdLow,
      loss_usd_high: incident.lossUsdHigh,
      returned_usd: incident.returnedUsd,
    })),
  );
  const parts = <Part, Row>(
    list: (incident: Incident) => readonly Part[],
    row: (part: Part) => Row,
  ) =>
    incidents.flatMap((incident, index) =>
      list(incident).map((part) => ({ revision_id: revisions[index], ...row(part) })),
    );
  await insert(
    client,
    "incident_source",
    "revision_id int, url text, match_key text, publisher text, title text, published_on text",
    parts(
      (incident) => incident.sources,
      ({ url, publisher, title, publishedOn }) => ({
        url,
        match_key: storedLinkKey(url),
        publisher,
        title,
        published_on: publishedOn,
      }),
    ),
  );
  await insert(
    client,
    "attribution",
    "revision_id int, actor_id int, said_by text, said_on text, confidence confidence, source text",
    parts(
      (incident) => incident.attributions,
      ({ actor, by, on, confidence, source }) => ({
        actor_id: actors.get(actor),
        said_by: by,
        said_on: on,
        confidence,
        source,
      }),
    ),
  );
  await insert(
    client,
    "asset",
    "revision_id int, symbol text, quantity numeric, usd numeric",
    parts(
      (incident) => incident.assets,
      (asset) => asset,
    ),
  );
  await insert(
    client,
    "address",
    "revision_id int, chain text, address text, match_key text, role address_role, source text",
    parts(
      (incident) => incident.addresses,
      ({ chain, address, role, source }) => ({
        chain,
        address,
        match_key: addressKey(chain, address),
        role,
        source,
      }),
    ),
  );
}

/** Adds rows in one statement. @param columns with their types @returns the rows' ids, in order */
async function insert(
  client: pg.Client,
  table: string,
  columns: string,
  rows: readonly object[],
): Promise<number[]> {
  if (rows.length === 0) return [];
  const names = columns.split(",").map((column) => column.trim().split(" ")[0]);
  const { rows: added } = await client.query<{ id: number }>(
    `INSERT INTO ${table} (${names.join(", ")})
     SELECT ${names.join(", ")} FROM ROWS FROM (jsonb_to_recordset($1::jsonb) AS (${columns}))
       WITH ORDINALITY AS given(${names.join(", ")}, place)
     ORDER BY place RETURNING id`,
    [JSON.stringify(rows)],
  );
  return added.map((row) => row.id);
}
