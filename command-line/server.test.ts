import { describe, expect, test } from "vitest";
import { readServerUrl, retryAfter } from "@/command-line/server";
import { ABOUT_INCIDENTS, asked, type Said, serving } from "@/testing/command-line";

function stats(sum: { incidents: number; unknown: number; amount: number }) {
  return {
    ...ABOUT_INCIDENTS,
    measure: "gross",
    estimate: "best",
    by: null,
    interval: null,
    dollars: null,
    sum,
    data: [],
  };
}

const losses = (server: string, ...args: string[]): Promise<Said> =>
  asked(["losses", ...args], { server });

describe("a server", () => {
  test("that is busy is asked again when it says, and then answers", async () => {
    const times: number[] = [];
    const server = await serving((_, response) => {
      times.push(Date.now());
      if (times.length < 3)
        response.writeHead(times.length === 1 ? 503 : 429, { "Retry-After": "1" }).end();
      else response.end(JSON.stringify(stats({ incidents: 2, unknown: 0, amount: 5 })));
    });
    expect(await losses(server)).toMatchObject({ code: 0, stderr: "" });
    expect(times).toHaveLength(3);
    expect((times[2] ?? 0) - (times[0] ?? 0)).toBeGreaterThan(1_900);
  });

  test("that stays busy is given up after five times", async () => {
    let times = 0;
    const server = await serving((_, response) => {
      times += 1;
      response.writeHead(503, { "Retry-After": "0" }).end();
    });
    expect(await losses(server)).toMatchObject({ code: 3 });
    expect(times).toBe(5);
  });

  test("that asks for an hour is not waited for", async () => {
    const server = await serving((_, response) =>
      response.writeHead(503, { "Retry-After": "3600" }).end(),
    );
    expect(await losses(server)).toMatchObject({ code: 3 });
  });

  test("that does not answer is given up in time, before and amid its answer", async () => {
    const silent = await serving(() => {});
    expect(await losses(silent, "--timeout", "1")).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/did not answer within 1 s/),
    });
    const halting = await serving((_, response) => response.writeHead(200).write("a,b\r\n"));
    expect(await losses(halting, "--timeout", "1", "--format", "csv")).toMatchObject({
      code: 3,
      stdout: "a,b\r\n",
      stderr: expect.stringMatching(/did not answer within 1 s/),
    });
  });

  test("that is something else is named as that", async () => {
    const page = await serving((_, response) => response.end("<!doctype html>"));
    expect(await losses(page)).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/Is http.* a Lossline server\?/),
    });
  });

  test("says of nothing that it is zero, and of the unknown neither", async () => {
    let sum = { incidents: 2, unknown: 2, amount: 0 };
    const server = await serving((_, response) => response.end(JSON.stringify(stats(sum))));
    const unknown = await losses(server);
    expect(unknown.stdout).toMatch(/^Incidents: of unknown size, in 2 incidents \(/);
    expect(unknown.stdout).not.toContain("$0");
    sum = { incidents: 0, unknown: 0, amount: 0 };
    expect((await losses(server)).stdout).toMatch(/^Incidents: Lossline has none on record \(/);
  });

  test("may name itself otherwise than it is reached", async () => {
    const asks: string[] = [];
    const server = await serving(({ url = "" }, response) => {
      asks.push(url);
      const isLast = url.includes("cursor");
      response.end(
        JSON.stringify({
          ...ABOUT_INCIDENTS,
          total: 3,
          next: isLast ? null : "https://elsewhere.example/api/v1/incidents?cursor=3.2.abc",
          data: isLast ? [{ id: 3 }] : [{ id: 1 }, { id: 2 }],
        }),
      );
    });
    const said = await asked(["incidents", "--all", "--format", "jsonl"], { server });
    expect(said.stdout).toBe('{"id":1}\n{"id":2}\n{"id":3}\n');
    expect(asks).toEqual(["/api/v1/incidents?limit=1000", "/api/v1/incidents?cursor=3.2.abc"]);
  });
});

test("Retry-After is seconds or a date", () => {
  const now = Date.parse("2025-01-01T00:00:00Z");
  expect(retryAfter("12", now)).toBe(12);
  expect(retryAfter("Wed, 01 Jan 2025 00:00:30 GMT", now)).toBe(30);
  expect(retryAfter("Tue, 31 Dec 2024 00:00:00 GMT", now)).toBe(0);
  expect(retryAfter("soon", now)).toBeNull();
  expect(retryAfter(null, now)).toBeNull();
});

test.each([
  ["https://lossline.example/", "https://lossline.example"],
  ["http://127.0.0.1:3000/under/it/", "http://127.0.0.1:3000/under/it"],
  ["ftp://lossline.example", null],
  ["lossline.example", null],
  ["https://me:secret@lossline.example", null],
  ["https://lossline.example?version=3", null],
])("%s is a server: %s", (text, base) => {
  expect(readServerUrl(text)).toBe(base);
});
