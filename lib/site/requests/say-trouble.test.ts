import { createServer, type Server, type ServerResponse } from "node:http";
import { afterAll, beforeAll, expect, test } from "vitest";
import {
  isDatabaseAway,
  noteDatabaseAway,
  noteDatabaseBack,
  noteTrouble,
  troubleSince,
} from "@/lib/db/availability";
import { sayTrouble } from "@/lib/site/requests/say-trouble";
import { askAlone } from "@/testing/lone-request";
import { undoServerHooks } from "@/testing/server-hooks";

undoServerHooks();

let server: Server;
let answer: (response: ServerResponse) => void = () => undefined;

beforeAll(async () => {
  sayTrouble({ ask: async () => {}, isAway: isDatabaseAway, troubleSince });
  server = createServer((_, response) => answer(response));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const ask = (path: string) => askAlone(server, path);

const failing: readonly (readonly [how: string, fail: (response: ServerResponse) => void])[] = [
  ["by a head", (response) => response.writeHead(500, { "X-Made": "half" }).end("broken")],
  [
    "by a status",
    (response) => {
      response.statusCode = 500;
      response.setHeader("ETag", '"broken"');
      response.write("bro");
      response.end("ken");
    },
  ],
];

test.each(failing)(
  "a failure %s is the database's where that has failed meanwhile",
  async (_, fail) => {
    answer = (response) => {
      noteTrouble("away");
      fail(response);
    };
    const page = await ask("/search?q=x");
    expect(page).toMatchObject({ status: 503, retry: "10", type: "text/html; charset=utf-8" });
    expect(page.body).toContain("<title>The record cannot be reached");
    expect(page.body).not.toContain("broken");
    expect(await ask("/charts/monthly.csv")).toMatchObject({ type: "application/problem+json" });
    answer = (response) => {
      noteTrouble("full");
      fail(response);
    };
    expect((await ask("/desk/queue")).body).toContain("disk is full");
  },
);

test.each(failing)(
  "a failure %s is the program's own where the database has not failed since",
  async (_, fail) => {
    noteTrouble("away");
    answer = fail;
    expect(await ask("/search?q=x")).toMatchObject({ status: 500, retry: "" });
  },
);

test("what was answered is left alone while the database fails for others", async () => {
  answer = (response) => {
    noteTrouble("away");
    response.end("made");
  };
  expect(await ask("/")).toMatchObject({ status: 200, body: "made" });
});

test("whoever waits for a database that is away is told so, and what comes later goes nowhere", async () => {
  let late: ServerResponse | null = null;
  answer = (response) => {
    late = response;
    noteDatabaseAway();
  };
  const again = setInterval(noteDatabaseAway, 500);
  const page = await ask("/search?q=x");
  clearInterval(again);
  noteDatabaseBack();
  expect(page).toMatchObject({ status: 503, retry: "10" });
  const response = late as unknown as ServerResponse;
  response.setHeader("X-Late", "yes");
  expect(response.writeHead(200).end("made")).toBe(response);
});
