import { createHmac } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { MOST_TRIES } from "@/lib/desk/deliveries/backoff";
import { askHub, confirmRequests, tellSubscribers } from "@/lib/desk/hub/hub-commands";
import { LEASE, readHubRequest } from "@/lib/desk/hub/hub-request";
import { incident, publishRecords, withdraw } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { outsideStub } from "@/testing/outside-stub";
import { reviseIncident } from "@/testing/publishing";
import { setForTest } from "@/testing/settings-for-test";
import { problemsBySchema } from "@/testing/xml-schema";

const BASE = "https://lossline.example";
const TOPIC = `${BASE}/feeds/incidents.atom?category=phishing`;
const CALLBACK = "http://follower.example/callback?of=me";

interface Got {
  method: string;
  query: URLSearchParams;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

let stub: Awaited<ReturnType<typeof outsideStub>>;
const got: Got[] = [];
/** What the callback says to a challenge, and to what is sent. */
let says: (challenge: string) => [status: number, text: string] = (challenge) => [200, challenge];
let status = 204;
beforeAll(async () => {
  stub = await outsideStub((request, response) => {
    let body = "";
    request.on("data", (chunk) => {
      body += chunk;
    });
    request.on("end", () => {
      const query = new URL(request.url ?? "/", "http://stub").searchParams;
      got.push({ method: request.method ?? "", query, headers: request.headers, body });
      if (request.method === "POST") return response.writeHead(status).end();
      const [answer, text] = says(query.get("hub.challenge") ?? "");
      return response.writeHead(answer, { "Content-Type": "text/html" }).end(text);
    });
  });
});
afterAll(() => stub.stop());

let db: Database;
beforeEach(async () => {
  setForTest({ LOSSLINE_SECRET: "a secret of more than thirty-two characters" });
  got.length = 0;
  says = (challenge) => [200, challenge];
  status = 204;
  stub.addresses.clear();
  ({ db } = await testDatabase());
  await publishRecords(db, [incident("a", { category: "phishing" }), incident("b")]);
});

const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);
async function ask(given: Record<string, string> = {}) {
  const read = readHubRequest(
    new URLSearchParams({
      "hub.mode": "subscribe",
      "hub.topic": TOPIC,
      "hub.callback": CALLBACK,
      ...given,
    }),
  );
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return askHub(db, null, { asked: read.value, address: "198.51.100.7" });
}
const confirm = (now = new Date()) => confirmRequests(db, now, stub.outside);
const tell = (now = new Date()) => tellSubscribers(db, now, stub.outside);
const sent = () => got.filter(({ method }) => method === "POST");

test("a callback that says yes is sent what changes, signed with its secret", async () => {
  expect(await ask({ "hub.secret": "between us", "hub.lease_seconds": "1" })).toEqual({
    accepted: true,
  });
  await confirm();
  expect(got).toHaveLength(1);
  const [{ query } = { query: new URLSearchParams() }] = got;
  expect([query.get("of"), query.get("hub.mode"), query.get("hub.topic")]).toEqual([
    "me",
    "subscribe",
    TOPIC,
  ]);
  expect(query.get("hub.lease_seconds")).toBe(String(LEASE.least));
  expect(JSON.stringify(await db.feedSubscription.findMany())).not.toContain("between us");
  await tell();
  expect(sent()).toEqual([]);

  await reviseIncident(db, "b", { summary: "Nothing of theirs." });
  await tell();
  expect(sent()).toEqual([]);
  await withdraw(db, "a", { retraction: "It was a drill." });
  // However many processes are at it, and however often.
  await Promise.all([tell(), tell()]);
  await tell();
  expect(sent()).toHaveLength(1);
  const [message] = sent();
  if (message === undefined) throw new Error("nothing was sent");
  const { headers, body } = message;
  expect(headers["content-type"]).toBe("application/atom+xml");
  expect(headers.link).toBe(`<${BASE}/hub>; rel="hub", <${TOPIC}>; rel="self"`);
  const signature = createHmac("sha256", "between us").update(body).digest("hex");
  expect(headers["x-hub-signature"]).toBe(`sha256=${signature}`);
  expect(await problemsBySchema("atom", body)).toEqual([]);
  // Only what is new to them.
  expect(body.match(/<entry>/g)).toHaveLength(1);
  expect(body).toContain("<title>Retracted: Theft from a");
  expect(body).toContain(`<link rel="hub" href="${BASE}/hub"/>`);
});

describe("nothing is sent to whoever has not said yes", () => {
  test.each<[string, typeof says]>([
    ["another challenge", () => [200, "abc"]],
    ["a page with the challenge in it", (challenge) => [200, `<p>${challenge}</p>`]],
    ["404", (challenge) => [404, challenge]],
    ["a redirect", (challenge) => [302, challenge]],
    ["nothing", () => [204, ""]],
  ])("who answers %s", async (_, answer) => {
    says = answer;
    await ask();
    await confirm();
    await reviseIncident(db, "a", { summary: "Told better." });
    await confirm(later(60));
    await tell(later(60));
    expect(got).toHaveLength(1);
    expect(await db.hubRequest.count()).toBe(0);
    expect(await db.feedSubscription.count()).toBe(0);
  });

  test("nor to a name that leads into a private network", async () => {
    await ask();
    stub.addresses.set("follower.example", [["192.168.0.4"]]);
    await confirm();
    expect(got).toEqual([]);
    expect(await db.hubRequest.count()).toBe(0);
  });
});

test("a callback that cannot be reached is asked again, and then left alone", async () => {
  await ask();
  stub.addresses.set("follower.example", [[]]);
  await confirm();
  await confirm();
  expect(await db.hubRequest.count()).toBe(1);
  await confirm(later(2));
  expect(await db.hubRequest.count()).toBe(1);
  await confirm(later(10));
  expect(await db.hubRequest.count()).toBe(0);
});

test("whoever unsubscribes proves it too", async () => {
  await ask();
  await confirm();
  says = () => [200, "no"];
  await ask({ "hub.mode": "unsubscribe" });
  await confirm();
  expect(await db.feedSubscription.count()).toBe(1);
  says = (challenge) => [200, challenge];
  await ask({ "hub.mode": "unsubscribe" });
  await confirm();
  expect(got.at(-1)?.query.get("hub.mode")).toBe("unsubscribe");
  expect(await db.feedSubscription.count()).toBe(0);
});

test("a lease ends, and is renewed by subscribing anew without missing anything", async () => {
  await ask();
  await confirm();
  await reviseIncident(db, "a", { summary: "Told better." });
  await ask({ "hub.secret": "another" });
  await confirm();
  expect(await db.feedSubscription.count()).toBe(1);
  await tell();
  expect(sent()).toHaveLength(1);
  expect(sent()[0]?.headers["x-hub-signature"]).toMatch(/^sha256=/);
  await reviseIncident(db, "a", { summary: "Told best." });
  await tell(new Date(Date.now() + (LEASE.usual + 60) * 1000));
  expect(sent()).toHaveLength(1);
  expect(await db.feedSubscription.count()).toBe(0);
});

test("what is not taken is sent again with what came meanwhile; in the end it is given up", async () => {
  await ask();
  await confirm();
  status = 500;
  await reviseIncident(db, "a", { summary: "Told better." });
  await tell();
  await tell();
  expect(sent()).toHaveLength(1);
  await reviseIncident(db, "a", { summary: "Told best." });
  status = 200;
  await tell(later(2));
  expect(sent()).toHaveLength(2);
  expect(sent()[1]?.body.match(/<entry>/g)).toHaveLength(2);
  status = 500;
  await reviseIncident(db, "a", { summary: "Told at last." });
  await db.feedSubscription.updateMany({ data: { expiresAt: later(100 * 24 * 60) } });
  for (let day = 1; day < MOST_TRIES + 3; day += 1) await tell(later(day * 24 * 60));
  expect(sent()).toHaveLength(2 + MOST_TRIES);
  expect(await db.feedSubscription.count()).toBe(0);
});

test("whoever answers 410 has unsubscribed", async () => {
  await ask();
  await confirm();
  status = 410;
  await reviseIncident(db, "a", { summary: "Told better." });
  await tell();
  expect(await db.feedSubscription.count()).toBe(0);
});

test("a record is followed under the name that it gets, an address before anything names it", async () => {
  const address = "0x75497999432b8701330fb68058bd21918c02ac59";
  await ask({ "hub.topic": `${BASE}/feeds/incidents/a.atom` });
  await ask({ "hub.topic": `${BASE}/feeds/addresses/ethereum/${address}.atom` });
  await ask({ "hub.topic": `${BASE}/feeds/versions.atom` });
  await confirm();
  await reviseIncident(db, "a", { slug: "renamed" });
  await reviseIncident(db, "b", {
    addresses: [{ chain: "polygon", address, role: "attacker", source: "https://example.org/a" }],
  });
  await tell();
  const titles = sent().flatMap(({ body }) =>
    [...body.matchAll(/<entry>\s*<id>[^<]*<\/id>\s*<title>([^<]*)/g)].map(([, title]) => title),
  );
  expect(titles.toSorted()).toEqual([
    expect.stringContaining("Corrected, now among its incidents: Theft from b"),
    expect.stringContaining("Corrected: Theft from a"),
    "Version 2: A test",
    "Version 3: A test",
  ]);
});

test("whoever asks for too much is told to wait", async () => {
  for (let times = 0; times < 60; times += 1) expect(await ask()).toEqual({ accepted: true });
  expect(await ask()).toEqual({ waitSeconds: expect.any(Number) });
});

describe("what is asked of the hub", () => {
  const read = (given: Record<string, string>) =>
    readHubRequest(
      new URLSearchParams({
        "hub.mode": "subscribe",
        "hub.topic": TOPIC,
        "hub.callback": CALLBACK,
        ...given,
      }),
    );

  test.each([
    ["hub.mode", "publish"],
    ["hub.topic", "feeds/versions.atom"],
    ["hub.callback", ""],
    ["hub.callback", "ftp://follower.example/"],
    ["hub.callback", "http://127.0.0.1/"],
    ["hub.callback", "http://[fd00::1]/"],
    ["hub.callback", "http://metadata.internal/"],
    ["hub.callback", "http://follower.example:8080/"],
    ["hub.callback", "http://a:b@follower.example/"],
    ["hub.callback", `http://follower.example/${"a".repeat(1000)}`],
    ["hub.secret", "x".repeat(200)],
    ["hub.secret", ""],
    ["hub.lease_seconds", "soon"],
    ["hub.lease_seconds", "-1"],
  ])("is refused with %s=%s", (parameter, given) => {
    const found = read({ [parameter]: given });
    expect(found).toEqual({ ok: false, problems: [expect.objectContaining({ parameter })] });
    // A secret is repeated to nobody.
    if (parameter === "hub.secret" && given !== "")
      expect(JSON.stringify(found)).not.toContain(given);
  });

  test("has a lease within bounds", () => {
    const lease = (given: Record<string, string>) => {
      const found = read(given);
      return found.ok ? found.value.leaseSeconds : null;
    };
    expect(lease({})).toBe(LEASE.usual);
    expect(lease({ "hub.lease_seconds": "" })).toBe(LEASE.usual);
    expect(lease({ "hub.lease_seconds": "9999999999" })).toBe(LEASE.most);
    expect(lease({ "hub.lease_seconds": "432000" })).toBe(432_000);
  });
});
