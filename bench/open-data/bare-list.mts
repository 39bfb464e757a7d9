import { fork } from "node:child_process";
import path from "node:path";
import { root } from "../../scripts/progress.mjs";
import type { BareServer } from "../bare-server.mjs";
import type { Sent } from "./sent-sql.mjs";

/** As many connections as readers have in the program (`lib/db/client.ts`). */
const CONNECTIONS = 10;

/**
 * A server in a process of its own that sends the same statements by `pg` alone and answers with their rows as JSON.
 * @param views what can be asked for, each with its statements
 */
export async function serveListBarely(
  url: string,
  views: Readonly<Record<string, Sent[]>>,
): Promise<BareServer> {
  const child = fork(path.join(root, "bench", "open-data", "bare-list-process.mjs"));
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)));
    child.once("error", reject);
    child.send({ url, connections: CONNECTIONS, views });
  });
  return { address: `http://localhost:${port}`, stop: () => child.kill() };
}
