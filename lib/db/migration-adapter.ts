import { PrismaPg } from "@prisma/adapter-pg";
import {
  ColumnTypeEnum,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import type pg from "pg";

/**
 * Prisma's adapter with two things mended that the engine needs: it cut a script at each semicolon,
 * through the bodies of functions too, and it refused the type "char" of PostgreSQL's catalogues.
 */
export function adapterFactory(pool: pg.Pool): SqlMigrationAwareDriverAdapterFactory {
  const charColumns = markCharColumns(pool);
  const factory = new PrismaPg(pool);
  const connect = async () => {
    const adapter = await factory.connect();
    const { executeRaw, queryRaw } = adapter;
    adapter.executeScript = async (script) => {
      await executeRaw.call(adapter, { sql: script, args: [], argTypes: [] });
    };
    adapter.queryRaw = async (query) => {
      const result = await queryRaw.call(adapter, query);
      for (const column of charColumns.get(result.rows) ?? []) {
        result.columnTypes[column] = ColumnTypeEnum.Character;
      }
      return result;
    };
    return adapter;
  };
  return {
    provider: factory.provider,
    adapterName: factory.adapterName,
    connect,
    connectToShadowDb: () => Promise.reject(new Error("No shadow database is used.")),
  };
}

const CHAR_OID = 18;
const TEXT_OID = 25;

/** Gives columns of the type "char" out as text; returns which they are, by the rows they are in. */
function markCharColumns(pool: pg.Pool): WeakMap<unknown[][], number[]> {
  const columns = new WeakMap<unknown[][], number[]>();
  const query = pool.query.bind(pool) as (...given: unknown[]) => Promise<pg.QueryArrayResult>;
  pool.query = (async (...given: unknown[]) => {
    const result = await query(...given);
    // A script of several statements answers with an array of results, which nobody reads.
    if (Array.isArray(result)) return result;
    const found: number[] = [];
    for (const [index, field] of result.fields.entries()) {
      if (field.dataTypeID !== CHAR_OID) continue;
      field.dataTypeID = TEXT_OID;
      found.push(index);
    }
    columns.set(result.rows, found);
    return result;
  }) as typeof pool.query;
  return columns;
}
