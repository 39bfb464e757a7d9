import { randomBytes, randomInt } from "node:crypto";
import { type APIRequestContext, expect, type Page, test } from "@playwright/test";
import { firstAdmin, personOf, type Who } from "./support/people";

// Programs that write by a key, from the form that makes it to the version that somebody else publishes.

const DRAFTS = "/api/v1/drafts";

/** Makes a key as the admin who is signed in. @returns what is shown this once */
async function makeKey(page: Page, who: Who, name: string, scopes: string): Promise<string> {
  await page.goto("/desk/keys");
  const form = page.getByRole("form", { name: "Make a key" });
  await form.getByLabel("What it is for").fill(name);
  const owner = form.getByLabel("Whose rights it has");
  const option = owner.locator("option", { hasText: who.email });
  await owner.selectOption((await option.getAttribute("value")) ?? "");
  await form.getByLabel("What it may do").selectOption(scopes);
  await form.getByRole("button", { name: "Make the key" }).click();
  const shown = form.locator("code");
  await expect(shown).toHaveText(/^ll_[\w-]{43}$/);
  return (await shown.textContent()) ?? "";
}

const keyed = (secret: string) => ({ Authorization: `Bearer ${secret}` });

function incident(name: string): Record<string, unknown> {
  const day = `2019-0${randomInt(1, 9)}-1${randomInt(0, 9)}`;
  return {
    name: `${name} hack`,
    target: name,
    targetKind: "exchange",
    occurredOn: day,
    category: "wallet-compromise",
    technique: "private-key-compromise",
    chains: ["ethereum"],
    summary: "Keys of its hot wallet were used by somebody else.",
    lossUsd: randomInt(100_000, 900_000),
    sources: [
      {
        url: `https://${name.toLowerCase()}.example.org/statement`,
        publisher: name,
        title: "Statement on the incident",
        publishedOn: day,
        archivedUrl: null,
      },
    ],
  };
}

/** Submits, and confirms the warnings as somebody would who has read them. */
async function submit(request: APIRequestContext, secret: string, id: number, saveNumber: number) {
  const send = (confirmed: string[]) =>
    request.post(`${DRAFTS}/${id}/submit`, {
      headers: keyed(secret),
      data: { saveNumber, confirmed },
    });
  const first = await send([]);
  if (first.status() !== 422) return first;
  const { problems } = await first.json();
  expect(problems.filter((one: { warning?: true }) => one.warning !== true)).toEqual([]);
  return send(problems.map(({ key }: { key: string }) => key));
}

test("a program drafts and submits by its key, and somebody else publishes", async ({
  page,
  browser,
  request,
}) => {
  await firstAdmin(page);
  const writer = await personOf(browser, "editor", "Kay Writer");
  const reader = await personOf(browser, "editor", "Rea Publisher");
  const secret = await makeKey(page, writer.who, "Journey of keys", "draft,submit");
  const headers = keyed(secret);
  await page.reload();
  await expect(page.getByRole("main")).not.toContainText(secret);
  await expect(page.getByRole("main")).toContainText(secret.slice(0, 9));

  // What is wrong is told by field, and nothing is begun.
  const misshapen = await request.post(DRAFTS, {
    headers,
    data: { kind: "incident", content: { name: "X", colour: "red" } },
  });
  expect([misshapen.status(), misshapen.headers()["content-type"]]).toEqual([
    400,
    "application/problem+json; charset=utf-8",
  ]);
  expect((await misshapen.json()).problems).toMatchObject([{ field: "content.colour" }]);
  const kind = await request.post(DRAFTS, { headers, data: { kind: "heist", content: {} } });
  expect((await kind.json()).problems).toMatchObject([{ field: "kind" }]);
  const text = await request.post(DRAFTS, {
    headers: { ...headers, "Content-Type": "text/plain" },
    data: "name=x",
  });
  expect(text.status()).toBe(415);
  const broken = await request.post(DRAFTS, {
    headers: { ...headers, "Content-Type": "application/json" },
    data: Buffer.from('{"kind":'),
  });
  expect(broken.status()).toBe(400);
  const long = await request.post(DRAFTS, {
    headers,
    data: { kind: "incident", content: { summary: "x".repeat(6_100_000) } },
  });
  expect(long.status()).toBe(413);

  const name = `Keyed${randomBytes(4).toString("hex")}`;
  const content = incident(name);
  const { target: _, ...unfinished } = content;
  const begun = await request.post(DRAFTS, {
    headers,
    data: { kind: "incident", content: unfinished },
  });
  expect([begun.status(), begun.headers()["cache-control"]]).toEqual([201, "no-store"]);
  const { id, saveNumber, deskUrl, problems } = await begun.json();
  expect(deskUrl).toMatch(new RegExp(`/desk/proposals/${id}$`));
  expect(problems).toContainEqual(expect.objectContaining({ field: "content.target" }));
  const at = `${DRAFTS}/${id}`;

  const early = await request.post(`${at}/submit`, { headers, data: { saveNumber } });
  expect(early.status()).toBe(422);
  expect((await early.json()).problems).toContainEqual(
    expect.objectContaining({ field: "content.target" }),
  );

  const saved = await request.put(at, { headers, data: { saveNumber, content } });
  expect([saved.status(), (await saved.json()).saveNumber]).toEqual([200, saveNumber + 1]);
  const late = await request.put(at, {
    headers,
    data: { saveNumber, content: { name: "Overwritten" } },
  });
  expect(late.status()).toBe(409);
  expect(await late.json()).toMatchObject({
    savedBy: writer.who.name,
    saveNumber: saveNumber + 1,
    detail: expect.stringContaining(`${writer.who.name} has saved this draft since`),
  });
  const read = await request.get(at, { headers });
  expect(await read.json()).toMatchObject({ state: "draft", content: { target: name } });

  // Another's key reads and writes nothing of it; nor does what is kept for readers.
  const other = await makeKey(page, reader.who, "Another", "draft,submit,publish");
  expect((await request.get(at, { headers: keyed(other) })).status()).toBe(404);
  expect(
    (
      await request.put(at, { headers: keyed(other), data: { saveNumber: 1, content: {} } })
    ).status(),
  ).toBe(404);
  expect((await request.get(at)).status()).toBe(401);
  expect(await (await request.get(`/search?q=${name}`)).text()).not.toContain(`${name} hack`);

  expect((await submit(request, secret, id, saveNumber + 1)).status()).toBe(200);
  const data = { saveNumber: saveNumber + 1 };
  const refused = await request.post(`${at}/publish`, { headers, data });
  expect([refused.status(), (await refused.json()).detail]).toEqual([
    403,
    expect.stringContaining("its scopes are draft, submit"),
  ]);
  const own = await makeKey(page, writer.who, "Own", "draft,submit,publish");
  const mine = await request.post(`${at}/publish`, { headers: keyed(own), data });
  expect([mine.status(), (await mine.json()).detail]).toEqual([
    403,
    "You wrote it: somebody else has to publish it.",
  ]);
  const published = await request.post(`${at}/publish`, { headers: keyed(other), data });
  expect(published.status()).toBe(200);
  const { url, version } = await published.json();
  expect(version).toBeGreaterThan(1);
  await expect.poll(async () => (await request.get(url)).status()).toBe(200);
  expect(await (await request.get(url)).text()).toContain(`${name} hack`);
  expect((await request.post(`${at}/publish`, { headers: keyed(other), data })).status()).toBe(409);
});

test("a key stops when it is revoked, and when its owner's access ends", async ({
  page,
  browser,
  request,
}) => {
  await firstAdmin(page);
  const name = `Leaver ${randomBytes(3).toString("hex")}`;
  const leaver = await personOf(browser, "contributor", name);
  const first = await makeKey(page, leaver.who, `First of ${name}`, "draft");
  const second = await makeKey(page, leaver.who, `Second of ${name}`, "draft");
  const data = { kind: "target", content: { name } };
  const send = (secret: string) => request.post(DRAFTS, { headers: keyed(secret), data });
  expect((await send(first)).status()).toBe(201);

  await page.reload();
  await page.getByRole("button", { name: `Revoke the key First of ${name}` }).click();
  await expect(page.getByRole("button", { name: `Revoke the key First of ${name}` })).toHaveCount(
    0,
  );
  const revoked = await send(first);
  expect([revoked.status(), (await revoked.json()).detail]).toEqual([
    401,
    expect.stringContaining("was revoked on"),
  ]);
  expect((await send(second)).status()).toBe(201);

  await page.goto("/desk/people");
  await page.getByText(`Change ${name}`).click();
  const form = page.getByRole("form", { name: `Access of ${name}` });
  await form.getByRole("button", { name: "End access" }).click();
  await expect(page.getByRole("heading", { name: /Without access/ })).toBeVisible();
  const ended = await send(second);
  expect([ended.status(), (await ended.json()).detail]).toEqual([
    401,
    expect.stringContaining("its owner no longer has access to the desk"),
  ]);
  expect(ended.headers()["www-authenticate"]).toMatch(/^Bearer /);
});

test("a key that sends too much in a minute is told to wait, and another is not", async ({
  page,
  browser,
  request,
}) => {
  const { who } = await personOf(browser, "contributor", "Busy Program");
  await firstAdmin(page);
  const [busy, idle] = [
    await makeKey(page, who, "Busy", "draft"),
    await makeKey(page, who, "Idle", "draft"),
  ];
  const ask = (secret: string) => request.get(`${DRAFTS}/1`, { headers: keyed(secret) });
  const statuses = new Set<number>();
  let waiting = null;
  // As many as a minute allows, and a few: what is refused counts as well.
  for (let sent = 0; sent < 130 && waiting === null; sent++) {
    const answer = await ask(busy);
    if (answer.status() === 429) waiting = answer;
    else statuses.add(answer.status());
  }
  expect([...statuses]).not.toContain(500);
  expect(waiting?.status()).toBe(429);
  expect(waiting?.headers()["content-type"]).toContain("application/problem+json");
  expect(Number(waiting?.headers()["retry-after"])).toBeGreaterThan(0);
  expect(Number(waiting?.headers()["retry-after"])).toBeLessThanOrEqual(60);
  expect((await ask(idle)).status()).not.toBe(429);
});
