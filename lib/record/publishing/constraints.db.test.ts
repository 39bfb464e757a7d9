import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { connectTo, errorOf } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";
import { type Columns, type PartTable, Rows, type VersionedTable } from "@/testing/rows";

let client: pg.Client;
let rows: Rows;
beforeAll(async () => {
  const { url } = await testDatabase();
  client = await connectTo(url);
  rows = new Rows(client);
});

/** What refuses a row that is published with version 1. */
function errorOfRow(table: VersionedTable, columns: Columns): Promise<string | null> {
  return errorOf(client, async () => {
    await rows.version(1);
    await rows.versioned(table, columns);
  });
}

function errorOfPart(table: PartTable, columns: Columns): Promise<string | null> {
  return errorOf(client, async () => {
    await rows.version(1);
    await rows.part(table, columns);
  });
}

interface Check {
  table: VersionedTable;
  accepted: Columns[];
  refused: Columns[];
}

const slugs = {
  accepted: ["a", "0", "a-b", "coinex-2023-09"].map((slug) => ({ slug })),
  refused: ["", "A", "a b", "a_b", "-a", "a-", "a--b", "ä", "a/b", "a\n"].map((slug) => ({ slug })),
};
/** Texts that are, and are not, a day, month or year of the calendar. */
const calendar = (column: string) => ({
  accepted: ["2023", "2023-09", "2023-09-13", "2024-02-29", "0001-01-01"].map((text) => ({
    [column]: text,
  })),
  refused: [
    "",
    "13 September 2023",
    "2023-9",
    "2023-09-13 ",
    "2023-09-13\n",
    "2023-13",
    "2023-00",
    "2023-02-29",
    "2023-02-30",
    "1900-02-29",
    "2023-04-31",
    "2023-09-00",
    "0000",
    "0000-01-01",
    "20233",
  ].map((text) => ({ [column]: text })),
});
const revisions = {
  accepted: [{ revision: 1 }, { revision: 2 }],
  refused: [{ revision: 0 }, { revision: -1 }],
};

const ofSomebodyCharged = (columns: Columns): Columns => ({
  kind: "individual",
  status: "charged",
  ...columns,
});

/** Pairs of months that are, and are not, a span: both exist, and the last is not before the first. */
const spans = {
  accepted: [
    { first_month: "2023-01", last_month: "2023-12" },
    { first_month: "2023-01", last_month: "2023-01" },
  ],
  refused: [
    { first_month: "2023-02", last_month: "2023-01" },
    { first_month: "2023", last_month: "2023-12" },
    { first_month: "2023-01", last_month: "2023" },
    { first_month: "2023-01-01", last_month: "2023-12" },
    { first_month: "2023-01", last_month: "2023-12-31" },
    { first_month: "2023-00", last_month: "2023-12" },
    { first_month: "2023-01", last_month: "2023-13" },
    { first_month: "January", last_month: "2023-12" },
    { first_month: "", last_month: "2023-12" },
  ],
};

/** Each check of a versioned table: what it lets through, up to its very edge, and what it refuses. */
const CHECKS: Record<string, Check> = {
  incident_loss_not_negative: {
    table: "incident_revision",
    accepted: [
      { loss_usd: 0 },
      { loss_usd: null },
      { loss_usd: 0, loss_usd_low: 0, loss_usd_high: 0, returned_usd: 0 },
      { returned_usd: 1 },
    ],
    refused: [
      { loss_usd: -0.01 },
      { loss_usd: 1, loss_usd_low: -1 },
      { loss_usd: -2, loss_usd_high: -1 },
      { returned_usd: -0.01 },
    ],
  },
  incident_amounts_are_numbers: {
    table: "incident_revision",
    accepted: [{ loss_usd: 1, loss_usd_low: null, loss_usd_high: null, returned_usd: null }],
    refused: [
      { loss_usd: "NaN" },
      { loss_usd: 1, loss_usd_high: "NaN" },
      { loss_usd: "NaN", loss_usd_low: "NaN" },
      { returned_usd: "NaN" },
    ],
  },
  incident_loss_in_order: {
    table: "incident_revision",
    accepted: [
      { loss_usd: 2, loss_usd_low: 1, loss_usd_high: 3 },
      { loss_usd: 2, loss_usd_low: 2, loss_usd_high: 2 },
      { loss_usd: 2, loss_usd_low: 1 },
      { loss_usd: 2, loss_usd_high: 3 },
    ],
    refused: [
      { loss_usd: 2, loss_usd_low: 2.01 },
      { loss_usd: 2, loss_usd_high: 1.99 },
      { loss_usd: 2, loss_usd_low: 3, loss_usd_high: 1 },
    ],
  },
  incident_bounds_leave_room: {
    table: "incident_revision",
    accepted: [
      { loss_usd: null, loss_usd_low: null, loss_usd_high: null },
      { loss_usd: null, loss_usd_low: 1 },
      { loss_usd: null, loss_usd_high: 1 },
      { loss_usd: null, loss_usd_low: 1, loss_usd_high: 1.01 },
      { loss_usd: 1, loss_usd_low: 1, loss_usd_high: 1 },
    ],
    refused: [
      { loss_usd: null, loss_usd_low: 2, loss_usd_high: 1 },
      { loss_usd: null, loss_usd_low: 1, loss_usd_high: 1 },
    ],
  },
  incident_day_has_come: {
    table: "incident_revision",
    accepted: [{ occurred_on: "2009-01-03" }, { occurred_on: "2024-02-29" }],
    refused: [
      { occurred_on: "2009-01-02" },
      { occurred_on: "0001-01-01" },
      { occurred_on: "9999-12-31" },
      { occurred_on: "infinity" },
      { occurred_on: "-infinity" },
    ],
  },
  incident_day_fits_precision: {
    table: "incident_revision",
    accepted: [
      { occurred_on: "2023-09-12", precision: "day" },
      { occurred_on: "2023-09-01", precision: "month" },
      { occurred_on: "2023-01-01", precision: "year" },
    ],
    refused: [
      { occurred_on: "2023-09-02", precision: "month" },
      { occurred_on: "2023-09-01", precision: "year" },
      { occurred_on: "2023-01-02", precision: "year" },
    ],
  },
  incident_slug_is_an_address: { table: "incident_revision", ...slugs },
  incident_chains_known: {
    table: "incident_revision",
    accepted: [{ chains: [] }, { chains: ["ethereum", "tron"] }],
    refused: [{ chains: null }, { chains: [null] }, { chains: ["ethereum", null] }],
  },
  incident_not_merged_into_itself: {
    table: "incident_revision",
    accepted: [{ merged_into_id: null }],
    refused: [], // needs an incident's own id; below
  },
  incident_revision_counts_from_one: { table: "incident_revision", ...revisions },
  incident_superseded_later: {
    table: "incident_revision",
    accepted: [{ superseded_in: null }],
    refused: [{ superseded_in: 1 }, { superseded_in: 0 }],
  },
  actor_slug_is_an_address: { table: "actor_revision", ...slugs },
  actor_aliases_known: {
    table: "actor_revision",
    accepted: [{ aliases: [] }, { aliases: ["Hidden Cobra"] }],
    refused: [{ aliases: null }, { aliases: [null] }],
  },
  actor_not_part_of_itself: {
    table: "actor_revision",
    accepted: [{ parent_id: null }],
    refused: [],
  },
  actor_not_merged_into_itself: {
    table: "actor_revision",
    accepted: [{ merged_into_id: null }],
    refused: [], // needs an actor's own id; below
  },
  actor_country_code: {
    table: "actor_revision",
    accepted: [{ country: null }, { country: "KP" }],
    refused: [{ country: "kp" }, { country: "PRK" }, { country: "K" }, { country: "" }],
  },
  actor_revision_counts_from_one: { table: "actor_revision", ...revisions },
  actor_superseded_later: {
    table: "actor_revision",
    accepted: [{ superseded_in: null }],
    refused: [{ superseded_in: 1 }],
  },
  figure_amount_not_negative: {
    table: "figure_revision",
    accepted: [{ amount_usd: 0 }],
    refused: [{ amount_usd: -0.01 }],
  },
  figure_amount_is_a_number: {
    table: "figure_revision",
    accepted: [{ amount_usd: 1 }],
    refused: [{ amount_usd: "NaN" }],
  },
  figure_period_has_days: {
    table: "figure_revision",
    accepted: [{ from_day: "2008-01-01", to_day: "2030-12-31" }],
    refused: [{ from_day: "-infinity" }, { to_day: "infinity" }],
  },
  figure_day_or_month_or_year: { table: "figure_revision", ...calendar("published_on") },
  figure_period_in_order: {
    table: "figure_revision",
    accepted: [{ from_day: "2023-01-01", to_day: "2023-01-01" }],
    refused: [{ from_day: "2023-01-02", to_day: "2023-01-01" }],
  },
  figure_not_merged_into_itself: {
    table: "figure_revision",
    accepted: [{ merged_into_id: null }],
    refused: [], // needs a figure's own id; below
  },
  figure_revision_counts_from_one: { table: "figure_revision", ...revisions },
  figure_superseded_later: {
    table: "figure_revision",
    accepted: [{ superseded_in: null }],
    refused: [{ superseded_in: 1 }],
  },
  figure_selection_known: {
    table: "figure_revision",
    accepted: [null, "named", "part", "net", "more"].map((selection) => ({ selection })),
    refused: ["", "all", "Named"].map((selection) => ({ selection })),
  },
  actor_status_known: {
    table: "actor_revision",
    accepted: [
      { status: null },
      ...[
        "charged",
        "convicted",
        "pleaded-guilty",
        "acquitted",
        "not-tried",
        "convicted-deceased",
        "deceased",
      ].map((status) => ({ status, kind: "individual" })),
    ],
    refused: ["", "guilty", "Charged"].map((status) => ({ status, kind: "individual" })),
  },
  actor_status_of_a_person: {
    table: "actor_revision",
    accepted: [
      {
        kind: "individual",
        status: "charged",
        status_on: "2023-09",
        status_source: "https://example.org/",
      },
      { kind: "individual", status: "charged" },
      { kind: "individual" },
    ],
    refused: [
      ...["state", "group", "unknown"].map((kind) => ({ kind, status: "charged" })),
      { kind: "individual", status_on: "2023-09" },
      { kind: "individual", status_source: "https://example.org/" },
    ],
  },
  actor_status_day_or_month_or_year: {
    table: "actor_revision",
    accepted: calendar("status_on").accepted.map(ofSomebodyCharged),
    refused: calendar("status_on").refused.map(ofSomebodyCharged),
  },
  target_slug_is_an_address: { table: "target_revision", ...slugs },
  target_aliases_known: {
    table: "target_revision",
    accepted: [{ aliases: [] }, { aliases: ["바이비트"] }],
    refused: [{ aliases: null }, { aliases: [null] }, { aliases: ["HTX", null] }],
  },
  target_former_names_known: {
    table: "target_revision",
    accepted: [{ formerly: [] }, { formerly: ["Huobi"] }],
    refused: [{ formerly: null }, { formerly: [null] }, { formerly: ["Huobi", null] }],
  },
  target_not_its_own_successor: {
    table: "target_revision",
    accepted: [{ successor_id: null }],
    refused: [], // needs a target's own id; below
  },
  target_not_merged_into_itself: {
    table: "target_revision",
    accepted: [{ merged_into_id: null }],
    refused: [], // needs a target's own id; below
  },
  target_revision_counts_from_one: { table: "target_revision", ...revisions },
  target_superseded_later: {
    table: "target_revision",
    accepted: [{ superseded_in: null }],
    refused: [{ superseded_in: 1 }, { superseded_in: 0 }],
  },
  coverage_revision_counts_from_one: { table: "coverage_revision", ...revisions },
  coverage_superseded_later: {
    table: "coverage_revision",
    accepted: [{ superseded_in: null }],
    refused: [{ superseded_in: 1 }, { superseded_in: 0 }],
  },
  coverage_day_has_come: {
    table: "coverage_revision",
    accepted: [{ covered_through: "2009-01-03" }, { covered_through: "2024-02-29" }],
    refused: [
      { covered_through: "2009-01-02" },
      { covered_through: "9999-12-31" },
      { covered_through: "infinity" },
      { covered_through: "-infinity" },
    ],
  },
  publisher_fact_kind: {
    table: "publisher_fact",
    accepted: ["publisher", "vintage", "comparison"].map((kind) => ({ kind })),
    refused: ["", "Publisher", "rule"].map((kind) => ({ kind })),
  },
  publisher_fact_revision_counts_from_one: { table: "publisher_fact", ...revisions },
  publisher_fact_superseded_later: {
    table: "publisher_fact",
    accepted: [{ superseded_in: null }],
    refused: [{ superseded_in: 1 }, { superseded_in: 0 }],
  },
  known_address_counts_from_one: { table: "known_address", ...revisions },
  known_address_superseded_later: {
    table: "known_address",
    accepted: [{ superseded_in: null }],
    refused: [{ superseded_in: 1 }],
  },
};

const PART_CHECKS: Record<string, { table: PartTable; accepted: Columns[]; refused: Columns[] }> = {
  asset_not_negative: {
    table: "asset",
    accepted: [{}, { quantity: 0, usd: 0 }, { quantity: "0.000000000000000001" }],
    refused: [{ quantity: "-0.000000000000000001" }, { usd: -0.01 }],
  },
  loss_estimate_not_negative: {
    table: "loss_estimate",
    accepted: [{ amount_usd: 0 }],
    refused: [{ amount_usd: -0.01 }],
  },
  asset_amounts_are_numbers: {
    table: "asset",
    accepted: [{ quantity: 1, usd: null }],
    refused: [{ quantity: "NaN" }, { usd: "NaN" }],
  },
  loss_estimate_amount_is_a_number: {
    table: "loss_estimate",
    accepted: [{ amount_usd: 1 }],
    refused: [{ amount_usd: "NaN" }],
  },
  attribution_day_or_month_or_year: { table: "attribution", ...calendar("said_on") },
  loss_estimate_day_or_month_or_year: { table: "loss_estimate", ...calendar("said_on") },
  incident_source_day_or_month_or_year: { table: "incident_source", ...calendar("published_on") },
  actor_source_day_or_month_or_year: { table: "actor_source", ...calendar("published_on") },
  attribution_basis_known: {
    table: "attribution",
    accepted: [
      { basis: null },
      ...[
        "charge",
        "conviction",
        "admission",
        "sanction",
        "government-statement",
        "firm-analysis",
        "independent-analysis",
        "victim-statement",
        "press",
      ].map((basis) => ({ basis })),
    ],
    refused: ["", "rumour", "Charge"].map((basis) => ({ basis })),
  },
  return_estimate_not_negative: {
    table: "return_estimate",
    accepted: [{ amount_usd: 0 }],
    refused: [{ amount_usd: -0.01 }],
  },
  return_estimate_amount_is_a_number: {
    table: "return_estimate",
    accepted: [{ amount_usd: 1 }],
    refused: [{ amount_usd: "NaN" }],
  },
  return_estimate_day_or_month_or_year: { table: "return_estimate", ...calendar("said_on") },
  date_statement_days_months_or_years: {
    table: "date_statement",
    accepted: [...calendar("date").accepted, ...calendar("said_on").accepted],
    refused: [...calendar("date").refused, ...calendar("said_on").refused],
  },
  coverage_family_months: { table: "coverage_family", ...spans },
  coverage_gap_months: { table: "coverage_gap", ...spans },
};

describe.each(Object.entries(CHECKS))("%s", (constraint, { table, accepted, refused }) => {
  test.each(accepted)("lets %j through", async (columns) => {
    expect(await errorOfRow(table, columns)).toBeNull();
  });
  test.each(refused)("refuses %j", async (columns) => {
    expect(await errorOfRow(table, columns)).toBe(constraint);
  });
});

describe.each(Object.entries(PART_CHECKS))("%s", (constraint, { table, accepted, refused }) => {
  test.each(accepted)("lets %j through", async (columns) => {
    expect(await errorOfPart(table, columns)).toBeNull();
  });
  test.each(refused)("refuses %j", async (columns) => {
    expect(await errorOfPart(table, columns)).toBe(constraint);
  });
});

describe("what happened on which day", () => {
  const TOMORROW = "(now() AT TIME ZONE 'UTC')::date + 1";
  const insertOn = (day: string) => async () => {
    await rows.version(1);
    const incident = await rows.identity("incident");
    await client.query(
      `INSERT INTO incident_revision (incident_id, revision, published_in, slug, name, target, target_kind,
         occurred_on, precision, category, technique, chains, summary)
       VALUES ($1, 1, 1, 'a', 'A', 'A', 'dex', ${day}, 'day', 'unknown', 'unknown', '{}', '–')`,
      [incident],
    );
  };

  test("may be today and no later", async () => {
    expect(await errorOf(client, insertOn(`${TOMORROW} - 1`))).toBeNull();
    expect(await errorOf(client, insertOn(TOMORROW))).toBe("incident_day_has_come");
  });

  test("is covered today and no later", async () => {
    const coveredThrough = (day: string) => async () => {
      await rows.version(1);
      await client.query(
        `INSERT INTO coverage_revision (revision, published_in, covered_through, reason, statement, threshold)
         VALUES (1, 1, ${day}, '–', '–', '–')`,
      );
    };
    expect(await errorOf(client, coveredThrough(`${TOMORROW} - 1`))).toBeNull();
    expect(await errorOf(client, coveredThrough(TOMORROW))).toBe("coverage_day_has_come");
  });

  test.each(["2023-02-30", "2023-02-29", "2023-13-01", "0000-01-01", "2023-00-00"])(
    "%s does not exist",
    async (occurred_on) => {
      expect(await errorOfRow("incident_revision", { occurred_on })).toBe("22008");
      const covered_through = occurred_on;
      expect(await errorOfRow("coverage_revision", { covered_through })).toBe("22008");
    },
  );
});

describe("nothing is part of itself", () => {
  test.each([
    ["incident", "merged_into_id", "incident_not_merged_into_itself"],
    ["actor", "parent_id", "actor_not_part_of_itself"],
    ["actor", "merged_into_id", "actor_not_merged_into_itself"],
    ["figure", "merged_into_id", "figure_not_merged_into_itself"],
    ["target", "successor_id", "target_not_its_own_successor"],
    ["target", "merged_into_id", "target_not_merged_into_itself"],
  ] as const)("of %s revisions, %s is another's only", async (kind, column, constraint) => {
    const join = (other: (own: number) => Promise<number> | number) => async () => {
      await rows.version(1);
      const own = await rows.identity(kind);
      const columns = { [`${kind}_id`]: own, [column]: await other(own) };
      await rows.versioned(`${kind}_revision`, columns);
    };
    expect(
      await errorOf(
        client,
        join((own) => own),
      ),
    ).toBe(constraint);
    expect(
      await errorOf(
        client,
        join(() => rows.identity(kind)),
      ),
    ).toBeNull();
  });

  test("a version that somebody reviewed was entered by somebody", async () => {
    const version = (columns: Columns) => errorOf(client, () => rows.version(1, columns));
    expect(await version({ reviewed_by: "B" })).toBe("dataset_version_reviewed_was_entered");
    expect(await version({ entered_by: "A", reviewed_by: "B" })).toBeNull();
    expect(await version({ entered_by: "A" })).toBeNull();
    expect(await version({})).toBeNull();
  });

  test("a version counts by rules that there are", async () => {
    const version = (columns: Columns) => errorOf(client, () => rows.version(1, columns));
    expect(await version({ counting_rules: 1 })).toBeNull();
    expect(await version({ counting_rules: 0 })).toBe("dataset_version_counting_rules");
    const { rows: found } = await client.query<{ number: string }>(
      `SELECT column_default AS number FROM information_schema.columns
       WHERE table_name = 'dataset_version' AND column_name = 'counting_rules'`,
    );
    expect(found).toEqual([{ number: "2" }]);
  });
});

describe("a withholding", () => {
  const withholding = (columns: Columns, digest: string) =>
    errorOf(client, async () => {
      await rows.version(1);
      const withholding_id = await rows.insert("withholding", {
        published_in: 1,
        ordered_by: "A court",
        reason: "An order",
        places: 0,
        ...columns,
      });
      await rows.insert("withholding_digest", { withholding_id, digest });
    });
  const digest = "0123456789abcdef".repeat(4);

  test("counts its places, and keeps digests alone", async () => {
    expect(await withholding({}, digest)).toBeNull();
    expect(await withholding({ places: -1 }, digest)).toBe("withholding_places_not_negative");
    for (const wrong of ["", "A name", digest.slice(1), digest.toUpperCase(), `${digest}0`])
      expect(await withholding({}, wrong)).toBe("withholding_digest_is_sha256");
  });

  test("is one of its version", async () => {
    const twice = errorOf(client, async () => {
      await rows.version(1);
      const row = { published_in: 1, ordered_by: "A court", reason: "An order", places: 0 };
      await rows.insert("withholding", row);
      await rows.insert("withholding", row);
    });
    expect(await twice).toBe("withholding_published_in_key");
  });

  test("is of the version that the same transaction publishes, and so are its digests", async () => {
    expect(await withholding({ published_in: 987_654 }, digest)).toBe("record_append_only");
    const alone = () => rows.insert("withholding_digest", { withholding_id: 987_654, digest });
    expect(await errorOf(client, alone)).toBe("record_append_only");
  });
});

describe("the log", () => {
  const sha256 = "0123456789abcdef".repeat(4);
  const leaf = { leaf_index: 0, published_in: 1, kind: "actor", record_id: 1, revision: 1, sha256 };
  const root = Buffer.alloc(32).toString("base64");
  const checkpoint = { version: 1, origin: "example.org/log", size: 1, root };
  /** What refuses rows in the transaction that publishes version 1. */
  const refusing = (given: readonly (readonly [string, Record<string, unknown>])[]) =>
    errorOf(client, async () => {
      await rows.version(1);
      for (const [table, columns] of given) await rows.insert(table, columns);
    });
  const leafWith = (columns: Record<string, unknown>) =>
    refusing([["log_leaf", { ...leaf, ...columns }]]);

  test("holds digests, and salts of 16 bytes", async () => {
    expect(await leafWith({ salt: "ab".repeat(16) })).toBeNull();
    expect(await leafWith({ leaf_index: -1 })).toBe("log_leaf_counts_from_zero");
    expect(await leafWith({ sha256: "a text" })).toBe("log_leaf_is_sha256");
    expect(await leafWith({ salt: "ab" })).toBe("log_leaf_salt_of_16_bytes");
    const node = (columns: Record<string, unknown>) =>
      refusing([["log_node", { level: 1, node_index: 0, hash: Buffer.alloc(32), ...columns }]]);
    expect(await node({})).toBeNull();
    for (const wrong of [{ level: 0 }, { node_index: -1 }, { hash: Buffer.alloc(31) }])
      expect(await node(wrong)).toBe("log_node_is_sha256");
    const short = { ...checkpoint, root: Buffer.alloc(31).toString("base64") };
    const given = [["log_leaf", leaf] as const];
    expect(await refusing([...given, ["log_checkpoint", short]])).toBe(
      "log_checkpoint_root_is_sha256",
    );
  });

  test("has one leaf for a revision, of a version that there is", async () => {
    const twice = [leaf, { ...leaf, leaf_index: 1 }].map((row) => ["log_leaf", row] as const);
    expect(await refusing(twice)).toBe("log_leaf_kind_record_id_revision_key");
    expect(await leafWith({ published_in: 987_654 })).toBe("log_leaf_published_in_fkey");
    const none = errorOf(client, () => rows.insert("log_checkpoint", { ...checkpoint, size: 0 }));
    expect(await none).toBe("log_checkpoint_version_fkey");
  });

  test("is only added to behind its last leaf, and a version is closed by its checkpoint", async () => {
    const next = { ...leaf, leaf_index: 1, revision: 2 };
    const closed = [["log_leaf", leaf] as const, ["log_checkpoint", checkpoint] as const];
    expect(await refusing(closed)).toBeNull();
    expect(await leafWith({ leaf_index: 1 })).toBe("record_append_only");
    expect(await refusing([...closed, ["log_leaf", next]])).toBe("record_append_only");
    for (const wrong of [{ version: 2 }, { size: 0 }, { size: 2 }])
      expect(
        await refusing([
          ["log_leaf", leaf],
          ["log_checkpoint", { ...checkpoint, ...wrong }],
        ]),
      ).toBe("record_append_only");
  });
});

describe("values that no column takes", () => {
  test.each([
    ["an unknown precision", "incident_revision", { precision: "hour" }],
    ["an unknown kind of actor", "actor_revision", { kind: "company" }],
    ["an unknown qualifier", "figure_revision", { qualifier: "roughly" }],
  ] as const)("%s", async (_, table, columns) => {
    expect(await errorOfRow(table, columns)).toBe("22P02");
  });

  test.each([
    ["an unknown confidence", "attribution", { confidence: "certain" }],
    ["an unknown role", "address", { role: "bystander" }],
    ["a transaction's unknown role", "incident_transaction", { role: "attacker" }],
    ["a source's unknown kind", "incident_source", { kind: "hearsay" }],
    ["an actor's source's unknown kind", "actor_source", { kind: "hearsay" }],
    ["a family's unknown kind", "coverage_family", { kind: "hearsay" }],
  ] as const)("%s", async (_, table, columns) => {
    expect(await errorOfPart(table, columns)).toBe("22P02");
  });

  test.each([["1e18"], ["Infinity"], ["-Infinity"]])("%s dollars", async (loss_usd) => {
    expect(await errorOfRow("incident_revision", { loss_usd })).toBe("22003");
  });
});

interface Pair {
  table: VersionedTable;
  /** Two rows of which the second is refused. */
  clash: (rows: Rows) => Promise<unknown>;
  /** Rows that look alike and may stand. */
  fine: (rows: Rows) => Promise<unknown>;
}

/** Closes what version 1 published, from within version 2. */
async function supersede(table: VersionedTable): Promise<void> {
  await rows.version(2);
  await client.query(`UPDATE ${table} SET superseded_in = 2`);
}

/** Of an incident's statements of one sort, it follows one. */
function onePreferred(table: "loss_estimate" | "return_estimate" | "date_statement"): Pair {
  return {
    table: "incident_revision",
    clash: async (rows) => {
      const revision_id = await rows.versioned("incident_revision");
      await rows.part(table, { revision_id, preferred: true });
      await rows.part(table, { revision_id, preferred: true });
    },
    fine: async (rows) => {
      const revision_id = await rows.versioned("incident_revision");
      await rows.part(table, { revision_id, preferred: true });
      await rows.part(table, { revision_id, preferred: false });
      await rows.part(table, { revision_id, preferred: false });
    },
  };
}

const UNIQUE: Record<string, Pair> = {
  incident_revision_incident_id_revision_key: {
    table: "incident_revision",
    clash: async (rows) => {
      const incident_id = await rows.identity("incident");
      await rows.versioned("incident_revision", { incident_id });
      await supersede("incident_revision");
      await rows.versioned("incident_revision", { incident_id, revision: 1, published_in: 2 });
    },
    fine: async (rows) => {
      const incident_id = await rows.identity("incident");
      await rows.versioned("incident_revision", { incident_id });
      await supersede("incident_revision");
      await rows.versioned("incident_revision", { incident_id, revision: 2, published_in: 2 });
    },
  },
  incident_one_current_revision: {
    table: "incident_revision",
    clash: async (rows) => {
      const incident_id = await rows.identity("incident");
      await rows.versioned("incident_revision", { incident_id });
      await rows.versioned("incident_revision", { incident_id, revision: 2, slug: "other" });
    },
    fine: async (rows) => {
      await rows.versioned("incident_revision", { slug: "one" });
      await rows.versioned("incident_revision", { slug: "other" });
    },
  },
  incident_current_slug: {
    table: "incident_revision",
    clash: async (rows) => {
      await rows.versioned("incident_revision");
      await rows.versioned("incident_revision");
    },
    fine: async (rows) => {
      await rows.versioned("incident_revision");
      await supersede("incident_revision");
      await rows.versioned("incident_revision", { published_in: 2 });
    },
  },
  actor_revision_actor_id_revision_key: {
    table: "actor_revision",
    clash: async (rows) => {
      const actor_id = await rows.identity("actor");
      await rows.versioned("actor_revision", { actor_id });
      await supersede("actor_revision");
      await rows.versioned("actor_revision", { actor_id, published_in: 2 });
    },
    fine: async (rows) => {
      const actor_id = await rows.identity("actor");
      await rows.versioned("actor_revision", { actor_id });
      await supersede("actor_revision");
      await rows.versioned("actor_revision", { actor_id, revision: 2, published_in: 2 });
    },
  },
  actor_one_current_revision: {
    table: "actor_revision",
    clash: async (rows) => {
      const actor_id = await rows.identity("actor");
      await rows.versioned("actor_revision", { actor_id });
      await rows.versioned("actor_revision", { actor_id, revision: 2, slug: "other" });
    },
    fine: async (rows) => {
      await rows.versioned("actor_revision", { slug: "one" });
      await rows.versioned("actor_revision", { slug: "other" });
    },
  },
  actor_current_slug: {
    table: "actor_revision",
    clash: async (rows) => {
      await rows.versioned("actor_revision");
      await rows.versioned("actor_revision");
    },
    fine: async (rows) => {
      await rows.versioned("actor_revision");
      await supersede("actor_revision");
      await rows.versioned("actor_revision", { published_in: 2 });
    },
  },
  figure_revision_figure_id_revision_key: {
    table: "figure_revision",
    clash: async (rows) => {
      const figure_id = await rows.identity("figure");
      await rows.versioned("figure_revision", { figure_id });
      await supersede("figure_revision");
      await rows.versioned("figure_revision", { figure_id, published_in: 2 });
    },
    fine: async (rows) => {
      await rows.versioned("figure_revision");
      await rows.versioned("figure_revision");
    },
  },
  figure_one_current_revision: {
    table: "figure_revision",
    clash: async (rows) => {
      const figure_id = await rows.identity("figure");
      await rows.versioned("figure_revision", { figure_id });
      await rows.versioned("figure_revision", { figure_id, revision: 2 });
    },
    fine: async (rows) => {
      const figure_id = await rows.identity("figure");
      await rows.versioned("figure_revision", { figure_id });
      await supersede("figure_revision");
      await rows.versioned("figure_revision", { figure_id, revision: 2, published_in: 2 });
    },
  },
  known_address_current_key: {
    table: "known_address",
    clash: async (rows) => {
      await rows.versioned("known_address");
      await rows.versioned("known_address", { address: "0X1" });
    },
    fine: async (rows) => {
      await rows.versioned("known_address");
      // One address on two chains may be two contracts.
      await rows.versioned("known_address", { chain: "polygon" });
      await supersede("known_address");
      await rows.versioned("known_address", { published_in: 2 });
    },
  },
  known_address_service_id_revision_key: {
    table: "known_address",
    clash: async (rows) => {
      const service_id = await rows.identity("service");
      await rows.versioned("known_address", { service_id });
      await supersede("known_address");
      await rows.versioned("known_address", { service_id, published_in: 2 });
    },
    fine: async (rows) => {
      const service_id = await rows.identity("service");
      await rows.versioned("known_address", { service_id });
      await supersede("known_address");
      await rows.versioned("known_address", { service_id, revision: 2, published_in: 2 });
    },
  },
  service_one_current_revision: {
    table: "known_address",
    clash: async (rows) => {
      const service_id = await rows.identity("service");
      await rows.versioned("known_address", { service_id });
      await rows.versioned("known_address", { service_id, revision: 2, match_key: "evm:0x9" });
    },
    fine: async (rows) => {
      await rows.versioned("known_address");
      await rows.versioned("known_address", { match_key: "evm:0x9" });
    },
  },
  target_revision_target_id_revision_key: {
    table: "target_revision",
    clash: async (rows) => {
      const target_id = await rows.identity("target");
      await rows.versioned("target_revision", { target_id });
      await supersede("target_revision");
      await rows.versioned("target_revision", { target_id, published_in: 2 });
    },
    fine: async (rows) => {
      const target_id = await rows.identity("target");
      await rows.versioned("target_revision", { target_id });
      await supersede("target_revision");
      await rows.versioned("target_revision", { target_id, revision: 2, published_in: 2 });
    },
  },
  target_one_current_revision: {
    table: "target_revision",
    clash: async (rows) => {
      const target_id = await rows.identity("target");
      await rows.versioned("target_revision", { target_id });
      await rows.versioned("target_revision", { target_id, revision: 2, slug: "other" });
    },
    fine: async (rows) => {
      await rows.versioned("target_revision", { slug: "one" });
      await rows.versioned("target_revision", { slug: "other" });
    },
  },
  target_current_slug: {
    table: "target_revision",
    clash: async (rows) => {
      await rows.versioned("target_revision");
      await rows.versioned("target_revision");
    },
    fine: async (rows) => {
      await rows.versioned("target_revision");
      await supersede("target_revision");
      await rows.versioned("target_revision", { published_in: 2 });
    },
  },
  coverage_revision_revision_key: {
    table: "coverage_revision",
    clash: async (rows) => {
      await rows.versioned("coverage_revision");
      await supersede("coverage_revision");
      await rows.versioned("coverage_revision", { published_in: 2 });
    },
    fine: async (rows) => {
      await rows.versioned("coverage_revision");
      await supersede("coverage_revision");
      await rows.versioned("coverage_revision", { revision: 2, published_in: 2 });
    },
  },
  coverage_one_current_revision: {
    table: "coverage_revision",
    clash: async (rows) => {
      await rows.versioned("coverage_revision");
      await rows.versioned("coverage_revision", { revision: 2 });
    },
    fine: async (rows) => {
      await rows.versioned("coverage_revision");
      await supersede("coverage_revision");
      await rows.versioned("coverage_revision", { revision: 2, published_in: 2 });
    },
  },
  publisher_fact_one_current_revision: {
    table: "publisher_fact",
    clash: async (rows) => {
      await rows.versioned("publisher_fact");
      await rows.versioned("publisher_fact", { revision: 2 });
    },
    fine: async (rows) => {
      await rows.versioned("publisher_fact");
      await rows.versioned("publisher_fact", { kind: "vintage" });
      await supersede("publisher_fact");
    },
  },
  return_estimate_one_preferred: onePreferred("return_estimate"),
  date_statement_one_preferred: onePreferred("date_statement"),
  loss_estimate_one_preferred: onePreferred("loss_estimate"),
};

describe.each(Object.entries(UNIQUE))("%s", (index, { clash, fine }) => {
  const following = (write: Pair["clash"]) => async () => {
    await rows.version(1);
    await write(rows);
  };
  test("refuses a second row", async () => {
    expect(await errorOf(client, following(clash))).toBe(index);
  });
  test("lets rows through that only look alike", async () => {
    expect(await errorOf(client, following(fine))).toBeNull();
  });
});

/** Every foreign key: the table, the column, and the constraint's name. */
const FOREIGN_KEYS: [VersionedTable | PartTable, string][] = [
  ["incident_revision", "incident_id"],
  ["incident_revision", "merged_into_id"],
  ["incident_revision", "published_in"],
  ["incident_revision", "superseded_in"],
  ["loss_estimate", "revision_id"],
  ["attribution", "revision_id"],
  ["attribution", "actor_id"],
  ["asset", "revision_id"],
  ["address", "revision_id"],
  ["incident_source", "revision_id"],
  ["actor_revision", "actor_id"],
  ["actor_revision", "parent_id"],
  ["actor_revision", "merged_into_id"],
  ["actor_revision", "published_in"],
  ["actor_revision", "superseded_in"],
  ["actor_source", "revision_id"],
  ["figure_revision", "figure_id"],
  ["figure_revision", "actor_id"],
  ["figure_revision", "merged_into_id"],
  ["figure_revision", "published_in"],
  ["figure_revision", "superseded_in"],
  ["incident_revision", "target_id"],
  ["return_estimate", "revision_id"],
  ["date_statement", "revision_id"],
  ["incident_transaction", "revision_id"],
  ["incident_identifier", "revision_id"],
  ["actor_identifier", "revision_id"],
  ["target_revision", "target_id"],
  ["target_revision", "successor_id"],
  ["target_revision", "merged_into_id"],
  ["target_revision", "published_in"],
  ["target_revision", "superseded_in"],
  ["target_identifier", "revision_id"],
  ["coverage_revision", "published_in"],
  ["coverage_revision", "superseded_in"],
  ["coverage_family", "revision_id"],
  ["coverage_gap", "revision_id"],
  ["publisher_fact", "published_in"],
  ["publisher_fact", "superseded_in"],
  ["known_address", "service_id"],
  ["known_address", "published_in"],
  ["known_address", "superseded_in"],
];

test.each(FOREIGN_KEYS)("%s.%s names something that exists", async (table, column) => {
  const nobody = { [column]: 987_654 };
  const errorFor =
    table.endsWith("_revision") || table === "known_address" || table === "publisher_fact"
      ? await errorOfRow(table as VersionedTable, nobody)
      : await errorOfPart(table as PartTable, nobody);
  expect(errorFor).toBe(`${table}_${column}_fkey`);
});

test("no constraint of the record goes without a test here", async () => {
  const { rows: found } = await client.query<{ name: string }>(`
    SELECT conname AS name FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND contype IN ('c', 'f', 'x')
    UNION
    SELECT i.relname FROM pg_index x
    JOIN pg_class i ON i.oid = x.indexrelid JOIN pg_class t ON t.oid = x.indrelid
    WHERE i.relnamespace = 'public'::regnamespace AND x.indisunique AND NOT x.indisprimary
      AND t.relname <> '_prisma_migrations'`);
  const tested = [
    ...Object.keys(CHECKS),
    "dataset_version_reviewed_was_entered",
    "dataset_version_counting_rules",
    "withholding_places_not_negative",
    "withholding_published_in_key",
    "withholding_digest_is_sha256",
    // Their rows are refused by their triggers before these are asked: see "a withholding".
    "withholding_published_in_fkey",
    "withholding_digest_withholding_id_fkey",
    "log_leaf_counts_from_zero",
    "log_leaf_is_sha256",
    "log_leaf_salt_of_16_bytes",
    "log_leaf_kind_record_id_revision_key",
    "log_leaf_published_in_fkey",
    "log_node_is_sha256",
    "log_checkpoint_root_is_sha256",
    "log_checkpoint_version_fkey",
    ...Object.keys(PART_CHECKS),
    ...Object.keys(UNIQUE),
    ...FOREIGN_KEYS.map(([table, column]) => `${table}_${column}_fkey`),
  ];
  expect(found.map(({ name }) => name).sort()).toEqual(tested.sort());
});
