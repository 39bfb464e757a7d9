import pg from "pg";
import type { NativePostgres } from "../native-postgres.mjs";
import {
  allIsBack,
  keptIsAnswered,
  newIsRefused,
  type Readers,
  refusedSoon,
  staleIsMarked,
} from "./answers.mjs";

/** Connections are refused, and then taken again. */
export async function databaseKilled(server: NativePostgres, readers: Readers): Promise<string[]> {
  await server.kill();
  const problems = await whileAway(readers);
  await server.startAgain();
  return [...problems, ...(await allIsBack(readers))];
}

/** The database takes what it is asked, and never answers. */
export async function databaseFrozen(server: NativePostgres, readers: Readers): Promise<string[]> {
  const problems = await whileFrozen(server, () => whileAway(readers));
  return [...problems, ...(await allIsBack(readers))];
}

/** Rendered for each request: nothing of them is kept, and they fail while they are made. */
const LIVE = [
  "/search?q=exchange",
  "/suggest?about=incident:coinex-2023-09",
  "/desk",
  "/desk/queue",
  "/mcp",
];

async function whileAway(readers: Readers): Promise<string[]> {
  return [
    // In the first second nobody knows yet that it is away.
    ...(await refusedSoon(readers, LIVE)),
    ...(await keptIsAnswered(readers)),
    ...(await newIsRefused(readers)),
    ...(await staleIsMarked(readers)),
    ...(await refusedSoon(readers, ["/desk/sign-in", ...LIVE])),
  ];
}

/** Does something while every process of the server stands still. */
async function whileFrozen<T>(
  server: { url: string; pid(): number },
  work: () => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity");
  await client.end();
  const pids = [server.pid(), ...rows.map(({ pid }) => pid)];
  const signal = (name: NodeJS.Signals) => {
    for (const pid of pids) {
      try {
        process.kill(pid, name);
      } catch {
        // It has ended meanwhile.
      }
    }
  };
  signal("SIGSTOP");
  try {
    return await work();
  } finally {
    signal("SIGCONT");
  }
}
