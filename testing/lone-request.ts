import { get, type Server } from "node:http";
import type { AddressInfo } from "node:net";

/** What a reader is told who comes over a connection of their own. */
interface LoneAnswer {
  status: number;
  type: string;
  retry: string;
  body: string;
}

/** Asks a server of this machine for a path, over a connection of its own. */
export function askAlone(server: Server, path: string): Promise<LoneAnswer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    get({ port, host: "127.0.0.1", path, agent: false }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      const { statusCode: status = 0, headers } = answer;
      const [type = "", retry = ""] = [headers["content-type"], headers["retry-after"]];
      answer.on("end", () => resolve({ status, type, retry, body }));
    }).on("error", reject);
  });
}
