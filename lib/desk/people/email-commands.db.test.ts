import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { changeEmailOf, changeOwnEmail } from "@/lib/desk/people/email-commands";
import { setPasswordByLink } from "@/lib/desk/people/join-commands";
import { OWN_LIMIT } from "@/lib/desk/people/own-password-command";
import { invite, makePasswordLink } from "@/lib/desk/people/people-commands";
import { findSignedIn } from "@/lib/desk/people/session-queries";
import { ACCOUNT_LIMIT, signInWithPassword } from "@/lib/desk/people/sign-in-commands";
import { testDatabase } from "@/testing/database";
import { PASSWORD, testPerson, testVisitor } from "@/testing/people";

let db: Database;
let admin: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  admin = await testPerson(db, "admin", "Root");
});

async function signIn(email: string, password = PASSWORD, address = "203.0.113.7") {
  const visitor = testVisitor(address);
  const outcome = await signInWithPassword(db, null, visitor, { email, password });
  if ("cookies" in outcome) visitor.keep(outcome.cookies);
  return { outcome, visitor };
}

describe("one's own address", () => {
  test("is changed with the password, and is what one signs in with from then on", async () => {
    const by = await testPerson(db, "contributor", "Ann");
    const before = await signIn(by.email);
    const change = (email: string, password = PASSWORD) =>
      changeOwnEmail(db, by, { email, password });
    expect(await change("new@desk.test", "not the password")).toMatchObject({
      problems: [{ field: "password" }],
    });
    expect(await change("  NEW.Ann@Desk.test ")).toEqual({ email: "new.ann@desk.test" });
    expect((await signIn("new.ann@desk.test")).outcome).toHaveProperty("signedIn");
    expect((await signIn(by.email)).outcome).toHaveProperty("refused");
    // What was signed in stays so, as the same person.
    expect((await findSignedIn(db, before.visitor))?.person).toMatchObject({
      id: by.id,
      email: "new.ann@desk.test",
    });
    const audited = await db.auditEntry.findFirst({ where: { detail: { contains: "→ new.ann" } } });
    expect(audited).toMatchObject({
      personId: by.id,
      subject: by.email,
      detail: `e-mail address: ${by.email} → new.ann@desk.test`,
    });
  });

  test("is refused in plain words where it is none, somebody's or the same", async () => {
    const [by, other] = [
      await testPerson(db, "contributor", "Bo"),
      await testPerson(db, "editor", "Other"),
    ];
    const change = (email: string) => changeOwnEmail(db, by, { email, password: PASSWORD });
    for (const email of ["", "x", "a@b", "a\u0000@desk.test", `${"a".repeat(300)}@desk.test`]) {
      expect(await change(email)).toMatchObject({ problems: [{ field: "email" }] });
    }
    expect(JSON.stringify(await change(by.email))).toContain("is the address already");
    expect(JSON.stringify(await change(other.email.toUpperCase()))).toContain("somebody else’s");
    expect(await db.user.findUnique({ where: { id: by.id } })).toMatchObject({ email: by.email });
    expect(await db.auditEntry.count({ where: { personId: by.id, action: "account.keep" } })).toBe(
      0,
    );
  });

  test("must not be the password", async () => {
    const by = await testPerson(db, "contributor", "Pw");
    const secret = await makePasswordLink(db, admin, by.id);
    if ("refused" in secret) throw new Error(secret.refused);
    const password = "my.new@desk.test";
    await setPasswordByLink(db, null, { secret: secret.secret, password });
    expect(await changeOwnEmail(db, by, { email: password, password })).toMatchObject({
      problems: [{ field: "email", message: expect.stringContaining("must not be") }],
    });
  });

  test("goes to one of two who want it at once", async () => {
    const two = [await testPerson(db, "editor", "One"), await testPerson(db, "editor", "Two")];
    const outcomes = await Promise.all(
      two.map((by) => changeOwnEmail(db, by, { email: "both@desk.test", password: PASSWORD })),
    );
    expect(outcomes.filter((outcome) => "email" in outcome)).toHaveLength(1);
  });

  test("is not changed by whoever guesses the password at an open desk", async () => {
    const by = await testPerson(db, "contributor", "Guess");
    const change = (password: string) =>
      changeOwnEmail(db, by, { email: "thief@desk.test", password });
    for (let attempt = 0; attempt < OWN_LIMIT.times; attempt++) await change(`guess ${attempt}`);
    expect(JSON.stringify(await change(PASSWORD))).toContain("too many attempts");
  });

  test("leaves the limit of the old one behind, and what was tried on the new one before", async () => {
    const by = await testPerson(db, "contributor", "Held");
    for (let attempt = 0; attempt < ACCOUNT_LIMIT.times; attempt++) {
      await signIn(by.email, "wrong password", `192.0.2.${attempt}`);
      await signIn("free@desk.test", "wrong password", `192.0.3.${attempt}`);
    }
    expect(JSON.stringify((await signIn(by.email)).outcome)).toContain("too many");
    await changeOwnEmail(db, by, { email: "free@desk.test", password: PASSWORD });
    expect((await signIn("free@desk.test")).outcome).toHaveProperty("signedIn");
  });
});

describe("somebody's address", () => {
  test("is changed by an admin; their links stay theirs", async () => {
    const person = await testPerson(db, "contributor", "Cleo");
    const link = await makePasswordLink(db, admin, person.id);
    if ("refused" in link) throw new Error(link.refused);
    expect(
      await changeEmailOf(db, admin, { personId: person.id, email: "Cleo.New@desk.test" }),
    ).toEqual({ email: "cleo.new@desk.test", name: "Cleo" });
    const set = await setPasswordByLink(db, null, {
      secret: link.secret,
      password: "an altogether new one",
    });
    expect(set).toEqual({ email: "cleo.new@desk.test" });
    expect((await signIn("cleo.new@desk.test", "an altogether new one")).outcome).toHaveProperty(
      "signedIn",
    );
    expect(
      await db.auditEntry.findFirst({ where: { subject: person.email, personId: admin.id } }),
    ).not.toBeNull();
  });

  test("takes back an invitation to it, which nobody could follow any more", async () => {
    const person = await testPerson(db, "contributor", "Dora");
    await invite(db, admin, { email: "dora.new@desk.test", role: "editor" });
    await changeEmailOf(db, admin, { personId: person.id, email: "dora.new@desk.test" });
    const open = { email: "dora.new@desk.test", usedAt: null, revokedAt: null };
    expect(await db.oneTimeLink.count({ where: open })).toBe(0);
  });

  test("is refused in plain words; one's own takes the password", async () => {
    const errorFor = async (personId: string, email: string) =>
      JSON.stringify(await changeEmailOf(db, admin, { personId, email }));
    const person = await testPerson(db, "contributor", "Finn");
    expect(await errorFor("nobody", "x@desk.test")).toContain("no such person");
    expect(await errorFor(person.id, "x")).toContain("must look like");
    expect(await errorFor(person.id, admin.email)).toContain("somebody else’s");
    expect(await errorFor(admin.id, "x@desk.test")).toContain("under Account");
    await expect(
      changeEmailOf(db, person, { personId: person.id, email: "x@desk.test" }),
    ).rejects.toThrow();
  });
});
