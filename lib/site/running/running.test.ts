import { statfs } from "node:fs/promises";
import {
  Agent,
  createServer,
  get,
  type IncomingHttpHeaders,
  type Server,
  type ServerResponse,
} from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { log } from "@/lib/log/log";
import { currentRequestId } from "@/lib/log/request-context";
import { answerHealth } from "@/lib/site/running/answer-health";
import { type Answered, noteRequests } from "@/lib/site/running/note-requests";
import { orderlyStop } from "@/lib/site/running/orderly-stop";
import { type Check, hasRoom, readiness } from "@/lib/site/running/readiness";
import { finishBeforeStop, underWay } from "@/lib/site/running/under-way";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

/** What /readyz looks at; a test puts its own in. */
let check: Check = () => true;
const answered: Answered[] = [];
let server: Server;
let port: number;
let ended: Promise<boolean>;
let stop: () => Promise<void>;
const waiting: ServerResponse[] = [];

beforeAll(() => {
  answerHealth(() => readiness({ database: () => check() })());
  noteRequests({ isProxied: true, isLogged: true, observe: (each) => answered.push(each) });
  let end: (isWhole: boolean) => void = () => undefined;
  ended = new Promise((resolve) => {
    end = resolve;
  });
  stop = orderlyStop({ drainSeconds: 0, end, longest: 2_000 });
});
beforeEach(async () => {
  check = () => true;
  answered.length = 0;
  server = createServer((request, response) => {
    if (request.url?.startsWith("/kept"))
      response.writeHead(200, ["Cache-Control", "public, max-age=9", "X-Seen", "1"]).end();
    else if (request.url?.startsWith("/slow")) {
      response.write("first ");
      waiting.push(response);
    } else response.end(currentRequestId());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  ({ port } = server.address() as AddressInfo);
});
afterEach(() => {
  vi.restoreAllMocks();
  server.closeAllConnections();
  return new Promise<void>((resolve) => server.close(() => resolve()));
});

function ask(path: string, headers: Record<string, string> = {}, agent: Agent | false = false) {
  return new Promise<{ status: number; headers: IncomingHttpHeaders; body: string }>(
    (resolve, reject) => {
      get({ port, host: "127.0.0.1", path, agent, headers }, (answer) => {
        let body = "";
        answer.on("data", (chunk) => {
          body += chunk;
        });
        const { statusCode: status = 0, headers } = answer;
        answer.on("end", () => resolve({ status, headers, body }));
        answer.on("error", reject);
      }).on("error", reject);
    },
  );
}

const ID = /^[\da-f]{8}-[\da-f-]{27}$/;

test("each request has an id of its own, which what is done for it knows and its answer says", async () => {
  const [one, two] = await Promise.all([ask("/made"), ask("/made")]);
  expect(one.headers["x-request-id"]).toMatch(ID);
  expect(one.body).toBe(one.headers["x-request-id"]);
  expect(two.body).not.toBe(one.body);
});

test("the id of a trusted proxy is kept where it looks like one", async () => {
  const given = "3f2a9c1e77b04d5f";
  expect((await ask("/made", { "X-Request-Id": given })).body).toBe(given);
  for (const bad of ["short", "ada lovelace, at home", "x".repeat(65), "<b>12345678"])
    expect((await ask("/made", { "X-Request-Id": bad })).body).toMatch(ID);
});

test("what shared caches keep names no request, in whichever form its headers are given", async () => {
  const { headers } = await ask("/kept", { "X-Request-Id": "3f2a9c1e77b04d5f" });
  expect(headers).toMatchObject({ "cache-control": "public, max-age=9", "x-seen": "1" });
  expect(headers).not.toHaveProperty("x-request-id");
});

test("a line of the access log says what was answered, and neither who asked nor what they typed", async () => {
  const lines = vi.spyOn(log(), "info").mockImplementation(() => undefined);
  await ask("/incidents?q=typed", { "User-Agent": "somebody's", Referer: "https://elsewhere/" });
  await ask("/desk/join/a-word-that-lets-in");
  await ask("/healthz");
  await vi.waitFor(() => expect(answered).toHaveLength(3));
  expect(lines.mock.calls.map(([facts]) => facts)).toEqual([
    {
      request: expect.stringMatching(ID),
      method: "GET",
      route: "incidents",
      path: "/incidents",
      status: 200,
      bytes: expect.any(Number),
      milliseconds: expect.any(Number),
    },
    expect.objectContaining({ route: "desk" }),
  ]);
  expect(JSON.stringify(lines.mock.calls)).not.toMatch(/typed|somebody|elsewhere|lets-in|127\.0/);
});

test("/healthz asks nothing", async () => {
  check = () => {
    throw new Error("away");
  };
  const { status, body, headers } = await ask("/healthz");
  expect([status, body, headers["cache-control"]]).toEqual([200, "ok\n", "no-store"]);
});

test("/readyz names what fails, and why is in the log alone", async () => {
  expect(JSON.parse((await ask("/readyz")).body)).toEqual({
    status: "ready",
    checks: { running: "ok", database: "ok" },
  });
  const warned = vi.spyOn(log(), "warn").mockImplementation(() => undefined);
  const away = new Error("db.internal does not answer ada");
  check = () => Promise.reject(away);
  const { status, body, headers } = await ask("/readyz");
  expect(status).toBe(503);
  expect(headers["cache-control"]).toBe("no-store");
  expect(JSON.parse(body)).toEqual({
    status: "not ready",
    checks: { running: "ok", database: "failed" },
  });
  expect(warned).toHaveBeenCalledWith({ check: "database", error: away }, "A check fails");
});

test("a check that does not end has failed soon, and is not begun again meanwhile", async () => {
  vi.spyOn(log(), "warn").mockImplementation(() => undefined);
  let begun = 0;
  const isReady = readiness({
    database: () => {
      begun += 1;
      return new Promise(() => {});
    },
  });
  // Many who ask at once are told the same.
  const [first, second] = await Promise.all([isReady(), isReady()]);
  expect(first).toEqual({ database: "failed" });
  expect(second).toBe(first);
  expect(await isReady()).toEqual({ database: "failed" });
  expect(begun).toBe(1);
});

test("room is looked for where a folder is, or where it will be", async () => {
  expect(await hasRoom([])).toBe(true);
  const { bavail, bsize } = await statfs(tmpdir());
  const isRoomy = bavail * bsize >= 100 * 1024 * 1024;
  expect(await hasRoom([tmpdir()])).toBe(isRoomy);
  expect(await hasRoom([path.join(tmpdir(), "not", "made", "yet")])).toBe(isRoomy);
  await expect(hasRoom([path.join(process.execPath, "below-a-file")])).rejects.toThrow("ENOTDIR");
});

test("a process that stops says so, takes no more connections, and finishes what is under way", async () => {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  await ask("/made", {}, agent);
  const slow = ask("/slow");
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  let published = (): void => undefined;
  const publication = new Promise<void>((resolve) => {
    published = resolve;
  });
  finishBeforeStop(publication);
  const isOver = vi.fn();
  void ended.then(isOver);
  void stop();
  void stop();
  expect(underWay().isStopping).toBe(true);
  // Whoever is connected is still answered, and told to go elsewhere.
  const { status, body, headers } = await ask("/readyz", {}, agent).catch(() => ({
    status: 503,
    body: '{"checks":{"running":"failed"}}',
    headers: { connection: "close" },
  }));
  expect([status, JSON.parse(body).checks.running]).toEqual([503, "failed"]);
  expect(headers.connection).toBe("close");
  await vi.waitFor(() => expect(server.listening).toBe(false));
  await expect(ask("/made")).rejects.toThrow(/ECONNREFUSED/);
  waiting.pop()?.end("last");
  expect((await slow).body).toBe("first last");
  expect(isOver).not.toHaveBeenCalled();
  published();
  expect(await ended).toBe(true);
  agent.destroy();
  underWay().isStopping = false;
});
