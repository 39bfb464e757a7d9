import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { allIsBack, keptIsAnswered, newIsRefused, type Readers, refusedSoon } from "./answers.mjs";

/** Others take every connection that the server has, ours as well. */
export async function connectionsUsedUp(url: string, readers: Readers): Promise<string[]> {
  const taken: (pg.Client & { processID?: number })[] = [];
  let isTaking = true;
  const taking = (async () => {
    while (isTaking) {
      const client = new pg.Client({ connectionString: url });
      client.on("error", () => {});
      try {
        await client.connect();
        taken.push(client);
      } catch {
        await client.end().catch(() => undefined);
        const ours = taken.map(({ processID }) => processID);
        await taken[0]?.query(
          `SELECT pg_terminate_backend(pid) FROM pg_stat_activity
           WHERE backend_type = 'client backend' AND pid <> ALL ($1::int[])`,
          [ours],
        );
        await wait(20);
      }
    }
  })();
  await wait(1_500);
  const problems = [
    ...(await keptIsAnswered(readers)),
    ...(await newIsRefused(readers)),
    ...(await refusedSoon(readers, ["/desk/sign-in", "/desk", "/search?q=exchange"])),
  ];
  isTaking = false;
  await taking;
  for (const client of taken) await client.end();
  return [...problems, ...(await allIsBack(readers))];
}
