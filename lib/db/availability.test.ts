import { DatabaseError } from "pg";
import { expect, test } from "vitest";
import {
  noteDatabaseAway,
  noteDatabaseBack,
  noteTrouble,
  refuseWhileAway,
  saysAway,
  troubleOf,
  troubleSince,
} from "@/lib/db/availability";
import { embeddedUrl, isEmbedded } from "@/lib/db/embedded-url";

const withCode = (code: string) => Object.assign(new Error("no"), { code });
const fromServer = (code: string) => Object.assign(new DatabaseError("no", 2, "error"), { code });

test.each([
  withCode("ECONNREFUSED"),
  new AggregateError([withCode("ECONNREFUSED"), withCode("ENETUNREACH")]),
  new Error("timeout exceeded when trying to connect"),
  new Error("Connection terminated unexpectedly"),
  new Error("Query read timeout"),
  fromServer("55P03"),
  fromServer("57P03"),
  fromServer("08006"),
])("%s: the database cannot be asked", (error) => {
  expect(saysAway(error)).toBe(true);
});

test.each([
  fromServer("42703"),
  fromServer("23505"),
  // A statement that took too long says nothing of others.
  fromServer("57014"),
  new Error("wrong"),
  "ECONNREFUSED",
  null,
])("%s: it can, and the question was wrong", (error) => {
  expect(saysAway(error)).toBe(false);
});

test("the embedded database is known by its address, and no other is taken for it", () => {
  expect(isEmbedded(embeddedUrl("secret", 5432))).toBe(true);
  for (const url of [
    "postgresql://postgres:secret@127.0.0.1:5432/postgres?sslmode=disable",
    "postgresql://lossline@/lossline?host=/var/run/postgresql",
    "postgresql://lossline-embedded@localhost/lossline-embedded",
  ])
    expect(isEmbedded(url)).toBe(false);
});

test("a full disk and a server that takes no changes are told from a wrong question", () => {
  expect(troubleOf(fromServer("53100"))).toBe("full");
  expect(troubleOf(fromServer("25006"))).toBe("read-only");
  expect(troubleOf(fromServer("57P01"))).toBe("away");
  expect(troubleOf(fromServer("23505"))).toBe(null);
  expect(troubleOf("53100")).toBe(null);
});

test("what failed is known to whoever began before it, and to nobody who began after it", () => {
  const before = performance.now();
  noteTrouble("full");
  expect(troubleSince(before)).toBe("full");
  expect(troubleSince(performance.now() + 1)).toBe(null);
});

test("whoever is refused because it was away a moment ago fails for that reason, however long ago that was found out", () => {
  noteDatabaseAway();
  const begun = performance.now() + 1;
  while (performance.now() <= begun);
  expect(troubleSince(begun)).toBeNull();
  expect(refuseWhileAway).toThrow();
  expect(troubleSince(begun)).toBe("away");
  noteDatabaseBack();
  expect(refuseWhileAway).not.toThrow();
});
