import { Webhook } from "standardwebhooks";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { MOST_TRIES } from "@/lib/desk/deliveries/backoff";
import { commentOn } from "@/lib/desk/proposals/review-commands";
import { watch } from "@/lib/desk/watching/watch-commands";
import { MOST_FAILURES } from "@/lib/desk/webhooks/webhook";
import {
  makeWebhook,
  removeWebhook,
  renewWebhookSecret,
  sendTest,
  switchWebhook,
} from "@/lib/desk/webhooks/webhook-commands";
import { listWebhooks } from "@/lib/desk/webhooks/webhook-queries";
import { queueWebhooks, sendDue } from "@/lib/desk/webhooks/webhook-sending-command";
import { followedAt } from "@/lib/statistics/followed/change-queries";
import { incident, publishRecords } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { outsideStub } from "@/testing/outside-stub";
import { aPerson, aProposal } from "@/testing/proposals";
import { reviseIncident } from "@/testing/publishing";
import { setForTest } from "@/testing/settings-for-test";

interface Got {
  path: string;
  headers: Record<string, string>;
  body: string;
}

let stub: Awaited<ReturnType<typeof outsideStub>>;
const got: Got[] = [];
let status = 200;
beforeAll(async () => {
  stub = await outsideStub((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      got.push({
        path: request.url ?? "",
        headers: request.headers as Record<string, string>,
        body,
      });
      if (request.url === "/on") {
        response.writeHead(307, { Location: "http://elsewhere.example/" });
        return response.end();
      }
      response.writeHead(status, { "Content-Type": "text/plain" });
      response.end(status === 200 ? "Thanks" : "No\u0007thanks");
    });
  });
});
afterAll(() => stub.stop());

let db: Database;
let ada: Person;
let eva: Person;
beforeEach(async () => {
  setForTest({ LOSSLINE_SECRET: "a secret of more than thirty-two characters" });
  got.length = 0;
  stub.connected.length = 0;
  stub.addresses.clear();
  status = 200;
  ({ db } = await testDatabase());
  ada = await aPerson(db, "Ada", "admin");
  eva = await aPerson(db, "Eva");
  await publishRecords(db, [incident("a"), incident("b")]);
});

/** A webhook to the stub, which speaks no TLS. */
async function toStub(sends: "watched" | "publications", path = "/hook"): Promise<string> {
  const made = await makeWebhook(db, ada, {
    name: "Newsroom",
    url: `https://hook.example${path}`,
    sends,
    personId: eva.id,
  });
  if (!("secret" in made)) throw new Error(made.refused);
  await db.webhook.updateMany({ data: { url: `http://hook.example${path}` } });
  return made.secret;
}

const round = async (now = new Date()) => {
  await queueWebhooks(db, now);
  await sendDue(db, now, stub.outside);
};
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
const only = async () => {
  const [webhook] = await listWebhooks(db);
  if (webhook === undefined) throw new Error("no webhook");
  return webhook;
};

test("what is published is sent, signed as the Standard Webhooks have it, and once", async () => {
  const secret = await toStub("publications");
  await round();
  expect(got).toEqual([]);
  await reviseIncident(db, "a", { summary: "Told better." });
  await Promise.all([round(), round()]);
  await round();
  expect(got).toHaveLength(1);
  const [{ headers, body } = { headers: {}, body: "" }] = got;
  expect(new Webhook(secret).verify(body, headers)).toEqual({
    type: "version.published",
    timestamp: expect.stringMatching(/^\d{4}-.*Z$/),
    data: { key: "version 2", title: "Version 2: A test", text: "A test", url: "/v/2/changes" },
  });
  expect(() => new Webhook(secret).verify(`${body} `, headers)).toThrow();
  expect(headers["content-type" as keyof typeof headers]).toBe("application/json");
  expect((await only()).deliveries).toEqual([
    expect.objectContaining({
      title: "Version 2: A test",
      tries: 1,
      httpStatus: 200,
      answer: "Thanks",
      dueAt: null,
    }),
  ]);
  // Neither secret nor anything that could make one is stored.
  expect(JSON.stringify(await db.webhook.findMany())).not.toContain(secret.slice(6));
});

test("what its owner watches is sent, and what mentions them; nothing of before", async () => {
  const found = await followedAt(db, 1, "incident", "a");
  await watch(db, eva, { kind: "incident", recordId: found?.recordId ?? 0 });
  await reviseIncident(db, "a", { summary: "Before." });
  await toStub("watched");
  await reviseIncident(db, "a", { summary: "After." });
  await reviseIncident(db, "b", { summary: "Nothing of theirs." });
  const proposalId = await aProposal(db, ada, { title: "Marrow" });
  await commentOn(db, ada, { proposalId, text: "@Eva, look." });
  await round();
  expect(got.map(({ body }) => JSON.parse(body).data.title).toSorted()).toEqual([
    "Ada mentioned you: Marrow",
    "Changed in version 3: Theft from a",
  ]);
});

test("what is not taken is sent again, later each time, as the same message, and then given up", async () => {
  await toStub("publications");
  await reviseIncident(db, "a", { summary: "Told better." });
  status = 500;
  await round();
  await round();
  expect(got).toHaveLength(1);
  expect((await only()).failures).toBe(1);
  let now = later(2);
  await round(now);
  expect(got).toHaveLength(2);
  expect(got[1]?.headers["webhook-id"]).toBe(got[0]?.headers["webhook-id"]);
  expect(got[1]?.headers["webhook-timestamp"]).not.toBe(got[0]?.headers["webhook-timestamp"]);
  status = 200;
  now = new Date(now.getTime() + 6 * 60_000);
  await round(now);
  expect((await only()).failures).toBe(0);
  expect((await only()).deliveries[0]).toMatchObject({ tries: 3, answer: "Thanks" });
  status = 503;
  await reviseIncident(db, "a", { summary: "Told best." });
  for (let tries = 0; tries < MOST_TRIES + 3; tries += 1) {
    now = new Date(now.getTime() + 24 * 60 * 60_000);
    await round(now);
  }
  expect(got).toHaveLength(3 + MOST_TRIES);
  expect((await only()).deliveries[0]).toMatchObject({
    dueAt: null,
    deliveredAt: null,
    answer: "No thanks",
  });
});

test("after many failures in a row it is switched off, with the reason, until it is switched on", async () => {
  await toStub("publications");
  status = 500;
  for (let change = 0; change < MOST_FAILURES + 2; change += 1) {
    await reviseIncident(db, "a", { summary: `Change ${change}.` });
    await round();
  }
  expect(got).toHaveLength(MOST_FAILURES);
  const { id, offReason } = await only();
  expect(offReason).toBe(
    `${MOST_FAILURES} messages in a row were not taken. The last answer: 500 No thanks`,
  );
  await round(later(60));
  expect(got).toHaveLength(MOST_FAILURES);
  status = 200;
  await switchWebhook(db, ada, { id, on: true });
  await round(later(60));
  expect(got).toHaveLength(MOST_FAILURES);
  await reviseIncident(db, "b", { summary: "Anew." });
  await round(later(61));
  expect(got).toHaveLength(MOST_FAILURES + 1);
  expect(await only()).toMatchObject({ offAt: null, failures: 0 });
});

test("whoever says that they are gone is sent nothing more; nor is anything of who has left", async () => {
  await toStub("publications");
  status = 410;
  await reviseIncident(db, "a", { summary: "Told better." });
  await round();
  expect((await only()).offReason).toContain("410");
  const { id } = await only();
  await switchWebhook(db, ada, { id, on: true });
  await db.user.update({ where: { id: eva.id }, data: { deactivatedAt: new Date() } });
  await reviseIncident(db, "a", { summary: "Told best." });
  await round();
  expect(got).toHaveLength(1);
  expect((await only()).offReason).toBe("Eva no longer has access to the desk.");
});

test("a name that leads into a private network later is not sent to, nor is a redirect followed", async () => {
  await toStub("publications");
  stub.addresses.set("hook.example", [["10.0.0.7"]]);
  await reviseIncident(db, "a", { summary: "Told better." });
  await round();
  expect(stub.connected).toEqual([]);
  expect((await only()).deliveries[0]).toMatchObject({
    httpStatus: null,
    answer: "It leads to a network that not everybody can reach.",
  });
  stub.addresses.clear();
  await db.webhook.updateMany({ data: { url: "http://hook.example/on" } });
  await round(later(2));
  expect(got.map(({ path }) => path)).toEqual(["/on"]);
  expect((await only()).deliveries[0]?.answer).toContain("nothing is sent there");
});

test("what a process left unfinished is gone on with by another", async () => {
  await toStub("publications");
  await reviseIncident(db, "a", { summary: "Told better." });
  const now = new Date();
  await queueWebhooks(db, now);
  // It claimed the message, and ended.
  await db.webhookDelivery.updateMany({ data: { dueAt: new Date(now.getTime() + 5 * 60_000) } });
  await sendDue(db, now, stub.outside);
  expect(got).toEqual([]);
  await sendDue(db, later(6), stub.outside);
  expect(got).toHaveLength(1);
});

test("a test is sent at once and says how it was received", async () => {
  const secret = await toStub("publications");
  const { id } = await only();
  const sent = { id, base: "https://lossline.example", outside: stub.outside };
  expect(await sendTest(db, ada, sent)).toEqual({
    done: "The test was taken. The answer was 200. Thanks",
  });
  const [{ headers, body } = { headers: {}, body: "" }] = got;
  expect(new Webhook(secret).verify(body, headers)).toMatchObject({ type: "test" });
  status = 404;
  expect(await sendTest(db, ada, sent)).toEqual({
    refused: "The test was not taken. The answer was 404. No thanks",
  });
  expect(await only()).toMatchObject({ failures: 0, offAt: null });
  const renewed = await renewWebhookSecret(db, ada, id);
  status = 200;
  await sendTest(db, ada, sent);
  const last = got.at(-1);
  if (!("secret" in renewed) || last === undefined) throw new Error("no secret");
  expect(() => new Webhook(secret).verify(last.body, last.headers)).toThrow();
  expect(new Webhook(renewed.secret).verify(last.body, last.headers)).toMatchObject({
    type: "test",
  });
  expect(await removeWebhook(db, ada, id)).toEqual({ done: "The webhook “Newsroom” is removed." });
  expect(await removeWebhook(db, ada, id)).toHaveProperty("refused");
});

test.each([
  ["http://hook.example/", "https://"],
  ["https://127.0.0.1/", "private network"],
  ["https://[::1]/", "private network"],
  ["https://169.254.169.254/latest", "private network"],
  ["https://2130706433/", "private network"],
  ["https://db.internal/", "private network"],
  ["https://localhost/", "private network"],
  ["https://hook.example:8443/", "without a port"],
  ["https://ada:secret@hook.example/", "user and password"],
  ["hook.example", "Give a URL"],
  ["", "Give a URL"],
])("%s is refused as a webhook", async (url, said) => {
  const made = await makeWebhook(db, ada, { name: "N", url, sends: "watched", personId: eva.id });
  expect(made).toEqual({ field: "url", refused: expect.stringContaining(said) });
  expect(await listWebhooks(db)).toEqual([]);
});
