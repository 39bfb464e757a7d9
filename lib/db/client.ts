import { PrismaPg } from "@prisma/adapter-pg";
import type { ClientBase } from "pg";
import { type Prisma, PrismaClient } from "@/lib/db/generated/client";
import { environment } from "@/lib/environment/current-environment";

export type Database = PrismaClient;
/** What queries ask: the database itself or a transaction in it. */
export type Queryable = Prisma.TransactionClient;

/** How many milliseconds a transaction waits for a connection: a machine under load takes longer than Prisma's 2 s. */
const PATIENCE = 15_000;

/**
 * Opens the PostgreSQL database at an address; connections are made when first needed.
 * @param connections at most this many at once
 */
export function openDatabase(url: string, connections = 10): Database {
  return new PrismaClient({
    adapter: new PrismaPg({ connectionString: url, max: connections, onConnect: withoutCompiling }),
    transactionOptions: { maxWait: PATIENCE },
  });
}

/**
 * PostgreSQL compiles a query that it believes to be costly, which takes seconds for ours of many small
 * expressions, and saves milliseconds. Asked of the server after connecting, since poolers pass no options on.
 */
async function withoutCompiling(client: ClientBase): Promise<void> {
  await client.query("SET jit = off");
}

const shared = globalThis as unknown as { losslineDatabase?: Database };

/**
 * The database that DATABASE_URL names, opened once a process.
 * @throws where DATABASE_URL is not set
 */
export function database(): Database {
  if (shared.losslineDatabase === undefined) {
    const { DATABASE_URL: url } = environment();
    if (url === undefined) {
      throw new Error("DATABASE_URL is not set. `npm start` sets it for the embedded database.");
    }
    shared.losslineDatabase = openDatabase(url);
  }
  return shared.losslineDatabase;
}
