import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { connectTo, errorOf } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";

const REFUSED = "desk_history_append_only";
/** Which tables keep every row for good, and which of them never change one either. */
const KEPT = [
  "proposal",
  "proposal_event",
  "set_aside",
  "suggestion",
  "import_batch",
  "import_event",
  "audit_entry",
  "person",
  "withholding_request",
  "proposal_round",
  "field_comment",
  "field_comment_entry",
];
const UNCHANGED = [
  "proposal_event",
  "import_event",
  "audit_entry",
  "proposal_round",
  "field_comment_entry",
];

let client: pg.Client;
beforeAll(async () => {
  const { url } = await testDatabase();
  client = await connectTo(url);
  await client.query(`
    SET search_path = desk;
    INSERT INTO person (id, email, name) VALUES ('p', 'p@example.org', 'P'), ('q', 'q@example.org', 'Q');
    INSERT INTO import_batch (by_id, file_name, text) VALUES ('p', 'a.csv', 'a');
    INSERT INTO suggestion (token_hash, kind, content) VALUES ('s', 'incident', '{}'), ('t', 'incident', '{}');
    INSERT INTO proposal (kind, content, author_id, suggestion_id) VALUES ('incident', '{}', 'p', 1);
    INSERT INTO proposal (kind, content, author_id, state, published_in) VALUES ('incident', '{}', 'p', 'published', 1);
    INSERT INTO proposal_event (proposal_id, kind, by_id) VALUES (1, 'created', 'p');
    INSERT INTO proposal_event (proposal_id, kind, by_id) VALUES (1, 'submitted', 'p');
    INSERT INTO proposal_round (proposal_id, event_id, content) VALUES (1, 1, '{}');
    INSERT INTO field_comment (proposal_id, path, label, by_id, text) VALUES (1, 'name', 'Name', 'p', 'Why?');
    INSERT INTO field_comment_entry (comment_id, kind, by_id, text) VALUES (1, 'answered', 'q', 'So.');
    INSERT INTO import_event (import_id, kind, by_id) VALUES (1, 'claimed', 'p');
    INSERT INTO set_aside (proposal_id, tab, by_id, content, follows) VALUES (1, 'tab', 'p', '{}', 0);
    INSERT INTO audit_entry (person_id, action, subject) VALUES ('p', 'proposal.write', 'proposal 1');
    INSERT INTO withholding_request (by_id, texts, ordered_by, reason) VALUES ('p', '{A name}', 'A court', 'An order');
    INSERT INTO one_time_link (purpose, role, token_hash, expires_at) VALUES ('invitation', 'editor', 'l', now());
    INSERT INTO api_key (name, person_id, scopes, prefix, key_hash, created_by_id) VALUES ('K', 'p', '{draft}', 'll_a', 'k', 'q');
    INSERT INTO webhook (name, url, secret, sends, person_id, created_by_id) VALUES ('W', 'https://a.example', 's', 'watched', 'p', 'q');
    INSERT INTO webhook_delivery (webhook_id, message_id, news_key, body) VALUES (1, 'm', 'k', '{}');
    INSERT INTO person_session (id, token, person_id, expires_at) VALUES ('s', 'secret', 'p', now());
  `);
});

const errorFor = (statement: string) => errorOf(client, () => client.query(statement));

describe("what the desk keeps for good", () => {
  test.each(KEPT)("%s refuses to delete and to empty", async (table) => {
    expect(await errorFor(`DELETE FROM ${table}`)).toBe(REFUSED);
    expect(await errorFor(`DELETE FROM ${table} WHERE false`)).toBe(REFUSED);
    expect(await errorFor(`TRUNCATE ${table} CASCADE`)).toBe(REFUSED);
  });

  test.each(UNCHANGED)("%s refuses every change", async (table) => {
    expect(await errorFor(`UPDATE ${table} SET id = id`)).toBe(REFUSED);
  });

  test("a published proposal refuses every change, others do not", async () => {
    const { rows } = await client.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns
       WHERE table_schema = 'desk' AND table_name = 'proposal'`,
    );
    expect(rows.length).toBeGreaterThan(15);
    for (const { name } of rows) {
      const statement = `UPDATE proposal SET ${name} = ${name}`;
      expect([name, await errorFor(`${statement} WHERE id = 2`)]).toEqual([name, REFUSED]);
      expect([name, await errorFor(`${statement} WHERE id = 1`)]).toEqual([name, null]);
    }
  });
});

/** Each check, unique index and key of the desk, with a statement that only it refuses and one that it lets through. */
const RULES: Record<string, [refused: string, accepted: string]> = {
  proposal_revises_a_revision: [
    "UPDATE proposal SET record_id = 1 WHERE id = 1",
    "UPDATE proposal SET record_id = 1, base_revision = 1 WHERE id = 1",
  ],
  proposal_published_in_a_version: [
    "UPDATE proposal SET state = 'published' WHERE id = 1",
    "UPDATE proposal SET state = 'published', published_in = 2 WHERE id = 1",
  ],
  one_time_link_says_for_what: [
    "UPDATE one_time_link SET role = NULL",
    "UPDATE one_time_link SET role = NULL, purpose = 'password', person_id = 'p'",
  ],
  person_email_key: [
    "UPDATE person SET email = 'q@example.org' WHERE id = 'p'",
    "UPDATE person SET email = 'r@example.org' WHERE id = 'p'",
  ],
  person_session_token_key: [
    "INSERT INTO person_session (id, token, person_id, expires_at) VALUES ('t', 'secret', 'q', now())",
    "INSERT INTO person_session (id, token, person_id, expires_at) VALUES ('t', 'other', 'q', now())",
  ],
  one_time_link_token_hash_key: [
    "INSERT INTO one_time_link (purpose, role, token_hash, expires_at) VALUES ('invitation', 'admin', 'l', now())",
    "INSERT INTO one_time_link (purpose, role, token_hash, expires_at) VALUES ('invitation', 'admin', 'm', now())",
  ],
  api_key_key_hash_key: [
    "INSERT INTO api_key (name, person_id, scopes, prefix, key_hash, created_by_id) VALUES ('L', 'p', '{draft}', 'll_b', 'k', 'q')",
    "INSERT INTO api_key (name, person_id, scopes, prefix, key_hash, created_by_id) VALUES ('L', 'p', '{draft}', 'll_b', 'm', 'q')",
  ],
  api_key_has_scopes: [
    "UPDATE api_key SET scopes = '{draft,delete}'",
    "UPDATE api_key SET scopes = '{draft,publish}'",
  ],
  api_key_revoked_by_somebody: [
    "UPDATE api_key SET revoked_at = now()",
    "UPDATE api_key SET revoked_at = now(), revoked_by_id = 'q'",
  ],
  table_mapping_source_name_header_key_key: [
    "INSERT INTO table_mapping (source_name, header_key, mapping, by_id) VALUES ('a', 'h', '{}', 'p'), ('a', 'h', '{}', 'q')",
    "INSERT INTO table_mapping (source_name, header_key, mapping, by_id) VALUES ('a', 'h', '{}', 'p'), ('a', 'i', '{}', 'p')",
  ],
  feed_link_token_hash_key: [
    "INSERT INTO feed_link (person_id, token_hash) VALUES ('p', 'f'), ('q', 'f')",
    "INSERT INTO feed_link (person_id, token_hash) VALUES ('p', 'f'), ('q', 'g')",
  ],
  watch_person_id_kind_record_id_key: [
    "INSERT INTO watch (person_id, kind, record_id) VALUES ('p', 'actor', 1), ('p', 'actor', 1)",
    "INSERT INTO watch (person_id, kind, record_id) VALUES ('p', 'actor', 1), ('q', 'actor', 1)",
  ],
  watch_person_id_host_key: [
    "INSERT INTO watch (person_id, host) VALUES ('p', 'a.example'), ('p', 'a.example')",
    "INSERT INTO watch (person_id, host) VALUES ('p', 'a.example'), ('q', 'a.example')",
  ],
  watch_of_record_or_host: [
    "INSERT INTO watch (person_id, kind, record_id, host) VALUES ('p', 'actor', 2, 'a.example')",
    "INSERT INTO watch (person_id, kind, record_id) VALUES ('p', 'actor', 2)",
  ],
  feed_subscription_topic_callback_key: [
    "INSERT INTO feed_subscription (topic, callback, expires_at, told_version) VALUES ('t', 'c', now(), 1), ('t', 'c', now(), 2)",
    "INSERT INTO feed_subscription (topic, callback, expires_at, told_version) VALUES ('t', 'c', now(), 1), ('t', 'd', now(), 1)",
  ],
  webhook_sends_something: [
    "UPDATE webhook SET sends = 'everything'",
    "UPDATE webhook SET sends = 'publications'",
  ],
  webhook_off_for_a_reason: [
    "UPDATE webhook SET off_at = now()",
    "UPDATE webhook SET off_at = now(), off_reason = 'Gone'",
  ],
  webhook_delivery_message_id_key: [
    "INSERT INTO webhook_delivery (webhook_id, message_id, news_key, body) VALUES (1, 'm', 'l', '{}')",
    "INSERT INTO webhook_delivery (webhook_id, message_id, news_key, body) VALUES (1, 'n', 'l', '{}')",
  ],
  webhook_delivery_webhook_id_news_key_key: [
    "INSERT INTO webhook_delivery (webhook_id, message_id, news_key, body) VALUES (1, 'o', 'k', '{}')",
    "INSERT INTO webhook_delivery (webhook_id, message_id, news_key, body) VALUES (1, 'o', 'o', '{}')",
  ],
  mail_choice_after_minutes: [
    "INSERT INTO mail_choice (person_id, minutes) VALUES ('p', 0)",
    "INSERT INTO mail_choice (person_id, minutes) VALUES ('p', 15)",
  ],
  mention_event_id_fkey: [
    "INSERT INTO mention (event_id, person_id) VALUES (987, 'p')",
    "INSERT INTO mention (event_id, person_id) VALUES (1, 'p')",
  ],
  suggestion_token_hash_key: [
    "UPDATE suggestion SET token_hash = 't' WHERE id = 1",
    "UPDATE suggestion SET token_hash = 'u' WHERE id = 1",
  ],
  proposal_suggestion_id_key: [
    "INSERT INTO proposal (kind, content, suggestion_id) VALUES ('incident', '{}', 1)",
    "INSERT INTO proposal (kind, content, suggestion_id) VALUES ('incident', '{}', 2)",
  ],
  set_aside_proposal_id_tab_key: [
    "INSERT INTO set_aside (proposal_id, tab, by_id, content, follows) VALUES (1, 'tab', 'q', '{}', 0)",
    "INSERT INTO set_aside (proposal_id, tab, by_id, content, follows) VALUES (1, 'bat', 'q', '{}', 0)",
  ],
  proposal_round_event_id_key: [
    "INSERT INTO proposal_round (proposal_id, event_id, content) VALUES (1, 1, '{}')",
    "INSERT INTO proposal_round (proposal_id, event_id, content) VALUES (1, 2, '{}')",
  ],
  field_comment_settled_by_somebody: [
    "UPDATE field_comment SET state = 'resolved', settled_at = now()",
    "UPDATE field_comment SET state = 'resolved', settled_at = now(), settled_by_id = 'q'",
  ],
  field_comment_suggests_what_is_taken: [
    "UPDATE field_comment SET state = 'taken', settled_at = now(), settled_by_id = 'p'",
    "UPDATE field_comment SET state = 'taken', settled_at = now(), settled_by_id = 'p', suggested = 'X'",
  ],
  field_comment_suggests_one_thing: [
    `UPDATE field_comment SET suggested = 'X', row_change = '{"is":"add"}'`,
    `UPDATE field_comment SET state = 'taken', settled_at = now(), settled_by_id = 'p', row_change = '{"is":"add"}'`,
  ],
  import_batch_submitted_at_a_time: [
    "UPDATE import_batch SET state = 'submitted'",
    "UPDATE import_batch SET state = 'submitted', submitted_at = now()",
  ],
  withholding_request_keeps_no_texts: [
    "UPDATE withholding_request SET decided_at = now(), decided_by_id = 'q'",
    "UPDATE withholding_request SET decided_at = now(), decided_by_id = 'q', texts = '{}'",
  ],
  withholding_request_by_two: [
    "UPDATE withholding_request SET decided_at = now(), texts = '{}', published_in = 2, decided_by_id = 'p'",
    "UPDATE withholding_request SET decided_at = now(), texts = '{}', published_in = 2, decided_by_id = 'q'",
  ],
  ...Object.fromEntries(
    [
      ["withholding_request", "by_id", "person"],
      ["withholding_request", "decided_by_id", "person"],
      ["proposal", "author_id", "person"],
      ["proposal", "reviewer_id", "person"],
      ["proposal", "suggestion_id", "suggestion"],
      ["proposal", "import_id", "import_batch"],
      ["field_comment", "by_id", "person"],
      ["field_comment", "proposal_id", "proposal"],
      ["field_comment", "settled_by_id", "person"],
      ["set_aside", "by_id", "person"],
      ["set_aside", "proposal_id", "proposal"],
      ["suggestion", "answerer_id", "person"],
      ["import_batch", "by_id", "person"],
      ["import_batch", "publisher_id", "person"],
      ["import_batch", "reviewer_id", "person"],
      ["one_time_link", "person_id", "person"],
      ["one_time_link", "made_by_id", "person"],
      ["api_key", "person_id", "person"],
      ["api_key", "created_by_id", "person"],
      ["api_key", "revoked_by_id", "person"],
      ["webhook", "person_id", "person"],
      ["webhook", "created_by_id", "person"],
      ["webhook_delivery", "webhook_id", "webhook"],
      ["person_session", "person_id", "person"],
    ].map(([table, column, names]) => {
      const set = (value: string) =>
        `UPDATE ${table} SET ${column} = ${value}${table === "proposal" ? " WHERE id = 1" : ""}${
          column === "person_id" && table === "one_time_link"
            ? ", role = NULL, purpose = 'password'"
            : column === "revoked_by_id"
              ? ", revoked_at = now()"
              : column === "settled_by_id"
                ? ", state = 'resolved', settled_at = now()"
                : ""
        }`;
      return [
        `${table}_${column}_fkey`,
        [set(names === "person" ? "'nobody'" : "987"), set(`(SELECT max(id) FROM ${names})`)],
      ];
    }),
  ),
  ...Object.fromEntries(
    [
      ["proposal_event", "proposal_id", "kind", "'commented'"],
      ["proposal_event", "by_id", "proposal_id, kind", "1, 'commented'"],
      ["proposal_round", "proposal_id", "event_id, content", "2, '{}'"],
      ["proposal_round", "event_id", "proposal_id, content", "1, '{}'"],
      ["field_comment_entry", "comment_id", "kind, by_id", "'answered', 'p'"],
      ["field_comment_entry", "by_id", "comment_id, kind", "1, 'answered'"],
      ["import_event", "import_id", "kind, by_id", "'commented', 'p'"],
      ["import_event", "by_id", "import_id, kind", "1, 'commented'"],
      ["table_mapping", "by_id", "source_name, header_key, mapping", "'a', 'h', '{}'"],
      ["feed_link", "person_id", "token_hash", "'f'"],
      ["watch", "person_id", "host", "'a.example'"],
      ["mail_choice", "person_id", "minutes", "60"],
      ["mention", "person_id", "event_id", "1"],
      ["audit_entry", "person_id", "action, subject", "'a', 'b'"],
      [
        "worklist_claim",
        "by_id",
        "kind, record_id, worklist, expires_at",
        "'incident', 1, 'one-source', now()",
      ],
      ["person_account", "person_id", "id, account_id, provider_id", "'a', 'a', 'credential'"],
      ["person_two_factor", "person_id", "id, secret, backup_codes", "'a', 'a', 'a'"],
      [
        "person_passkey",
        "person_id",
        "id, public_key, credential_id, counter, device_type, backed_up",
        "'a', 'a', 'a', 0, 'a', false",
      ],
    ].map(([table, column, others, values]) => {
      const number = column !== "by_id" && column !== "person_id";
      const insert = (value: string) =>
        `INSERT INTO ${table} (${column}, ${others}${table === "person_account" ? ", updated_at" : ""}) VALUES (${value}, ${values}${table === "person_account" ? ", now()" : ""})`;
      return [
        `${table}_${column}_fkey`,
        [
          insert(number ? "987" : "'nobody'"),
          insert(column === "event_id" ? "2" : number ? "1" : "'p'"),
        ],
      ];
    }),
  ),
};

test.each(Object.entries(RULES))("%s", async (rule, [refused, accepted]) => {
  expect(await errorFor(refused)).toBe(rule);
  expect(await errorFor(accepted)).toBeNull();
});

test("no rule of the desk's tables goes without a test here", async () => {
  const { rows: found } = await client.query<{ name: string }>(`
    SELECT conname AS name FROM pg_constraint
    WHERE connamespace = 'desk'::regnamespace AND contype IN ('c', 'f', 'x')
    UNION
    SELECT i.relname FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
    WHERE i.relnamespace = 'desk'::regnamespace AND x.indisunique AND NOT x.indisprimary`);
  expect(found.map(({ name }) => name).sort()).toEqual(Object.keys(RULES).sort());
  const { rows: guarded } = await client.query<{ name: string }>(`
    SELECT DISTINCT event_object_table AS name FROM information_schema.triggers
    WHERE trigger_schema = 'desk' AND event_manipulation = 'DELETE'`);
  expect(guarded.map(({ name }) => name).sort()).toEqual([...KEPT].sort());
});
