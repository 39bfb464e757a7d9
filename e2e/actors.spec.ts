import { expect, type Page, test } from "@playwright/test";

/** The part of a page under a heading. */
const part = (page: Page, name: string) => page.getByRole("region", { name });
/** The line of a table that has a heading. */
const line = (page: Page, heading: string | RegExp) =>
  page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: heading }) });

test("actors stand as a tree, and each number leads to its incidents", {
  tag: "@smoke",
}, async ({ page }) => {
  await page.goto("/actors");
  const headings = page.getByRole("rowheader");
  await expect(headings.nth(0)).toHaveText(/^North Korea/);
  await expect(headings.nth(1)).toHaveText(/^Lazarus Group, part of North Korea/);
  await expect(headings.nth(2)).toHaveText(/^TraderTraitor, part of Lazarus Group/);
  const names = await headings.allInnerTexts();
  expect(names.at(-2)).toBe("Not attributed");
  expect(names.at(-1)).toBe("All incidents, each once");

  const count = line(page, "Lazarus Group").getByRole("cell").nth(3);
  const incidents = await count.innerText();
  await count.getByRole("link").click();
  await expect(page).toHaveURL(/\/incidents\?actor=lazarus-group$/);
  await expect(page.getByText(`${incidents} incidents`, { exact: false }).first()).toBeVisible();
});

test("a surer rule counts fewer, and keeps those who then have none", async ({ page }) => {
  await page.goto("/actors");
  const before = Number(await line(page, "CryptoCore").getByRole("cell").nth(3).innerText());
  const actors = await page.getByRole("rowheader").count();
  await page.getByRole("link", { name: "confirmed" }).click();
  await expect(page).toHaveURL(/\/actors\?confidence=confirmed$/);
  await expect(page.getByRole("rowheader")).toHaveCount(actors);
  const after = Number(
    (await line(page, "CryptoCore").getByRole("cell").nth(3).innerText()).replace("—", "0"),
  );
  expect(after).toBeLessThan(before);
  const nobody = line(page, "Not attributed").getByRole("link").first();
  await expect(nobody).toHaveAttribute("href", "/incidents?actor=none&confidence=confirmed");
});

test("the Lazarus Group's page tells the story of 2023 and the addresses that link it", async ({
  page,
}) => {
  await page.goto("/actors/lazarus-group");
  const sharedAddressGroups = part(page, "Thefts linked by shared addresses");
  await expect(
    sharedAddressGroups.getByRole("heading", { name: "2 June 2023 – 12 September 2023" }),
  ).toBeVisible();
  const shown = sharedAddressGroups.getByRole("list").first().getByRole("listitem");
  await expect(shown).toHaveCount(5);
  for (const [index, words] of [
    [0, /Atomic Wallet\$100m2\sJun 2023/],
    [1, /Alphapo\$60\.0m22\sJul 2023 · 50 days later/],
    [2, /CoinsPaid\$37\.3m22\sJul 2023 · the same day/],
    [
      3,
      /Stake\.com\$41\.0m4\sSep 2023 · 44 days later1 address shared with Alphapo; 1 address with CoinEx/,
    ],
    [4, /CoinEx\$54\.0m12\sSep 2023 · 8 days later/],
  ] as const) {
    await expect(shown.nth(index)).toHaveText(words);
  }
  await sharedAddressGroups.getByText("The 8 addresses").first().click();
  await expect(sharedAddressGroups).toContainText(
    "Stake.com (Polygon) and CoinEx (Arbitrum and Optimism)",
  );

  const parties = part(page, "Who attributes what");
  await parties.getByText("FBI: 7 incidents").click();
  const fbi = parties.getByRole("listitem").filter({ hasText: "FBI: 7 incidents" });
  await expect(
    fbi.getByRole("link", { name: "Atomic Wallet user-wallet drain" }).first(),
  ).toBeVisible();
});

test("Lazarus in 2023 through 15 September is told by confidence, and the levels add up", async ({
  page,
}) => {
  await page.goto("/actors/lazarus-group");
  await page.getByLabel("One year, from 1 January through").fill("2023-09-15");
  await page.getByRole("button", { name: "Show" }).first().click();
  await expect(page).toHaveURL(/\/actors\/lazarus-group\?(year=2023&)?through=2023-09-15$/);
  await expect(page.getByText("1 January – 15 September 2023 only.")).toBeVisible();
  const levels = part(page, "How sure the attributions are");
  const rows = levels.getByRole("rowgroup").nth(1).getByRole("row");
  await expect(rows.getByRole("rowheader")).toHaveText(["confirmed", "likely", "suspected"]);
  const sumOf = async (cell: "loss" | "incidents") => {
    let sum = 0;
    for (const row of await rows.all()) {
      const cells = row.getByRole("cell");
      const text =
        cell === "loss"
          ? await cells.first().locator("data").getAttribute("value")
          : await cells.last().innerText();
      sum += Number(text);
    }
    return sum;
  };
  const total = levels.getByRole("row").filter({ hasText: "at least suspected" });
  await expect(total.locator("data")).toHaveAttribute("value", String(await sumOf("loss")));
  await expect(total.getByRole("cell").last()).toHaveText(String(await sumOf("incidents")));
  await page.getByRole("link", { name: "All years" }).click();
  await expect(page).toHaveURL(/\/actors\/lazarus-group$/);
});

test("a person stands beside a sum with the legal status", async ({ page }) => {
  await page.goto("/actors");
  await expect(line(page, /^Avraham Eisenberg/).getByRole("rowheader")).toContainText(
    "(acquitted in May 2025)",
  );
  await page.goto("/incidents?actor=avraham-eisenberg");
  await expect(page.getByRole("row").filter({ hasText: "Mango Markets" })).toContainText(
    "Avraham Eisenberg (acquitted in May 2025)",
  );
});

test("an actor is told as it was known on a day, by keyboard alone", async ({ page }) => {
  await page.goto("/actors/lazarus-group");
  const undated = page.getByRole("link", { name: /^\d+ of the \d+ incidents$/ });
  const [count = "", all = ""] = (await undated.innerText()).match(/\d+/g) ?? [];
  await expect(undated).toHaveAttribute(
    "href",
    "/incidents?actor=lazarus-group&statements=one-undated",
  );
  const asKnown = page.getByLabel("As known on");
  await asKnown.focus();
  await asKnown.pressSequentially("09152023");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/actors\/lazarus-group\?known=2023-09-15$/);
  await expect(page).toHaveTitle(/^Lazarus Group, as known on 15 September 2023/);
  await expect(page.getByText(/Counted is what had been said by 15 September 2023/)).toBeVisible();
  const then = page.locator('a[href="/incidents?actor=lazarus-group&known=2023-09-15"]').first();
  expect(Number(await then.innerText())).toBeLessThan(Number(all) - Number(count));
  // CoinEx was robbed on 12 September and attributed on the next day.
  const timeline = part(page, "Timeline");
  await expect(timeline.getByRole("listitem").filter({ hasText: "CoinEx" })).toContainText(
    "by ZachXBT, 13 Sep 2023",
  );
  await then.click();
  await expect(page.getByLabel("Attributed, beside an actor, by")).toHaveValue("2023-09-15");
  await page.goBack();
  await page.getByRole("link", { name: "All statements" }).click();
  await expect(page).toHaveURL(/\/actors\/lazarus-group$/);
});

test("a day that has not come, or that stands beside no actor, is refused", async ({ page }) => {
  for (const [path, allowed] of [
    ["/actors/lazarus-group?known=2999-01-01", "a day that has come"],
    ["/actors/lazarus-group?known=yesterday", "YYYY-MM-DD"],
    ["/incidents?known=2023-09-15", "given beside one actor"],
    ["/incidents?statements=undated&actor=none", "given beside one actor"],
    ["/charts/monthly?actor=lazarus-group&known=2023-09-15", "one of the parameters"],
  ] as const) {
    const answer = await page.goto(path);
    expect(answer?.status(), path).toBe(400);
    await expect(page.getByRole("main")).toContainText(allowed);
  }
});

test("whom else statements name stands side by side", async ({ page }) => {
  await page.goto("/actors/lazarus-group");
  const contested = part(page, "Others are named too").getByRole("listitem");
  const upbit = contested.filter({ hasText: "Upbit" }).first();
  await expect(upbit).toContainText("Korean National Police Agency");
  await expect(upbit.getByRole("link", { name: "Andariel" })).toHaveAttribute(
    "href",
    "/actors/andariel",
  );
});

test("an actor's year shows what its incidents come to, and a year without any a dash", async ({
  page,
}) => {
  await page.goto("/actors/andean-medjedovic");
  await expect(line(page, "2022")).toHaveText("2022—$16.0m—");
  await line(page, "2023").getByRole("link").last().click();
  await expect(page).toHaveURL(
    /\/incidents\?from=2023-01-01&to=2023-12-31&actor=andean-medjedovic&sort=oldest$/,
  );
  await expect(page.getByText("1 incident,")).toBeVisible();
});

test("others' totals stand beside the record's own of the same scope, and a sum of some thefts beside none", async ({
  page,
}) => {
  await page.goto("/actors/north-korea");
  const figures = part(page, "Figures from other publishers");
  await figures.getByText(/^\d+ more$/).click();
  const year = figures.getByRole("row", { name: /^Chainalysis 2022 / });
  await expect(year).toContainText("$1.65bn");
  await expect(year.getByRole("link").last()).toHaveAttribute(
    "href",
    "/incidents?from=2022-01-01&to=2022-12-31&actor=north-korea&sort=largest",
  );
  await page.goto("/actors/lazarus-group");
  for (const more of await figures.getByText(/^\d+ more$/).all()) await more.click();
  const elliptic = figures.getByRole("row", { name: /^Elliptic 3 Jun – 15 Sep 2023/ });
  await expect(elliptic).toContainText("nearly $240m");
  await expect(elliptic.getByRole("cell").last()).toHaveText("no number: a sum of named thefts");
});

test("a part leads to its whole, and a whole to its parts", async ({ page }) => {
  await page.goto("/v/1/actors/tradertraitor?confidence=likely");
  await page.getByRole("link", { name: "Lazarus Group" }).first().click();
  await expect(page).toHaveURL(/\/v\/1\/actors\/lazarus-group\?confidence=likely$/);
  await expect(
    part(page, "Its parts").getByRole("rowheader", { name: "TraderTraitor" }),
  ).toBeVisible();
});

test.describe("without JavaScript", () => {
  test.use({ javaScriptEnabled: false });
  test("the rule can be changed and statements unfold", async ({ page }) => {
    await page.goto("/actors/lazarus-group");
    await page.getByRole("link", { name: "confirmed" }).click();
    await expect(page).toHaveURL(/confidence=confirmed$/);
    const fbi = part(page, "Who attributes what").getByText(/^FBI:/);
    await fbi.click();
    await expect(
      page.getByRole("link", { name: /^Source of what FBI says/ }).first(),
    ).toBeVisible();
  });
});

test("the actors' pages fit a small phone", async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 700 });
  for (const path of [
    "/actors",
    "/actors/lazarus-group?confidence=confirmed",
    "/actors/lazarus-group?year=2023&through=2023-09-15",
    "/v/1/actors/gerald-cotten",
  ]) {
    await page.goto(path);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});
