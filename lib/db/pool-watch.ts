import type pg from "pg";

// What is seen of the connections to the database. Next bundles the proxy, the pages and the start of the server apart:
// they share one.

/** Who asks over a pool's connections: readers, whoever waits for what the newest version is, and the desk. */
export type PoolName = "reading" | "lookups" | "desk";

interface Watched {
  pools: Map<PoolName, pg.Pool>;
  /** Told of each statement, whether it succeeded or not. */
  onStatement: ((pool: PoolName, seconds: number) => void) | null;
}

const shared = globalThis as unknown as { losslineWatched?: Watched };

/** What is watched in this process. */
export function watched(): Watched {
  shared.losslineWatched ??= { pools: new Map(), onStatement: null };
  return shared.losslineWatched;
}

/** Has a pool seen under a name; a later one takes its place. */
export function watchPool(name: PoolName, pool: pg.Pool): void {
  watched().pools.set(name, pool);
}

/** How a pool of connections is used. */
interface PoolState {
  name: PoolName;
  connections: number;
  idle: number;
  /** Who waits for a connection. */
  waiting: number;
  most: number;
}

/** The pools that this process has opened. */
export function poolStates(): PoolState[] {
  return [...watched().pools].map(([name, pool]) => ({
    name,
    connections: pool.totalCount,
    idle: pool.idleCount,
    waiting: pool.waitingCount,
    most: pool.options.max,
  }));
}

type Query = (...given: unknown[]) => unknown;

/** Has each statement of a connection timed, from when it is asked until its answer is there whole. */
export function watchClient(name: PoolName, client: pg.ClientBase): void {
  const query = client.query.bind(client) as Query;
  const timed: Query = (...given) => {
    const { onStatement } = watched();
    if (onStatement === null) return query(...given);
    const begun = performance.now();
    const end = () => onStatement(name, (performance.now() - begun) / 1_000);
    const callback = given.at(-1);
    if (typeof callback === "function")
      return query(...given.slice(0, -1), (...answer: unknown[]) => {
        end();
        callback(...answer);
      });
    const answer = query(...given);
    // Streams of rows are taken at the pace of whoever reads them.
    if (answer instanceof Promise) answer.then(end, end);
    return answer;
  };
  client.query = timed as typeof client.query;
}
