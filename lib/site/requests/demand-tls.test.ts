import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demandTls } from "@/lib/site/requests/demand-tls";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

const server = createServer((_, response) => response.end("here"));
beforeAll(() => new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve)));
afterAll(() => server.close());

const demanded = async () => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  return answer.headers.get("strict-transport-security");
};

test("TLS is demanded only where the operator has said that it is there", async () => {
  demandTls(undefined);
  demandTls("http://lossline.example");
  expect(await demanded()).toBeNull();
  demandTls("https://lossline.example");
  expect(await demanded()).toBe("max-age=31536000");
});
