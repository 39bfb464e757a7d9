import { createServer, type IncomingHttpHeaders, request } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LENGTH_HEADER, sendLengths } from "@/lib/site/requests/content-length";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

const server = createServer(({ url }, response) => {
  response.setHeader(LENGTH_HEADER, "5");
  if (url === "/packed") response.setHeader("Content-Encoding", "identity");
  response.write("12");
  response.end("345");
});

beforeAll(async () => {
  sendLengths();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => server.close());

/** Asked over a connection of its own, so that no answer is taken for another's. */
function ask(path: string, method: string) {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ headers: IncomingHttpHeaders; body: string }>((resolve, reject) => {
    request({ host: "127.0.0.1", port, path, method, agent: false }, (answer) => {
      let body = "";
      answer.on("data", (chunk) => {
        body += chunk;
      });
      answer.on("end", () => resolve({ headers: answer.headers, body }));
    })
      .on("error", reject)
      .end();
  });
}

test.each(["GET", "HEAD"])("an answer to %s says its length, and nothing else", async (method) => {
  const { headers } = await ask("/", method);
  expect(headers["content-length"]).toBe("5");
  expect(headers[LENGTH_HEADER]).toBeUndefined();
});

test("one that is packed on its way does not", async () => {
  const { headers, body } = await ask("/packed", "GET");
  expect(headers["content-length"]).toBeUndefined();
  expect(headers[LENGTH_HEADER]).toBeUndefined();
  expect(body).toBe("12345");
});
