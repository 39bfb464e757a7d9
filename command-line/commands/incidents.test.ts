import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { parse } from "csv-parse/sync";
import { expect, onTestFinished, test } from "vitest";
import { ABOUT_INCIDENTS, asked, serving } from "@/testing/command-line";

const CSV = 'id,name\r\n1,"One, or\n""so"""\r\n2,Two\r\n3,Three\r\n';

/**
 * Serves three incidents as CSV and in two pages.
 * @param cut behind how many bytes of the CSV, or before the second page, the connection ends; null of a server that answers all
 */
function three({ cut = null as number | null, total = 3 } = {}): Promise<string> {
  return serving(({ url = "" }, response) => {
    if (url.startsWith("/api/v1/incidents.csv")) {
      response.writeHead(200, { "Content-Location": "/api/v1/incidents.csv?version=3" });
      if (cut === null) return response.end(CSV);
      return response.write(CSV.slice(0, cut), () => setTimeout(() => response.destroy(), 50));
    }
    if (url.includes("cursor") && cut !== null) return response.destroy();
    const [data, next] = url.includes("cursor")
      ? [[{ id: 3 }], null]
      : [[{ id: 1 }, { id: 2 }], "/api/v1/incidents?cursor=a"];
    return response.end(JSON.stringify({ ...ABOUT_INCIDENTS, total, next, data }));
  });
}

function folder(): string {
  const made = mkdtempSync(path.join(tmpdir(), "lossline-incidents-"));
  onTestFinished(() => rmSync(made, { recursive: true }));
  return made;
}

const all = (server: string, format: string, ...args: string[]) =>
  asked(["incidents", "--all", "--format", format, ...args], { server });

test("all of them are written as they come", async () => {
  const server = await three();
  expect(await all(server, "csv")).toEqual({ code: 0, stdout: CSV, stderr: "" });
  expect((await all(server, "jsonl")).stdout).toBe('{"id":1}\n{"id":2}\n{"id":3}\n');
});

test.each([
  ["between two records", CSV.indexOf("2,Two"), "1 incident"],
  ["within a cell", CSV.indexOf("wo"), "1 incident"],
  ["within a quoted cell", CSV.indexOf("or\n"), null],
])("a CSV that breaks off %s is taken for whole by no reader", async (_, cut, written) => {
  const { code, stdout, stderr } = await all(await three({ cut }), "csv");
  expect(code).toBe(3);
  expect(stderr).toContain("it ended the connection");
  if (written !== null) expect(stderr).toContain(`not whole: it breaks off behind ${written}.`);
  expect(stdout.startsWith(CSV.slice(0, cut))).toBe(true);
  expect(() => parse(stdout, { columns: true })).toThrow();
});

test("JSON and JSON lines that break off are none", async () => {
  const server = await three({ cut: 0 });
  const lines = await all(server, "jsonl");
  expect(lines).toMatchObject({ code: 3, stdout: '{"id":1}\n{"id":2}\n{"broken_off":' });
  expect(lines.stderr).toContain("not whole: it breaks off behind 2 incidents.");
  const json = await all(server, "json");
  expect(json.code).toBe(3);
  expect(() => JSON.parse(json.stdout)).toThrow();
});

test("what ends without a word is held against the total of its version", async () => {
  const server = await three({ total: 4 });
  for (const format of ["csv", "jsonl"]) {
    const { code, stderr } = await all(server, format);
    expect(code).toBe(3);
    expect(stderr).toContain("behind 3 of 4 incidents");
  }
});

test.each(["csv", "jsonl"])("a file of %s is there once it is whole", async (format) => {
  const file = path.join(folder(), "all");
  writeFileSync(file, "of yesterday");
  const broken = await all(await three({ cut: 12 }), format, "--out", file);
  expect(broken).toMatchObject({ code: 3, stdout: "" });
  expect(broken.stderr).toContain(`${file} was not written.`);
  expect(readFileSync(file, "utf8")).toBe("of yesterday");
  expect(existsSync(`${file}.part`)).toBe(false);
  const server = await three();
  expect(await all(server, format, "--out", file)).toEqual({ code: 0, stdout: "", stderr: "" });
  expect(readFileSync(file, "utf8")).toBe((await all(server, format)).stdout);
  expect(existsSync(`${file}.part`)).toBe(false);
});

test("a file that cannot be written is named", async () => {
  const file = path.join(folder(), "nowhere", "all.csv");
  const { code, stderr } = await all(await three(), "csv", "--out", file);
  expect(code).toBe(4);
  expect(stderr).toContain("ENOENT");
  expect(stderr).toContain(file);
});
