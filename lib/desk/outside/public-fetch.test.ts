import { deflateSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type Asked, publicFetch } from "@/lib/desk/outside/public-fetch";
import { outsideStub } from "@/testing/outside-stub";

const PAGE = "<title>A page</title>";
const ASKED: Asked = {
  method: "GET",
  reads: (type) => type.startsWith("text/html"),
  patience: 2000,
  most: 10_000,
  redirects: 3,
};

let stub: Awaited<ReturnType<typeof outsideStub>>;
beforeAll(async () => {
  stub = await outsideStub((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://stub");
    const html = (headers: Record<string, string> = {}) =>
      response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", ...headers });
    switch (pathname) {
      case "/to":
        response.writeHead(Number(searchParams.get("status") ?? 302), {
          Location: searchParams.get("url") ?? "/",
        });
        return response.end();
      case "/gzip":
        return html({ "Content-Encoding": "gzip" }).end(gzipSync(PAGE));
      case "/deflate":
        return html({ "Content-Encoding": "deflate" }).end(deflateSync(PAGE));
      case "/bomb":
        return html({ "Content-Encoding": "gzip" }).end(gzipSync(Buffer.alloc(50_000_000)));
      case "/not-gzip":
        return html({ "Content-Encoding": "gzip" }).end(PAGE);
      case "/zstd":
        return html({ "Content-Encoding": "zstd" }).end(PAGE);
      case "/endless": {
        html();
        const more = () => response.write("x".repeat(1000));
        const timer = setInterval(more, 1);
        return response.once("close", () => clearInterval(timer));
      }
      case "/slow":
        html().write(PAGE);
        return;
      case "/silent":
        return;
      case "/half":
        html({ "Content-Length": "9999" }).write(PAGE);
        return setTimeout(() => response.destroy(), 50);
      case "/pdf":
        return response.writeHead(200, { "Content-Type": "application/pdf" }).end("%PDF");
      case "/busy":
        return response.writeHead(429, { "Retry-After": "120" }).end();
      case "/gone":
        return response.writeHead(410, { "Content-Type": "text/html" }).end("Gone");
      default:
        return html().end(PAGE);
    }
  });
});
afterAll(() => stub.stop());
beforeEach(() => {
  for (const list of [stub.asked, stub.connected, stub.resolved]) list.length = 0;
  stub.addresses.clear();
});

const ask = (link: string, asked: Partial<Asked> = {}) =>
  publicFetch(link, { ...ASKED, ...asked }, stub.outside);

test("a page is read, from the address that its name was resolved to", async () => {
  const read = await ask("http://news.example/a?b=c#d");
  expect(read).toMatchObject({
    url: "http://news.example/a?b=c#d",
    status: 200,
    contentType: "text/html; charset=utf-8",
    movedForGood: false,
    cutOff: false,
  });
  expect("body" in read && read.body.toString()).toBe(PAGE);
  expect(stub.asked).toEqual(["GET news.example/a?b=c"]);
  expect(stub.connected).toEqual(["93.184.215.14"]);
});

test.each(["/gzip", "/deflate"])("a body sent as %s is unpacked", async (path) => {
  const read = await ask(`http://news.example${path}`);
  expect("body" in read && read.body.toString()).toBe(PAGE);
});

test.each(["/not-gzip", "/zstd"])(
  "a body that cannot be unpacked, as %s, is said",
  async (path) => {
    expect(await ask(`http://news.example${path}`)).toMatchObject({ why: "unreadable" });
  },
);

describe("what is not public is not asked", () => {
  test.each([
    "http://127.0.0.1/",
    "http://localhost/",
    "http://2130706433/",
    "http://169.254.169.254/latest/meta-data/",
    "http://[::1]/",
    "http://[::ffff:10.0.0.1]/",
    "http://[64:ff9b::a00:1]/",
    "http://100.64.0.1/",
    "http://db.internal/",
    "http://news.example:8080/",
    "https://news.example:22/",
    "http://user:secret@news.example/",
    "ftp://news.example/",
    "file:///etc/passwd",
    "news.example",
  ])("%s, at once or by way of a redirect", async (link) => {
    expect(await ask(link)).toMatchObject({ why: "notPublic" });
    expect(stub.connected).toEqual([]);
    // A redirect to a text without a scheme leads to a page of the same host.
    if (!link.includes(":")) return;
    expect(await ask(`http://news.example/to?url=${encodeURIComponent(link)}`)).toMatchObject({
      why: "notPublic",
    });
    expect(stub.connected).toHaveLength(1);
  });

  test.each([
    [["10.0.0.1"]],
    [["169.254.169.254"]],
    [["fd00:ec2::254"]],
    [["::ffff:127.0.0.1"]],
    [["93.184.215.14", "192.168.1.1"]],
  ])("a name that leads to %j", async (addresses) => {
    stub.addresses.set("inside.example", [addresses]);
    expect(await ask("http://inside.example/")).toMatchObject({ why: "notPublic" });
    expect(await ask("http://news.example/to?url=http://inside.example/")).toMatchObject({
      why: "notPublic",
    });
    expect(stub.asked).toEqual(["GET news.example/to?url=http://inside.example/"]);
  });

  test("a name that says another address the second time is not asked again between check and connection", async () => {
    stub.addresses.set("turns.example", [["93.184.215.14"], ["127.0.0.1"]]);
    expect(await ask("http://turns.example/")).toMatchObject({ status: 200 });
    expect(stub.resolved).toEqual(["turns.example"]);
    expect(stub.connected).toEqual(["93.184.215.14"]);
    expect(await ask("http://turns.example/")).toMatchObject({ why: "notPublic" });
    expect(stub.connected).toHaveLength(1);
  });

  test("nor is a redirect to the same name that says another address then", async () => {
    stub.addresses.set("turns.example", [["93.184.215.14"], ["10.1.2.3"]]);
    expect(await ask("http://turns.example/to?url=/a")).toMatchObject({ why: "notPublic" });
    expect(stub.asked).toHaveLength(1);
  });
});

describe("redirects", () => {
  const chain = (times: number, status = 302): string =>
    times === 0
      ? "http://end.example/"
      : `http://news.example/to?status=${status}&url=${encodeURIComponent(chain(times - 1, status))}`;

  test("are followed so often, and no further", async () => {
    expect(await ask(chain(3))).toMatchObject({ url: "http://end.example/", status: 200 });
    expect(await ask(chain(4))).toMatchObject({ why: "redirects" });
  });

  test("say whether a page has moved for good", async () => {
    expect(await ask(chain(2, 301))).toMatchObject({ movedForGood: true });
    expect(await ask(chain(2, 302))).toMatchObject({ movedForGood: false });
  });

  test("to nothing are said", async () => {
    expect(await ask("http://news.example/to?url=http://")).toMatchObject({ why: "redirects" });
  });
});

describe("what takes too long or is too much is cut off", () => {
  test("a bomb, at the size that is read", async () => {
    const read = await ask("http://news.example/bomb", { most: 100_000 });
    expect(read).toMatchObject({ cutOff: true });
    expect("body" in read && read.body.length).toBe(100_000);
  });

  test("a body without end, at the size that is read", async () => {
    const read = await ask("http://news.example/endless", { most: 5000 });
    expect(read).toMatchObject({ cutOff: true });
    expect("body" in read && read.body.length).toBe(5000);
  });

  test.each(["/slow", "/half"])("one that stops, as %s, at what came", async (path) => {
    const began = Date.now();
    const read = await ask(`http://news.example${path}`, { patience: 300 });
    expect("body" in read && read.body.toString()).toBe(PAGE);
    expect(read).toMatchObject({ cutOff: true });
    expect(Date.now() - began).toBeLessThan(1500);
  });

  test("a server that says nothing", async () => {
    expect(await ask("http://news.example/silent", { patience: 200 })).toMatchObject({
      why: "slow",
    });
  });

  test("a name that is never resolved", async () => {
    const never = { ...stub.outside, resolve: () => new Promise<never>(() => {}) };
    const read = await publicFetch("http://news.example/", { ...ASKED, patience: 200 }, never);
    expect(read).toMatchObject({ why: "slow" });
  });
});

test("what is no page is not read, and a head has no body", async () => {
  expect(await ask("http://news.example/pdf")).toMatchObject({
    contentType: "application/pdf",
    body: Buffer.alloc(0),
  });
  expect(await ask("http://news.example/", { method: "HEAD" })).toMatchObject({
    status: 200,
    body: Buffer.alloc(0),
  });
});

test("what the server says is passed on", async () => {
  expect(await ask("http://news.example/gone")).toMatchObject({ status: 410 });
  expect(await ask("http://news.example/busy")).toMatchObject({ status: 429, retryAfter: 120 });
});

test("a host that does not exist, and one that does not prove who it is", async () => {
  stub.addresses.set("none.example", [[]]);
  expect(await ask("http://none.example/")).toMatchObject({ why: "noHost" });
  // The stub speaks no TLS.
  expect(await ask("https://news.example/")).toMatchObject({ why: "unreachable" });
});
