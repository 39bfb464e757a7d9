import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, KeyForbidden, type KeyScope, type Person } from "@/lib/desk/access/access";
import { hashOfKey } from "@/lib/desk/keys/api-key";
import { acceptKey, makeKey, revokeKey } from "@/lib/desk/keys/key-commands";
import { listKeys } from "@/lib/desk/keys/key-queries";
import { changeRole, deactivate, reactivate } from "@/lib/desk/people/people-commands";
import { createProposal } from "@/lib/desk/proposals/proposal-commands";
import { publishProposal } from "@/lib/desk/proposals/publish-commands";
import { submitProposal } from "@/lib/desk/proposals/submit-commands";
import { testDatabase } from "@/testing/database";
import { testPerson } from "@/testing/people";
import { setForTest } from "@/testing/settings-for-test";

let db: Database;
let admin: Person;
let editor: Person;
let contributor: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  admin = await testPerson(db, "admin", "Key Admin");
  editor = await testPerson(db, "editor", "Key Editor");
  contributor = await testPerson(db, "contributor", "Key Contributor");
});

const address = "203.0.113.9";

async function secretFor(
  person: Person,
  scopes: readonly KeyScope[],
  days: number | null = null,
): Promise<string> {
  const given = { name: "A spreadsheet", personId: person.id, scopes, days };
  const made = await makeKey(db, admin, given);
  if ("refused" in made) throw new Error(made.refused);
  return made.secret;
}

async function shown(secret: string): Promise<Person> {
  const use = await acceptKey(db, null, { secret, address });
  if (!("person" in use)) throw new Error(JSON.stringify(use));
  return use.person;
}

const keyOf = (secret: string) =>
  db.apiKey.findUniqueOrThrow({ where: { keyHash: hashOfKey(secret) } });

test("a key is kept as its hash alone, listed without it, and audited", async () => {
  const secret = await secretFor(contributor, ["draft", "submit"], 30);
  expect(secret).toMatch(/^ll_[\w-]{43}$/);
  const row = await keyOf(secret);
  expect(JSON.stringify([row, await listKeys(db)])).not.toContain(secret);
  expect(secret.startsWith(row.prefix)).toBe(true);
  expect(row.prefix.length).toBeLessThan(12);
  const days = ((row.expiresAt?.getTime() ?? 0) - row.createdAt.getTime()) / 86_400_000;
  expect(days).toBeCloseTo(30, 2);
  const audited = await db.auditEntry.findMany({ where: { subject: contributor.email } });
  const said = audited.map(({ detail }) => detail).join("\n");
  expect(said).toContain(`made the key “A spreadsheet” (${row.prefix}…): draft, submit`);
  expect(said).not.toContain(secret);
});

test("no key is made for whom there is none to make, or with what its owner may not", async () => {
  const given = { name: "K", personId: contributor.id, scopes: ["draft"] as const, days: null };
  const before = await db.apiKey.count();
  const attempts = [
    [{ name: " " }, "name"],
    [{ name: "two\nlines" }, "name"],
    [{ personId: "nobody" }, "person"],
    [{ scopes: [] }, "scopes"],
    [{ scopes: ["draft", "publish"] as const }, "scopes"],
    [{ days: 0 }, "expires"],
    [{ days: 1e9 }, "expires"],
  ] as const;
  for (const [wrong, field] of attempts)
    expect(await makeKey(db, admin, { ...given, ...wrong })).toMatchObject({ field });
  await expect(makeKey(db, { ...admin, hasOldPassword: true }, given)).rejects.toThrow(
    "Enter your password again",
  );
  expect(await db.apiKey.count()).toBe(before);
});

test("a key may what both it and its owner may, now", async () => {
  const secret = await secretFor(editor, ["draft"]);
  const by = await shown(secret);
  expect(by).toMatchObject({ id: editor.id, role: "editor", byKey: { scopes: ["draft"] } });
  const begun = await createProposal(db, by, { kind: "target", typed: { name: "Keyed target" } });
  if (!("created" in begun)) throw new Error(begun.refused);
  const id = begun.created;
  const audited = await db.auditEntry.findFirstOrThrow({ where: { subject: `proposal ${id}` } });
  expect(audited).toMatchObject({
    personId: editor.id,
    detail: "begun: target, by the key “A spreadsheet”",
  });
  await expect(submitProposal(db, by, { id, saveNumber: 0, confirmed: [] })).rejects.toThrow(
    "The key “A spreadsheet” may not do this (proposal.submit): its scopes are draft.",
  );
  await expect(publishProposal(db, by, { proposalId: id, saveNumber: 0 })).rejects.toThrow(
    KeyForbidden,
  );
  // Not even what its owner is at the desk for.
  const given = { name: "L", personId: editor.id, scopes: ["draft"] as const, days: null };
  const ofAdmin = await shown(await secretFor(admin, ["draft", "submit", "publish"]));
  await expect(makeKey(db, ofAdmin, given)).rejects.toThrow(Forbidden);

  const publishing = await secretFor(editor, ["publish"]);
  await changeRole(db, admin, { personId: editor.id, role: "contributor" });
  await expect(
    publishProposal(db, await shown(publishing), { proposalId: id, saveNumber: 0 }),
  ).rejects.toThrow("who is a contributor: that role may not do this");
  await changeRole(db, admin, { personId: editor.id, role: "editor" });
});

test("a key's last use is noted once an hour", async () => {
  const secret = await secretFor(contributor, ["draft"]);
  expect((await keyOf(secret)).lastUsedAt).toBeNull();
  await shown(secret);
  const first = (await keyOf(secret)).lastUsedAt;
  expect(first).not.toBeNull();
  await shown(secret);
  expect((await keyOf(secret)).lastUsedAt).toEqual(first);
  const earlier = new Date(Date.now() - 2 * 60 * 60 * 1000);
  await db.apiKey.update({
    where: { keyHash: hashOfKey(secret) },
    data: { lastUsedAt: earlier },
  });
  await shown(secret);
  expect((await keyOf(secret)).lastUsedAt?.getTime()).toBeGreaterThan(earlier.getTime());
});

test("what is no key, revoked or expired is refused, and only a right one is told why", async () => {
  const refusal = (secret: string | null) => acceptKey(db, null, { secret, address });
  expect(await refusal(null)).toEqual({
    unknown: expect.stringContaining("Authorization: Bearer"),
  });
  const none = { unknown: "This is no key of this desk." };
  expect(await refusal("")).toEqual(none);
  expect(await refusal(`ll_${"a".repeat(43)}`)).toEqual(none);
  const secret = await secretFor(contributor, ["draft"]);
  expect(await refusal(`${secret}a`)).toEqual(none);

  const { id } = await keyOf(secret);
  expect(await revokeKey(db, admin, id)).toHaveProperty("done");
  expect(await revokeKey(db, admin, id)).toHaveProperty("refused");
  expect(await refusal(secret)).toEqual({ unknown: expect.stringContaining("was revoked on") });

  const old = await secretFor(contributor, ["draft"], 1);
  const keyHash = hashOfKey(old);
  await db.apiKey.update({ where: { keyHash }, data: { expiresAt: new Date(Date.now() - 1) } });
  expect(await refusal(old)).toEqual({ unknown: expect.stringContaining("expired on") });
});

test("whose access has ended has no keys any more, also once they are back", async () => {
  const leaver = await testPerson(db, "editor", "Key Leaver");
  const secret = await secretFor(leaver, ["draft"]);
  await shown(secret);
  await deactivate(db, admin, leaver.id);
  expect(await acceptKey(db, null, { secret, address })).toEqual({
    unknown: expect.stringContaining("its owner no longer has access to the desk"),
  });
  const given = { name: "K", personId: leaver.id, scopes: ["draft"] as const, days: null };
  expect(await makeKey(db, admin, given)).toMatchObject({ field: "person" });
  await reactivate(db, admin, leaver.id);
  expect(await acceptKey(db, null, { secret, address })).toEqual({
    unknown: expect.stringContaining("was revoked on"),
  });
});

test("where a second factor is demanded, no key is a way around it", async () => {
  const secret = await secretFor(editor, ["draft"]);
  const draft = async () => createProposal(db, await shown(secret), { kind: "target" });
  setForTest({ LOSSLINE_REQUIRE_SECOND_FACTOR: "editors" });
  await expect(draft()).rejects.toThrow("demands a second factor");
  setForTest({ LOSSLINE_REQUIRE_SECOND_FACTOR: "nobody" });
  expect(await draft()).toHaveProperty("created");
});

test("a key may send so much in a minute, and another still may", async () => {
  const [busy, idle] = [
    await secretFor(contributor, ["draft"]),
    await secretFor(contributor, ["draft"]),
  ];
  for (let sent = 0; sent < 120; sent += 1) await shown(busy);
  const use = await acceptKey(db, null, { secret: busy, address });
  expect(use).toEqual({ waitSeconds: expect.any(Number) });
  await shown(idle);
});
