import { createHash } from "node:crypto";
import { type APIRequestContext, type APIResponse, expect, test } from "@playwright/test";
import { parse } from "csv-parse/sync";
import { contradictionsOf, type Description, sendDescribed } from "@/testing/described-requests";

const ROOT = "/api/v1";

const ask = (request: APIRequestContext, url: string, headers: Record<string, string> = {}) =>
  request.get(url, { maxRedirects: 0, headers });

async function readDescription(request: APIRequestContext): Promise<Description> {
  const answer = await ask(request, `${ROOT}/openapi.json`);
  expect(answer.status()).toBe(200);
  return answer.json();
}

/** A problem that names a parameter. */
async function expectProblem(answer: APIResponse, status: number, parameter?: string) {
  expect(answer.status(), answer.url()).toBe(status);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  const problem = await answer.json();
  expect(problem.status).toBe(status);
  expect(problem.detail).not.toBe("");
  if (parameter !== undefined)
    expect(problem.problems.map((each: { parameter: string }) => each.parameter)).toContain(
      parameter,
    );
}

test("every example of the page is answered, as the description says", async ({
  page,
  request,
}) => {
  await page.goto("/api");
  const links = await page.getByRole("link", { name: new RegExp(`^${ROOT}/.+`) }).all();
  const examples = await Promise.all(links.map((link) => link.getAttribute("href")));
  expect(examples.length).toBeGreaterThan(15);
  const contradictions = contradictionsOf(await readDescription(request));
  for (const example of examples) {
    if (example === null || example.endsWith("openapi.json")) continue;
    const answer = await ask(request, example);
    expect(answer.status(), example).toBe(200);
    if (example.includes("/changes")) continue;
    const path = example
      .slice(ROOT.length)
      .replace(/\?.*/, "")
      .replace(/(?<=^\/addresses\/range\/).+/, "{prefix}")
      .replace(/(?<=^\/\w+\/)(?!range\/)[^/.]+/, "{id}");
    expect(await contradictions(path, await asResponse(answer)), example).toEqual([]);
  }
});

async function asResponse(answer: APIResponse): Promise<Response> {
  return new Response(await answer.text(), {
    status: answer.status(),
    headers: answer.headers(),
  });
}

test("the example of what is sent is answered, as the description says", async ({
  page,
  request,
}) => {
  await page.goto("/api");
  const samples = await page.locator("pre").allInnerTexts();
  const sent = samples.flatMap((sample) => {
    const [, path, body] = /^curl -s '…(\S+)' --json '(.+)'$/.exec(sample.trim()) ?? [];
    return path === undefined || body === undefined ? [] : [{ path, body }];
  });
  expect(sent.length).toBeGreaterThan(0);
  const contradictions = contradictionsOf(await readDescription(request));
  for (const { path, body } of sent) {
    const answer = await request.post(path, { data: JSON.parse(body) });
    expect(answer.status()).toBe(200);
    const { data } = await answer.json();
    for (const { given, matches } of data) expect(matches.length, given).toBeGreaterThan(0);
    expect(await contradictions(path.slice(ROOT.length), await asResponse(answer))).toEqual([]);
  }
});

test("pages of a list hold each of its incidents once", async ({ request }) => {
  for (const sort of ["newest", "largest", "actor", "name-desc", "least-returned"]) {
    const whole = await (
      await ask(request, `${ROOT}/incidents?category=phishing&fields=id&limit=1000&sort=${sort}`)
    ).json();
    const ids: number[] = [];
    let next = `${ROOT}/incidents?category=phishing&fields=id&limit=37&sort=${sort}`;
    while (next !== null) {
      const page = await (await ask(request, next)).json();
      expect(page.total).toBe(whole.total);
      ids.push(...page.data.map(({ id }: { id: number }) => id));
      next = page.next;
    }
    expect(ids, sort).toEqual(whole.data.map(({ id }: { id: number }) => id));
    expect(ids).toHaveLength(whole.total);
  }
});

test("a CSV has all that the pages have, by its ending or by what is accepted", async ({
  request,
}) => {
  const url = `${ROOT}/incidents?category=phishing&fields=slug,loss_usd`;
  const byEnding = await ask(request, url.replace("?", ".csv?"));
  const byHeader = await ask(request, url, { Accept: "text/csv" });
  const csv = await byEnding.text();
  expect(await byHeader.text()).toBe(csv);
  expect(byHeader.headers().vary).toContain("Accept");
  const rows = parse(csv, { columns: true }) as { slug: string; loss_usd: string }[];
  const { data, total } = await (await ask(request, `${url}&limit=1000`)).json();
  expect(rows).toHaveLength(total);
  expect(rows.map(({ loss_usd }) => (loss_usd === "" ? null : Number(loss_usd)))).toEqual(
    data.map(({ loss_usd }: { loss_usd: number | null }) => loss_usd),
  );
});

test("sums by actor and month add up to those of the overview", async ({ request }) => {
  const rule = "from=2023-01-01&to=2023-09-15";
  const number = await (await ask(request, `/number.json?${rule}`)).text();
  const { sum } = await (await ask(request, `${ROOT}/stats?${rule}`)).json();
  expect(number).toContain(String(sum.amount));
  for (const split of [
    "by=category",
    "by=chain",
    "interval=month",
    "by=category&interval=quarter",
  ]) {
    const { data } = await (await ask(request, `${ROOT}/stats?${rule}&${split}`)).json();
    const cents = data.reduce(
      (total: bigint, { amount }: { amount: number }) => total + BigInt(Math.round(amount * 100)),
      0n,
    );
    expect(cents, split).toBe(BigInt(Math.round(sum.amount * 100)));
  }
});

test("the digest of a version is that of its records, which anybody can compute", async ({
  request,
}) => {
  const lines = (await (await ask(request, `${ROOT}/changes?from=0&to=1`)).text())
    .split("\n")
    .filter(Boolean);
  // As they are written: the last member of a line is its record.
  const hash = createHash("sha256");
  for (const line of lines) hash.update(`${/"record":(\{.*\})\}$/.exec(line)?.[1]}\n`);
  const { data } = await (await ask(request, `${ROOT}/versions?version=1`)).json();
  expect(hash.digest("hex")).toBe(data[0].sha256);
  const counts: Record<string, number> = { ...data[0].records, ...data[0].publisher_facts };
  expect(Object.values(counts).reduce((a, b) => a + b)).toBe(lines.length);
});

test("what is named by id or slug is one record", async ({ request }) => {
  const { data } = await (await ask(request, `${ROOT}/incidents/coinex-2023-09`)).json();
  const byId = await (await ask(request, `${ROOT}/incidents/${data.id}`)).json();
  expect(byId.data).toEqual(data);
  const revisions = await (await ask(request, `${ROOT}/incidents/${data.id}/revisions`)).json();
  expect(revisions.total).toBe(data.revision);
});

test("what a reader has is not sent again, and what names its version never changes", async ({
  request,
}) => {
  const url = `${ROOT}/actors?limit=3`;
  const first = await ask(request, url);
  const { etag = "" } = first.headers();
  expect(first.headers()["cache-control"]).toContain("must-revalidate");
  expect((await ask(request, url, { "If-None-Match": etag })).status()).toBe(304);
  const pinned = await ask(request, `${url}&version=1`);
  expect(pinned.headers()["cache-control"]).toContain("immutable");
  const part = await ask(request, `${url}&version=1`, { Range: "bytes=0-9" });
  expect(part.status()).toBe(206);
  expect(await part.text()).toBe((await pinned.text()).slice(0, 10));
});

test("scripts of any site may ask", async ({ request }) => {
  const answer = await request.fetch(`${ROOT}/incidents`, {
    method: "OPTIONS",
    headers: {
      Origin: "https://newsroom.example",
      "Access-Control-Request-Method": "GET",
      "Access-Control-Request-Headers": "range",
    },
  });
  expect(answer.status()).toBe(204);
  expect(answer.headers()["access-control-allow-origin"]).toBe("*");
  expect(answer.headers()["access-control-allow-methods"]).toContain("GET");
});

test("lists are narrowed by filters of their own, as JSON and as CSV, page by page", async ({
  request,
}) => {
  for (const [url, is] of [
    ["/targets?kind=bridge", ({ target_kind }) => target_kind === "bridge"],
    ["/actors?country=KP", ({ country }) => country === "KP"],
    ["/figures?publisher=CertiK&year=2023", ({ publisher }) => publisher === "CertiK"],
    [
      "/addresses?on=ethereum&role=attacker",
      ({ chain, role }) => `${chain} ${role}` === "ethereum attacker",
    ],
    [
      "/addresses?incident=coinex-2023-09",
      ({ incident_slug }) => incident_slug === "coinex-2023-09",
    ],
  ] as [string, (row: Record<string, string>) => boolean][]) {
    const whole = await (await ask(request, `${ROOT}${url}&limit=1000`)).json();
    expect(whole.total, url).toBeGreaterThan(0);
    expect(whole.total).toBeLessThan(
      (await (await ask(request, ROOT + url.replace(/\?.*/, ""))).json()).total,
    );
    expect(whole.data.every(is), url).toBe(true);
    expect(whole.rule).toBe(url.replace(/.*\?/, ""));
    const csv = parse(await (await ask(request, ROOT + url.replace("?", ".csv?"))).text(), {
      columns: true,
    });
    expect(csv).toHaveLength(whole.total);
    if (whole.total > 1) {
      const first = await (await ask(request, `${ROOT}${url}&limit=1`)).json();
      const second = await (await ask(request, first.next)).json();
      expect([...first.data, ...second.data]).toEqual(whole.data.slice(0, 2));
    }
  }
});

test("what cannot be read is refused by its name", async ({ request }) => {
  const { next } = await (await ask(request, `${ROOT}/incidents?limit=1`)).json();
  const cursor = new URL(next, "https://lossline.example").searchParams.get("cursor") ?? "";
  for (const [url, status, parameter] of [
    ["/incidents?cursor=nonsense", 400, "cursor"],
    [`/incidents?cursor=${cursor.slice(0, -1)}${cursor.endsWith("0") ? "1" : "0"}`, 400, "cursor"],
    [`/incidents?category=phishing&cursor=${cursor}`, 400, "cursor"],
    [`/targets?cursor=${cursor}`, 400, "cursor"],
    ["/incidents?limit=0", 400, "limit"],
    ["/incidents?limit=1001", 400, "limit"],
    ["/incidents?limit=ten", 400, "limit"],
    ["/incidents?limit=1&limit=2", 400, "limit"],
    ["/incidents.csv?limit=1", 400, "limit"],
    ["/incidents?fields=id,secret", 400, "fields"],
    ["/incidents?colour=red", 400, "colour"],
    ["/incidents?utm_source=x", 400, "utm_source"],
    ["/incidents?category=burglary", 400, "category"],
    ["/incidents?from=2023-02-30", 400, "from"],
    ["/incidents?least=10&most=1", 400, "most"],
    ["/incidents?actor=nobody-at-all", 404, "actor"],
    ["/incidents?version=0", 400, "version"],
    ["/incidents?version=1&version=2", 400, "version"],
    ["/incidents?version=999999", 404, "version"],
    ["/targets?kind=castle", 400, "kind"],
    ["/actors?country=kp", 400, "country"],
    ["/actors?country=KP&country=RU", 400, "country"],
    ["/actors?parent=nobody-at-all", 404, "parent"],
    ["/figures?year=23", 400, "year"],
    ["/addresses?role=thief", 400, "role"],
    ["/addresses.csv?incident=no-such-thing", 404, "incident"],
    ["/transactions?on=Ethereum", 400, "on"],
    ["/figures?country=KP", 400, "country"],
    ["/stats?interval=fitting", 400, "interval"],
    ["/changes", 400, "from"],
    ["/changes?from=2&to=1", 400, "from"],
    ["/changes?from=0&to=x", 400, "to"],
    ["/changes?from=0&version=1", 400, "version"],
    ["/incidents/999999999", 404, "id"],
    ["/incidents/no-such-thing", 404, "id"],
    ["/figures/some-slug", 404, "id"],
    ["/addresses/range/0a1b2", 400, "prefix"],
    ["/addresses/range/0a1b2c3", 400, "prefix"],
    ["/addresses/range/0x1b2c", 400, "prefix"],
    ["/addresses/range/%00%0a", 400, "prefix"],
    ["/addresses/range", 404, undefined],
    ["/lookup", 405, undefined],
    ["/openapi.json?x=1", 400, "x"],
    ["/incidents.xlsx", 404, undefined],
    ["/nothing", 404, undefined],
    ["/incidents/A%20b", 404, undefined],
  ] as const)
    await expectProblem(await ask(request, `${ROOT}${url}`), status, parameter);
  await expectProblem(await ask(request, "/api/v2/incidents"), 404);
  await expectProblem(await ask(request, `${ROOT}/incidents`, { Accept: "image/png" }), 406);
  const posted = await request.post(`${ROOT}/incidents`, { data: { a: 1 } });
  await expectProblem(posted, 405);
  expect(posted.headers().allow).toContain("GET");
  const long = await ask(request, `${ROOT}/incidents?q=${"x".repeat(10_000)}`);
  await expectProblem(long, 400, "q");
});

test("no operation takes a value that its parameter cannot have, or a parameter that it has not", async ({
  request,
}) => {
  const { paths } = await readDescription(request);
  for (const [path, { get }] of Object.entries(paths)) {
    if (get === undefined) continue;
    const url = `${ROOT}${path.replace("{id}", "1").replace("{prefix}", "0a1b2c")}`;
    const needed = path.startsWith("/changes") ? "from=0&" : "";
    await expectProblem(await ask(request, `${url}?${needed}colour=red`), 400, "colour");
    for (const { name, in: place } of get.parameters) {
      if (place === "path") continue;
      const others = name === "from" ? "" : needed;
      const isText = ["q", "target-name", "source-publisher", "publisher"].includes(name);
      for (const value of ["%00", ...(isText ? [] : [encodeURIComponent("§ none such §")])])
        await expectProblem(await ask(request, `${url}?${others}${name}=${value}`), 400, name);
    }
  }
});

test("nothing is sent to what is only read, whatever it is sent as", async ({ request }) => {
  for (const [type, data] of [
    ["application/json", '{"limit":1'],
    ["text/plain", "limit=1"],
    ["application/x-www-form-urlencoded", "limit=1"],
    ["application/json", "x".repeat(10_000_000)],
  ] as const)
    for (const method of ["POST", "PUT", "PATCH", "DELETE"]) {
      const answer = await request.fetch(`${ROOT}/incidents`, {
        method,
        data,
        headers: { "Content-Type": type },
      });
      await expectProblem(answer, 405);
      expect(answer.headers().allow).toContain("GET");
    }
});

test("ten megabytes of query are refused before they are read", async ({ request }) => {
  const answer = await ask(request, `${ROOT}/incidents?q=${"x".repeat(10_000_000)}`).catch(
    (error: Error) => error,
  );
  // The server may close the connection while it is still being written to.
  if (answer instanceof Error) expect(answer.message).toMatch(/reset|EPIPE|hang up|431|414|Parse/i);
  else expect(answer.status()).toBe(431);
  expect((await ask(request, `${ROOT}/actors?limit=1`)).status()).toBe(200);
});

test("no request that the description allows, or nearly, is answered otherwise than it says", async ({
  baseURL,
}) => {
  test.setTimeout(180_000);
  // More of them are sent by the fuzz test.
  const { problems, counts } = await sendDescribed(new URL(baseURL ?? "").origin, 300, 20261128);
  expect(problems).toEqual([]);
  expect(counts[200]).toBeGreaterThan(30);
});
