import type pg from "pg";
import type { SequenceState } from "@/lib/db/backup/backup-form";

/** A table of the record or of the desk. */
export interface CataloguedTable {
  /** Quoted, with its schema. */
  name: string;
  /** Those that go along, in the order in which they were added, with their types. */
  columns: { name: string; type: string }[];
  /** What follows ORDER BY: its key, text by bytes, so that every server has the same order. */
  order: string;
}

/** What the program's tables are in. */
const SCHEMAS = "('public', 'desk')";

/**
 * The tables of a database, by name. The history of migrations is none of them: it is written anew with each
 * migration. Columns that the database computes are left out, and so are those that hold the number of a transaction
 * (`xid8`): it is a server's own, and on another one it would be that of a stranger.
 */
export async function tablesIn(client: pg.ClientBase): Promise<CataloguedTable[]> {
  const { rows } = await client.query<CataloguedTable>(`
    SELECT format('"%s"."%s"', replace(nspname, '"', '""'), replace(relname, '"', '""')) AS name,
      (SELECT jsonb_agg(jsonb_build_object('name', attname, 'type', format_type(atttypid, atttypmod)) ORDER BY attnum)
        FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped
          AND attgenerated = '' AND atttypid <> 'xid8'::regtype) AS columns,
      coalesce(
        (SELECT string_agg(quote_ident(attname) || CASE WHEN attcollation = 0 THEN '' ELSE ' COLLATE "C"' END, ', ' ORDER BY place)
          FROM pg_index CROSS JOIN LATERAL unnest(indkey) WITH ORDINALITY AS key(number, place)
          JOIN pg_attribute a ON a.attrelid = c.oid AND attnum = number
          WHERE indrelid = c.oid AND indisprimary),
        (SELECT string_agg(quote_ident(attname) || '::text COLLATE "C"', ', ' ORDER BY attnum)
          FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped)
      ) AS "order"
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relkind = 'r' AND nspname IN ${SCHEMAS} AND relname <> '_prisma_migrations'
      AND NOT EXISTS (SELECT FROM pg_depend WHERE classid = 'pg_class'::regclass AND objid = c.oid AND deptype = 'e')
    ORDER BY nspname COLLATE "C", relname COLLATE "C"`);
  return rows;
}

/** What each sequence stands at, by name. */
export async function sequencesIn(client: pg.ClientBase): Promise<SequenceState[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT format('"%s"."%s"', replace(nspname, '"', '""'), replace(relname, '"', '""')) AS name
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE relkind = 'S' AND nspname IN ${SCHEMAS}
    ORDER BY nspname COLLATE "C", relname COLLATE "C"`);
  const states: SequenceState[] = [];
  for (const { name } of rows) {
    const state = await client.query<Omit<SequenceState, "name">>(
      `SELECT last_value::text AS value, is_called AS "isCalled" FROM ${name}`,
    );
    if (state.rows[0] !== undefined) states.push({ name, ...state.rows[0] });
  }
  return states;
}

/** The foreign keys, with what makes each anew. */
export async function foreignKeysIn(
  client: pg.ClientBase,
): Promise<{ table: string; name: string; definition: string }[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(`
    SELECT conrelid::regclass::text AS "table", quote_ident(conname) AS name, pg_get_constraintdef(oid) AS definition
    FROM pg_constraint
    WHERE contype = 'f' AND connamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ${SCHEMAS})
    ORDER BY conrelid, conname`);
  return rows;
}

/** Which triggers of the tables do not fire; none, in a database that nobody has tampered with. */
export async function silencedTriggersIn(client: pg.ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(`
    SELECT format('%s on %s', tgname, tgrelid::regclass) AS name
    FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid JOIN pg_namespace n ON n.oid = relnamespace
    WHERE nspname IN ${SCHEMAS} AND tgenabled <> 'O' ORDER BY 1`);
  return rows.map(({ name }) => name);
}

/** How many rows each table has. */
export async function countRows(
  client: pg.ClientBase,
  tables: readonly CataloguedTable[],
): Promise<{ name: string; rows: number }[]> {
  const counts: { name: string; rows: number }[] = [];
  for (const { name } of tables) {
    const { rows } = await client.query<{ count: string }>(`SELECT count(*) FROM ${name}`);
    counts.push({ name, rows: Number(rows[0]?.count) });
  }
  return counts;
}
