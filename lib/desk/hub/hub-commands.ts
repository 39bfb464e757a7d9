import { randomBytes } from "node:crypto";
import type { Database } from "@/lib/db/client";
import { openCommand } from "@/lib/desk/access/guarded-command";
import { nextTry } from "@/lib/desk/deliveries/backoff";
import { oneByOne } from "@/lib/desk/deliveries/one-by-one";
import { opened, sealed } from "@/lib/desk/deliveries/sealed";
import { type Received, sendMessage } from "@/lib/desk/deliveries/send";
import { hubSignature } from "@/lib/desk/deliveries/signature";
import { type AskedOfHub, confirmationUrl } from "@/lib/desk/hub/hub-request";
import { topicOfUrl } from "@/lib/desk/hub/topic-at";
import { type Outside, publicFetch } from "@/lib/desk/outside/public-fetch";
import { countAttempt, type Limit } from "@/lib/desk/people/attempt-command";
import { addressKey } from "@/lib/desk/people/visitor";
import type { Version } from "@/lib/record/versions/version";
import { newestVersion } from "@/lib/record/versions/version-queries";
import { type MadeFeed, topicFeed } from "@/lib/site/feeds/feed-queries";
import { ATOM, HUB } from "@/lib/site/feeds/record-feeds";

// A hub as WebSub has it (https://www.w3.org/TR/websub/): whoever follows a public feed has its changes sent. A callback is
// asked first whether it wants them, so that nobody can have anything sent to somebody else.

/** What may be asked of the hub from one address: each request has a callback asked. */
const ASKING: Limit = { name: "hub", times: 60, seconds: 600 };
/** And of one callback's host, from wherever. */
const ASKING_OF_HOST: Limit = { name: "hub-host", times: 120, seconds: 600 };
/** Requests that wait for their callbacks, and subscriptions, in all. */
const MOST_WAITING = 1_000;
const MOST_SUBSCRIPTIONS = 50_000;
/** So many are gone on with at a time. */
const AT_ONCE = 20;
/** For how long a process has one to itself, in milliseconds: longer than sending takes. */
const CLAIMED = 5 * 60 * 1000;
/** How often a callback is asked that does not answer at all. */
const MOST_ASKED = 3;

type HubAnswer = { accepted: true } | { waitSeconds: number } | { refused: string };

/**
 * Takes what is asked of the hub; the callback is asked afterwards.
 * @param given.address the client IP, under which requests are counted
 */
export const askHub = openCommand(
  "feed.subscribe",
  async (
    db,
    _by,
    { asked, address }: { asked: AskedOfHub; address: string },
  ): Promise<HubAnswer> => {
    const wait =
      (await countAttempt(db, ASKING, addressKey(address))) ??
      (await countAttempt(db, ASKING_OF_HOST, new URL(asked.callback).hostname));
    if (wait !== null) return { waitSeconds: wait.seconds };
    const [waiting, subscriptions] = [
      await db.hubRequest.count(),
      await db.feedSubscription.count(),
    ];
    if (waiting >= MOST_WAITING || (!asked.unsubscribes && subscriptions >= MOST_SUBSCRIPTIONS))
      return { refused: "The hub has as many subscriptions as it can serve. Try again later." };
    const { secret, ...request } = asked;
    await db.hubRequest.create({
      data: { ...request, secret: secret === null ? null : await sealed(secret) },
    });
    return { accepted: true };
  },
);

/** Asks the callbacks of what waits. @returns how many were asked */
export async function confirmRequests(db: Database, now: Date, outside?: Outside): Promise<number> {
  const claimed = await db.$queryRaw<{ id: number }[]>`
    UPDATE desk.hub_request SET due_at = ${new Date(now.getTime() + CLAIMED)}
    WHERE id IN (SELECT id FROM desk.hub_request WHERE due_at <= ${now}
      ORDER BY due_at, id LIMIT ${AT_ONCE}::int FOR UPDATE SKIP LOCKED)
    RETURNING id`;
  const newest = await newestVersion(db);
  // What one callback is asked stays in its order: whoever subscribes and unsubscribes has unsubscribed.
  for (const { id } of claimed.toSorted((one, other) => one.id - other.id))
    await confirm(db, id, newest?.number ?? 0, now, outside);
  return claimed.length;
}

async function confirm(
  db: Database,
  id: number,
  version: number,
  now: Date,
  outside?: Outside,
): Promise<void> {
  const request = await db.hubRequest.findUnique({ where: { id } });
  if (request === null) return;
  const { unsubscribes, topic, callback, secret, leaseSeconds, tries } = request;
  const challenge = randomBytes(24).toString("base64url");
  const answered = await publicFetch(
    confirmationUrl(request, challenge),
    {
      method: "GET",
      headers: { "User-Agent": "Lossline (WebSub hub)", Accept: "*/*" },
      reads: () => true,
      patience: 10_000,
      most: 1_000,
      redirects: 0,
    },
    outside,
  );
  if ("why" in answered && answered.why !== "notPublic" && tries + 1 < MOST_ASKED) {
    const dueAt = nextTry(tries + 1, now);
    await db.hubRequest.updateMany({
      where: { id },
      data: { tries: tries + 1, dueAt: dueAt ?? now },
    });
    return;
  }
  const wanted =
    !("why" in answered) &&
    answered.status >= 200 &&
    answered.status < 300 &&
    answered.body.toString("utf8") === challenge;
  await db.$transaction(async (transaction) => {
    await transaction.hubRequest.deleteMany({ where: { id } });
    if (!wanted) return;
    if (unsubscribes) {
      await transaction.feedSubscription.deleteMany({ where: { topic, callback } });
      return;
    }
    const expiresAt = new Date(now.getTime() + leaseSeconds * 1000);
    await transaction.feedSubscription.upsert({
      where: { topic_callback: { topic, callback } },
      // Whoever subscribes anew goes on from where they are.
      update: { secret, expiresAt, failures: 0, dueAt: now },
      create: { topic, callback, secret, expiresAt, toldVersion: version },
    });
  });
}

/** Sends what changed to those who follow it. @returns to how many something was sent, taken or not */
export async function tellSubscribers(db: Database, now: Date, outside?: Outside): Promise<number> {
  const newest = await newestVersion(db);
  if (newest === null) return 0;
  await db.feedSubscription.deleteMany({ where: { expiresAt: { lte: now } } });
  const claimed = await db.$queryRaw<Claimed[]>`
    UPDATE desk.feed_subscription SET due_at = ${new Date(now.getTime() + CLAIMED)}
    WHERE id IN (SELECT id FROM desk.feed_subscription WHERE due_at <= ${now} AND told_version < ${newest.number}
      ORDER BY due_at, id LIMIT ${AT_ONCE}::int FOR UPDATE SKIP LOCKED)
    RETURNING id, topic, callback, secret, told_version AS "toldVersion", failures`;
  const feeds = new Map<string, Promise<MadeFeed | null>>();
  let sent = 0;
  await oneByOne(
    claimed,
    ({ callback }) => new URL(callback).hostname,
    async (subscription) => {
      if (await tell(db, subscription, { newest, feeds, now, outside })) sent += 1;
    },
  );
  return sent;
}

interface Claimed {
  id: number;
  topic: string;
  callback: string;
  secret: string | null;
  toldVersion: number;
  failures: number;
}

/** @returns whether something was sent */
async function tell(
  db: Database,
  { id, topic, callback, secret, toldVersion, failures }: Claimed,
  {
    newest,
    feeds,
    now,
    outside,
  }: {
    newest: Version;
    feeds: Map<string, Promise<MadeFeed | null>>;
    now: Date;
    outside: Outside | undefined;
  },
): Promise<boolean> {
  const key = `${toldVersion} ${topic}`;
  const making = feeds.get(key) ?? changedSince(db, topic, newest, toldVersion);
  feeds.set(key, making);
  const feed = await making;
  const told = { toldVersion: newest.number, failures: 0, dueAt: now };
  if (feed === null || feed.entries === 0) {
    await db.feedSubscription.updateMany({ where: { id }, data: told });
    return false;
  }
  const signingKey = secret === null ? null : await opened(secret);
  if (secret !== null && signingKey === null) {
    // Unsigned, it would not be believed: it has to be subscribed to anew.
    await db.feedSubscription.deleteMany({ where: { id } });
    return false;
  }
  const received = await sendMessage(
    callback,
    feed.document,
    {
      "Content-Type": ATOM,
      "User-Agent": "Lossline (WebSub hub)",
      Accept: "*/*",
      Link: `<${new URL(topic).origin}${HUB}>; rel="hub", <${topic}>; rel="self"`,
      ...(signingKey !== null && { "X-Hub-Signature": hubSignature(feed.document, signingKey) }),
    },
    outside,
  );
  await note(db, id, received, { told, failures, now });
  return true;
}

async function note(
  db: Database,
  id: number,
  { ok, forGood, retryAfter }: Received,
  {
    told,
    failures,
    now,
  }: { told: { toldVersion: number; failures: number; dueAt: Date }; failures: number; now: Date },
): Promise<void> {
  const dueAt = nextTry(failures + 1, now, retryAfter);
  // What was published meanwhile is sent with it the next time.
  if (ok) await db.feedSubscription.updateMany({ where: { id }, data: told });
  else if (forGood || dueAt === null) await db.feedSubscription.deleteMany({ where: { id } });
  else
    await db.feedSubscription.updateMany({
      where: { id },
      data: { failures: failures + 1, dueAt },
    });
}

/** What was done to what a feed is of since a version; null where the record knows nothing of it any more. */
async function changedSince(
  db: Database,
  topic: string,
  newest: Version,
  since: number,
): Promise<MadeFeed | null> {
  const read = topicOfUrl(topic, newest);
  if (read === null || !read.ok) return null;
  return topicFeed(db, read.value, {
    version: newest.number,
    base: new URL(topic).origin,
    since,
  });
}
