import { beforeAll, describe, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { deactivate, reactivate } from "@/lib/desk/people/people-commands";
import { findSignedIn } from "@/lib/desk/people/session-queries";
import {
  ACCOUNT_LIMIT,
  CLIENT_IP_LIMIT,
  signInWithPassword,
} from "@/lib/desk/people/sign-in-commands";
import { testDatabase } from "@/testing/database";
import { PASSWORD, testPerson, testVisitor } from "@/testing/people";

let db: Database;
beforeAll(async () => {
  ({ db } = await testDatabase());
});

async function signIn(email: string, password = PASSWORD, visitor = testVisitor()) {
  const outcome = await signInWithPassword(db, null, visitor, { email, password });
  if ("cookies" in outcome) visitor.keep(outcome.cookies);
  return { outcome, visitor };
}

describe("signing in with a password", () => {
  test("gives a session whose cookie no script reads and no other site's form sends", async () => {
    const ada = await testPerson(db, "editor", "Ada");
    const { outcome, visitor } = await signIn("  ADA@desk.test ");
    expect(outcome).toMatchObject({ signedIn: true });
    const cookies = "cookies" in outcome ? outcome.cookies.join("\n") : "";
    expect(cookies).toMatch(/^lossline\.session_token=[^;]+;.*HttpOnly/im);
    expect(cookies).toMatch(/SameSite=Lax/i);
    expect(cookies).not.toMatch(/Secure/i);
    expect((await findSignedIn(db, visitor))?.person).toEqual(ada);
    const entry = await db.auditEntry.findFirst({ where: { action: "session.start" } });
    expect(entry).toMatchObject({ personId: ada.id, subject: ada.email });
  });

  test("keeps the cookie to TLS where the site has it", async () => {
    await testPerson(db, "editor", "Tess");
    const { outcome } = await signIn("tess@desk.test", PASSWORD, {
      ...testVisitor(),
      origin: "https://desk.test",
    });
    expect("cookies" in outcome && outcome.cookies.join("\n")).toMatch(
      /^__Secure-lossline\.session_token=.*Secure/im,
    );
  });

  test("says the same of a wrong password and of nobody's address", async () => {
    await testPerson(db, "contributor", "Bea");
    const wrong = await signIn("bea@desk.test", "not her password", testVisitor("198.51.100.1"));
    const nobody = await signIn("nobody@desk.test", PASSWORD, testVisitor("198.51.100.1"));
    expect(wrong.outcome).toHaveProperty("refused");
    expect(nobody.outcome).toEqual(wrong.outcome);
  });

  test("refuses what is no address, or no password, in plain words", async () => {
    for (const email of ["", "x", "a@b", "a\u0000@desk.test", `${"a".repeat(5000)}@desk.test`]) {
      expect((await signIn(email)).outcome).toEqual({ refused: expect.stringContaining("wrong") });
    }
    await testPerson(db, "contributor", "Nul");
    for (const password of ["", "\u0000", "x".repeat(1000), "💜".repeat(200)]) {
      const { outcome } = await signIn("nul@desk.test", password);
      expect(outcome).toEqual({ refused: expect.stringContaining("wrong") });
    }
  });

  test("takes about as long for nobody's address as for a wrong password", async () => {
    await testPerson(db, "contributor", "Tim");
    const times = { tim: [] as number[], tom: [] as number[] };
    // In turns, so that what else the machine does falls on both.
    for (let round = 0; round < 7; round++) {
      for (const name of ["tim", "tom"] as const) {
        const start = performance.now();
        await signIn(`${name}@desk.test`, "not the password", testVisitor(`198.51.101.${round}`));
        times[name].push(performance.now() - start);
      }
    }
    const median = (all: number[]) => all.sort((one, other) => one - other)[3] ?? 0;
    const [known, unknown] = [median(times.tim), median(times.tom)];
    // Hashing takes ten times as long as everything else: left out, the ratio would be far from this.
    expect(known / unknown).toBeGreaterThan(0.4);
    expect(known / unknown).toBeLessThan(2.5);
  });

  test("refuses somebody whose access has ended, and a session of theirs from before", async () => {
    const [admin, cy] = [
      await testPerson(db, "admin", "Root"),
      await testPerson(db, "editor", "Cy"),
    ];
    const before = await signIn(cy.email);
    await deactivate(db, admin, cy.id);
    expect(await findSignedIn(db, before.visitor)).toBeNull();
    const { outcome } = await signIn(cy.email);
    expect(outcome).toEqual({ refused: expect.stringContaining("has ended") });
    await reactivate(db, admin, cy.id);
    expect(await findSignedIn(db, before.visitor)).toBeNull();
    expect((await signIn(cy.email)).outcome).toHaveProperty("signedIn");
  });

  test("refuses a session whose cookie was tampered with", async () => {
    await testPerson(db, "editor", "Mal");
    const { visitor } = await signIn("mal@desk.test");
    expect(await findSignedIn(db, visitor)).not.toBeNull();
    visitor.cookie = visitor.cookie.replace(/=(.)/, (_, first) => `=${first === "a" ? "b" : "a"}`);
    expect(await findSignedIn(db, visitor)).toBeNull();
  });
});

describe("attempts", () => {
  test("on one account are limited from wherever, and the right password does not help then", async () => {
    await testPerson(db, "editor", "Dee");
    for (let attempt = 0; attempt < ACCOUNT_LIMIT.times; attempt++) {
      const from = testVisitor(`192.0.2.${attempt}`);
      expect((await signIn("dee@desk.test", "wrong password", from)).outcome).toEqual({
        refused: expect.stringContaining("wrong"),
      });
    }
    const { outcome } = await signIn("dee@desk.test", PASSWORD, testVisitor("192.0.2.200"));
    expect(outcome).toEqual({ refused: expect.stringMatching(/too many.*15 minutes/) });
  });

  test("are counted when they come all at once", async () => {
    await testPerson(db, "editor", "Eve");
    const many = Array.from({ length: ACCOUNT_LIMIT.times + 10 }, (_, attempt) =>
      signIn("eve@desk.test", "wrong password", testVisitor(`192.0.3.${attempt}`)),
    );
    const errors = (await Promise.all(many)).map(({ outcome }) => JSON.stringify(outcome));
    expect(errors.filter((text) => text.includes("is wrong"))).toHaveLength(ACCOUNT_LIMIT.times);
  });

  test("from one address are limited on whatever account; signing in does not count", async () => {
    await testPerson(db, "editor", "Flo");
    const from = testVisitor("192.0.4.1");
    for (let attempt = 0; attempt < CLIENT_IP_LIMIT.times; attempt++) {
      const { outcome } = await signIn(`nobody${attempt}@desk.test`, "wrong password", from);
      expect(outcome).toEqual({ refused: expect.stringContaining("wrong") });
      if (attempt % 10 === 0) {
        const right = await signIn("flo@desk.test", PASSWORD, testVisitor("192.0.4.1"));
        expect(right.outcome).toHaveProperty("signedIn");
      }
    }
    const { outcome } = await signIn("flo@desk.test", PASSWORD, from);
    expect(outcome).toEqual({ refused: expect.stringContaining("too many") });
  });
});
