import { createServer, type Server, type ServerResponse } from "node:http";
import { type AddressInfo, connect, type Socket } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { onRequest } from "@/lib/site/requests/server-hooks";
import { isQuiet, letThrough, shedLoad } from "@/lib/site/requests/shed-load";
import { askAlone } from "@/testing/lone-request";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

let server: Server;
const waiting: ServerResponse[] = [];

beforeAll(async () => {
  shedLoad();
  // What is kept sees requests before.
  onRequest((request, _, next) => {
    if (request.url === "/kept") letThrough(request);
    return next();
  });
  server = createServer((_, response) => void waiting.push(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const ask = (path: string) => askAlone(server, path);

test("whoever comes after too many is told so at once, but an editor and who asks for what is kept; and the next one is taken on", async () => {
  const many = Array.from({ length: 64 }, (_, view) => ask(`/view/${view}`));
  while (waiting.length < 64) await new Promise((resolve) => setTimeout(resolve, 5));
  expect(isQuiet()).toBe(false);
  const page = await ask("/one-more");
  expect(page).toMatchObject({ status: 503, type: "text/html; charset=utf-8", retry: "10" });
  expect(page.body).toContain("Try again in a few seconds.");
  const file = await ask("/charts/monthly.csv?year=2023");
  expect(file).toMatchObject({ status: 503, type: "application/problem+json" });
  expect(JSON.parse(file.body)).toMatchObject({ status: 503 });
  const editor = ask("/desk/queue");
  const kept = ask("/kept");
  while (waiting.length < 66) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const response of waiting.splice(0)) response.end("made");
  const answers = await Promise.all([...many, editor, kept]);
  expect(answers.every(({ status }) => status === 200)).toBe(true);
  // Those that were answered make room.
  const next = ask("/next");
  while (waiting.length < 1) await new Promise((resolve) => setTimeout(resolve, 5));
  for (const response of waiting.splice(0)) response.end("made");
  expect((await next).status).toBe(200);
  await expect.poll(isQuiet).toBe(true);
});

/** A connection that says something and reads nothing. */
function say(text: string): Socket {
  const { port } = server.address() as AddressInfo;
  const socket = connect(port, "127.0.0.1");
  socket.on("error", () => {});
  socket.pause();
  socket.write(text);
  return socket;
}

test("whoever reads slowly, or never ends what they send, is in nobody's way", async () => {
  const slow = Array.from({ length: 64 }, (_, view) =>
    say(`GET /slow/${view} HTTP/1.1\r\nHost: localhost\r\n\r\n`),
  );
  while (waiting.length < 64) await new Promise((resolve) => setTimeout(resolve, 5));
  expect((await ask("/one-more")).status).toBe(503);
  const large = Buffer.alloc(8 * 1024 * 1024);
  for (const response of waiting.splice(0)) response.end(large);
  const sending = Array.from({ length: 64 }, () =>
    say("POST /search/lookup HTTP/1.1\r\nHost: localhost\r\nContent-Length: 9\r\n\r\nq="),
  );
  while (waiting.length < 64) await new Promise((resolve) => setTimeout(resolve, 5));
  const next = ask("/next");
  while (waiting.length < 65) await new Promise((resolve) => setTimeout(resolve, 5));
  waiting[64]?.end("made");
  expect((await next).status).toBe(200);
  for (const socket of [...slow, ...sending]) socket.destroy();
  waiting.splice(0);
});
