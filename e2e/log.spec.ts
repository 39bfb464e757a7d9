import { expect, type Page, test } from "@playwright/test";
import { askServer, auditServer } from "@/lib/site/proof/ask-server";
import { checkGiven } from "@/lib/site/proof/check-given";

// The record as a transparency log: its files, what readers check of it in their browsers, and versions as mementos.

const GIVEN = "An id, a citation, a revision as JSON, or a checkpoint";

async function verify(page: Page, text: string): Promise<string[]> {
  await page.getByLabel(GIVEN).fill(text);
  await page.getByRole("button", { name: "Verify" }).click();
  const findings = page.getByRole("form", { name: "Verify" }).locator("~ [role=status] li");
  await expect(findings.first()).toBeVisible();
  await expect(page.getByText("Checking …")).toHaveCount(0);
  return findings.allInnerTexts();
}

test("a reader proves in the browser what the record said @smoke", async ({ page, request }) => {
  await page.goto("/verify");
  const byId = await verify(page, "incident 1 revision 1");
  expect(byId.at(-1)).toMatch(
    /^Proved\. What this server says of it is what the digest was made of/,
  );
  const byUrl = await verify(page, "/v/1/incidents/coinex-2023-09");
  expect(byUrl).toContainEqual(
    expect.stringMatching(
      /^Proved\. The log goes on from the \d+ leaves that this browser saw before/,
    ),
  );
  expect(byUrl).toContainEqual(
    expect.stringMatching(
      /^Proved\. Leaf \d+ says that version 1 published incident \d+, revision 1/,
    ),
  );
  const answer = await request.get("/api/v1/incidents/coinex-2023-09/revisions");
  const { data } = (await answer.json()) as { data: { name: string }[] };
  const [revision] = data;
  expect((await verify(page, JSON.stringify(revision))).at(-1)).toMatch(
    /^Proved\. What you gave is/,
  );
  const changed = { ...revision, name: `${revision?.name}.` };
  expect((await verify(page, JSON.stringify(changed))).at(-1)).toBe(
    "Does not hold. What you gave is not what the digest was made of: this server says otherwise of name.",
  );
  expect(await verify(page, "nothing of ours")).toEqual([
    expect.stringMatching(/^Not checked\. This is no id such as/),
  ]);
});

test("a checkpoint that was kept is checked from a file, by the keyboard alone", async ({
  page,
  request,
}) => {
  const checkpoint = await (await request.get("/log/checkpoints/1")).text();
  await page.goto("/verify");
  const chosen = page.waitForEvent("filechooser");
  await page.getByLabel("or a file").press("Enter");
  await (await chosen).setFiles({
    name: "checkpoint.txt",
    mimeType: "text/plain",
    buffer: Buffer.from(checkpoint),
  });
  await expect(
    page.getByText(/All of its \d+ leaves are in the newest log, unchanged/),
  ).toBeVisible();
});

test("without JavaScript the page says how to check by hand", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await page.goto("/verify");
  await expect(page.getByText("Checking here takes JavaScript")).toBeVisible();
  await expect(page.getByText("/log/tile/entries/")).toBeVisible();
  await context.close();
});

test("tiles never change, and a checkpoint is that of the newest version", async ({ request }) => {
  const checkpoint = await request.get("/log/checkpoint");
  expect(checkpoint.headers()).toMatchObject({ "content-type": "text/plain; charset=utf-8" });
  expect(checkpoint.headers()["cache-control"]).not.toContain("immutable");
  const [, size = ""] = (await checkpoint.text()).split("\n");
  expect(Number(size)).toBeGreaterThan(256);
  for (const path of ["tile/0/000", "tile/1/000.p/1", "tile/entries/000", "tile/0/000.p/7"]) {
    const tile = await request.get(`/log/${path}`);
    expect([path, tile.status()]).toEqual([path, 200]);
    expect(tile.headers()["cache-control"]).toContain("immutable");
    expect(tile.headers()["content-type"]).toBe("application/octet-stream");
  }
  expect((await (await request.get("/log/tile/0/000")).body()).length).toBe(256 * 32);
  const { version } = await (await request.get("/version.json")).json();
  const own = await request.get(`/log/checkpoints/${version}`);
  expect(await own.text()).toBe(await checkpoint.text());
});

test("what the log has not is answered as a problem that says what there is", async ({
  request,
}) => {
  for (const path of [
    ...["nothing", "tile/0/0", "tile/0/x999/999", "tile/9/000", "tile/entries/x999/x999/x999/999"],
    ...[
      "checkpoints/999999",
      "checkpoints/0",
      "revisions/incident/0.json",
      "revisions/nobody/1.json",
    ],
    ...["revisions/99999999.jsonl", "revisions/incident/999999999/999999999.json", "key"],
  ]) {
    const answer = await request.get(`/log/${path}`);
    expect([path, answer.status()]).toEqual([path, 404]);
    expect(answer.headers()["content-type"]).toBe("application/problem+json; charset=utf-8");
  }
  expect((await request.get("/log/checkpoint?x=1")).status()).toBe(400);
});

test("the leaves of a tile are answered with what they are digests of", async ({ request }) => {
  const lines = (await (await request.get("/log/revisions/0.jsonl")).text()).trim().split("\n");
  expect(lines).toHaveLength(256);
  const revisions = lines.map((line) => JSON.parse(line) as { leaf_index: number; salt: string });
  expect(revisions.map(({ leaf_index }) => leaf_index)).toEqual(revisions.map((_, at) => at));
  for (const { salt } of revisions) expect(salt).toMatch(/^[0-9a-f]{32}$/);
});

test("versions are mementos of plain URLs, which stay as they were", async ({
  request,
  baseURL,
}) => {
  const plain = await request.get("/incidents/coinex-2023-09");
  expect(plain.headers()["memento-datetime"]).toBeUndefined();
  expect(plain.headers().vary).not.toMatch(/accept-datetime/i);
  for (const path of ["/incidents/coinex-2023-09", "/charts/monthly.csv", "/?year=2023"]) {
    const memento = await request.get(path === "/?year=2023" ? "/v/1?year=2023" : `/v/1${path}`);
    expect(memento.headers()["memento-datetime"]).toMatch(/ GMT$/);
    const { link = "" } = memento.headers();
    expect(link).toContain(`<${baseURL}${path.replace("?year=2023", "")}`);
    expect(link).toContain('rel="original latest-version"');
    const gate = await request.get(`/timegate${path.replace(/^\/\?/, "?")}`, {
      headers: { "Accept-Datetime": memento.headers()["memento-datetime"] ?? "" },
      maxRedirects: 0,
    });
    expect(gate.status()).toBe(302);
    expect(gate.headers().vary).toBe("Accept-Datetime");
    expect(gate.headers().location).toMatch(/\/v\/\d+/);
  }
  const answer = await request.get("/api/v1/incidents/1.json?fields=id&version=1");
  expect(answer.headers()["memento-datetime"]).toMatch(/ GMT$/);
  expect(answer.headers().link).toContain(
    `<${baseURL}/api/v1/incidents/1.json?fields=id>; rel="original latest-version"`,
  );
  const asOf = await request.get("/timegate/api/v1/incidents/1.json?fields=id");
  expect(new URL(asOf.url()).searchParams.get("version")).toMatch(/^\d+$/);
  expect(await asOf.json()).toMatchObject({ data: { id: 1 } });
  const map = await request.get("/timemap/incidents/coinex-2023-09");
  expect(map.headers()["content-type"]).toBe("application/link-format");
  expect(await map.text()).toContain(`<${baseURL}/v/1/incidents/coinex-2023-09>; rel="first`);
  const wrong = await request.get("/timegate/actors", { headers: { "Accept-Datetime": "2023" } });
  expect(wrong.status()).toBe(400);
  for (const path of ["/timegate/nothing", "/timemap/incidents/nobody", "/timemap/v/1/actors"])
    expect([path, (await request.get(path)).status()]).toEqual([path, 404]);
});

test("the check is fetched with the first use alone", async ({ page }) => {
  const scripts: string[] = [];
  page.on("request", (request) => {
    if (request.resourceType() === "script") scripts.push(request.url());
  });
  await page.goto("/verify");
  await page.waitForLoadState("networkidle");
  const before = scripts.length;
  await verify(page, "incident 1");
  expect(scripts.length).toBeGreaterThan(before);
});

test("all of the log is held against itself and the record from outside", async ({ baseURL }) => {
  const audit = await auditServer(baseURL ?? "");
  expect(audit.problems).toEqual([]);
  expect(audit.digests).toBe(audit.leaves);
  const { findings } = await checkGiven("coverage 1 revision 1", askServer(baseURL ?? "", null));
  expect(findings.map(({ outcome }) => outcome)).toEqual(["unknown", "proved", "proved"]);
});
