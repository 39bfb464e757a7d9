import { createServer, connect as openSocket, type Socket } from "node:net";
import { onTestFinished } from "vitest";

/** An address of a database whose connections die after some pieces of what is asked or answered. */
export async function cuttingProxy(
  url: string,
  cutWhile: "asking" | "answering",
  chunks: number,
): Promise<string> {
  const { hostname, port } = new URL(url);
  const server = createServer((client) => {
    const database = openSocket(Number(port), hostname);
    let left = chunks;
    const pass = (from: Socket, to: Socket, counted: boolean) => {
      from.on("data", (bytes) => {
        if (counted && left-- === 0) {
          client.destroy();
          database.destroy();
        } else if (to.writable) to.write(bytes);
      });
      from.on("error", () => to.destroy());
      from.on("close", () => to.destroy());
    };
    pass(client, database, cutWhile === "asking");
    pass(database, client, cutWhile === "answering");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("No port was given.");
  const through = new URL(url);
  through.port = String(address.port);
  return through.href;
}
