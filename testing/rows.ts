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
  target_revision: {
    identity: "target",
    row: {
      revision: 1,
      published_in: 1,
      slug: "coinex",
      name: "CoinEx",
      kind: "exchange",
      aliases: [],
      formerly: [],
    },
  },
  coverage_revision: {
    // There is one coverage at a time.
    identity: null,
    row: {
      revision: 1,
      published_in: 1,
      covered_through: "2023-12-31",
      reason: "The last list read in full ends there.",
      statement: "Every theft that a public list describes.",
      threshold: "About one million dollars and more.",
    },
  },
  publisher_fact: {
    identity: null,
    row: {
      kind: "publisher",
      key: "example",
      place: 0,
      revision: 1,
      published_in: 1,
      content: {},
    },
  },
  known_address: {
    identity: "service",
    row: {
      revision: 1,
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

/** The tables of lasting ids. */
export type IdentityTable = "incident" | "actor" | "figure" | "target" | "service";

/** The table whose ids a versioned table's rows share from one revision to the next; null where there are none. */
export function identityOf(table: VersionedTable): IdentityTable | null {
  return VERSIONED[table].identity;
}

const source = { url: "https://example.org/", publisher: "Example", title: "A report" };
const said = { said_by: "Example", source: "https://example.org/", preferred: false };
const identifier = { scheme: "rekt", value: "coinex-rekt" };
const months = { first_month: "2023-01", last_month: "2023-12", note: "A note." };
const PARTS = {
  loss_estimate: { amount_usd: 1, ...said },
  return_estimate: { amount_usd: 1, ...said },
  date_statement: { date: "2023-09-12", ...said },
  attribution: { said_by: "Example", confidence: "suspected", source: "https://example.org/" },
  asset: { symbol: "ETH" },
  address: {
    chain: "ethereum",
    address: "0x2",
    match_key: "evm:0x2",
    role: "attacker",
    source: "https://example.org/",
  },
  incident_transaction: {
    chain: "ethereum",
    hash: "0x3",
    match_key: "tx:3",
    role: "attack",
    source: "https://example.org/",
  },
  incident_identifier: identifier,
  incident_source: source,
  actor_source: source,
  actor_identifier: identifier,
  target_identifier: identifier,
  coverage_family: { name: "Example", ...months },
  coverage_gap: months,
} as const;
export type PartTable = keyof typeof PARTS;
export const PART_TABLES = Object.keys(PARTS) as PartTable[];

/** The table of the revisions that a part's rows belong to. */
export function ownerOf(table: PartTable): Exclude<VersionedTable, "known_address"> {
  const [kind] = table.split("_");
  return kind === "actor" || kind === "target" || kind === "coverage"
    ? `${kind}_revision`
    : "incident_revision";
}

/** Writes rows by plain SQL, past everything but the database's own guards. */
export class Rows {
  constructor(private readonly connection: Connection) {}

  async version(number: number, columns: Columns = {}): Promise<void> {
    await this.insert("dataset_version", { number, note: "A test", ...columns });
  }

  async identity(table: IdentityTable): Promise<number> {
    const { rows } = await this.connection.query(
      `INSERT INTO ${table} DEFAULT VALUES RETURNING id`,
    );
    return Number(rows[0]?.id);
  }

  /** A row of a versioned table, of a new incident, actor, target, figure or service unless the columns name one. */
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
    const revisionId =
      "revision_id" in columns ? {} : { revision_id: await this.versioned(ownerOf(table)) };
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
