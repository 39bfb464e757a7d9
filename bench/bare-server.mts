import { fork } from "node:child_process";
import { get } from "node:http";
import path from "node:path";
import { root } from "../scripts/progress.mjs";

export interface BareServer {
  address: string;
  stop(): void;
}

/** Headers that Node sets itself. */
const ITS_OWN = /^(?:date|connection|keep-alive)$/i;

/**
 * A server in a process of its own that answers with what another one answers, byte for byte, and does nothing else.
 * @param views what is asked of the other, packed with brotli
 */
export async function serveBarely(address: string, views: readonly string[]): Promise<BareServer> {
  const answers: Record<string, { headers: string[]; body: string }> = {};
  for (const view of views) answers[view] = await answerOf(address + view);
  const child = fork(path.join(root, "bench", "bare-server-process.mjs"));
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (message) => resolve(Number(message)));
    child.once("error", reject);
    child.send(answers);
  });
  return { address: `http://localhost:${port}`, stop: () => child.kill() };
}

async function answerOf(url: string): Promise<{ headers: string[]; body: string }> {
  return new Promise((resolve, reject) => {
    get(url, { headers: { "accept-encoding": "br" } }, (answer) => {
      const chunks: Buffer[] = [];
      answer.on("data", (chunk: Buffer) => chunks.push(chunk));
      answer.on("end", () =>
        resolve({
          headers: answer.rawHeaders.filter(
            (_, place, all) => !ITS_OWN.test(all[place - (place % 2)] ?? ""),
          ),
          body: Buffer.concat(chunks).toString("base64"),
        }),
      );
    }).on("error", reject);
  });
}
