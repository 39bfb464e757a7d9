import type { ServerResponse } from "node:http";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { archivedCopyOf } from "@/lib/desk/sources/archived-copy";
import { outsideStub } from "@/testing/outside-stub";

const PAGE = "https://news.example.org/theft";
const COPY = `https://web.archive.org/web/20240506070809/${PAGE}`;

/** What the Wayback Machine answers: to the question whether it has a copy, and to the request to make one. */
let available: (response: ServerResponse) => void;
let save: (response: ServerResponse) => void;
let stub: Awaited<ReturnType<typeof outsideStub>>;
beforeAll(async () => {
  stub = await outsideStub(({ url, headers }, response) => {
    if (headers.host === "archive.org" && url?.startsWith("/wayback/available"))
      available(response);
    else if (url?.startsWith("/save/")) save(response);
    else response.end("a copy");
  }, true);
});
afterAll(() => stub.stop());
beforeEach(() => {
  stub.addresses.clear();
  stub.asked.length = 0;
  available = json({ archived_snapshots: {} });
  save = status(520);
});

const json = (body: unknown) => (response: ServerResponse) => {
  response.writeHead(200, { "Content-Type": "application/json" });
  response.end(typeof body === "string" ? body : JSON.stringify(body));
};
const status = (code: number, location?: string) => (response: ServerResponse) => {
  response.writeHead(code, location === undefined ? {} : { Location: location });
  response.end();
};
const closest = (url: string, given: object = {}) =>
  json({ archived_snapshots: { closest: { available: true, status: "200", url, ...given } } });
const copyOf = (link = PAGE) => archivedCopyOf(link, stub.outside);

test("the copy that there is, is found, by https, and none is made", async () => {
  available = closest(COPY.replace(/^https:/, "http:"));
  expect(await copyOf()).toEqual({ url: COPY, made: false });
  expect(stub.asked).toEqual([`GET archive.org/wayback/available?url=${encodeURIComponent(PAGE)}`]);
});

test.each([
  ["of another page", closest("http://web.archive.org/web/2024/https://news.example.org/other")],
  ["on another host", closest(`https://archive.invalid/web/20240506070809/${PAGE}`)],
  ["of a page that was not there", closest(COPY, { status: "404" })],
  ["that is not available", closest(COPY, { available: false })],
  ["in no JSON", json("{")],
  ["without any", json({ archived_snapshots: {} })],
  ["by a server that fails", status(503)],
])("an answer %s is no copy: one is asked for", async (_, answer) => {
  available = answer;
  save = status(302, COPY);
  expect(await copyOf()).toEqual({ url: COPY, made: true });
  expect(stub.asked.map((asked) => asked.split("/")[0])).toEqual([
    "GET archive.org",
    "GET web.archive.org",
    "GET web.archive.org",
  ]);
});

test("a copy that was made of something else is none", async () => {
  save = status(302, "https://web.archive.org/web/20240506070809/https://news.example.org/front");
  expect(await copyOf()).toEqual({ none: expect.stringContaining("did not make one") });
});

test.each([
  [429, "makes no more for this server at the moment"],
  [520, "did not make one (it answered 520)"],
  [403, "did not make one (it answered 403)"],
])("asked to make one it answers %d: said in plain words", async (code, said) => {
  save = status(code);
  expect(await copyOf()).toEqual({ none: expect.stringContaining(said) });
});

test("an archive out of reach, or behind a private address, is said as such", async () => {
  stub.addresses.set("archive.org", [[]]);
  expect(await copyOf()).toEqual({ none: expect.stringContaining("cannot be reached") });
  stub.addresses.set("archive.org", [["10.0.0.7"]]);
  expect(await copyOf()).toEqual({ none: expect.stringContaining("cannot be reached") });
  expect(stub.asked).toEqual([]);
});
