import { PrismaPg } from "@prisma/adapter-pg";
import pg from "pg";
import {
  noteDatabaseAway,
  noteTrouble,
  refuseWhileAway,
  saysAway,
  troubleOf,
} from "@/lib/db/availability";
import { isEmbedded } from "@/lib/db/embedded-url";
import { type Prisma, PrismaClient } from "@/lib/db/generated/client";
import { type PoolName, watchClient, watchPool } from "@/lib/db/pool-watch";
import { environment } from "@/lib/environment/current-environment";

export type Database = PrismaClient;
/** What queries ask: the database itself or a transaction in it. */
export type Queryable = Prisma.TransactionClient;

/** How many milliseconds a transaction waits for a connection: a machine under load takes longer than Prisma's 2 s. */
const PATIENCE = 15_000;

// One for the process, however often a bundler has put this file into it.
const kept = globalThis as unknown as { losslineEmbedded?: WeakMap<object, string> };
kept.losslineEmbedded ??= new WeakMap();
const embeddedClients = kept.losslineEmbedded;

/** The password of an embedded database, as it was opened; null where it is a server. */
export function embeddedPassword(db: Database): string | null {
  return embeddedClients.get(db) ?? null;
}

/**
 * Opens the PostgreSQL database at an address; connections are made when first needed.
 * @param connections at most this many at once
 * @param name under which operators see them; null for those of a program that ends soon
 */
export function openDatabase(
  url: string,
  connections = 10,
  name: PoolName | null = null,
): Database {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    onConnect: async (client) => {
      await client.query(WITHOUT_COMPILING);
      if (name !== null) watchClient(name, client);
    },
  });
  if (name !== null) watchPool(name, pool);
  const client = new PrismaClient({
    adapter: new PrismaPg(pool, { disposeExternalPool: true }),
    transactionOptions: { maxWait: PATIENCE },
  });
  if (isEmbedded(url)) embeddedClients.set(client, new URL(url).password);
  return client;
}

/**
 * PostgreSQL compiles a query that it believes to be costly, which takes seconds for ours of many small
 * expressions, and saves milliseconds. Asked of the server after connecting, since poolers pass no options on.
 */
const WITHOUT_COMPILING = "SET jit = off";

/** How long readers wait, in milliseconds. */
interface Bounds {
  name: PoolName;
  connections: number;
  /** For a connection: a new one, or one that others use. */
  connection: number;
  /** For a table that somebody else keeps. Readers meet nobody who does, but for a migration or an operator. */
  lock: number;
  /** For the answer. */
  answer: number;
}

/** What pages and files of the record are read by. */
const READING: Bounds = {
  name: "reading",
  connections: 10,
  connection: 10_000,
  lock: 1_000,
  answer: 30_000,
};
/** What everything waits for: which version is the newest. Its own, so that pages that wait do not hold it up. */
const LOOKING_UP: Bounds = {
  name: "lookups",
  connections: 2,
  connection: 1_000,
  lock: 1_000,
  answer: 1_500,
};

function openBounded(url: string, bounds: Bounds): Database {
  const { name, connections, connection, lock, answer } = bounds;
  // All connections to the embedded database are one session, which nobody keeps tables from, and which an import may
  // have for a while: what is set there is set for everybody.
  if (isEmbedded(url)) return openDatabase(url, connections, name);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connection,
    query_timeout: answer,
    onConnect: async (client) => {
      client.on("error", () => {}); // a lost connection: whoever asks next is told
      watchClient(name, client);
      if (await isPooled(client)) return;
      await client.query(
        `${WITHOUT_COMPILING}; SET lock_timeout = ${lock}; SET statement_timeout = ${answer}`,
      );
    },
  });
  pool.on("error", () => {});
  watchPool(name, pool);
  const query = async (...args: Parameters<pg.PoolClient["query"]>) => {
    refuseWhileAway();
    const client = await pool.connect().catch(noted);
    let lost = false;
    try {
      // Somebody before in the queue may have found out meanwhile.
      refuseWhileAway();
      return await client.query(...args);
    } catch (error) {
      lost = !(error instanceof pg.DatabaseError);
      return noted(error);
    } finally {
      client.release(lost);
    }
  };
  pool.query = query as typeof pool.query;
  return new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: connection },
  });
}

/**
 * Whether a pooler such as PgBouncer is between, which hands out process ids of its own. What is set on a connection of
 * one that pools by the transaction stays with whoever gets that connection next: bounds are the pooler's to set there
 * (`deploy/pgbouncer/`), and we only stop waiting.
 */
async function isPooled(client: pg.ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ id: number }>("SELECT pg_backend_pid() AS id");
  return rows[0]?.id !== (client as { processID?: number }).processID;
}

/**
 * How long the desk waits, in milliseconds, for a connection and for a table or row that somebody else keeps. A page asks for
 * two of them one after the other at most, and is answered within three seconds all the same.
 */
const DESK = { connections: 10, connection: 5_000, lock: 1_000 };

/**
 * For those who write, whose failures are noted where the database is to blame. On a server they wait for nobody long, but
 * for their turn to publish (`lockVersions`); the one session of the embedded database may be an import's for minutes.
 */
function openForDesk(url: string): Database {
  const { connections, connection, lock } = DESK;
  const apart = isEmbedded(url);
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    ...(apart ? {} : { connectionTimeoutMillis: connection }),
    onConnect: async (client) => {
      client.on("error", () => {}); // a lost connection: whoever asks next is told
      noteFailures(client);
      watchClient("desk", client);
      if (apart) await client.query(WITHOUT_COMPILING);
      else if (!(await isPooled(client)))
        await client.query(`${WITHOUT_COMPILING}; SET lock_timeout = ${lock}`);
    },
  });
  pool.on("error", noteTroubleOf);
  watchPool("desk", pool);
  const connect = pool.connect.bind(pool) as (...given: unknown[]) => unknown;
  pool.connect = noting(connect) as typeof pool.connect;
  const client = new PrismaClient({
    adapter: new PrismaPg(pool),
    transactionOptions: { maxWait: PATIENCE },
  });
  if (apart) embeddedClients.set(client, new URL(url).password);
  return client;
}

/** Notes what fails of everything that a connection is asked. */
function noteFailures(client: { query: unknown }): void {
  const query = (client.query as (...given: unknown[]) => unknown).bind(client);
  client.query = noting(query);
}

/** A function that notes why it failed, whether it reports that by a promise or to its last argument. */
function noting(work: (...given: unknown[]) => unknown): (...given: unknown[]) => unknown {
  return (...given) => {
    const report = given.at(-1);
    if (typeof report === "function") {
      const noted = (error: unknown, ...rest: unknown[]) => {
        noteTroubleOf(error);
        report(error, ...rest);
      };
      return work(...given.slice(0, -1), noted);
    }
    const answer = work(...given);
    if (answer instanceof Promise) answer.catch(noteTroubleOf);
    return answer;
  };
}

function noteTroubleOf(error: unknown): void {
  const trouble = troubleOf(error);
  if (trouble !== null) noteTrouble(trouble);
}

function noted(error: unknown): never {
  if (saysAway(error)) noteDatabaseAway();
  throw error;
}

const shared = globalThis as unknown as {
  losslineDatabase?: Database;
  losslineReading?: Database;
  losslineLookups?: Database;
};

/**
 * The database that DATABASE_URL names, opened once a process, for those who write and for the desk.
 * @throws where DATABASE_URL is not set
 */
export function database(): Database {
  shared.losslineDatabase ??= openForDesk(databaseUrl());
  return shared.losslineDatabase;
}

/**
 * The same, or the standby that DATABASE_READ_URL names, for readers of the record, who wait for nothing long: with
 * connections of their own, so that however many they are, the desk has some.
 * @throws where DATABASE_URL is not set
 */
export function readingDatabase(): Database {
  shared.losslineReading ??= openBounded(readingUrl(), READING);
  return shared.losslineReading;
}

/**
 * The one that is read, for what every request waits for, which must be told soon or not at all. Which version is the
 * newest is asked where its rows are read: a standby may be behind.
 * @throws where DATABASE_URL is not set
 */
export function lookupDatabase(): Database {
  shared.losslineLookups ??= openBounded(readingUrl(), LOOKING_UP);
  return shared.losslineLookups;
}

/** Whether the record is read from another server than it is written to, which may be behind. */
export function isReadElsewhere(): boolean {
  return environment().DATABASE_READ_URL !== undefined;
}

/** Whether the database is the embedded one, whose one session others may have for a while. */
export function isDatabaseEmbedded(): boolean {
  return isEmbedded(databaseUrl());
}

function readingUrl(): string {
  return environment().DATABASE_READ_URL ?? databaseUrl();
}

function databaseUrl(): string {
  const { DATABASE_URL: url } = environment();
  if (url === undefined) {
    throw new Error("DATABASE_URL is not set. `npm start` sets it for the embedded database.");
  }
  return url;
}
