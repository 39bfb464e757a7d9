import { expect, test } from "@playwright/test";

// Names of a table, matched to records by the W3C Reconciliation Service API 0.2.

interface Candidate {
  id: string;
  name: string;
  score: number;
  match: boolean;
}
type Answer = Record<string, { result: Candidate[] }>;

const QUERIES = {
  exchange: { query: "mt gox", type: "target" },
  theft: {
    query: "CoinEx",
    type: "incident",
    properties: [{ pid: "occurred_on", v: "2023-09" }],
  },
  nobody: { query: "zzqqxx" },
};

test("a batch is matched the same at the newest version and at a pinned one", async ({
  request,
}) => {
  const form = { queries: JSON.stringify(QUERIES) };
  const [plain, pinned, inUrl] = await Promise.all([
    request.post("/reconcile", { form }),
    request.post("/v/1/reconcile", { form }),
    request.get(`/reconcile?${new URLSearchParams(form)}`),
  ]);
  const answer: Answer = await plain.json();
  expect(answer.exchange?.result[0]).toMatchObject({ name: "Mt. Gox", match: true });
  expect(answer.theft?.result[0]).toMatchObject({ name: "CoinEx hot-wallet theft", match: true });
  expect(answer.nobody?.result).toEqual([]);
  expect(await pinned.json()).toEqual(answer);
  expect(await inUrl.json()).toEqual(answer);
  expect(plain.headers()["access-control-allow-origin"]).toBe("*");
});

test("a client finds by the manifest whatever else it needs", async ({ request, baseURL }) => {
  const manifest = await (await request.get("/reconcile")).json();
  expect(manifest.versions).toEqual(["0.2"]);
  const { service_url, service_path } = manifest.suggest.entity;
  expect(service_url).toBe(`${baseURL}/reconcile`);
  // Clients add parameters of their own.
  const begun = `${service_url}${service_path}?prefix=coinex&type=incident&callback=x&lang=en`;
  const [theft] = (await (await request.get(begun)).json()).result;
  expect(theft.name).toBe("CoinEx hot-wallet theft");
  const url = (template: string) => template.replace("{{id}}", encodeURIComponent(theft.id));
  expect((await request.get(url(manifest.view.url))).url()).toBe(
    `${baseURL}/incidents/coinex-2023-09`,
  );
  const { propose_properties } = manifest.extend;
  const offered = await (
    await request.get(
      `${propose_properties.service_url}${propose_properties.service_path}?type=incident`,
    )
  ).json();
  const properties = offered.properties.map(({ id }: { id: string }) => ({ id }));
  const extended = await request.post("/reconcile", {
    form: { extend: JSON.stringify({ ids: [theft.id], properties }) },
  });
  const { meta, rows } = await extended.json();
  expect(meta).toHaveLength(properties.length);
  expect(rows[theft.id].loss_usd).toEqual([{ float: 54_000_000 }]);
  expect(rows[theft.id].target_record).toEqual([
    { id: expect.stringMatching(/^target:/), name: "CoinEx" },
  ]);
});

test("a preview is read in somebody else's frame, and runs nothing", async ({
  page,
  request,
  baseURL,
}) => {
  const { theft }: Answer = await (
    await request.post("/reconcile", { form: { queries: JSON.stringify(QUERIES) } })
  ).json();
  const url = `${baseURL}/reconcile/preview?id=${theft?.result[0]?.id}`;
  // Browsers let no page from elsewhere frame one of this machine.
  await page.route("**/table", (route) =>
    route.fulfill({
      contentType: "text/html",
      body: `<!doctype html><iframe src="${url}" width="420" height="240" title="Preview"></iframe>`,
    }),
  );
  await page.goto("/table");
  const frame = page.frameLocator("iframe");
  await expect(frame.getByRole("heading")).toHaveText("CoinEx hot-wallet theft");
  await expect(frame.getByText("$54.0m")).toBeVisible();
  const headers = (await request.get(url)).headers();
  expect(headers["content-security-policy"]).toContain("default-src 'none'");
  expect(headers["content-security-policy"]).toContain("frame-ancestors *");
});

test("what cannot be read is refused by its place", async ({ request }) => {
  const refused = async (form: Record<string, string>) => {
    const answer = await request.post("/reconcile", { form });
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    return [answer.status(), (await answer.json()).problems[0]?.parameter];
  };
  expect(await refused({ queries: "{" })).toEqual([400, "queries"]);
  expect(await refused({ queries: '{"q":{"query":"a","type":"planet"}}' })).toEqual([
    400,
    "queries.q.type",
  ]);
  expect(await refused({ extend: "[]" })).toEqual([400, "extend"]);
  expect((await request.post("/reconcile", { data: "x".repeat(1_100_000) })).status()).toBe(413);
  for (const path of ["/reconcile/view", "/reconcile/view?id=incident:99999999"]) {
    const answer = await request.get(path, { maxRedirects: 0 });
    expect(answer.status()).toBe(path.includes("id") ? 404 : 400);
  }
  expect((await request.delete("/reconcile")).status()).toBe(405);
});
