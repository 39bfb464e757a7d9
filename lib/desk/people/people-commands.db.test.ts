import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { changeOwnPassword } from "@/lib/desk/people/account-commands";
import { acceptInvitation, setPasswordByLink } from "@/lib/desk/people/join-commands";
import { endSecondFactorOf, makeInvitation, makeSetUpLink } from "@/lib/desk/people/link-command";
import { findInvitation, openInvitations } from "@/lib/desk/people/link-queries";
import {
  changeRole,
  deactivate,
  invite,
  makePasswordLink,
  reactivate,
  revokeLink,
  takeOffSecondFactor,
} from "@/lib/desk/people/people-commands";
import { hasAdmin, listPeople } from "@/lib/desk/people/people-queries";
import { findSignedIn } from "@/lib/desk/people/session-queries";
import { signInWithPassword } from "@/lib/desk/people/sign-in-commands";
import { testDatabase } from "@/testing/database";
import { PASSWORD, testPerson, testVisitor } from "@/testing/people";

let db: Database;
let admin: Person;
let count = 0;
/** A name that no other test uses. */
const name = (first: string) => `${first} ${count++}`;

const secretOf = (made: { secret: string } | { refused: string }): string => {
  if ("refused" in made) throw new Error(made.refused);
  return made.secret;
};
const accept = (secret: string, given: { name?: string; email?: string; password?: string } = {}) =>
  acceptInvitation(db, null, {
    secret,
    name: "Somebody",
    email: "",
    password: PASSWORD,
    ...given,
  });

describe("invitations", () => {
  beforeAll(async () => {
    ({ db } = await testDatabase());
    admin = await testPerson(db, "admin", "Root");
  });

  test("let somebody in once, in the role that they name", async () => {
    const email = "once@desk.test";
    const secret = secretOf(await invite(db, admin, { email, role: "editor" }));
    expect(await accept(secret, { email: "another@desk.test" })).toEqual({ email });
    const person = await db.user.findUniqueOrThrow({ where: { email } });
    expect(person).toMatchObject({ role: "editor", name: "Somebody" });
    expect(await accept(secret)).toEqual({
      problems: [{ field: null, message: expect.stringContaining("no longer works") }],
    });
    const audited = await db.auditEntry.findMany({
      where: { subject: email },
      orderBy: { id: "asc" },
    });
    expect(audited.map(({ personId, detail }) => [personId, detail])).toEqual([
      [admin.id, "invited as editor"],
      [person.id, "joined as editor"],
    ]);
  });

  test("keep no secret in the database, and no password in clear", async () => {
    const email = "secret@desk.test";
    const secret = secretOf(await invite(db, admin, { email, role: "editor" }));
    await accept(secret);
    const stored = JSON.stringify(
      await Promise.all([
        db.oneTimeLink.findMany(),
        db.account.findMany(),
        db.auditEntry.findMany(),
        db.user.findMany(),
      ]),
    );
    expect(stored).not.toContain(secret);
    expect(stored).not.toContain(PASSWORD);
  });

  test("let one in of many who follow one at once", async () => {
    const secret = secretOf(await makeInvitation(db, null, "race@desk.test", "contributor"));
    const outcomes = await Promise.all(
      Array.from({ length: 8 }, (_, index) => accept(secret, { name: `Racer ${index}` })),
    );
    expect(outcomes.filter((outcome) => "email" in outcome)).toHaveLength(1);
    expect(await db.user.count({ where: { email: "race@desk.test" } })).toBe(1);
    const { id } = await db.user.findUniqueOrThrow({ where: { email: "race@desk.test" } });
    expect(await db.account.count({ where: { userId: id } })).toBe(1);
  });

  test("end after seven days, and when they are taken back or replaced", async () => {
    const late = secretOf(await invite(db, admin, { email: "late@desk.test", role: "editor" }));
    const inDays = async (days: number) => {
      const link = await findInvitation(db, late);
      const lasts = (link?.expiresAt.getTime() ?? 0) - Date.now();
      return lasts > (days - 0.01) * 86_400_000 && lasts <= days * 86_400_000;
    };
    expect(await inDays(7)).toBe(true);
    await db.oneTimeLink.updateMany({
      where: { email: "late@desk.test" },
      data: { expiresAt: new Date(Date.now() - 1) },
    });
    expect(await accept(late)).toHaveProperty("problems");

    const first = secretOf(await invite(db, admin, { email: "twice@desk.test", role: "editor" }));
    const second = secretOf(await invite(db, admin, { email: "twice@desk.test", role: "editor" }));
    expect(await accept(first)).toHaveProperty("problems");
    const open = await openInvitations(db);
    const [link] = open.filter(({ email }) => email === "twice@desk.test");
    expect(await revokeLink(db, admin, link?.id ?? 0)).toHaveProperty("done");
    expect(await revokeLink(db, admin, link?.id ?? 0)).toHaveProperty("refused");
    expect(await accept(second)).toHaveProperty("problems");
    expect(await db.user.count({ where: { email: "twice@desk.test" } })).toBe(0);
  });

  test("say what is wrong in each field, and stay open meanwhile", async () => {
    const secret = secretOf(await makeInvitation(db, null, "fields@desk.test", "editor"));
    const wrong = await accept(secret, { name: " \u202e", password: "fields@desk.test" });
    expect("problems" in wrong && wrong.problems.map(({ field }) => field)).toEqual([
      "name",
      "password",
    ]);
    expect(await accept(secret, { name: "x".repeat(101) })).toHaveProperty("problems");
    expect(await accept(secret, { name: "two\nlines" })).toHaveProperty("problems");
    expect(await accept(secret, { name: "Fields Medal" })).toEqual({ email: "fields@desk.test" });
  });

  test("are refused to whoever is at the desk already", async () => {
    const there = await testPerson(db, "editor", name("There"));
    const made = await invite(db, admin, { email: there.email, role: "admin" });
    expect(made).toEqual({ refused: expect.stringContaining("at the desk already") });
    await deactivate(db, admin, there.id);
    const again = await invite(db, admin, { email: there.email, role: "admin" });
    expect(again).toEqual({ refused: expect.stringContaining("access back") });
  });

  test("of the console let the first admin say their own address, once", async () => {
    const { db: empty } = await testDatabase();
    expect(await hasAdmin(empty)).toBe(false);
    const older = await makeSetUpLink(empty);
    const secret = await makeSetUpLink(empty);
    const given = { name: "First", password: PASSWORD };
    const join = (link: string | null, email: string) =>
      acceptInvitation(empty, null, { ...given, secret: link ?? "", email });
    expect(await join(older, "first@desk.test")).toHaveProperty("problems");
    expect(await join(secret, "not an address")).toEqual({
      problems: [{ field: "email", message: expect.stringContaining("name@example.org") }],
    });
    expect(await join(secret, " First@Desk.Test ")).toEqual({ email: "first@desk.test" });
    expect(await makeSetUpLink(empty)).toBeNull();
    expect(await listPeople(empty)).toMatchObject([{ email: "first@desk.test", role: "admin" }]);
  });

  test("of the console end when an admin has come in otherwise", async () => {
    const { db: empty } = await testDatabase();
    const secret = (await makeSetUpLink(empty)) ?? "";
    expect(await openInvitations(empty)).toHaveLength(1);
    await testPerson(empty, "admin", "Otherwise");
    expect(await findInvitation(empty, secret)).toMatchObject({ state: "revoked" });
    expect(await openInvitations(empty)).toEqual([]);
    const given = { secret, name: "Late", email: "late@desk.test", password: PASSWORD };
    expect(await acceptInvitation(empty, null, given)).toHaveProperty("problems");
  });

  test("cannot take an address that somebody got meanwhile", async () => {
    const { db: empty } = await testDatabase();
    const setUp = (await makeSetUpLink(empty)) ?? "";
    await testPerson(empty, "editor", "Quick");
    const outcome = await acceptInvitation(empty, null, {
      secret: setUp,
      name: "Slow",
      email: "quick@desk.test",
      password: PASSWORD,
    });
    expect(outcome).toEqual({
      problems: [{ field: "email", message: expect.stringContaining("at the desk already") }],
    });
    // The link is not used up by it.
    expect(await findInvitation(empty, setUp)).toMatchObject({ state: "open" });
  });
});

describe("links for a new password", () => {
  beforeAll(async () => {
    ({ db } = await testDatabase());
    admin = await testPerson(db, "admin", "Root");
  });

  test("set it once, and end every session", async () => {
    const person = await testPerson(db, "editor", name("Reset"));
    const visitor = testVisitor();
    const before = await signInWithPassword(db, null, visitor, {
      email: person.email,
      password: PASSWORD,
    });
    if ("cookies" in before) visitor.keep(before.cookies);
    expect(await findSignedIn(db, visitor)).not.toBeNull();
    const secret = secretOf(await makePasswordLink(db, admin, person.id));
    const fresh = "an altogether new one";
    const short = await setPasswordByLink(db, null, { secret, password: "short" });
    expect(short).toMatchObject({ problems: [{ field: "password" }] });
    const many = await Promise.all(
      ["a", "b", "c", "d"].map((end) =>
        setPasswordByLink(db, null, { secret, password: `${fresh} ${end}` }),
      ),
    );
    expect(many.filter((outcome) => "email" in outcome)).toHaveLength(1);
    expect(await findSignedIn(db, visitor)).toBeNull();
    const old = await signInWithPassword(db, null, visitor, {
      email: person.email,
      password: PASSWORD,
    });
    expect(old).toHaveProperty("refused");
    const end = "abcd"[many.findIndex((outcome) => "email" in outcome)];
    const after = await signInWithPassword(db, null, visitor, {
      email: person.email,
      password: `${fresh} ${end}`,
    });
    expect(after).toHaveProperty("signedIn");
  });

  test("end with a newer one, and with access", async () => {
    const person = await testPerson(db, "editor", name("Links"));
    const first = secretOf(await makePasswordLink(db, admin, person.id));
    const second = secretOf(await makePasswordLink(db, admin, person.id));
    const use = (secret: string) => setPasswordByLink(db, null, { secret, password: PASSWORD });
    expect(await use(first)).toHaveProperty("problems");
    await deactivate(db, admin, person.id);
    expect(await use(second)).toHaveProperty("problems");
    expect(await makePasswordLink(db, admin, person.id)).toHaveProperty("refused");
    await reactivate(db, admin, person.id);
    expect(await use(second)).toHaveProperty("problems");
  });

  test("end when the password is changed otherwise", async () => {
    const person = await testPerson(db, "editor", name("Changed"));
    const secret = secretOf(await makePasswordLink(db, admin, person.id));
    const changed = await changeOwnPassword(db, person, {
      presentSession: "",
      password: PASSWORD,
      newPassword: "an altogether new one",
    });
    expect(changed).toEqual({ changed: true });
    expect(await setPasswordByLink(db, null, { secret, password: PASSWORD })).toHaveProperty(
      "problems",
    );
  });

  test("are no invitations, nor the other way round", async () => {
    const person = await testPerson(db, "editor", name("Mixed"));
    const password = secretOf(await makePasswordLink(db, admin, person.id));
    const invitation = secretOf(await makeInvitation(db, null, "mixed@desk.test", "admin"));
    expect(await accept(password, { email: "mixed@desk.test" })).toHaveProperty("problems");
    expect(
      await setPasswordByLink(db, null, { secret: invitation, password: PASSWORD }),
    ).toHaveProperty("problems");
    for (const secret of ["", "x", "x".repeat(43), "' OR 1=1 --", "x".repeat(100_000)]) {
      expect(await accept(secret)).toHaveProperty("problems");
    }
  });
});

describe("roles and access", () => {
  beforeEach(async () => {
    ({ db } = await testDatabase());
    admin = await testPerson(db, "admin", "Root");
  });

  test("change from the next click on", async () => {
    const person = await testPerson(db, "contributor", "Role");
    const visitor = testVisitor();
    const { email } = person;
    const outcome = await signInWithPassword(db, null, visitor, { email, password: PASSWORD });
    if ("cookies" in outcome) visitor.keep(outcome.cookies);
    await changeRole(db, admin, { personId: person.id, role: "editor" });
    expect((await findSignedIn(db, visitor))?.person.role).toBe("editor");
    expect(await changeRole(db, admin, { personId: person.id, role: "editor" })).toHaveProperty(
      "refused",
    );
    expect(await changeRole(db, admin, { personId: "nobody", role: "editor" })).toHaveProperty(
      "refused",
    );
  });

  test("the only admin stays one", async () => {
    const gone = await testPerson(db, "admin", "Gone");
    await deactivate(db, admin, gone.id);
    expect(await changeRole(db, admin, { personId: admin.id, role: "editor" })).toHaveProperty(
      "refused",
    );
    expect(await deactivate(db, admin, admin.id)).toHaveProperty("refused");
    expect(await reactivate(db, admin, gone.id)).toHaveProperty("done");
    expect(await deactivate(db, admin, admin.id)).toHaveProperty("done");
  });

  test.each([
    ["lost their access", (id: string) => deactivate(db, admin, id)],
    [
      "are no admins any more",
      (id: string) => changeRole(db, admin, { personId: id, role: "editor" }),
    ],
  ])("links of those who %s stop working", async (_, putOut) => {
    const former = await testPerson(db, "admin", "Former");
    const invitation = secretOf(
      await invite(db, former, { email: "another-self@desk.test", role: "admin" }),
    );
    const link = secretOf(await makePasswordLink(db, former, admin.id));
    const other = secretOf(await invite(db, admin, { email: "other@desk.test", role: "editor" }));
    expect(await putOut(former.id)).toHaveProperty("done");
    expect(await accept(invitation)).toHaveProperty("problems");
    const password = "a password of theirs";
    expect(await setPasswordByLink(db, null, { secret: link, password })).toHaveProperty(
      "problems",
    );
    expect(await accept(other)).toEqual({ email: "other@desk.test" });
  });

  test("of admins who put each other out at once, one stays", async () => {
    for (let round = 0; round < 5; round++) {
      const { db: fresh } = await testDatabase();
      const admins = await Promise.all(
        ["One", "Two", "Three"].map((first) => testPerson(fresh, "admin", first)),
      );
      const outcomes = await Promise.all(
        admins.map((by, index) => {
          const personId = admins[(index + 1) % admins.length]?.id ?? "";
          return index % 2 === 0
            ? deactivate(fresh, by, personId)
            : changeRole(fresh, by, { personId, role: "contributor" });
        }),
      );
      expect(outcomes.filter((outcome) => "done" in outcome)).toHaveLength(2);
      expect(await fresh.user.count({ where: { role: "admin", deactivatedAt: null } })).toBe(1);
    }
  });

  test("a second factor is taken off by an admin, and everybody is signed out", async () => {
    const person = await testPerson(db, "editor", "Factor");
    expect(await takeOffSecondFactor(db, admin, person.id)).toHaveProperty("refused");
    const visitor = testVisitor();
    const { email } = person;
    const outcome = await signInWithPassword(db, null, visitor, { email, password: PASSWORD });
    if ("cookies" in outcome) visitor.keep(outcome.cookies);
    await db.twoFactor.create({
      data: { id: "1", userId: person.id, secret: "s", backupCodes: "b", verified: true },
    });
    await db.user.update({ where: { id: person.id }, data: { twoFactorEnabled: true } });
    expect(await takeOffSecondFactor(db, admin, person.id)).toHaveProperty("done");
    expect(await findSignedIn(db, visitor)).toBeNull();
    expect(await endSecondFactorOf(db, null, person.id)).toBe(false);
  });

  test("are an admin's to change, and nobody else's", async () => {
    const editor = await testPerson(db, "editor", "Ed");
    for (const by of [null, editor, { ...editor, role: "contributor" as const }]) {
      await expect(invite(db, by, { email: "a@b.example", role: "admin" })).rejects.toThrow();
      await expect(changeRole(db, by, { personId: editor.id, role: "admin" })).rejects.toThrow();
      await expect(deactivate(db, by, admin.id)).rejects.toThrow();
      await expect(reactivate(db, by, admin.id)).rejects.toThrow();
      await expect(makePasswordLink(db, by, admin.id)).rejects.toThrow();
      await expect(takeOffSecondFactor(db, by, admin.id)).rejects.toThrow();
      await expect(revokeLink(db, by, 1)).rejects.toThrow();
    }
    expect(await db.oneTimeLink.count({ where: { usedAt: null } })).toBe(0);
  });
});
