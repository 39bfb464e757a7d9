import { createServer, type IncomingMessage, request, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test, vi } from "vitest";
import type { Version } from "@/lib/record/versions/version";
import { askAhead } from "@/lib/site/requests/ask-ahead";
import { noteNewest } from "@/lib/site/requests/newest-known";
import { keepReadyAnswers } from "@/lib/site/requests/ready-answers";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

const aVersion = (number: number) => ({ number, withholdings: 0 }) as unknown as Version;
const PAGE = { "Cache-Control": "public, max-age=0", "Content-Type": "text/html" };

let server: Server;
let isQuiet = true;
let version = 1;
/** What the server was asked to make, with the host that it was asked by. */
let made: string[];
/** Those that are being made at the moment, and most at once. */
let atOnce = { now: 0, most: 0 };
let answer: (asked: IncomingMessage) => number = () => 200;

beforeAll(async () => {
  const ready = keepReadyAnswers(16, async () => null);
  if (ready === null) throw new Error("nothing is kept");
  server = createServer((asked, response) => {
    made.push(`${asked.headers.host}${asked.url}`);
    atOnce = { now: atOnce.now + 1, most: Math.max(atOnce.most, atOnce.now + 1) };
    setTimeout(() => {
      atOnce.now -= 1;
      const isFile = asked.url?.endsWith(".csv");
      response.writeHead(answer(asked), { ...PAGE, ...(isFile && { "Content-Type": "text/csv" }) });
      response.end(`version ${version} of ${asked.url}`);
    }, 5);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  askAhead({
    ready,
    isQuiet: () => isQuiet,
    ask: async () => null,
    serves: () => `http://127.0.0.1:${port}`,
  });
  noteNewest(aVersion(version), performance.now());
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));
beforeEach(async () => {
  made = [];
  isQuiet = true;
  atOnce = { now: 0, most: 0 };
  await publish();
  await rest();
  made = [];
});

async function publish(): Promise<void> {
  version += 1;
  noteNewest(aVersion(version), performance.now());
  await new Promise((resolve) => setTimeout(resolve, 5));
}

/** Until nothing has been made for a while. */
async function rest(): Promise<void> {
  for (let before = -1; before !== made.length; ) {
    before = made.length;
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

function ask(url: string, host = "readers.example"): Promise<string> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    request({ port, host: "127.0.0.1", path: url, headers: { host }, agent: false }, (given) => {
      let body = "";
      given.on("data", (chunk) => {
        body += chunk;
      });
      given.on("end", () => resolve(body));
    })
      .on("error", reject)
      .end();
  });
}

const asked = async (url: string, times: number, host?: string) => {
  for (let count = 0; count <= times; count += 1) await ask(url, host);
};

test("what was asked for most is made of a new version before anybody asks, the overview first, one after the other", async () => {
  await asked("/actors", 3);
  await asked("/incidents", 9);
  await asked("/periods", 6, "other.example");
  made = [];
  atOnce.most = 0;
  await publish();
  await rest();
  expect(made.slice(0, 2).sort()).toEqual(["other.example/", "readers.example/"]);
  expect(made.slice(2, 5)).toEqual([
    "readers.example/incidents",
    "other.example/periods",
    "readers.example/actors",
  ]);
  expect(atOnce.most).toBe(1);
  made = [];
  expect(await ask("/incidents")).toBe(`version ${version} of /incidents`);
  expect(made).toEqual([]);
});

test("files, pinned pages and what was asked for once are left to readers", async () => {
  await asked("/list.csv", 5);
  await asked("/v/1/actors", 5);
  await asked("/once", 0);
  made = [];
  await publish();
  await rest();
  for (const url of ["/list.csv", "/v/1/actors", "/once"])
    expect(made).not.toContain(`readers.example${url}`);
});

test("nothing is made ahead while readers wait, nor what they have asked for meanwhile", async () => {
  await asked("/waited-for", 20);
  made = [];
  isQuiet = false;
  await publish();
  await rest();
  expect(made).toEqual([]);
  await ask("/waited-for");
  isQuiet = true;
  await rest();
  expect(made.filter((url) => url.endsWith("/waited-for"))).toHaveLength(1);
  expect(made.length).toBeGreaterThan(1);
});

test("a page that cannot be made stops none of the others", async () => {
  const reported = vi.spyOn(console, "error").mockImplementation(() => undefined);
  await asked("/broken", 40);
  await asked("/whole", 30);
  made = [];
  answer = ({ url }) => (url === "/broken" ? 500 : 200);
  await publish();
  await rest();
  answer = () => 200;
  expect(made).toContain("readers.example/whole");
  expect(reported).not.toHaveBeenCalled();
  reported.mockRestore();
});
