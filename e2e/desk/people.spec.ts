import { type BrowserContext, expect, type Page, test } from "@playwright/test";
import {
  ADMIN,
  codeOf,
  enterPassword,
  expectSignedIn,
  firstAdmin,
  invite,
  join,
  linkShown,
  personOf,
  setUpLink,
  signIn,
  type Who,
} from "@/e2e/desk/support/people";
import { expectAccessible } from "@/e2e/support/accessibility";

// Each test with people of its own: they stay at the desk, and a journey may be run again on it.
const run = Date.now().toString(36);
const someone = (name: string): Who => ({
  name: `${name} ${run}`,
  email: `${name.toLowerCase()}.${run}@desk.example`,
  password: `${name} keeps long passwords`,
});

test("the first admin comes in by a link that works once", async ({ page, browser }) => {
  await firstAdmin(page);
  await expect(page).toHaveURL(/\/desk$/);
  for (const section of [
    "My work",
    "Review",
    "Records",
    "Worklists",
    "Import",
    "People",
    "Audit",
  ]) {
    await expect(
      page.getByRole("navigation").getByRole("link", { name: new RegExp(`^${section}`) }),
    ).toBeVisible();
  }
  const other = await (await browser.newContext()).newPage();
  await other.goto(new URL(setUpLink()).pathname);
  await expect(other.getByRole("heading", { level: 1 })).toHaveText(
    "This invitation was used already",
  );
});

test("somebody is invited, joins, leaves and comes back to where they were going", async ({
  page,
  browser,
}) => {
  const cora = someone("Cora");
  await firstAdmin(page);
  const link = await invite(page, cora.email, "contributor");
  await expect(page.getByRole("listitem").filter({ hasText: cora.email })).toBeVisible();

  const hers = await (await browser.newContext()).newPage();
  await hers.goto(link);
  await expect(hers.getByRole("main")).toContainText("invited as contributor");
  await hers.getByLabel("Your public name").fill(cora.name);
  await hers.getByLabel("Password", { exact: true }).fill("too short");
  await hers.getByRole("button", { name: "Join" }).click();
  const summary = hers.getByRole("alert").filter({ hasText: "problem" });
  await expect(summary).toBeFocused();
  await summary.getByRole("link", { name: /at least 12 characters/ }).press("Enter");
  await expect(hers.getByLabel("Password", { exact: true })).toBeFocused();
  await expect(hers.getByLabel("Your public name")).toHaveValue(cora.name);
  await join(hers, cora);
  await expect(hers.getByRole("link", { name: "People" })).toHaveCount(0);

  const refused = await hers.goto("/desk/people");
  expect(refused?.status()).toBe(403);
  await expect(hers.getByRole("heading", { level: 1 })).toHaveText("Your role may not do this");

  await hers.getByRole("button", { name: "Sign out" }).click();
  await expect(hers).toHaveURL(/\/desk\/sign-in$/);
  await hers.goto("/desk/account?done=session");
  await expect(hers).toHaveURL(/\/desk\/sign-in\?next=/);
  await enterPassword(hers, cora);
  await expect(hers).toHaveURL(/\/desk\/account\?done=session$/);

  const again = await (await browser.newContext()).newPage();
  await again.goto(link);
  await expect(again.getByRole("heading", { level: 1 })).toContainText("used already");
});

test("a sign-in leads only to the desk itself", async ({ page }) => {
  await firstAdmin(page);
  await page.getByRole("button", { name: "Sign out" }).click();
  for (const next of ["https://evil.example/", "//evil.example/desk", "/desk/../", "/\\evil"]) {
    await page.goto(`/desk/sign-in?next=${encodeURIComponent(next)}`);
    await expect(page.locator('input[name="next"]')).toHaveValue("/desk");
  }
  await page.goto("/desk/sign-in?next=%2Fdesk%2Faudit");
  await enterPassword(page, ADMIN);
  await expect(page).toHaveURL(/\/desk\/audit$/);
});

test("wrong passwords are answered alike, and only so many times", async ({ page, browser }) => {
  const { who, context } = await personOf(browser, "contributor", `Wanda ${run}`);
  await context.close();
  await page.goto("/desk/sign-in");
  const summary = page.getByRole("alert").filter({ hasText: "problem" });
  await enterPassword(page, { email: `nobody.${run}@desk.example`, password: "not a password" });
  await expect(summary).toContainText("The e-mail address or the password is wrong.");
  for (let attempt = 0; attempt < 10; attempt++) {
    await enterPassword(page, { email: who.email, password: `wrong password ${attempt}` });
    await expect(summary).toContainText("The e-mail address or the password is wrong.");
    await expect(page.getByLabel("E-mail address")).toHaveValue(who.email);
    await expect(page.getByLabel("Password", { exact: true })).toHaveValue("");
  }
  await enterPassword(page, who);
  await expect(summary).toContainText(/too many attempts\. Try again in 1[0-5] minutes/);
});

test("a second factor is set up, asked for, and taken off", async ({ browser }) => {
  const { who, page } = await personOf(browser, "editor", `Tove ${run}`);
  await page.goto("/desk/account");
  const begin = page.getByRole("form", { name: "Set up a second factor" });
  await begin.getByLabel("Your current password").fill("not it, surely");
  await begin.getByRole("button", { name: "Begin" }).click();
  await expect(page.getByRole("alert").first()).toContainText("not your current password");
  await begin.getByLabel("Your current password").fill(who.password);
  await begin.getByRole("button", { name: "Begin" }).click();
  const shown = page.getByRole("status").filter({ hasText: "Shown this once" });
  await expect(shown.getByRole("img", { name: "The secret as a QR code" })).toBeVisible();
  await expectAccessible(page);
  const secret = await shown.getByText(/^[A-Z2-7]{4}( [A-Z2-7]{1,4})+$/).innerText();
  const backupCode = await shown.getByRole("listitem").first().innerText();
  const confirm = page.getByRole("form", { name: "Confirm the second factor" });
  await confirm.getByLabel("Code").fill("000000");
  await confirm.getByRole("button", { name: "Confirm" }).click();
  await expect(confirm.getByRole("alert")).toContainText("The code is wrong");
  await confirm.getByLabel("Code").fill(codeOf(secret));
  await confirm.getByRole("button", { name: "Confirm" }).click();
  await expect(page.getByRole("status").first()).toContainText("The second factor is on");

  await page.getByRole("button", { name: "Sign out" }).click();
  await enterPassword(page, who);
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Enter your code");
  await expect(page.getByLabel("Code")).toBeFocused();
  expect((await page.request.get("/desk/account", { maxRedirects: 0 })).status()).toBe(307);
  await expectAccessible(page);
  await page.getByLabel("Code").fill("111111");
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("alert").first()).toContainText("The code is wrong");
  await page.getByLabel("Code").fill(codeOf(secret));
  await page.getByRole("button", { name: "Go on" }).click();
  await expectSignedIn(page, who);

  // A backup code works once.
  await page.getByRole("button", { name: "Sign out" }).click();
  await enterPassword(page, who);
  await page.getByLabel("Code").fill(backupCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await expectSignedIn(page, who);
  await page.getByRole("button", { name: "Sign out" }).click();
  await enterPassword(page, who);
  await page.getByLabel("Code").fill(backupCode);
  await page.getByRole("button", { name: "Go on" }).click();
  await expect(page.getByRole("alert").first()).toContainText("The code is wrong");
  // So does the authenticator's; the next one is taken a little early.
  await page.getByLabel("Code").fill(codeOf(secret, Date.now() + 30_000));
  await page.getByRole("button", { name: "Go on" }).click();
  await expectSignedIn(page, who);

  await page.goto("/desk/account#second-factor");
  await page.getByText("Turn the second factor off", { exact: true }).click();
  const off = page.getByRole("form", { name: "Turn the second factor off" });
  await off.getByLabel("Your current password").fill(who.password);
  await off.getByRole("button", { name: "Turn it off" }).click();
  await expect(page.getByRole("status").first()).toContainText("The second factor is off");
});

test("a session is listed and ended from elsewhere", async ({ browser }) => {
  const { who, page } = await personOf(browser, "contributor", `Sven ${run}`);
  const elsewhere = await browser.newContext();
  const there = await elsewhere.newPage();
  await signIn(there, who);
  await page.goto("/desk/account");
  const sessions = page.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await expect(sessions.getByRole("listitem").filter({ hasText: "this one" })).toHaveCount(1);
  await sessions.getByRole("button", { name: /^End the session/ }).click();
  await expect(page.getByRole("status")).toContainText("The session has ended");
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await there.goto("/desk");
  await expect(there).toHaveURL(/\/desk\/sign-in/);
});

test("a made-up address of a client is not believed", async ({ browser }) => {
  const { who } = await personOf(browser, "contributor", `Fay ${run}`);
  const context = await browser.newContext({
    extraHTTPHeaders: { "X-Forwarded-For": "198.51.100.9", "X-Lossline-Peer": "198.51.100.9" },
  });
  const page = await context.newPage();
  await signIn(page, who);
  await page.goto("/desk/account");
  const sessions = page.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByRole("listitem").filter({ hasText: "this one" })).toBeVisible();
  await expect(sessions).not.toContainText("198.51.100.9");
});

test("an admin's link sets a new password, and ends what was signed in", async ({
  page,
  browser,
}) => {
  const { who, page: theirs } = await personOf(browser, "contributor", `Rosa ${run}`);
  await firstAdmin(page);
  await page.goto("/desk/people");
  const entry = page.getByRole("listitem").filter({ hasText: who.email });
  await entry.getByText("Change", { exact: false }).first().click();
  const form = entry.getByRole("form", { name: `New password for ${who.name}` });
  await form.getByRole("button").first().click();
  const link = await linkShown(form);

  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto(link);
  await fresh.getByRole("textbox", { name: "New password" }).fill(who.email);
  await fresh.getByRole("button", { name: "Set the password" }).click();
  await expect(fresh.getByRole("alert").first()).toContainText("must not be the e-mail address");
  await fresh.getByRole("textbox", { name: "New password" }).fill("an altogether new one");
  await fresh.getByRole("button", { name: "Set the password" }).click();
  await expect(fresh.getByRole("status")).toContainText("The new password is set");
  await enterPassword(fresh, { email: who.email, password: "an altogether new one" });
  await expectSignedIn(fresh, who);
  await theirs.goto("/desk");
  await expect(theirs).toHaveURL(/\/desk\/sign-in/);
  await theirs.goto(link);
  await expect(theirs.getByRole("heading", { level: 1 })).toContainText("was used already");
});

test("an admin changes a role and ends access", async ({ page, browser }) => {
  const { who, page: theirs } = await personOf(browser, "contributor", `Emil ${run}`);
  await firstAdmin(page);
  await page.goto("/desk/people");
  const entry = page.getByRole("listitem").filter({ hasText: who.email });
  await entry.getByText("Change", { exact: false }).first().click();
  const role = entry.getByRole("form", { name: `Role of ${who.name}` });
  await role.getByLabel("Role").selectOption("editor");
  await role.getByRole("button").click();
  await expect(role.getByRole("status")).toContainText(`${who.name} is now editor`);
  await theirs.goto("/desk");
  await expect(theirs.getByRole("link", { name: "Review" }).first()).toBeVisible();

  await entry.getByRole("button", { name: "End access" }).click();
  await expect(page.getByRole("region", { name: /Without access/ })).toContainText(who.email);
  await theirs.goto("/desk");
  await expect(theirs).toHaveURL(/\/desk\/sign-in/);
  await enterPassword(theirs, who);
  await expect(theirs.getByRole("alert").first()).toContainText(
    "Your access to the desk has ended",
  );

  await page.goto("/desk/audit");
  await expect(page.getByRole("main")).toContainText(`${who.email} — access ended`);
  await expect(page.getByRole("main")).toContainText(`${who.email} — role: contributor → editor`);
});

test("an e-mail address is changed by oneself, and by an admin", async ({ page, browser }) => {
  const { who, page: theirs } = await personOf(browser, "contributor", `Mara ${run}`);
  const elsewhere = await (await browser.newContext()).newPage();
  await signIn(elsewhere, who);
  await theirs.goto("/desk/account");
  const own = theirs.getByRole("form", { name: "E-mail address" });
  await own.getByLabel("E-mail address").fill(`mara.own.${run}@desk.example`);
  await own.getByLabel("Your current password").fill("not it, surely");
  await own.getByRole("button", { name: "Change the address" }).click();
  await expect(own.getByRole("alert").first()).toContainText("not your current password");
  await expect(own.getByLabel("E-mail address")).toHaveValue(`mara.own.${run}@desk.example`);
  await own.getByLabel("Your current password").fill(who.password);
  await own.getByRole("button", { name: "Change the address" }).click();
  await expect(own.getByRole("status")).toContainText(`You sign in with mara.own.${run}`);
  await expect(theirs.getByRole("main")).toContainText(
    `mara.own.${run}@desk.example · contributor`,
  );
  // What is signed in elsewhere is listed here, and can be ended.
  const sessions = theirs.getByRole("region", { name: "Sessions" });
  await expect(sessions.getByRole("listitem")).toHaveCount(2);
  await sessions.getByRole("button", { name: "End the other session" }).click();
  await expect(sessions.getByRole("listitem")).toHaveCount(1);
  await elsewhere.goto("/desk");
  await enterPassword(elsewhere, who);
  await expect(elsewhere.getByRole("alert").first()).toContainText("password is wrong");
  await enterPassword(elsewhere, { ...who, email: `mara.own.${run}@desk.example` });
  await expectSignedIn(elsewhere, who);

  await firstAdmin(page);
  await page.goto("/desk/people");
  const entry = page.getByRole("listitem").filter({ hasText: `mara.own.${run}` });
  await entry.getByText("Change", { exact: false }).first().click();
  const form = entry.getByRole("form", { name: `E-mail address of ${who.name}` });
  await form.getByLabel("E-mail address").fill(ADMIN.email);
  await form.getByRole("button", { name: "Change the address" }).click();
  await expect(form.getByRole("alert").first()).toContainText("somebody else’s address");
  await form.getByLabel("E-mail address").fill(`mara.new.${run}@desk.example`);
  await form.getByRole("button", { name: "Change the address" }).click();
  // The list is shown anew, with the new address.
  await expect(page.getByRole("region", { name: /^At the desk/ })).toContainText(`mara.new.${run}`);
  await theirs.goto("/desk/account");
  await expect(theirs.getByRole("main")).toContainText(`mara.new.${run}@desk.example`);
  await page.goto("/desk/audit");
  await expect(page.getByRole("main")).toContainText(
    `mara.own.${run}@desk.example → mara.new.${run}@desk.example`,
  );
});

test("strangers who guess are listed, and do not keep the owner out of their own browser", async ({
  page,
  browser,
}) => {
  const { who, page: own } = await personOf(browser, "contributor", `Olga ${run}`);
  await own.getByRole("button", { name: "Sign out" }).click();
  const stranger = await (await browser.newContext()).newPage();
  await stranger.goto("/desk/sign-in");
  const summary = stranger.getByRole("alert").filter({ hasText: "problem" });
  for (let attempt = 0; attempt < 10; attempt++) {
    await enterPassword(stranger, { email: who.email, password: `a guess ${attempt}` });
    await expect(summary).toContainText("password is wrong");
    await expect(stranger.getByLabel("Password", { exact: true })).toHaveValue("");
  }
  await enterPassword(stranger, who);
  await expect(summary).toContainText("too many attempts");
  await enterPassword(own, who);
  await expectSignedIn(own, who);
  await firstAdmin(page);
  await page.goto("/desk/audit");
  await page.getByRole("combobox", { name: "Who" }).selectOption("outside, or the console");
  await page.getByRole("combobox", { name: "What" }).selectOption("signing in");
  await page.getByRole("button", { name: "Show" }).click();
  const lines = page.getByRole("listitem").filter({ hasText: who.email });
  await expect(lines.filter({ hasText: "failed: a wrong password" })).toHaveCount(1);
  await expect(lines.filter({ hasText: "too many failed attempts" })).toHaveCount(1);
  await expect(lines).toHaveCount(2);
});

test("everything goes by keyboard alone", async ({ browser }) => {
  const { who, page } = await personOf(browser, "contributor", `Kim ${run}`);
  await page.goto("/desk/account");
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to the content" })).toBeFocused();
  await tabTo(page, "Sign out");
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/desk\/sign-in$/);
  await tabTo(page, "E-mail address");
  await page.keyboard.type(who.email);
  await page.keyboard.press("Tab");
  await page.keyboard.type(who.password);
  await page.keyboard.press("Enter");
  await expectSignedIn(page, who);
});

test("it works without JavaScript", async ({ browser }) => {
  const { who } = await personOf(browser, "admin", `Nils ${run}`);
  const page = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await page.goto("/desk/people");
  await enterPassword(page, { email: who.email, password: "not his password" });
  await expect(page.getByRole("alert").first()).toContainText("password is wrong");
  await expect(page.getByLabel("E-mail address")).toHaveValue(who.email);
  await enterPassword(page, who);
  await expect(page).toHaveURL(/\/desk\/people$/);
  const form = page.getByRole("form", { name: "Invite somebody" });
  await form.getByLabel("E-mail address").fill("not an address");
  await form.getByLabel("Role").selectOption("editor");
  await form.getByRole("button").first().click();
  await expect(form.getByRole("alert")).toContainText("must look like name@example.org");
  await expect(form.getByLabel("E-mail address")).toHaveValue("not an address");
  await expect(form.getByLabel("Role")).toHaveValue("editor");
  const invited = someone("Ines");
  const link = await invite(page, invited.email, "editor");
  const hers = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await hers.goto(link);
  await join(hers, invited);
  await hers.getByRole("button", { name: "Sign out" }).click();
  await expect(hers).toHaveURL(/\/desk\/sign-in$/);
});

test("a passkey is added, signs in, and is removed", async ({ browser }) => {
  const { who, page, context } = await personOf(browser, "contributor", `Pia ${run}`);
  await withAuthenticator(context, page);
  await page.goto("/desk/account#passkeys");
  await page.getByLabel("Name of the passkey").fill("my key");
  await page.getByRole("button", { name: "Add a passkey" }).click();
  await expect(page.getByRole("status").first()).toContainText("The passkey is added");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expectSignedIn(page, who);
  await page.goto("/desk/account#passkeys");
  await page.getByRole("button", { name: "Remove the passkey my key" }).click();
  await expect(page.getByRole("status").first()).toContainText("no longer signs anybody in");
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByRole("button", { name: "Sign in with a passkey" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "passkey" })).toBeVisible();
});

test("what another site posts is refused", async ({ browser }) => {
  const { who, page, context } = await personOf(browser, "contributor", `Otto ${run}`);
  const session = (await context.cookies()).find(({ name }) => name.includes("session_token"));
  expect(session).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const out = await page.request.post("/desk/sign-out", {
    headers: { Origin: "https://evil.example" },
    maxRedirects: 0,
  });
  expect(out.status()).toBe(403);

  // The very form of the account page: from here it changes the name, from elsewhere it does not.
  const plain = await (await browser.newContext({ javaScriptEnabled: false })).newPage();
  await signIn(plain, who);
  await plain.goto("/desk/account");
  const body: Record<string, string> = {};
  for (const input of await plain
    .getByRole("form", { name: "Public name" })
    .locator("input[type=hidden]")
    .all()) {
    body[(await input.getAttribute("name")) ?? ""] = (await input.getAttribute("value")) ?? "";
  }
  const send = (origin: string, name: string) =>
    plain.request.post("/desk/account", {
      headers: { Origin: origin },
      multipart: { ...body, name },
    });
  const here = await send(new URL(plain.url()).origin, `${who.name} Renamed`);
  expect(here.status()).toBe(200);
  await page.goto("/desk/account");
  await expectSignedIn(page, { name: `${who.name} Renamed` });
  const afar = await send("https://evil.example", "Changed From Afar");
  expect(afar.status()).toBe(403);
  await page.goto("/desk/account");
  await expectSignedIn(page, { name: `${who.name} Renamed` });
});

for (const theme of ["light", "dark"] as const) {
  test(`its pages are accessible, ${theme}`, async ({ browser }) => {
    const context = await browser.newContext({ colorScheme: theme });
    const page = await context.newPage();
    await page.goto("/desk/sign-in");
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(page.getByRole("alert").first()).toBeVisible();
    await expectAccessible(page);
    await firstAdmin(page);
    const link = await invite(page, someone(`Axe${theme}`).email, "editor");
    await page.locator("details").evaluateAll((all) => {
      for (const one of all) one.setAttribute("open", "");
    });
    await expectAccessible(page);
    for (const path of ["/desk/account", "/desk/audit", link, `${link}x`, "/desk/nowhere"]) {
      await page.goto(path);
      await expectAccessible(page);
    }
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ["/desk/sign-in", "/desk/account", "/desk/people", "/desk/audit", link]) {
      await page.goto(path);
      const wider = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(wider, path).toBe(0);
    }
  });
}

/** Presses Tab until something with a name has focus. */
async function tabTo(page: Page, name: string): Promise<void> {
  for (let press = 0; press < 60; press++) {
    const focused = await page.evaluate(() => {
      const element = document.activeElement;
      const label = element instanceof HTMLInputElement ? element.labels?.[0]?.textContent : null;
      return (label ?? element?.textContent ?? "").trim();
    });
    if (focused === name) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`Tab does not lead to “${name}”.`);
}

/** Gives a page a security key that always says yes. */
async function withAuthenticator(context: BrowserContext, page: Page): Promise<void> {
  const client = await context.newCDPSession(page);
  await client.send("WebAuthn.enable");
  await client.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
