import { createHmac } from "node:crypto";
import { type Browser, type BrowserContext, expect, type Page } from "@playwright/test";

/** Somebody of the desk, as the journeys know them. */
export interface Who {
  name: string;
  email: string;
  password: string;
}

export type Role = "contributor" | "editor" | "admin";

export const ADMIN: Who = {
  name: "Ada Admin",
  email: "ada@desk.example",
  password: "every ledger has two sides",
};

/** Where the first admin comes in; the desk's journeys begin on a desk without anybody. */
export function setUpLink(): string {
  const link = process.env.DESK_SETUP_LINK;
  if (!link) throw new Error("DESK_SETUP_LINK holds the set-up link that `npm start` prints.");
  return link;
}

/**
 * Comes in as the first admin: by the set-up link the first time, by signing in from then on, so that each
 * journey can begin with it.
 */
export async function firstAdmin(page: Page): Promise<Who> {
  await page.goto(new URL(setUpLink()).pathname);
  const joining = page.getByRole("heading", { level: 1, name: "Join the desk" });
  if (!(await joining.isVisible())) return signIn(page, ADMIN);
  await join(page, ADMIN, true);
  return ADMIN;
}

/** Signs in, and waits for the desk. */
export async function signIn(page: Page, who: Who): Promise<Who> {
  await page.goto("/desk/sign-in");
  await enterPassword(page, who);
  await expectSignedIn(page, who);
  return who;
}

/** Fills the sign-in form and sends it. */
export async function enterPassword(
  page: Page,
  who: Pick<Who, "email" | "password">,
): Promise<void> {
  await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}

/** Expects that the header says who is signed in. */
export async function expectSignedIn(page: Page, who: Pick<Who, "name">): Promise<void> {
  await expect(page.getByRole("link", { name: `Account of ${who.name}` })).toBeVisible();
}

/** Invites somebody as the admin who is signed in. @returns the link that is shown once, as a path */
export async function invite(page: Page, email: string, role: Role): Promise<string> {
  await page.goto("/desk/people");
  const form = page.getByRole("form", { name: "Invite somebody" });
  await form.getByLabel("E-mail address").fill(email);
  await form.getByLabel("Role").selectOption(role);
  await form.getByRole("button", { name: "Make the link" }).click();
  return linkShown(form);
}

/** The path of a link that a form shows this once. */
export async function linkShown(form: ReturnType<Page["getByRole"]>): Promise<string> {
  const link = form.getByRole("link", { name: /\/desk\/(join|password)\// });
  await expect(link).toBeVisible();
  return new URL((await link.getAttribute("href")) ?? "").pathname;
}

/** Follows an invitation on the page that it leads to. @param withEmail where the invitation names no address */
export async function join(page: Page, who: Who, withEmail = false): Promise<void> {
  await page.getByLabel("Your public name").fill(who.name);
  if (withEmail) await page.getByLabel("E-mail address").fill(who.email);
  await page.getByLabel("Password", { exact: true }).fill(who.password);
  await page.getByRole("button", { name: "Join" }).click();
  await expectSignedIn(page, who);
}

/** A browser of somebody's own, in which they are signed in; invited by the first admin where they must be. */
export async function personOf(
  browser: Browser,
  role: Role,
  name: string,
): Promise<{ who: Who; page: Page; context: BrowserContext }> {
  const who: Who = {
    name,
    email: `${name.toLowerCase().replaceAll(" ", ".")}@desk.example`,
    password: `${name} keeps long passwords`.slice(0, 100),
  };
  const context = await browser.newContext();
  const page = await context.newPage();
  const known = await knows(browser, who);
  if (known === null) await signIn(page, who);
  else {
    await page.goto(known);
    await join(page, who);
  }
  return { who, page, context };

  /** The invitation of somebody new, made as the first admin; null for who is at the desk already. */
  async function knows(of: Browser, { email }: Who): Promise<string | null> {
    const admin = await of.newContext();
    const adminPage = await admin.newPage();
    await firstAdmin(adminPage);
    await adminPage.goto("/desk/people");
    const present = await adminPage.getByRole("main").getByText(email).count();
    const link = present > 0 ? null : await invite(adminPage, email, role);
    await admin.close();
    return link;
  }
}

/** The six digits that an authenticator shows, by RFC 6238. @param secret in base32, spaces allowed */
export function codeOf(secret: string, now = Date.now()): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(now / 30_000)));
  const digest = createHmac("sha1", base32(secret)).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

function base32(text: string): Buffer {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...text.toUpperCase().replace(/[^A-Z2-7]/g, "")]
    .map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"))
    .join("");
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}
