import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { countAttempt } from "@/lib/desk/people/attempt-command";
import { noteFailedSignIn } from "@/lib/desk/people/failed-sign-in-command";
import { deactivate } from "@/lib/desk/people/people-commands";
import {
  ACCOUNT_LIMIT,
  CLIENT_IP_LIMIT,
  DEVICE_LIMIT,
  signInWithPassword,
} from "@/lib/desk/people/sign-in-commands";
import { addressKey } from "@/lib/desk/people/visitor";
import { testDatabase } from "@/testing/database";
import { PASSWORD, testPerson, testVisitor } from "@/testing/people";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

async function signIn(email: string, password = PASSWORD, visitor = testVisitor()) {
  const outcome = await signInWithPassword(db, null, visitor, { email, password });
  if ("cookies" in outcome) visitor.keep(outcome.cookies);
  return outcome;
}

const failuresOf = async (subject: string) =>
  (
    await db.auditEntry.findMany({
      where: { subject, action: "session.start", personId: null },
      orderBy: { id: "asc" },
    })
  ).map(({ detail }) => detail);

test("failures on an account are noted, and that it is locked, each once", async () => {
  const { email } = await testPerson(db, "editor", "Ann");
  for (let attempt = 0; attempt < ACCOUNT_LIMIT.times + 5; attempt++) {
    await signIn(email, "wrong password", testVisitor(`203.0.113.${attempt}`));
  }
  expect(await failuresOf(email)).toEqual([
    "failed: a wrong password, from 203.0.113.0/24",
    expect.stringMatching(/^failed: too many failed attempts: .*, from 203\.0\.113\.0\/24$/),
  ]);
});

test("failures that are noted at once are noted once", async () => {
  const { email } = await testPerson(db, "editor", "Once");
  const address = (attempt: number) => testVisitor(`203.0.112.${attempt}`);
  await Promise.all([1, 2, 3, 4].map((at) => signIn(email, "wrong password", address(at))));
  expect(await failuresOf(email)).toHaveLength(1);
});

test("a sign-in says after how many it came", async () => {
  const person = await testPerson(db, "editor", "Bea");
  await signIn(person.email, "wrong password");
  await signIn(person.email, "wrong password");
  await signIn(person.email);
  await signIn(person.email);
  const own = await db.auditEntry.findMany({
    where: { personId: person.id, action: "session.start" },
    orderBy: { id: "asc" },
  });
  expect(own.map(({ detail }) => detail)).toEqual([
    "signed in with a password, after 2 failed attempts",
    "signed in with a password",
  ]);
});

test("what was typed for an unknown address or a password is never kept", async () => {
  const typed = "my.secret.password@desk.test";
  await signIn(typed, "another secret of mine");
  await signIn("my secret password", "another secret of mine");
  const stored = JSON.stringify(await db.auditEntry.findMany());
  expect(stored).toContain("an unknown address");
  expect(stored).not.toContain("secret");
});

test("unknown addresses cannot fill the list, from however many networks", async () => {
  const { db } = await testDatabase();
  const before = await db.auditEntry.count();
  for (let network = 0; network < 40; network++) {
    for (let attempt = 0; attempt < 3; attempt++) {
      const visitor = testVisitor(`10.1.${network}.${attempt}`);
      await noteFailedSignIn(db, visitor, "password", `nobody${network}.${attempt}@desk.test`);
    }
  }
  const noted = (await db.auditEntry.count()) - before;
  expect(noted).toBe(20);
});

test("whose access has ended is noted as that", async () => {
  const admin = await testPerson(db, "admin", "Root");
  const gone = await testPerson(db, "editor", "Gone");
  await deactivate(db, admin, gone.id);
  await signIn(gone.email);
  expect(await failuresOf(gone.email)).toEqual([expect.stringContaining("access has ended")]);
});

test("the owner's own browser is let in while others have locked the account", async () => {
  const { email } = await testPerson(db, "editor", "Owner");
  const own = testVisitor("198.51.100.1");
  expect(await signIn(email, PASSWORD, own)).toHaveProperty("signedIn");
  for (let attempt = 0; attempt <= ACCOUNT_LIMIT.times; attempt++) {
    await signIn(email, "wrong password", testVisitor(`192.0.2.${attempt}`));
  }
  expect(JSON.stringify(await signIn(email, PASSWORD, testVisitor("192.0.2.99")))).toContain(
    "too many",
  );
  expect(await signIn(email, PASSWORD, own)).toHaveProperty("signedIn");
  // That it came in does not give those others ten more.
  expect(JSON.stringify(await signIn(email, PASSWORD, testVisitor("192.0.2.98")))).toContain(
    "too many",
  );
});

test("that browser has its own limit, and is nobody else's", async () => {
  const [{ email }, other] = [
    await testPerson(db, "editor", "Mine"),
    await testPerson(db, "editor", "Theirs"),
  ];
  const own = testVisitor("198.51.100.2");
  await signIn(email, PASSWORD, own);
  // It counts for its owner only: on another account it is any browser.
  for (let attempt = 0; attempt < ACCOUNT_LIMIT.times; attempt++) {
    await signIn(other.email, "wrong password", own);
  }
  expect(JSON.stringify(await signIn(other.email, PASSWORD, testVisitor("192.0.2.97")))).toContain(
    "too many",
  );
  for (let attempt = 0; attempt < DEVICE_LIMIT.times; attempt++) {
    expect(JSON.stringify(await signIn(email, "wrong password", own))).toContain("wrong");
  }
  expect(JSON.stringify(await signIn(email, PASSWORD, own))).toContain("too many");
  expect(await failuresOf(email)).toEqual([
    expect.stringContaining("in a browser of theirs"),
    expect.stringContaining("in a browser of theirs"),
  ]);
  expect(await signIn(email, PASSWORD, testVisitor("192.0.2.96"))).toHaveProperty("signedIn");
});

test("the limit of a network holds for known browsers too", async () => {
  const { email } = await testPerson(db, "editor", "Far");
  const own = testVisitor("198.51.99.1");
  await signIn(email, PASSWORD, own);
  for (let attempt = 0; attempt < CLIENT_IP_LIMIT.times; attempt++) {
    await countAttempt(db, CLIENT_IP_LIMIT, addressKey(own.address));
  }
  expect(JSON.stringify(await signIn(email, PASSWORD, own))).toContain("too many");
});
