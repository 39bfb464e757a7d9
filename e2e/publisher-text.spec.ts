import { expect, test } from "@playwright/test";
import { expectAccessible } from "./support/accessibility";

const CHART = "/charts/monthly?year=2023&through=2023-12-31";
const TITLE = "Losses by month and category, 2023";
const OWN = "headline=Who+took+it%3F&note=Bridges+once&alt=Columns+that+grow.&credit=The+Paper";

for (const javaScriptEnabled of [true, false]) {
  test.describe(`with JavaScript ${javaScriptEnabled ? "on" : "off"}`, () => {
    test.use({ javaScriptEnabled });

    test("a publisher's headline is typed, looked at and taken", async ({ page, request }) => {
      await page.goto(CHART);
      const summary = page.getByText("Your own headline and text", { exact: true });
      await summary.focus();
      await page.keyboard.press("Enter");
      const form = page.getByRole("form", { name: "Your own headline and text" });
      const generated = form.getByText(/^Without it: “Stacked column chart of losses by month/);
      await expect(generated).toBeVisible();
      await form.getByLabel("Headline").fill("Who took it?");
      await form.getByLabel("Note").fill("Bridges once");
      await form.getByLabel("Alternative text").fill("Columns that grow.");
      await form.getByLabel("Highlight").selectOption("Phishing");
      await form.getByLabel("Headline").press("Enter");
      await expect(page).toHaveURL(
        /\/charts\/monthly\?year=2023&through=2023-12-31&headline=Who\+took\+it%3F&.*highlight=phishing&mark=#publish$/,
      );
      await expect(form.getByLabel("Headline")).toHaveValue("Who took it?");
      // Our page goes on under our title.
      await expect(page).toHaveTitle(new RegExp(`^${TITLE}`));
      await expect(page.locator('meta[property="og:title"]')).toHaveAttribute("content", TITLE);
      await expect(page.locator('meta[name="robots"]')).toHaveAttribute("content", /noindex/);
      await expect(page.getByText(/^Lossline, “/)).not.toContainText("headline");
      if (javaScriptEnabled) {
        const preview = page.getByRole("img", { name: "Preview. Columns that grow." });
        await expect(preview).toHaveAttribute(
          "src",
          /headline=Who\+took\+it%3F.*highlight=phishing/,
        );
        await expectAccessible(page);
      }
      const file = await page
        .getByRole("link", { name: javaScriptEnabled ? "Download SVG" : "SVG" })
        .first()
        .getAttribute("href");
      const svg = await (await request.get(file ?? "")).text();
      for (const words of [
        ">Who took it?<",
        "Publisher’s note: Bridges once.",
        "Headline, note and highlight: the publisher’s; data: Lossline.",
        `${TITLE}: US$ million`,
        "Source: Lossline, version 1",
      ])
        expect(svg).toContain(words);
      await page.getByRole("link", { name: "Without it" }).click();
      await expect(page).toHaveURL(`${CHART}#publish`);
    });
  });
}

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });

  test("annotations are picked, added, drawn and removed", async ({ page, request }) => {
    await page.goto(CHART);
    await page.getByText("Your own headline and text", { exact: true }).click();
    const form = page.getByRole("form", { name: "Your own headline and text" });
    const offered = page.locator("#annotated-incidents option");
    const [first, second] = await offered.evaluateAll((options) =>
      options.map((option) => option.getAttribute("value") ?? ""),
    );
    for (const [line, start] of [first, second].entries()) {
      await form
        .getByLabel(`Annotation ${line + 1}`, { exact: true })
        .fill(`${start}Text ${line + 1}`);
      await form.getByRole("button", { name: "Use in images" }).click();
      await expect(page).toHaveURL(new RegExp(`mark=.*Text\\+${line + 1}`));
    }
    const file = await page.getByRole("link", { name: "SVG" }).first().getAttribute("href");
    const svg = await (await request.get(file ?? "")).text();
    for (const text of ["Text 1", "Text 2"]) expect(svg).toContain(`aria-label="${text}"`);
    expect(svg).toContain("Annotations: the publisher’s; data: Lossline.");
    await page.getByRole("link", { name: "Remove annotation 1" }).click();
    await expect(page).toHaveURL(/mark=[^&]*Text\+2#publish$/);
    await expect(form.getByLabel("Annotation 1", { exact: true })).toHaveValue(`${second}Text 2`);
  });
});

test("files and embeds hold it, the short id and the data do not", async ({ request, baseURL }) => {
  const png = await request.get(`/v/1${CHART.replace("monthly", "monthly.png")}&${OWN}&scale=1`);
  const metadata = (await png.body()).toString();
  for (const words of [
    "<photoshop:Headline>Who took it?</photoshop:Headline>",
    "<photoshop:Credit>The Paper / Lossline</photoshop:Credit>",
    "Credit: The Paper; headline, note and alternative text: the publisher’s; data: Lossline, version 1",
    "Columns that grow.",
    `<rdf:li xml:lang="x-default">${TITLE}</rdf:li>`,
  ])
    expect(metadata).toContain(words);
  expect(png.headers()["content-disposition"]).toMatch(/-v1-text-[0-9a-f]{10}\.png"/);
  const again = await request.get(`/v/1/charts/monthly.png?${OWN}&scale=1&year=2023`);
  expect((await again.body()).equals(await png.body())).toBe(true);

  const embed = await (await request.get(`/v/1/embed/monthly?year=2023&${OWN}`)).text();
  // A frame is called by the publisher's headline, and by what the chart is.
  expect(embed).toContain(`<title>Who took it? (${TITLE})</title>`);
  expect(embed).toContain(">Who took it?<");
  const oembed = await request.get(
    `/oembed?url=${encodeURIComponent(`${baseURL}/v/1${CHART}&${OWN}`)}`,
  );
  expect(await oembed.json()).toMatchObject({
    title: `Who took it? (${TITLE})`,
    html: expect.stringContaining("headline=Who"),
  });

  const shortId = /ID\u00a0([0-9A-Z-]+)/.exec(
    await (await request.get(`/v/1/charts/monthly.svg?year=2023&${OWN}`)).text(),
  )?.[1];
  const found = await request.get(`/c/${shortId}`, { maxRedirects: 0 });
  expect(found.headers().location).toBe(`/v/1${CHART}`);
  for (const format of ["csv", "json", "xlsx", "zip"])
    expect((await request.get(`/v/1/charts/monthly.${format}?headline=x`)).status()).toBe(400);
});

test("what could turn or hide the rest is refused, and said", async ({ request }) => {
  for (const bad of [
    `headline=${"x".repeat(121)}`,
    "headline=a%E2%80%AEb",
    "alt=%E2%81%A6a",
    "note=a%00b",
    "highlight=A%20b",
    "mark=nothing",
    "headline=a&headline=b",
  ]) {
    const answer = await request.get(`/v/1/charts/monthly.png?${bad}`);
    expect(answer.status(), bad).toBe(400);
    expect(answer.headers()["content-type"]).toContain("application/problem+json");
    const { problems } = await answer.json();
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({ parameter: bad.split("=")[0] });
    expect(problems[0].allowed.length).toBeGreaterThan(3);
  }
});

test("a slash or an angle bracket in a parameter leaves the page its scripts", async ({ page }) => {
  for (const url of [
    `${CHART}&headline=Up+1%2F2+%3Cb%3E`,
    "/incidents?q=1%2F2",
    "/incidents?q=100%25",
  ]) {
    const answer = await page.goto(url);
    expect(answer?.headers()["content-security-policy"], url).toContain("'sha256-");
  }
  await page.goto(`${CHART}&headline=Up+1%2F2+%3Cb%3E`);
  // Filled in by a script of the page.
  await expect(page.getByText(/<iframe src="http/).first()).toBeVisible();
});
