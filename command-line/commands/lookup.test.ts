import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { asked, serving } from "@/testing/command-line";

const MATCH = {
  kind: "incident",
  id: 7,
  name: "A theft",
  url: "/v/3/incidents/a-theft",
  role: "theft",
  source: "https://example.com/a",
};
const entry = (given: string, isThere: boolean) => ({
  given,
  read_as: "address",
  result: isThere ? "in the record" : "not in the record",
  text: isThere ? given : null,
  chains: isThere ? ["ethereum"] : [],
  known_as: null,
  matches: isThere ? [MATCH] : [],
});

/** A server that has what ends with “1”, and what it was asked. */
async function withLookup() {
  const asks: { url: string; entries: string[] }[] = [];
  const server = await serving(async (request, response) => {
    let body = "";
    for await (const piece of request) body += piece;
    const { entries } = JSON.parse(body) as { entries: string[] };
    asks.push({ url: request.url ?? "", entries });
    const data = entries.map((given) => entry(given, given.endsWith("1")));
    response.end(
      JSON.stringify({ version: 3, caveat: "Not all are known.", total: data.length, data }),
    );
  });
  return { server, asks };
}

test("a long list goes in parts of a thousand, all of one version, and comes back in its order", async () => {
  const { server, asks } = await withLookup();
  const entries = Array.from({ length: 2_345 }, (_, at) => `entry ${at}`);
  // As pieces of an input come: cut anywhere.
  const text = `${entries.join("\r\n")}\n\n`;
  const input = [text.slice(0, 1_001), text.slice(1_001)];
  const said = await asked(["lookup", "--format", "jsonl", "-"], { server, input });
  expect(said.code).toBe(0);
  const lines = said.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line).given);
  expect(lines).toEqual(entries);
  expect(asks.map(({ url, entries }) => [url, entries.length])).toEqual([
    ["/api/v1/lookup", 1_000],
    ["/api/v1/lookup?version=3", 1_000],
    ["/api/v1/lookup?version=3", 345],
  ]);
});

test("long entries go in smaller parts", async () => {
  const { server, asks } = await withLookup();
  const input = Array.from(
    { length: 600 },
    (_, at) => `https://example.com/${at}${"x".repeat(1_900)}\n`,
  );
  await asked(["lookup", "-", "--format", "csv"], { server, input });
  expect(asks.length).toBe(3);
  expect(asks.flatMap(({ entries }) => entries)).toHaveLength(600);
});

test("text and CSV say of each entry what is known, with role, source and page", async () => {
  const { server } = await withLookup();
  const text = await asked(["lookup", "0xa1", "0xa2"], { server });
  expect(text.stdout).toBe(
    `Looked up in version 3 of the record.

0xa1: in the record on ethereum
  theft  A theft  ${server}/v/3/incidents/a-theft
    source: https://example.com/a

0xa2: not in the record

Not all are known.
`,
  );
  const csv = await asked(["lookup", "--format", "csv", "0xa1", "=2"], { server });
  expect(csv.stdout.split("\r\n").slice(1)).toEqual([
    `0xa1,in the record,address,0xa1,ethereum,,incident,A theft,theft,https://example.com/a,${server}/v/3/incidents/a-theft,3`,
    "'=2,not in the record,address,,,,,,,,,3",
    "",
  ]);
});

test("privately, the server is told six digits of whole addresses, and nothing of all else", async () => {
  const address = "0x1111111111111111111111111111111111111111";
  const digest = createHash("sha256").update(`evm:${address}`).digest("hex");
  const urls: string[] = [];
  const server = await serving((request, response) => {
    urls.push(request.url ?? "");
    const found = (rest: string) => ({
      rest,
      text: address,
      chains: ["bnb"],
      known_as: null,
      matches: [MATCH],
    });
    const other = `${"0".repeat(57)}1`;
    const data = [{ ...found(other), text: "another" }, found(digest.slice(6))];
    response.end(JSON.stringify({ version: 3, data }));
  });
  const said = await asked(
    [
      "lookup",
      "--private",
      "--format",
      "jsonl",
      address,
      address.toUpperCase().replace("X", "x"),
      "Somebody",
    ],
    { server },
  );
  expect(urls).toEqual([`/api/v1/addresses/range/${digest.slice(0, 6)}`]);
  const rows = said.stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  expect(rows.map(({ text, result }) => [text, result])).toEqual([
    [address, "in the record"],
    [address, "in the record"],
    [null, expect.stringMatching(/^not asked/)],
  ]);
});

test("an input without a line is not understood", async () => {
  const said = await asked(["lookup", "-"], { server: "http://127.0.0.1:9", input: ["\n \n"] });
  expect(said).toMatchObject({ code: 2, stdout: "" });
});
