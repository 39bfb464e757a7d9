import { afterEach, beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { Forbidden, PasswordNeeded, SecondFactorMissing } from "@/lib/desk/access/access";
import { changeOwnName } from "@/lib/desk/people/account-commands";
import { ownSessions } from "@/lib/desk/people/account-queries";
import { confirmPassword } from "@/lib/desk/people/confirm-command";
import { OWN_LIMIT } from "@/lib/desk/people/own-password-command";
import { deactivate, invite } from "@/lib/desk/people/people-commands";
import { noteSeen, signOut } from "@/lib/desk/people/session-commands";
import { findSignedIn, type SignedIn } from "@/lib/desk/people/session-queries";
import { signInWithPassword } from "@/lib/desk/people/sign-in-commands";
import { environment } from "@/lib/environment/current-environment";
import type { GivenEnvironment } from "@/lib/environment/environment";
import { testDatabase } from "@/testing/database";
import { setEnvironment } from "@/testing/environment";
import { PASSWORD, testPerson, testVisitor } from "@/testing/people";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});
/** Sets what is given, beside what the other tests of this process need. */
function set(given: GivenEnvironment): void {
  setEnvironment({ LOSSLINE_SECRET: environment().LOSSLINE_SECRET, ...given });
}
afterEach(() => set({}));

const MINUTE = 60_000;
const ago = (milliseconds: number) => new Date(Date.now() - milliseconds);
let people = 0;

/** Somebody new who has signed in with their password. */
async function signedInAs(role: "contributor" | "editor" | "admin") {
  people += 1;
  const person = await testPerson(db, role, `Proof ${people}`);
  const visitor = testVisitor();
  const outcome = await signInWithPassword(db, null, visitor, {
    email: person.email,
    password: PASSWORD,
  });
  if (!("cookies" in outcome)) throw new Error(outcome.refused);
  visitor.keep(outcome.cookies);
  const find = async () => findSignedIn(db, visitor);
  const now = async (): Promise<SignedIn> => {
    const found = await find();
    if (found === null) throw new Error("Nobody is signed in.");
    return found;
  };
  return { person, find, now, id: (await now()).session.id };
}

describe("a second factor that is demanded", () => {
  test.each([
    ["nobody", []],
    ["admins", ["admin"]],
    ["editors", ["editor", "admin"]],
    ["everyone", ["contributor", "editor", "admin"]],
  ] as const)("of %s", async (demand, demanded) => {
    const found = [];
    for (const role of ["contributor", "editor", "admin"] as const) {
      const { now } = await signedInAs(role);
      set({ LOSSLINE_REQUIRE_SECOND_FACTOR: demand });
      if ((await now()).person.lacksSecondFactor === true) found.push(role);
    }
    expect(found).toEqual(demanded);
  });

  test("lets nobody do anything but set one up and sign out, and all again once they have it", async () => {
    set({ LOSSLINE_REQUIRE_SECOND_FACTOR: "editors" });
    const { person, now, id } = await signedInAs("admin");
    const held = (await now()).person;
    const invitation = { email: "new@desk.test", role: "admin" } as const;
    await expect(invite(db, held, invitation)).rejects.toThrow(SecondFactorMissing);
    await expect(changeOwnName(db, held, "Other")).rejects.toThrow(SecondFactorMissing);
    await db.user.update({ where: { id: person.id }, data: { twoFactorEnabled: true } });
    expect(await invite(db, (await now()).person, invitation)).toHaveProperty("secret");
    await db.user.update({ where: { id: person.id }, data: { twoFactorEnabled: false } });
    await signOut(db, (await now()).person, id);
  });

  test("a passkey counts in a session that it began, and beside a password it does not", async () => {
    set({ LOSSLINE_REQUIRE_SECOND_FACTOR: "everyone" });
    const { person, now, id } = await signedInAs("editor");
    await db.passkey.create({
      data: {
        id: `key ${id}`,
        userId: person.id,
        publicKey: "x",
        credentialID: id,
        counter: 0,
        deviceType: "singleDevice",
        backedUp: false,
      },
    });
    expect((await now()).person.lacksSecondFactor).toBe(true);
    await db.session.update({ where: { id }, data: { byPasskey: true } });
    expect((await now()).person.lacksSecondFactor).toBeUndefined();
  });
});

describe("a session that nobody uses", () => {
  test("ends after the hours that are set, and goes on where it is used", async () => {
    set({ LOSSLINE_IDLE_HOURS: "2" });
    const { person, find, now, id } = await signedInAs("editor");
    await db.session.update({ where: { id }, data: { updatedAt: ago(119 * MINUTE) } });
    const { session } = await now();
    await noteSeen(db, person, session);
    expect((await now()).session.seenAt.getTime()).toBeGreaterThan(ago(5 * MINUTE).getTime());
    await db.session.update({ where: { id }, data: { updatedAt: ago(121 * MINUTE) } });
    expect(await find()).toBeNull();
    expect(await ownSessions(db, person)).toEqual([]);
  });
});

describe("a password that was entered long ago", () => {
  test("is asked for again before others are given or lose access, and then they are", async () => {
    const { now, id, person } = await signedInAs("admin");
    const other = await testPerson(db, "editor", `Other of ${person.name}`);
    expect((await now()).person.hasOldPassword).toBeUndefined();
    await db.session.update({ where: { id }, data: { createdAt: ago(16 * MINUTE) } });
    const by = (await now()).person;
    await expect(deactivate(db, by, other.id)).rejects.toThrow(PasswordNeeded);
    expect(
      await confirmPassword(db, by, { sessionId: id, password: "not the password" }),
    ).toHaveProperty("problems");
    expect((await now()).person.hasOldPassword).toBe(true);
    const outcome = await confirmPassword(db, by, { sessionId: id, password: PASSWORD });
    if (!("confirmed" in outcome)) throw new Error("The password is right.");
    expect(await deactivate(db, outcome.confirmed, other.id)).toHaveProperty("done");
    expect((await now()).person.hasOldPassword).toBeUndefined();
    await db.session.update({ where: { id }, data: { confirmedAt: ago(16 * MINUTE) } });
    expect((await now()).person.hasOldPassword).toBe(true);
  });

  test("cannot be guessed without end, nor be confirmed for somebody else's session", async () => {
    const [mine, theirs] = [await signedInAs("admin"), await signedInAs("admin")];
    await db.session.update({ where: { id: theirs.id }, data: { createdAt: ago(16 * MINUTE) } });
    await confirmPassword(db, mine.person, { sessionId: theirs.id, password: PASSWORD });
    expect((await theirs.now()).person.hasOldPassword).toBe(true);
    for (let wrong = 0; wrong < OWN_LIMIT.times; wrong++)
      await confirmPassword(db, mine.person, { sessionId: mine.id, password: `wrong ${wrong}` });
    expect(
      await confirmPassword(db, mine.person, { sessionId: mine.id, password: PASSWORD }),
    ).toMatchObject({ problems: [{ message: expect.stringContaining("too many attempts") }] });
    await expect(confirmPassword(db, null, { sessionId: mine.id, password: "" })).rejects.toThrow(
      Forbidden,
    );
  });
});
