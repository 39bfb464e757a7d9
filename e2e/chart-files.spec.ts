import { createHash } from "node:crypto";
import { expect, test } from "@playwright/test";

const YEAR = "year=2023&through=2023-12-31";
const CHARTS = [
  "monthly",
  "year-to-date",
  "actors",
  "techniques",
  "targets",
  "chains",
  "timeline",
  "largest",
  "actor-years",
  "quantiles",
  "sizes",
  "thresholds",
  "concentration",
  "recovery",
];

test("a chart leaves in every format, and each says what it is", {
  tag: "@smoke",
}, async ({ request }) => {
  const types = {
    svg: "image/svg+xml",
    png: "image/png",
    pdf: "application/pdf",
    csv: "text/csv",
    tsv: "text/tab-separated-values",
    xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    json: "application/json",
    zip: "application/zip",
  };
  for (const [format, type] of Object.entries(types)) {
    const answer = await request.get(`/v/1/charts/monthly.${format}?${YEAR}`);
    expect(answer.status(), format).toBe(200);
    expect(answer.headers()["content-type"]).toContain(type);
    expect(answer.headers()["cache-control"]).toContain("immutable");
    expect(answer.headers()["content-disposition"]).toMatch(/filename="lossline-monthly-.*-v1/);
  }
  const svg = await (await request.get(`/v/1/charts/monthly.svg?${YEAR}`)).text();
  for (const words of [
    "<title",
    "<desc",
    "Lossline, version 1",
    "CC\u00a0BY\u00a04.0",
    "/v/1/charts/monthly",
    "ID\u00a0",
    "32\u00a0incidents of unknown size are left out",
  ])
    expect(svg).toContain(words);
  expect(svg).not.toContain("<script");
  const png = (await request.get(`/v/1/charts/monthly.png?${YEAR}&shape=story&scale=1`)).body();
  const bytes = await png;
  expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1080, 1920]);
  expect(bytes.toString("utf8")).toContain("Iptc4xmpCore:AltTextAccessibility");
  const pdf = await request.get(`/v/1/charts/monthly.pdf?${YEAR}&width=96mm&palette=grey`);
  expect(pdf.headers()["content-disposition"]).toContain("-v1-96x85mm-grey.pdf");
  expect((await pdf.body()).toString("latin1")).toMatch(/^%PDF-1\.7[\s\S]*\/MediaBox \[0 0 272\.1/);
  const printed = await (await request.get(`/v/1/charts/monthly.png?${YEAR}&width=96mm`)).body();
  expect([printed.readUInt32BE(16), printed.readUInt32BE(20)]).toEqual([1134, 1004]);
  expect(printed.readUInt32BE(printed.indexOf("pHYs") + 4)).toBe(Math.round(300 / 0.0254));
  expect(printed.includes("sRGB")).toBe(true);
  const sized = await (await request.get(`/v/1/charts/monthly.svg?${YEAR}&width=96mm`)).text();
  expect(sized).toMatch(/^<svg[^>]* width="96mm" height="85mm"/);
  const csv = await (await request.get(`/v/1/charts/monthly.csv?${YEAR}`)).body();
  const [header = "", ...rows] = csv.toString("utf8").trimEnd().split("\r\n");
  expect(header).toMatch(/^month,first_day,last_day,category,name,loss_usd/);
  expect(new Set(rows.map((row) => row.split(",")[0])).size).toBe(12);
  const json = await (await request.get(`/v/1/charts/monthly.json?${YEAR}`)).json();
  expect(json.rows).toHaveLength(rows.length);
  const marked = await (await request.get(`/v/1/charts/monthly.csv?${YEAR}&bom=1`)).body();
  expect(marked.equals(Buffer.concat([Buffer.from([0xef, 0xbb, 0xbf]), csv]))).toBe(true);
  expect(json.numbersDigest).toBe(createHash("sha256").update(csv).digest("hex"));
});

test("every chart can be drawn, and is the same whichever way it is asked for", async ({
  request,
}) => {
  for (const chart of CHARTS) {
    const [plain, pinned] = await Promise.all(
      ["", "/v/1"].map(async (base) => {
        const answer = await request.get(
          `${base}/charts/${chart}.svg?${chart === "largest" ? "year=2023" : YEAR}`,
        );
        expect(answer.status(), chart).toBe(200);
        return answer.text();
      }),
    );
    expect(plain).toBe(pinned);
  }
});

test("what the reader has already is not sent again", async ({ request }) => {
  const url = `/charts/chains.json?${YEAR}`;
  const first = await request.get(url);
  expect(first.headers()["cache-control"]).toContain("must-revalidate");
  const again = await request.get(url, {
    headers: { "If-None-Match": first.headers().etag ?? "" },
  });
  expect(again.status()).toBe(304);
});

test("what cannot be is refused in the format that was asked for", async ({ request }) => {
  const json = await request.get("/charts/monthly.json?by=day&from=2023-02-01&to=2023-01-01");
  expect(json.status()).toBe(400);
  expect(await json.json()).toMatchObject({ problems: [{ parameter: "by" }] });
  for (const [url, words] of [
    ["/charts/monthly.png?width=1e9", "width=1e9: allowed is a whole number of pixels from 320"],
    ["/charts/nothing.svg", "chart=nothing: allowed is one of monthly,"],
    ["/charts/monthly.csv?from=2023-02-01&to=2023-01-01", "from=2023-02-01: allowed is"],
    ["/charts/monthly.gif", "format=gif"],
    ["/charts/monthly.pdf?width=96cm", "width=96cm: allowed is a whole number of pixels"],
    ["/charts/monthly.pdf?scale=2", "scale=2: allowed is one of the parameters"],
  ] as const) {
    const answer = await request.get(url);
    expect(answer.status(), url).toBe(400);
    if (!url.endsWith("gif")) {
      expect(answer.headers()["content-type"]).toContain("application/problem+json");
      expect(await answer.text()).toContain(words);
    }
  }
  const page = await request.get("/charts/year-to-date?by=actor");
  expect(page.status()).toBe(400);
  expect(page.headers()["content-type"]).toContain("text/html");
});

test("a printed id finds the very view again, and a slip finds nothing", async ({
  page,
  request,
}) => {
  const { shortId } = await (await request.get(`/v/1/charts/monthly.json?${YEAR}&by=actor`)).json();
  await page.goto(`/c/${shortId.toLowerCase()}`);
  await expect(page).toHaveURL(`/v/1/charts/monthly?${YEAR}&by=actor`);
  const slip = `${shortId.slice(0, -1)}${shortId.endsWith("7") ? "8" : "7"}`;
  const answer = await page.goto(`/c/${slip}`);
  expect(answer?.status()).toBe(404);
  await expect(page.getByRole("main")).toContainText(slip);
});

test("incidents and actors have pictures for link previews", async ({ request }) => {
  for (const [page, picture] of [
    ["/incidents/coinex-2023-09", "/v/1/incidents/coinex-2023-09.png"],
    ["/actors/lazarus-group", "/v/1/actors/lazarus-group.png"],
    [`/charts/monthly?${YEAR}`, "/v/1/charts/monthly.png"],
  ] as const) {
    const html = await (await request.get(page)).text();
    const [, given = ""] = /<meta property="og:image" content="([^"]+)"/.exec(html) ?? [];
    expect(given).toContain(picture);
    const bytes = await (await request.get(given.replaceAll("&amp;", "&"))).body();
    expect([bytes.readUInt32BE(16), bytes.readUInt32BE(20)]).toEqual([1200, 630]);
  }
});

test("every picture that a record's page offers is there", async ({ page, request }) => {
  for (const path of ["/incidents/coinex-2023-09", "/actors/lazarus-group", "/targets/htx"]) {
    await page.goto(path);
    await page.getByText("Download as an image").click();
    const links = await page.locator("details a[download]").all();
    const offered = await Promise.all(links.map((link) => link.getAttribute("href")));
    expect(offered.some((href) => href?.includes(".pdf?"))).toBe(true);
    for (const href of offered)
      expect([href, (await request.get(href ?? "")).status()]).toEqual([href, 200]);
  }
});

test("many who ask at once are answered, or told when to come back", async ({ request }) => {
  const answers = await Promise.all(
    Array.from({ length: 60 }, (_, place) =>
      request.get(`/v/1/charts/largest.svg?year=2022&width=${500 + place}`),
    ),
  );
  for (const answer of answers) {
    expect([200, 503]).toContain(answer.status());
    if (answer.status() === 503) expect(answer.headers()["retry-after"]).toBe("5");
  }
  expect(answers.some((answer) => answer.status() === 200)).toBe(true);
});

test("files are read in parts, by their length, and by scripts of any site", async ({
  request,
}) => {
  for (const address of ["/v/1/charts/monthly.csv?year=2023", "/v/1/figures.csv"]) {
    const plain = { "Accept-Encoding": "identity" };
    const whole = await (await request.get(address, { headers: plain })).body();
    const head = await request.head(address, { headers: plain });
    expect([address, head.headers()["content-length"]]).toEqual([address, String(whole.length)]);
    const part = await request.get(address, { headers: { Range: "bytes=5-14" } });
    expect(part.status()).toBe(206);
    expect((await part.body()).equals(whole.subarray(5, 15))).toBe(true);
    const beyond = await request.get(address, { headers: { Range: "bytes=99999999-" } });
    expect(beyond.status()).toBe(416);
    expect(beyond.headers()["content-type"]).toContain("application/problem+json");
    const preflight = await request.fetch(address, { method: "OPTIONS" });
    expect([preflight.status(), preflight.headers()["access-control-allow-origin"]]).toEqual([
      204,
      "*",
    ]);
  }
});
