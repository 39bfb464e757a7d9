import { createHash } from "node:crypto";
import { type APIResponse, expect, test } from "@playwright/test";

// Lists that programs look up, and addresses that they check without saying which.

const LOOKUP = "/api/v1/lookup";

interface Match {
  kind: string;
  slug: string;
  url: string;
  role: string | null;
  source: string | null;
}
interface Entry {
  given: string;
  read_as: string | null;
  matches: Match[];
}

async function expectProblem(answer: APIResponse, status: number, parameter?: string) {
  const text = await answer.text();
  expect(answer.status(), text.slice(0, 300)).toBe(status);
  expect(answer.headers()["content-type"]).toContain("application/problem+json");
  const problem = JSON.parse(text);
  expect(problem.status).toBe(status);
  if (parameter !== undefined)
    expect(problem.problems.map((each: { parameter: string }) => each.parameter)).toContain(
      parameter,
    );
}

test("a list is answered in its order, with all that an answer says of itself", async ({
  request,
}) => {
  const { data: addresses } = await (
    await request.get("/api/v1/addresses?limit=3&version=1")
  ).json();
  const entries = [
    "zzqqxx",
    ...addresses.map(({ address }: { address: string }) => address),
    "coinex HOT wallet theft",
    "mt gox",
  ];
  const plain = await request.post(LOOKUP, { data: { entries } });
  expect(plain.status()).toBe(200);
  expect(plain.headers()["cache-control"]).toContain("no-store");
  expect(plain.headers()["access-control-allow-origin"]).toBe("*");
  const answer = await plain.json();
  expect(answer).toMatchObject({ version: 1, rule: "", total: entries.length });
  for (const member of ["citation", "coverage", "licence", "permanent_url", "caveat", "title"])
    expect(answer[member], member).toBeTruthy();
  const data: Entry[] = answer.data;
  expect(data.map(({ given }) => given)).toEqual(entries);
  expect(data[0]).toMatchObject({ read_as: "name", matches: [] });
  for (const [place, { incident_slug, role, source }] of addresses.entries())
    expect(data[place + 1]?.matches).toContainEqual(
      expect.objectContaining({ kind: "incident", slug: incident_slug, role, source }),
    );
  expect(data.at(-2)?.matches).toMatchObject([{ kind: "incident", slug: "coinex-2023-09" }]);
  expect(data.at(-1)?.matches).toContainEqual(expect.objectContaining({ kind: "target" }));
  const url = data.at(-2)?.matches[0]?.url ?? "";
  expect((await request.get(url)).status()).toBe(200);
  // The same, whichever way it is asked.
  const pinned = await (await request.post(`${LOOKUP}?version=1`, { data: { entries } })).json();
  expect(pinned).toEqual(answer);
  for (const path of ["/lookup", "/search/lookup", "/v/1/lookup", "/v/1/search/lookup"]) {
    const same = await request.post(path, { data: { entries } });
    expect(await same.json(), path).toEqual(answer);
  }
});

test("a thousand entries are answered", async ({ request }) => {
  const entries = Array.from({ length: 1_000 }, (_, place) =>
    place % 2 === 0 ? `0x${place.toString(16).padStart(40, "0")}` : `name ${place}`,
  );
  const { total, data } = await (await request.post(LOOKUP, { data: { entries } })).json();
  expect(total).toBe(1_000);
  expect(data.map(({ given }: Entry) => given)).toEqual(entries);
});

test("scripts of any site may send a list", async ({ request }) => {
  for (const path of [LOOKUP, "/lookup"]) {
    const answer = await request.fetch(path, {
      method: "OPTIONS",
      headers: {
        Origin: "https://newsroom.example",
        "Access-Control-Request-Method": "POST",
        "Access-Control-Request-Headers": "content-type",
      },
    });
    expect(answer.status()).toBe(204);
    expect(answer.headers()["access-control-allow-origin"]).toBe("*");
    expect(answer.headers()["access-control-allow-methods"]).toContain("POST");
    expect(answer.headers()["access-control-allow-headers"]).toBe("*");
  }
});

test("what cannot be looked up is refused by its name", async ({ request }) => {
  const send = (data: string, type = "application/json", url = LOOKUP) =>
    request.post(url, { data, headers: { "Content-Type": type } });
  for (const [body, parameter] of [
    ["", "body"],
    ["{", "body"],
    ["[]", "body"],
    ['"a"', "body"],
    ["null", "body"],
    ["{}", "entries"],
    ['{"entries": "a"}', "entries"],
    ['{"entries": []}', "entries"],
    ['{"entries": ["a", 1]}', "entries[1]"],
    ['{"entries": ["a"], "limit": 1}', "limit"],
    ['{"entries": ["a"], "version": 1}', "version"],
    [JSON.stringify({ entries: ["x".repeat(2_001)] }), "entries[0]"],
    [JSON.stringify({ entries: Array(1_001).fill("a") }), "entries"],
  ] as const)
    await expectProblem(await send(body), 400, parameter);
  const right = '{"entries": ["a"]}';
  await expectProblem(await send(right, "text/plain"), 415, "Content-Type");
  await expectProblem(await send(right, "application/x-www-form-urlencoded"), 415, "Content-Type");
  await expectProblem(await send(right, "text/plain", "/lookup"), 415, "Content-Type");
  await expectProblem(await send(`${right}${" ".repeat(1_000_000)}`), 413);
  await expectProblem(await send(right, "application/json", `${LOOKUP}?colour=red`), 400, "colour");
  await expectProblem(await send(right, "application/json", `${LOOKUP}?version=0`), 400, "version");
  await expectProblem(await send(right, "application/json", `${LOOKUP}?version=9999`), 404);
  const read = await request.get(LOOKUP);
  await expectProblem(read, 405);
  expect(read.headers().allow).toBe("POST, OPTIONS");
});

test("who opens the URL to which lists are sent is led to the page", async ({ request }) => {
  const answer = await request.get("/lookup", { maxRedirects: 0 });
  expect(answer.status()).toBe(307);
  expect(answer.headers().location).toContain("/search/lookup");
});

test("an address is checked by the first six digits of its digest", async ({ request }) => {
  const { data } = await (
    await request.get(
      "/api/v1/addresses?chain=ethereum&limit=5&fields=address,chain,incident_slug,role",
    )
  ).json();
  const own = data.filter(({ chain }: { chain: string }) => chain === "ethereum");
  expect(own.length).toBeGreaterThan(0);
  for (const { address, incident_slug, role } of own) {
    const digest = createHash("sha256").update(`evm:${address.toLowerCase()}`).digest("hex");
    const url = `/api/v1/addresses/range/${digest.slice(0, 6)}`;
    const answer = await (await request.get(url)).json();
    expect(answer.total).toBe(answer.data.length);
    const found = answer.data.find(({ rest }: { rest: string }) => rest === digest.slice(6));
    expect(found.matches).toContainEqual(expect.objectContaining({ slug: incident_slug, role }));
    const capital = await request.get(
      `/api/v1/addresses/range/${digest.slice(0, 6).toUpperCase()}`,
    );
    expect(await capital.json()).toEqual(answer);
    const pinned = await request.get(`${url}?version=1`);
    expect(pinned.headers()["cache-control"]).toContain("immutable");
  }
});

test("where no address has such a digest, the list is empty", async ({ request }) => {
  for (const prefix of ["000000", "ffffff"]) {
    const answer = await request.get(`/api/v1/addresses/range/${prefix}`);
    expect(answer.status()).toBe(200);
    expect(await answer.json()).toMatchObject({ total: 0, next: null, data: [] });
  }
});
