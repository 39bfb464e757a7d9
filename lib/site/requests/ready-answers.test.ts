import { createServer, request, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Version } from "@/lib/record/versions/version";
import { UNTIL_NEXT_VERSION } from "@/lib/site/caching/cache-control";
import { noteNewest } from "@/lib/site/requests/newest-known";
import { keepReadyAnswers } from "@/lib/site/requests/ready-answers";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

const PUBLIC = UNTIL_NEXT_VERSION;
const LONG = "a sentence of some words. ".repeat(200);

const aVersion = (number: number, withholdings = 0) =>
  ({ number, withholdings }) as unknown as Version;

let server: Server;
let made: string[];
/** What the server makes of a request that nothing kept answers. */
let make: (response: ServerResponse, url: string) => void;

/** Finds out which version is the newest. */
let findOut: () => Promise<Version | null> = async () => null;

beforeAll(() => keepReadyAnswers(16, () => findOut()));

beforeEach(async () => {
  made = [];
  make = (response, url) => {
    response.setHeader("Cache-Control", PUBLIC);
    response.setHeader("Content-Type", "text/html; charset=utf-8");
    response.setHeader("ETag", `"${url}"`);
    response.end(`${url} ${LONG}`);
  };
  server = createServer((asked, response) => {
    made.push(asked.url ?? "");
    make(response, asked.url ?? "");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  noteNewest(aVersion(1), performance.now());
  await new Promise((resolve) => setTimeout(resolve, 5));
});

afterEach(() => new Promise<void>((resolve) => server.close(() => resolve())));

async function ask(path: string, headers: Record<string, string> = {}, method = "GET") {
  const { port } = server.address() as AddressInfo;
  return new Promise<{ status: number; headers: Record<string, unknown>; body: Buffer }>(
    (resolve, reject) => {
      const asked = request({ port, host: "127.0.0.1", path, headers, method }, (answer) => {
        const chunks: Buffer[] = [];
        answer.on("data", (chunk: Buffer) => chunks.push(chunk));
        answer.on("end", () =>
          resolve({
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            body: Buffer.concat(chunks),
          }),
        );
      });
      asked.on("error", reject).end();
    },
  );
}

describe("what was answered once", () => {
  test("is answered again without being made, in the packing that the reader takes", async () => {
    const first = await ask("/packed", { "accept-encoding": "gzip, br" });
    expect(first.headers["content-encoding"]).toBe("br");
    const unpack = {
      br: brotliDecompressSync,
      gzip: gunzipSync,
      identity: (bytes: Buffer) => bytes,
    };
    for (const [accepted, encoding] of [
      ["br", "br"],
      ["gzip;q=1.0, br;q=0", "gzip"],
      ["deflate", "identity"],
    ] as const) {
      const { body, headers } = await ask("/packed", { "accept-encoding": accepted });
      expect(headers["content-encoding"] ?? "identity").toBe(encoding);
      expect(unpack[encoding](body).toString()).toBe(`/packed ${LONG}`);
      expect(headers["content-length"]).toBe(String(body.byteLength));
      expect(headers.vary).toBe("Accept-Encoding");
      expect(headers["cache-status"]).toBe("lossline; hit");
    }
    const head = await ask("/packed", {}, "HEAD");
    expect(head.body.byteLength).toBe(0);
    expect(head.headers["content-length"]).toBe(String(`/packed ${LONG}`.length));
    expect(made).toEqual(["/packed"]);
  });

  test("is not sent to who has it", async () => {
    await ask("/had");
    for (const known of ['"/had"', 'W/"/had"', '"other", "/had"', "*"]) {
      const answer = await ask("/had", { "if-none-match": known });
      expect([answer.status, answer.body.byteLength]).toEqual([304, 0]);
      expect(answer.headers["content-type"]).toBeUndefined();
    }
    expect((await ask("/had", { "if-none-match": '"another"' })).status).toBe(200);
    expect(made).toEqual(["/had"]);
  });

  test("holds until the next version, and for good where its URL names one", async () => {
    for (const path of ["/plain", "/v/1/pinned"]) await ask(path);
    noteNewest(aVersion(2), performance.now());
    for (const path of ["/plain", "/v/1/pinned"]) await ask(path);
    expect(made).toEqual(["/plain", "/v/1/pinned", "/plain"]);
  });

  test("of the open data interface is kept for each form that is accepted, and for good with a version", async () => {
    make = (response, url) => {
      response.setHeader("Cache-Control", PUBLIC);
      response.setHeader("Content-Type", "application/json");
      response.setHeader("Vary", "Accept");
      response.end(`${url} ${LONG}`);
    };
    const plain = "/api/v1/actors?limit=1";
    const pinned = "/api/v1/actors?limit=1&version=1";
    const other = "/api/v1/actors?fields=xversion=1";
    for (const path of [plain, pinned, other]) {
      await ask(path, { accept: "text/csv" });
      await ask(path, { accept: "application/json" });
      await ask(path, { accept: "application/json" });
    }
    expect(made).toEqual([plain, plain, pinned, pinned, other, other]);
    made = [];
    noteNewest(aVersion(2), performance.now());
    for (const path of [plain, pinned, other]) await ask(path, { accept: "text/csv" });
    expect(made).toEqual([plain, other]);
    // A page whose form depended on it has no place for that in its key.
    await ask("/page");
    await ask("/page");
    expect(made).toEqual([plain, other, "/page", "/page"]);
  });

  test("is made anew once a text is withheld, whichever version it is of", async () => {
    await ask("/v/1/withheld");
    noteNewest(aVersion(1, 1), performance.now());
    await ask("/v/1/withheld");
    expect(made).toEqual(["/v/1/withheld", "/v/1/withheld"]);
  });

  test("waits to hear whether it still holds, and is not made again for that", async () => {
    await ask("/unsure");
    const answers: ((version: Version) => void)[] = [];
    findOut = () => new Promise((resolve) => answers.push(resolve));
    // Nobody has found out for a while.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const readers = Promise.all([ask("/unsure"), ask("/unsure")]);
    await expect.poll(() => answers.length).toBe(1);
    answers[0]?.(aVersion(1));
    for (const { status, headers } of await readers)
      expect([status, headers["cache-status"]]).toEqual([200, "lossline; hit"]);
    expect(made).toEqual(["/unsure"]);
    // Where it does not hold any more, or nobody says so soon, it is asked for as if it were not kept.
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    const another = ask("/unsure");
    await expect.poll(() => answers.length).toBe(2);
    answers[1]?.(aVersion(2));
    await another;
    expect(made).toEqual(["/unsure", "/unsure"]);
    await new Promise((resolve) => setTimeout(resolve, 2_000));
    await ask("/unsure");
    expect(made.length).toBe(3);
    answers[2]?.(aVersion(2));
    findOut = async () => null;
  }, 20_000);

  test("is not kept where a version came while it was made", async () => {
    const { make: usual } = { make };
    make = (response, url) => {
      noteNewest(aVersion(3), performance.now());
      usual(response, url);
    };
    await ask("/overtaken");
    make = usual;
    await ask("/overtaken");
    expect(made).toEqual(["/overtaken", "/overtaken"]);
  });
});

describe("what is for one reader, or no answer", () => {
  test.each([
    ["is private", { "Cache-Control": "private, no-store" }, 200],
    ["sets a cookie", { "Cache-Control": PUBLIC, "Set-Cookie": "a=b" }, 200],
    ["depends on something else", { "Cache-Control": PUBLIC, Vary: "Accept" }, 200],
    ["is a problem", { "Cache-Control": PUBLIC }, 404],
    ["is stale", { "Cache-Control": PUBLIC, "Cache-Status": "lossline; hit; ttl=-5" }, 200],
  ])("is made each time where it %s", async (why, headers, status) => {
    make = (response) => response.writeHead(status, headers).end("x");
    const path = `/each-time?${encodeURIComponent(why)}`;
    for (let times = 0; times < 2; times++) {
      const answer = await ask(path);
      expect([answer.status, answer.body.toString()]).toEqual([status, "x"]);
    }
    expect(made.length).toBe(2);
  });

  test.each([
    ["/desk/queue", {}],
    ["/search?q=x", {}],
    ["/v/1/search?q=x", {}],
    ["/file", { range: "bytes=0-1" }],
    [`/long?${"x".repeat(2_100)}`, {}],
  ])("%s is passed by", async (path, headers) => {
    await ask(path, headers);
    await ask(path, headers);
    expect(made).toEqual([path, path]);
  });

  test("is each host's own, whose links may begin there", async () => {
    await ask("/host", { host: "one.example" });
    await ask("/host", { host: "other.example" });
    await ask("/host", { host: "one.example" });
    expect(made.length).toBe(2);
  });
});

test("a long answer is sent as it comes, whole, and not kept", async () => {
  const piece = "x".repeat(1024 * 1024);
  make = (response) => {
    response.setHeader("Cache-Control", PUBLIC);
    for (let pieces = 0; pieces < 6; pieces++) response.write(piece);
    response.end("end");
  };
  for (let times = 0; times < 2; times++)
    expect((await ask("/long-answer")).body.byteLength).toBe(6 * piece.length + 3);
  expect(made.length).toBe(2);
});
