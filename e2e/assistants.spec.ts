import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import { expect, test } from "@playwright/test";

// What assistants are answered, asked by the protocol's own client.

let client: Client;
test.beforeAll(async ({ baseURL }) => {
  client = new Client({ name: "test", version: "1" });
  await client.connect(new StreamableHTTPClientTransport(new URL("/mcp", baseURL)));
});
test.afterAll(() => client.close());

/** An answer as an assistant reads it that reads nothing but text. */
async function ask(name: string, given: Record<string, unknown>) {
  const answer = await client.callTool({ name, arguments: given });
  const [content] = answer.content as { type: string; text: string }[];
  const text = content?.text ?? "";
  const data = (answer.structuredContent ?? {}) as Record<string, unknown>;
  return { text, first: text.split("\n")[0] ?? "", data, isError: answer.isError === true };
}

test("eight tools are described in no more than 12 kB, as what only reads", async () => {
  const { tools } = await client.listTools();
  expect(tools.map(({ name }) => name).sort()).toEqual([
    "check_address",
    "compare_figures",
    "find_incidents",
    "get_actor",
    "get_incident",
    "losses",
    "verify_citation",
    "what_changed",
  ]);
  expect(Buffer.byteLength(JSON.stringify({ tools }))).toBeLessThanOrEqual(12_000);
  for (const { annotations, description } of tools) {
    expect(annotations).toMatchObject({ readOnlyHint: true, idempotentHint: true });
    expect(description).not.toBe("");
  }
});

test("losses are what the interface adds up, in a sentence that can be quoted", async ({
  request,
}) => {
  const rule = { from: "2023-01-01", to: "2023-09-15", actor: "lazarus-group" };
  const { first, data, text } = await ask("losses", rule);
  const stats = await (await request.get(`/api/v1/stats?${new URLSearchParams(rule)}`)).json();
  expect(data).toMatchObject({ amount: stats.sum.amount, incidents: stats.sum.incidents });
  expect(first).toMatch(
    /\$324m.*version \d+ of the record.*looked through.*http.*\/v\/\d+\/number/,
  );
  expect(text).toContain("Short id: ");
  const split = await ask("losses", { ...rule, by: "chain", interval: "month" });
  expect((split.data.rows as unknown[]).length).toBeGreaterThan(3);
  expect(split.text).toContain("| Period | Chain");
});

test("thefts are found, read whole, and asked for page by page", async () => {
  const found = await ask("find_incidents", { q: "coinex" });
  expect(found.text).toContain("coinex-2023-09");
  const page = await ask("find_incidents", { from: "2023-01-01", to: "2023-12-31", limit: 5 });
  const next = await ask("find_incidents", {
    from: "2023-01-01",
    to: "2023-12-31",
    limit: 5,
    cursor: page.data.cursor,
  });
  const slugs = (answer: typeof page) =>
    (answer.data.incidents as { slug: string }[]).map(({ slug }) => slug);
  expect(new Set([...slugs(page), ...slugs(next)]).size).toBe(10);
  const { first, data } = await ask("get_incident", { id: "coinex-2023-09" });
  expect(first).toMatch(/^CoinEx hot-wallet theft: a loss of \$/);
  expect(data).toMatchObject({ slug: "coinex-2023-09" });
});

test("an actor, addresses, others' figures and changes are answered", async ({ request }) => {
  const actor = await ask("get_actor", { id: "lazarus-group" });
  expect(actor.text).toContain("Attributions are others’ statements");
  const listed = await (await request.get("/api/v1/addresses?limit=1")).json();
  const [{ address, incident_slug: slug }] = listed.data;
  const checked = await ask("check_address", { addresses: [address, "0xnothing"] });
  expect(checked.text).toContain(slug);
  const figures = await ask("compare_figures", { publisher: "Chainalysis", year: 2023 });
  expect(figures.text).toContain("Chainalysis");
  const changed = await ask("what_changed", { from: 1 });
  expect(changed.first).toContain("From version 1 to version ");
});

for (const rule of [
  {},
  { least: 1_000_000 },
  { most: 5_000_000, from: "2023-01-01" },
  { actor: "lazarus-group" },
  { confidence: "suspected" },
  { measure: "net" },
  { estimate: "low" },
])
  test(`what losses says of ${JSON.stringify(rule)} agrees with the record`, async () => {
    const { first, data } = await ask("losses", rule);
    const verified = await ask("verify_citation", { citation: first });
    expect(verified.data).toMatchObject({ agrees: true, amount_usd: data.amount });
  });

test("a citation is held against the record at its own version", async () => {
  const losses = await ask("losses", { from: "2023-01-01", to: "2023-12-31" });
  const right = await ask("verify_citation", { citation: losses.first });
  expect(right.first).toMatch(/^The citation agrees with the record: /);
  expect(right.data).toMatchObject({ agrees: true, amount_usd: losses.data.amount });
  const shortId = /Short id: (\S+)/.exec(losses.text)?.[1];
  const wrong = await ask("verify_citation", { citation: `$3.99 trillion? $3bn, ${shortId}` });
  expect(wrong.data).toMatchObject({ agrees: false });
  const silent = await ask("verify_citation", { citation: "/v/1/incidents/coinex-2023-09." });
  expect(silent.data).toMatchObject({ agrees: null, version: 1 });
});

for (const rule of [
  { from: "2023-01-01", to: "2023-12-31", measure: "median" },
  { from: "2022-01-01", to: "2022-12-31", dollars: 2020 },
])
  test(`a citation of ${JSON.stringify(rule)} is held against the same sums`, async () => {
    const { first, data } = await ask("losses", rule);
    expect(data.url).toMatch(/\/api\/v1\/stats\?.*version=\d+$/);
    const right = await ask("verify_citation", { citation: first });
    expect(right.data).toMatchObject({ agrees: true, amount_usd: data.amount, url: data.url });
    const wrong = await ask("verify_citation", { citation: `$7.77, says ${data.url}` });
    expect(wrong.data).toMatchObject({ agrees: false });
  });

test("a chart of medians is held against a median, not against a sum", async () => {
  const chart = "/v/1/charts/monthly?measure=median&year=2023";
  const { data } = await ask("losses", {
    ...{ from: "2023-01-01", to: "2023-12-31", measure: "median" },
    version: 1,
  });
  const verified = await ask("verify_citation", { citation: `It shows $1, ${chart}` });
  expect(verified.data).toMatchObject({ agrees: false, amount_usd: data.amount });
});

test("a number of incidents in a citation is held against the record's", async () => {
  const { data } = await ask("losses", { from: "2023-01-01", to: "2023-12-31", measure: "count" });
  const count = data.incidents as number;
  const right = await ask("verify_citation", { citation: `${count} thefts in 2023, ${data.url}` });
  expect(right.data).toMatchObject({ agrees: true, incidents: count, amount_usd: null });
  expect(right.data.counts).toEqual([{ said: `${count} thefts`, agrees: true }]);
  const wrong = await ask("verify_citation", { citation: `${count + 1} thefts, ${data.url}` });
  expect(wrong.data).toMatchObject({ agrees: false });
});

for (const [name, given, said] of [
  ["losses", { frm: "2023" }, /^frm is no argument here. Allowed are from/],
  ["losses", { from: "2023-02-30" }, /^from=2023-02-30: allowed is/],
  ["losses", { actor: "nobody-of-that-name" }, /holds no actor of that name/],
  ["losses", { version: 99_999_999 }, /^version=99999999: allowed is a version/],
  ["get_incident", {}, /^id is missing/],
  ["get_incident", { id: "../x" }, /holds no such incident/],
  ["find_incidents", { limit: 5_000 }, /^limit=5000: allowed/],
  ["check_address", { addresses: [] }, /^addresses/],
  ["what_changed", { from: -1 }, /^from=-1/],
  ["verify_citation", { citation: "They lost $5m." }, /names nothing that is for ever/],
] as const)
  test(`${name} says what is allowed instead of ${JSON.stringify(given)}`, async () => {
    const { text, isError } = await ask(name, given);
    expect(isError).toBe(true);
    expect(text).toMatch(said);
  });

test("what is no message of the protocol is refused", async ({ request }) => {
  const sent = (data: string, type = "application/json") =>
    request.post("/mcp", {
      data: Buffer.from(data),
      headers: { "Content-Type": type, Accept: "application/json, text/event-stream" },
    });
  expect((await sent("{")).status()).toBe(400);
  expect((await sent("{}", "text/plain")).status()).toBe(415);
  expect((await sent(`"${"x".repeat(1_100_000)}"`)).status()).toBe(413);
  expect((await request.delete("/mcp")).status()).toBe(405);
  const asked = await request.fetch("/mcp", { method: "OPTIONS" });
  expect(asked.headers()["access-control-allow-methods"]).toContain("POST");
});

test("nobody is kept listening for what never comes", async ({ request }) => {
  expect(client.getServerCapabilities()?.tools?.listChanged ?? false).toBe(false);
  // Answered whole, or this would wait for the end of a stream.
  const response = await request.post("/mcp", {
    headers: {
      Accept: "application/json, text/event-stream",
      "MCP-Protocol-Version": "2026-07-28",
      "Mcp-Method": "subscriptions/listen",
    },
    data: {
      jsonrpc: "2.0",
      id: 1,
      method: "subscriptions/listen",
      params: {
        notifications: { toolsListChanged: true },
        _meta: {
          "io.modelcontextprotocol/protocolVersion": "2026-07-28",
          "io.modelcontextprotocol/clientInfo": { name: "test", version: "1" },
          "io.modelcontextprotocol/clientCapabilities": {},
        },
      },
    },
  });
  expect(await response.json()).toMatchObject({ id: 1, error: { code: -32603 } });
});
