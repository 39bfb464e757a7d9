import { createHmac } from "node:crypto";
import { beforeAll, describe, expect, test, vi } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import {
  beginSecondFactor,
  changeOwnName,
  changeOwnPassword,
  confirmSecondFactor,
  endSecondFactor,
  renewBackupCodes,
} from "@/lib/desk/people/account-commands";
import { ownAccount, ownSessions } from "@/lib/desk/people/account-queries";
import { OWN_LIMIT } from "@/lib/desk/people/own-password-command";
import { removePasskey } from "@/lib/desk/people/passkey-commands";
import { closedSecondFactors } from "@/lib/desk/people/sealed-factor-queries";
import { deskSecret } from "@/lib/desk/people/secret";
import {
  endOtherSessions,
  endSession,
  noteSeen,
  signOut,
} from "@/lib/desk/people/session-commands";
import { findSignedIn } from "@/lib/desk/people/session-queries";
import { signInWithPassword, signInWithSecondFactor } from "@/lib/desk/people/sign-in-commands";
import { log } from "@/lib/log/log";
import { testDatabase } from "@/testing/database";
import { setEnvironment } from "@/testing/environment";
import { PASSWORD, testPerson, testVisitor } from "@/testing/people";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

/** Somebody in a browser of theirs, past the password. */
async function signedInAs({ email }: Pick<Person, "email">, password = PASSWORD) {
  const visitor = testVisitor();
  const outcome = await signInWithPassword(db, null, visitor, { email, password });
  if (!("cookies" in outcome)) throw new Error(outcome.refused);
  visitor.keep(outcome.cookies);
  const session = await findSignedIn(db, visitor);
  return { visitor, outcome, sessionId: session?.session.id ?? "" };
}

describe("one's own account", () => {
  test("nobody takes the public name of somebody else, however it is written", async () => {
    const [one, other] = [
      await testPerson(db, "editor", "Only One"),
      await testPerson(db, "editor", "Another One"),
    ];
    for (const taken of ["Only One", "ONLY  one", " only one "])
      expect(await changeOwnName(db, other, taken)).toMatchObject({
        problems: [{ field: "name" }],
      });
    expect(await changeOwnName(db, one, "only One")).toEqual({ name: "only One" });
    await db.user.update({ where: { id: one.id }, data: { deactivatedAt: new Date() } });
    expect(await changeOwnName(db, other, "Only One")).toHaveProperty("problems");
  });

  test("a name is one line that says something", async () => {
    const by = await testPerson(db, "contributor", "Nan");
    expect(await changeOwnName(db, by, "  Nan the Second ")).toEqual({ name: "Nan the Second" });
    for (const wrong of ["", "   ", "a\nb", "x".repeat(101), "n\u202ean", "n\u0000an"]) {
      expect(await changeOwnName(db, by, wrong)).toMatchObject({ problems: [{ field: "name" }] });
    }
    expect(await db.user.findUnique({ where: { id: by.id } })).toMatchObject({
      name: "Nan the Second",
    });
    const details = await db.auditEntry.findMany({ where: { subject: by.email } });
    expect(details.map(({ detail }) => detail)).toContain("name: Nan → Nan the Second");
  });

  test("a new password takes the present one, and ends the other sessions", async () => {
    const by = await testPerson(db, "contributor", "Pat");
    const [here, there] = [await signedInAs(by), await signedInAs(by)];
    const change = (password: string, newPassword: string) =>
      changeOwnPassword(db, by, { presentSession: here.sessionId, password, newPassword });
    expect(await change("not the password", "an altogether new one")).toMatchObject({
      problems: [{ field: "password" }],
    });
    expect(await change(PASSWORD, "pat")).toMatchObject({ problems: [{ field: "newPassword" }] });
    expect(await findSignedIn(db, there.visitor)).not.toBeNull();
    expect(await change(PASSWORD, "an altogether new one")).toEqual({ changed: true });
    expect(await findSignedIn(db, here.visitor)).not.toBeNull();
    expect(await findSignedIn(db, there.visitor)).toBeNull();
    await expect(signedInAs(by)).rejects.toThrow();
    await signedInAs(by, "an altogether new one");
  });

  test("guessing the present password at an open desk is limited", async () => {
    const by = await testPerson(db, "contributor", "Guy");
    const guess = (password: string) =>
      changeOwnPassword(db, by, { presentSession: "", password, newPassword: PASSWORD });
    for (let attempt = 0; attempt < OWN_LIMIT.times; attempt++) {
      expect(JSON.stringify(await guess(`guess ${attempt}`))).toContain("not your current");
    }
    expect(JSON.stringify(await guess(PASSWORD))).toContain("too many attempts");
  });
});

describe("sessions", () => {
  test("are one's own to see and to end", async () => {
    const [by, other] = [
      await testPerson(db, "contributor", "Sam"),
      await testPerson(db, "admin", "Oz"),
    ];
    const [first, second] = [await signedInAs(by), await signedInAs(by)];
    const foreign = await signedInAs(other);
    expect(await ownSessions(db, by)).toHaveLength(2);
    expect((await ownSessions(db, by))[0]).toMatchObject({
      address: "203.0.113.7",
      userAgent: expect.stringContaining("Firefox"),
    });
    expect(await endSession(db, by, foreign.sessionId)).toBe(false);
    expect(await findSignedIn(db, foreign.visitor)).not.toBeNull();
    expect(await endSession(db, by, second.sessionId)).toBe(true);
    expect(await findSignedIn(db, second.visitor)).toBeNull();
    await signedInAs(by);
    expect(await endOtherSessions(db, by, first.sessionId)).toBe(1);
    expect(await findSignedIn(db, first.visitor)).not.toBeNull();
    await signOut(db, by, first.sessionId);
    expect(await findSignedIn(db, first.visitor)).toBeNull();
  });

  test("end by themselves", async () => {
    const by = await testPerson(db, "contributor", "Old");
    const { visitor, sessionId } = await signedInAs(by);
    await db.session.update({
      where: { id: sessionId },
      data: { expiresAt: new Date(Date.now() - 1000) },
    });
    expect(await findSignedIn(db, visitor)).toBeNull();
    expect(await ownSessions(db, by)).toEqual([]);
  });

  test("are noted as used, but not at every click", async () => {
    const by = await testPerson(db, "contributor", "Seen");
    const { sessionId: id } = await signedInAs(by);
    const seenAt = async () =>
      (await db.session.findUniqueOrThrow({ where: { id } })).updatedAt.getTime();
    const fresh = await seenAt();
    await noteSeen(db, by, { id, seenAt: new Date(fresh) });
    expect(await seenAt()).toBe(fresh);
    const hourAgo = new Date(Date.now() - 3_600_000);
    await noteSeen(db, by, { id, seenAt: hourAgo });
    expect(await seenAt()).toBeGreaterThan(fresh);
  });

  test("removing a passkey is its owner's", async () => {
    const [by, other] = [
      await testPerson(db, "contributor", "Key"),
      await testPerson(db, "admin", "Lock"),
    ];
    await db.passkey.create({
      data: {
        id: "key",
        name: "my key",
        publicKey: "p",
        userId: by.id,
        credentialID: "c",
        counter: 0,
        deviceType: "singleDevice",
        backedUp: false,
      },
    });
    expect((await ownAccount(db, by)).passkeys).toMatchObject([{ name: "my key" }]);
    expect(await removePasskey(db, other, "key")).toBe(false);
    expect(await removePasskey(db, by, "key")).toBe(true);
    expect((await ownAccount(db, by)).passkeys).toEqual([]);
  });
});

describe("a second factor", () => {
  test("counts once a code has confirmed it; from then on the password alone gives no session", async () => {
    const by = await testPerson(db, "editor", "Two");
    const { visitor } = await signedInAs(by);
    expect(
      await beginSecondFactor(db, by, visitor, { password: "not the password" }),
    ).toMatchObject({ problems: [{ field: "password" }] });
    const begun = await beginSecondFactor(db, by, visitor, { password: PASSWORD });
    if ("problems" in begun) throw new Error(JSON.stringify(begun));
    expect((await ownAccount(db, by)).secondFactor).toBe("begun");
    // Begun is not enough to be asked for it.
    expect((await signedInAs(by)).outcome).toHaveProperty("signedIn");
    expect(await confirmSecondFactor(db, by, visitor, { code: "000000" })).toMatchObject({
      problems: [{ field: "code" }],
    });
    const secret = secretIn(begun.uri);
    const confirmed = await confirmSecondFactor(db, by, visitor, { code: codeOf(secret) });
    if ("problems" in confirmed) throw new Error(JSON.stringify(confirmed));
    visitor.keep(confirmed.cookies);
    expect((await ownAccount(db, by)).secondFactor).toBe("on");
    expect(await findSignedIn(db, visitor)).not.toBeNull();
    const stored = JSON.stringify(await db.twoFactor.findMany());
    for (const code of begun.backupCodes) expect(stored).not.toContain(code);

    const half = await signedInAs(by);
    expect(half.outcome).toHaveProperty("secondFactor");
    expect(await findSignedIn(db, half.visitor)).toBeNull();
    expect(await signInWithSecondFactor(db, null, half.visitor, { code: "000000" })).toEqual({
      refused: expect.stringContaining("code is wrong"),
    });
    const whole = await signInWithSecondFactor(db, null, half.visitor, { code: codeOf(secret) });
    if (!("signedIn" in whole)) throw new Error(JSON.stringify(whole));
    half.visitor.keep(whole.cookies);
    expect((await findSignedIn(db, half.visitor))?.person.email).toBe(by.email);

    // Whoever has looked over a shoulder comes too late.
    const again = await signedInAs(by);
    const before = await ownSessions(db, by);
    expect(await signInWithSecondFactor(db, null, again.visitor, { code: codeOf(secret) })).toEqual(
      { refused: expect.stringContaining("used already") },
    );
    expect(await ownSessions(db, by)).toEqual(before);

    // A backup code works once, also of two who use it at once, and however each writes it.
    const [code = ""] = begun.backupCodes;
    const plainly = ` ${code.toLowerCase().replace("-", " ")}`;
    const [one, two] = [await signedInAs(by), await signedInAs(by)];
    const both = await Promise.all([
      signInWithSecondFactor(db, null, one.visitor, { code }),
      signInWithSecondFactor(db, null, two.visitor, { code: plainly }),
    ]);
    expect(both.filter((outcome) => "signedIn" in outcome)).toHaveLength(1);
    const [, second = ""] = begun.backupCodes;
    const written = await signedInAs(by);
    const small = second.toLowerCase().replace("-", "");
    expect(await signInWithSecondFactor(db, null, written.visitor, { code: small })).toHaveProperty(
      "signedIn",
    );

    const renewed = await renewBackupCodes(db, by, visitor, { password: PASSWORD });
    if ("problems" in renewed) throw new Error(JSON.stringify(renewed));
    const late = await signedInAs(by);
    const [, , oldCode = ""] = begun.backupCodes;
    expect(await signInWithSecondFactor(db, null, late.visitor, { code: oldCode })).toHaveProperty(
      "refused",
    );

    const off = await endSecondFactor(db, by, visitor, { password: PASSWORD });
    if ("problems" in off) throw new Error(JSON.stringify(off));
    expect((await signedInAs(by)).outcome).toHaveProperty("signedIn");
  });

  test("cannot be guessed: a challenge ends after five wrong codes", async () => {
    const by = await testPerson(db, "editor", "Five");
    const { visitor } = await signedInAs(by);
    const begun = await beginSecondFactor(db, by, visitor, { password: PASSWORD });
    if ("problems" in begun) throw new Error(JSON.stringify(begun));
    const secret = secretIn(begun.uri);
    await confirmSecondFactor(db, by, visitor, { code: codeOf(secret) });
    const half = await signedInAs(by);
    for (let attempt = 0; attempt < 5; attempt++) {
      expect(
        await signInWithSecondFactor(db, null, half.visitor, { code: "000000" }),
      ).toHaveProperty("refused");
    }
    expect(await signInWithSecondFactor(db, null, half.visitor, { code: codeOf(secret) })).toEqual({
      refused: expect.stringContaining("Sign in again"),
    });
  });

  test("cannot be entered by whoever has not given a password", async () => {
    expect(await signInWithSecondFactor(db, null, testVisitor(), { code: "123456" })).toEqual({
      refused: expect.stringContaining("Sign in again"),
    });
  });
});

describe("a second factor that was sealed with another secret", () => {
  test("is told to whoever knows the password, and found at the start", async () => {
    const by = await testPerson(db, "editor", "Lost");
    const { visitor } = await signedInAs(by);
    const begun = await beginSecondFactor(db, by, visitor, { password: PASSWORD });
    if ("problems" in begun) throw new Error(JSON.stringify(begun));
    await confirmSecondFactor(db, by, visitor, { code: codeOf(secretIn(begun.uri)) });
    const present = deskSecret();
    expect(await closedSecondFactors(db, present)).not.toContain(by.email);
    expect(await closedSecondFactors(db, "another secret, just as long as it")).toContain(by.email);

    const logged = vi.spyOn(log(), "error").mockImplementation(() => {});
    await withSecret("another secret, just as long as it", async () => {
      // As after a restart: what was made with the old secret is gone.
      const later = testVisitor();
      const origin = "http://after.test";
      const signIn = (password: string) =>
        signInWithPassword(db, null, { ...later, origin }, { email: by.email, password });
      expect(await signIn("not the password")).toEqual({
        refused: expect.stringContaining("is wrong"),
      });
      expect(logged).not.toHaveBeenCalled();
      expect(await signIn(PASSWORD)).toEqual({
        refused: expect.stringContaining("secret has changed"),
      });
    });
    expect(logged).toHaveBeenCalledWith(expect.stringContaining(by.id));
    expect(logged).not.toHaveBeenCalledWith(expect.stringContaining(by.email));
    logged.mockRestore();
    expect(await ownSessions(db, by)).toHaveLength(1);
    const noted = await db.auditEntry.findMany({ where: { subject: by.email, personId: null } });
    expect(noted.map(({ detail }) => detail).join()).toContain("cannot be read");
    // With the old secret back, all is as it was.
    expect((await signedInAs(by)).outcome).toHaveProperty("secondFactor");
  });

  test("that was only begun is begun anew", async () => {
    const by = await testPerson(db, "editor", "Begun");
    const { visitor } = await signedInAs(by);
    const begun = await beginSecondFactor(db, by, visitor, { password: PASSWORD });
    if ("problems" in begun) throw new Error(JSON.stringify(begun));
    await withSecret("another secret, just as long as it", async () => {
      const code = codeOf(secretIn(begun.uri));
      expect(await confirmSecondFactor(db, by, visitor, { code })).toMatchObject({
        problems: [{ message: expect.stringContaining("Begin to set the second factor up again") }],
      });
    });
  });

  async function withSecret(secret: string, work: () => Promise<void>) {
    const present = deskSecret();
    setEnvironment({ LOSSLINE_SECRET: secret });
    try {
      await work();
    } finally {
      setEnvironment({ LOSSLINE_SECRET: present });
    }
  }
});

test("a right password with a wrong code is noted", async () => {
  const by = await testPerson(db, "editor", "Coded");
  const { visitor } = await signedInAs(by);
  const begun = await beginSecondFactor(db, by, visitor, { password: PASSWORD });
  if ("problems" in begun) throw new Error(JSON.stringify(begun));
  await confirmSecondFactor(db, by, visitor, { code: codeOf(secretIn(begun.uri)) });
  const half = await signedInAs(by);
  await signInWithSecondFactor(db, null, half.visitor, { code: "000000" });
  await signInWithSecondFactor(db, null, half.visitor, { code: "000000" });
  const noted = await db.auditEntry.findMany({ where: { subject: by.email, personId: null } });
  expect(noted.map(({ detail }) => detail).filter((detail) => /wrong code/.test(detail))).toEqual([
    "failed: the right password, then a wrong code of the second factor, from 203.0.113.0/24",
  ]);
});

function secretIn(uri: string): string {
  return new URL(uri).searchParams.get("secret") ?? "";
}

/** The six digits that an authenticator shows, by RFC 6238. */
function codeOf(secret: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => letters.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes = bits.join("").match(/.{8}/g) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const key = Buffer.from(bytes.map((byte) => Number.parseInt(byte, 2)));
  const digest = createHmac("sha1", key).update(counter).digest();
  const offset = (digest.at(-1) ?? 0) & 0xf;
  return String((digest.readUInt32BE(offset) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}
