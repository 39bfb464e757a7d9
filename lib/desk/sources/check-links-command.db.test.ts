import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { type Checked, checkLinks } from "@/lib/desk/sources/check-links-command";
import { countLinks, listLinks } from "@/lib/desk/sources/link-check-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { type TestDatabase, testDatabase } from "@/testing/database";
import { outsideStub } from "@/testing/outside-stub";
import { anIncident, aSource, publicationOf } from "@/testing/records";

const SOURCES = [
  "http://alive.example/a",
  "http://alive.example/b",
  "http://alive.example/gone",
  "http://moved.example/old/page",
  "http://moved.example/to-front",
  "http://shy.example/no-head",
  "http://shut.example/forbidden",
  "http://broken.example/500",
  "http://inside.example/",
  "http://nowhere.example/",
  "http://busy.example/429",
  "https://www.facebook.com/a/posts/1",
];

let db: TestDatabase["db"];
let stub: Awaited<ReturnType<typeof outsideStub>>;
/** Requests that are being answered, and the most there were at a time. */
let open = 0;
let mostOpen = 0;
beforeAll(async () => {
  ({ db } = await testDatabase());
  stub = await outsideStub((request, response) => {
    const { host = "" } = request.headers;
    const answers: Record<string, [number, string?]> = {
      "/gone": [404],
      "/old/page": [301, "http://moved.example/new/page"],
      "/to-front": [302, "/"],
      "/no-head": [request.method === "HEAD" ? 405 : 200],
      "/forbidden": [403],
      "/500": [500],
      "/429": [429],
    };
    const [status, location] = answers[request.url ?? ""] ?? [200];
    response.writeHead(status, location === undefined ? {} : { Location: location });
    mostOpen = Math.max(mostOpen, ++open);
    // Long enough for a second one to come, if one did.
    setTimeout(() => {
      open--;
      response.end(host);
    }, 10);
  });
  const withCopy = "https://web.archive.org/web/2023/http://alive.example/gone";
  await publish(
    db,
    publicationOf({
      incidents: [
        anIncident({
          slug: "foo-2023-01",
          name: "Foo",
          sources: SOURCES.map((url) =>
            aSource({ url, archivedUrl: url.endsWith("/gone") ? withCopy : null }),
          ),
        }),
        anIncident({
          slug: "bar-2023-02",
          name: "Bar",
          sources: [aSource({ url: "http://alive.example/gone" })],
        }),
      ],
    }),
    "A test",
  );
});
afterAll(() => stub.stop());
beforeEach(async () => {
  await db.linkCheck.deleteMany();
  stub.asked.length = 0;
  stub.addresses.clear();
  stub.addresses.set("inside.example", [["10.0.0.7"]]);
  stub.addresses.set("nowhere.example", [[]]);
});

const check = (given: Partial<Parameters<typeof checkLinks>[1]> = {}): Promise<Checked> =>
  checkLinks(db, {
    before: new Date(Date.now() - 86_400_000),
    host: null,
    most: 1000,
    hostsAtOnce: 3,
    pause: 0,
    outside: stub.outside,
    ...given,
  });
const states = async () =>
  Object.fromEntries(
    (await db.linkCheck.findMany()).map(({ url, state }) => [
      url.replace(/^https?:\/\//, ""),
      state,
    ]),
  );

test("each link is followed once, and what was found is stored", async () => {
  const done = await check();
  expect(await states()).toEqual({
    "alive.example/a": "found",
    "alive.example/b": "found",
    "alive.example/gone": "gone",
    "moved.example/old/page": "moved",
    "moved.example/to-front": "moved",
    "shy.example/no-head": "found",
    "shut.example/forbidden": "refused",
    "broken.example/500": "unreachable",
    "inside.example/": "refused",
    "nowhere.example/": "unreachable",
    "www.facebook.com/a/posts/1": "refused",
  });
  expect(done).toMatchObject({ due: 12, left: 1, isOffline: false });
  expect(done.found).toEqual({ found: 3, moved: 2, gone: 1, refused: 3, unreachable: 2 });
  expect(stub.asked.filter((asked) => asked.includes("facebook"))).toEqual([]);
  expect(stub.connected.join(" ")).not.toContain("10.0.0.7");
});

test("what was checked lately is left alone, so that a run goes on where one was stopped", async () => {
  await check({ most: 4 });
  const first = Object.keys(await states());
  expect(first.length).toBeGreaterThan(2);
  stub.asked.length = 0;
  await check();
  for (const url of first)
    expect(stub.asked.some((asked) => asked.endsWith(` ${url}`))).toBe(false);
  expect(Object.keys(await states())).toHaveLength(11);
  expect((await check({ host: "alive.example" })).due).toBe(0);
  expect((await check({ host: "alive.example", before: new Date(Date.now() + 1000) })).due).toBe(3);
});

test("since when a link is gone is kept, until it is found again", async () => {
  await check({ host: "alive.example" });
  const long = new Date("2026-01-01T00:00:00Z");
  await db.linkCheck.updateMany({
    where: { state: "gone" },
    data: { failingSince: long, checkedAt: long },
  });
  await check({ host: "alive.example" });
  const gone = await db.linkCheck.findFirstOrThrow({ where: { state: "gone" } });
  expect(gone.failingSince).toEqual(long);
  expect(gone.checkedAt.getTime()).toBeGreaterThan(long.getTime());
  await db.linkCheck.updateMany({
    where: { url: "http://alive.example/a" },
    data: { failingSince: long, checkedAt: long, state: "gone" },
  });
  await check({ host: "alive.example" });
  expect(
    await db.linkCheck.findFirstOrThrow({ where: { url: "http://alive.example/a" } }),
  ).toMatchObject({ state: "found", failingSince: null });
});

test("of one host never more than one link is asked for at a time", async () => {
  mostOpen = 0;
  await check({ host: "alive.example", hostsAtOnce: 8 });
  expect(mostOpen).toBe(1);
});

test("a server without a way to the internet finds no link gone", async () => {
  const offline = (code: string) => ({
    ...stub.outside,
    resolve: () => Promise.reject(Object.assign(new Error("no"), { code })),
  });
  for (const code of ["ENOTFOUND", "EAI_AGAIN"]) {
    expect(await check({ outside: offline(code) })).toMatchObject({ isOffline: true });
    expect(await states()).toEqual({});
  }
});

test("links are listed once, by what was found, with their copy and their records", async () => {
  await check();
  const all = { state: null, host: "", withoutCopy: false };
  expect(await countLinks(db, all)).toEqual({
    gone: 1,
    unreachable: 2,
    moved: 2,
    refused: 3,
    found: 3,
    unchecked: 1,
  });
  const gone = await listLinks(db, { ...all, state: "gone" }, 1);
  expect(gone).toMatchObject({
    count: 1,
    links: [
      {
        url: "http://alive.example/gone",
        detail: "is gone: its site answered 404",
        archivedUrl: "https://web.archive.org/web/2023/http://alive.example/gone",
        records: [
          { kind: "incident", slug: "bar-2023-02", name: "Bar" },
          { kind: "incident", slug: "foo-2023-01", name: "Foo" },
        ],
      },
    ],
  });
  expect((await listLinks(db, { ...all, host: "moved.example" }, 1)).count).toBe(2);
  expect((await listLinks(db, { ...all, host: "facebook.com" }, 1)).count).toBe(1);
  expect((await listLinks(db, { ...all, withoutCopy: true }, 1)).count).toBe(11);
  expect((await listLinks(db, { ...all, state: "unchecked" }, 1)).links[0]).toMatchObject({
    url: "http://busy.example/429",
    checkedAt: null,
  });
});

test("what is no longer a source of anything is forgotten", async () => {
  await db.linkCheck.create({
    data: {
      key: "x",
      url: "http://other.example/",
      host: "other.example",
      state: "gone",
      detail: "is gone",
      checkedAt: new Date(),
    },
  });
  await check();
  expect(Object.keys(await states())).not.toContain("other.example/");
});
