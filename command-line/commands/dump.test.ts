import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { asked, serving } from "@/testing/command-line";

const FILES: Record<string, string> = {
  "incidents.csv": "id,name\r\n1,One\r\n2,Two\r\n",
  "csv/actors.csv": "id\r\n1\r\n",
  "lossline.sqlite": "SQLite format 3\0 and so on",
  SHA256SUMS: "sums",
};
const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

interface Ways {
  /** Whether it sends parts. */
  ranges?: boolean;
  /** Bytes after which it ends a connection, once. */
  breaksAfter?: number;
  /** What it sends instead of a file. */
  sends?: Record<string, string>;
  /** What it calls its files. */
  called?: (name: string) => string;
}

/** A server with a dump of version 4, and what was asked of it. */
async function withDump({ ranges = true, breaksAfter, sends = {}, called }: Ways) {
  const asks: string[] = [];
  let breaks = breaksAfter;
  const server = await serving((request, response) => {
    const { pathname } = new URL(request.url ?? "", "http://dump.invalid");
    const { range } = request.headers;
    asks.push(range === undefined ? pathname : `${pathname} ${range}`);
    if (pathname === "/api/v1/versions")
      return response.end(
        JSON.stringify({
          version: 5,
          next: null,
          data: [
            { version: 5, dumps: [] },
            {
              version: 4,
              dumps: Object.entries(FILES).map(([name, text]) => ({
                url: `https://elsewhere.example/dumps/4/${called?.(name) ?? name}`,
                bytes: text.length,
                sha256: sha256(text),
              })),
            },
          ],
        }),
      );
    const name = pathname.replace("/dumps/4/", "");
    const text = sends[name] ?? FILES[name] ?? "";
    const from = ranges ? Number(/^bytes=(\d+)-$/.exec(range ?? "")?.[1] ?? 0) : 0;
    response.writeHead(from === 0 ? 200 : 206, { "Content-Length": text.length - from });
    if (breaks === undefined || name !== "incidents.csv") return response.end(text.slice(from));
    response.write(text.slice(from, from + breaks), () => response.destroy());
    breaks = undefined;
  });
  const folder = mkdtempSync(path.join(tmpdir(), "lossline-dump-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const dump = (...args: string[]) => asked(["dump", "--out", folder, ...args], { server });
  return { dump, asks, folder };
}

const there = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)))
    .sort();

test("the newest dump that there is, with what says that it is whole at its end", async () => {
  const { dump, asks, folder } = await withDump({});
  expect(await dump()).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(/^Version 4: 4 files/),
  });
  expect(there(folder)).toEqual(Object.keys(FILES).sort());
  expect(asks.at(-1)).toBe("/dumps/4/SHA256SUMS");
  for (const [name, text] of Object.entries(FILES))
    expect(readFileSync(path.join(folder, name), "utf8")).toBe(text);
});

test("what is there already is not asked for again, and what differs is", async () => {
  const { dump, asks, folder } = await withDump({});
  await dump();
  asks.length = 0;
  writeFileSync(path.join(folder, "incidents.csv"), "id,name\r\n1,Own\r\n2,Two\r\n");
  expect(await dump()).toMatchObject({ stdout: expect.stringMatching(/3 were there already/) });
  expect(asks).toEqual(["/api/v1/versions", "/dumps/4/incidents.csv"]);
});

test.each([true, false])(
  "goes on where it was cut off (a server that sends parts: %s)",
  async (ranges) => {
    const { dump, asks, folder } = await withDump({ ranges, breaksAfter: 9 });
    expect(await dump()).toMatchObject({
      code: 3,
      stderr: expect.stringMatching(/ended the connection/),
    });
    expect(there(folder)).toEqual(["incidents.csv.part"]);
    asks.length = 0;
    expect(await dump()).toMatchObject({ code: 0 });
    expect(asks.slice(1, 3)).toEqual([
      "/dumps/4/incidents.csv bytes=9-",
      ranges ? "/dumps/4/csv/actors.csv" : "/dumps/4/incidents.csv",
    ]);
    expect(readFileSync(path.join(folder, "incidents.csv"), "utf8")).toBe(FILES["incidents.csv"]);
  },
);

test("nothing has its name that is not what the server says it is", async () => {
  const { dump, folder } = await withDump({
    sends: { "incidents.csv": "id,name\r\n1,Own\r\n2,Two\r\n" },
  });
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, "incidents.csv.part"), "begun by another");
  expect(await dump()).toMatchObject({
    code: 3,
    stderr: expect.stringMatching(/is not what the server says/),
  });
  expect(there(folder)).toEqual([]);
});

test("one form alone, with what proves and describes it", async () => {
  const { dump, folder } = await withDump({});
  await dump("--format", "sqlite");
  expect(there(folder)).toEqual(["SHA256SUMS", "lossline.sqlite"]);
});

test.each(["../incidents.csv", "csv/../../x", "..", ".", "a//b"])(
  "no server writes to %s",
  async (name) => {
    const { dump, folder } = await withDump({ called: () => name });
    expect(await dump()).toMatchObject({ code: 3 });
    expect(there(folder)).toEqual([]);
  },
);

test("a folder that cannot be written to is named, and no server is blamed", async () => {
  const { dump, folder } = await withDump({});
  writeFileSync(path.join(folder, "csv"), "a file where a folder has to be");
  const said = await dump();
  expect(said).toMatchObject({
    code: 4,
    stderr: expect.stringMatching(/^It failed: E\w+: .*csv'\n$/),
  });
});
