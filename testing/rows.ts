/** What answers plain SQL: a connection. */
interface Connection {
  query(text: string, values?: unknown[]): Promise<{ rows: Record<string, unknown>[] }>;
}

export type Columns = Record<string, unknown>;

const VERSIONED = {
  incident_revision: {
    identity: "incident",
    row: {
      revision: 1,
      published_in: 1,
      slug: "coinex-2023-09",
      name: "CoinEx",
      target: "CoinEx",
      target_kind: "exchange",
      occurred_on: "2023-09-12",
      precision: "day",
      category: "wallet-compromise",
      technique: "private-key-compromise",
      chains: ["ethereum"],
      summary: "Stolen keys.",
    },
  },
  actor_revision: {
    identity: "actor",
    row: {
      revision: 1,
      published_in: 1,
      slug: "lazarus-group",
      name: "Lazarus Group",
      aliases: [],
      kind: "group",
      description: "A group.",
    },
  },
  figure_revision: {
    identity: "figure",
    row: {
      revision: 1,
      published_in: 1,
      publisher: "Example",
      title: "Thefts",
      from_day: "2023-01-01",
      to_day: "2023-12-31",
      amount_usd: 1,
      qualifier: "about",
      published_on: "2024",
      source: "https://example.org/",
      note: "",
    },
  },
  known_address: {
    identity: null,
    row: {
      published_in: 1,
      chain: "ethereum",
      address: "0x1",
      match_key: "evm:0x1",
      label: "A bot",
      kind: "mev-bot",
      source: "https://example.org/",
    },
  },
} as const;
export type VersionedTable = keyof typeof VERSIONED;
export const VERSIONED_TABLES = Object.keys(VERSIONED) as VersionedTable[];

const source = { url: "https://example.org/", publisher: "Example", title: "A report" };
const PARTS = {
  loss_estimate: {
    amount_usd: 1,
    said_by: "Example",
    source: "https://example.org/",
    preferred: false,
  },
  attribution: { said_by: "Example", confidence: "suspected", source: "https://example.org/" },
  asset: { symbol: "ETH" },
  address: {
    chain: "ethereum",
    address: "0x2",
    match_key: "evm:0x2",
    role: "attacker",
    source: "https://example.org/",
  },
  incident_source: source,
  actor_source: source,
} as const;
export type PartTable = keyof typeof PARTS;
export const PART_TABLES = Object.keys(PARTS) as PartTable[];

/** Writes rows by plain SQL, past everything but the database's own guards. */
export class Rows {
  constructor(private readonly connection: Connection) {}

  async version(number: number, columns: Columns = {}): Promise<void> {
    await this.insert("dataset_version", { number, note: "A test", ...columns });
  }

  async identity(table: "incident" | "actor" | "figure"): Promise<number> {
    const { rows } = await this.connection.query(
      `INSERT INTO ${table} DEFAULT VALUES RETURNING id`,
    );
    return Number(rows[0]?.id);
  }

  /** A row of a versioned table, of a new incident, actor or figure unless the columns name one. */
  async versioned(table: VersionedTable, columns: Columns = {}): Promise<number> {
    const { identity, row } = VERSIONED[table];
    const named =
      identity === null || `${identity}_id` in columns
        ? {}
        : { [`${identity}_id`]: await this.identity(identity) };
    return this.insert(table, { ...row, ...named, ...columns });
  }

  /** A row that belongs to a revision; to a new one unless the columns name it. */
  async part(table: PartTable, columns: Columns = {}): Promise<number> {
    const owner = table === "actor_source" ? "actor_revision" : "incident_revision";
    const revisionId = "revision_id" in columns ? {} : { revision_id: await this.versioned(owner) };
    const actorId =
      table !== "attribution" || "actor_id" in columns
        ? {}
        : { actor_id: await this.identity("actor") };
    return this.insert(table, { ...PARTS[table], ...revisionId, ...actorId, ...columns });
  }

  /** @returns the new row's id, or NaN where the table has none */
  async insert(table: string, columns: Columns): Promise<number> {
    const names = Object.keys(columns).map((name) => `"${name}"`);
    const places = names.map((_, index) => `$${index + 1}`);
    const { rows } = await this.connection.query(
      `INSERT INTO ${table} (${names}) VALUES (${places}) RETURNING to_jsonb(${table}) ->> 'id' AS id`,
      Object.values(columns),
    );
    return Number(rows[0]?.id ?? Number.NaN);
  }
}
