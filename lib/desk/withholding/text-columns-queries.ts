import type { Queryable } from "@/lib/db/client";

/** A column that may hold what somebody wrote. */
export interface TextColumn {
  schema: string;
  table: string;
  column: string;
  /** `slug` and `url` are texts too, in which a name is written otherwise. */
  kind: "text" | "texts" | "json" | "slug" | "url";
}

/**
 * Tables that hold nothing of the record: who may sign in, and what the program keeps for itself; the rows of the
 * search, which are made anew from what is left; and the log, which loses the salts of what held a text.
 */
const LEFT_ALONE =
  /^(?:_prisma_migrations|withholding|withholding_digest|person|person_.*|attempt_count|one_time_link|api_key|feed_link|exchange_rate|watch|mention|mail_choice|feed_subscription|hub_request|webhook|search_entry|search_term|version_contents|log_leaf|log_node|log_checkpoint)$/;
/** Of addresses, hashes and the keys made from them no letter may change, or they are others. */
const NO_WORDS =
  /^(?:match_key|hash|address|chain|token_hash|message_id|news_key|by_id|.*_id|scheme|category|technique|target_kind|symbol|basis|status|state|worklist)$/;
const URLS = /^(?:url|archived_url|moved_url|source|status_source|website)$/;

/**
 * Every column of the record and the desk that may hold what somebody wrote, as the database itself lists them, so
 * that one that comes later is among them.
 */
export async function textColumns(db: Queryable): Promise<TextColumn[]> {
  const rows = await db.$queryRaw<
    { schema: string; table: string; column: string; type: string; element: string }[]
  >`
    SELECT c.table_schema AS schema, c.table_name AS table, c.column_name AS column, c.data_type AS type,
      c.udt_name AS element
    FROM information_schema.columns c
    JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema IN ('public', 'desk') AND t.table_type = 'BASE TABLE' AND c.is_generated = 'NEVER'
      AND (c.data_type IN ('text', 'character varying', 'jsonb') OR c.udt_name = '_text')
    ORDER BY 1, 2, 3`;
  return rows.flatMap(({ schema, table, column, type, element }): TextColumn[] => {
    if (LEFT_ALONE.test(table) || NO_WORDS.test(column)) return [];
    const at = { schema, table, column };
    if (type === "jsonb") return [{ ...at, kind: "json" }];
    if (element === "_text") return [{ ...at, kind: "texts" }];
    if (column === "slug") return [{ ...at, kind: "slug" }];
    return [{ ...at, kind: URLS.test(column) ? "url" : "text" }];
  });
}
