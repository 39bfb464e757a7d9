import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { LENGTH_HEADER, sendLengths } from "@/lib/site/requests/content-length";

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

const ask = (path: string, method: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { method });

test.each(["GET", "HEAD"])("an answer to %s says its length, and nothing else", async (method) => {
  const { headers } = await ask("/", method);
  expect(headers.get("Content-Length")).toBe("5");
  expect(headers.get(LENGTH_HEADER)).toBeNull();
});

test("one that is packed on its way does not", async () => {
  const answer = await ask("/packed", "GET");
  expect(answer.headers.get("Content-Length")).toBeNull();
  expect(answer.headers.get(LENGTH_HEADER)).toBeNull();
  expect(await answer.text()).toBe("12345");
});
