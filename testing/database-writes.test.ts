import { describe, expect, test } from "vitest";
import { importersOf, mayRunUnguarded, writesIn } from "@/testing/database-writes";
import { type SourceFile, withoutComments } from "@/testing/source-files";

const source = (file: string, text: string): SourceFile => ({ file, code: withoutComments(text) });

test.each([
  "await db.user.update({ where: { id }, data: { role } })",
  "await transaction.proposal\n    .createMany({ data })",
  "await tx.session.deleteMany()",
  'await db["setAside"].upsert(saved)',
  "const { auditEntry: list } = db; await list.create({ data })",
  "const { update } = db.importBatch.update",
  "await db.$executeRaw`ANALYZE`",
  "await db.$executeRawUnsafe(sql)",
  "await db.$queryRaw`INSERT INTO incident SELECT FROM generate_series(1, 2) RETURNING id`",
  'await client.query("update desk.proposal p set state = $1")',
  "await db.$queryRaw`DELETE\n  FROM ONLY address WHERE id = 1 RETURNING id`",
  "await db.$queryRaw`MERGE INTO actor USING given ON given.id = actor.id WHEN MATCHED THEN DELETE`",
  "await db.$queryRaw`WITH moved AS (UPDATE desk.import_batch SET step = 1) SELECT`",
  "await db.$queryRaw`SELECT 1 FROM desk.proposal FOR UPDATE`",
  "await db.$queryRaw`LOCK TABLE dataset_version`",
  "await db.$queryRaw`SELECT nextval('desk.proposal_id_seq')`",
  "await authFor(db, visitor).api.signInEmail({ body })",
  "new RateLimiterPrisma({ storeClient: db })",
  'const all = "lib/**"; await db.actor.deleteMany(); const tests = "**/*.test.ts";',
  'fetch("https://example.org/"); await db.actor.deleteMany();',
])("%s writes", (text) => {
  expect(writesIn(source("lib/x.ts", text))).not.toEqual([]);
});

test.each([
  "await db.user.findMany({ where: { id } })",
  "await db.$queryRaw`SELECT updated_at, deleted FROM desk.proposal ORDER BY created_at`",
  "await authFor(db, visitor).api.getSession({ headers })",
  'createHash("sha256").update(text).digest("hex")',
  "running.delete(key); await PGlite.create({ dataDir }); Object.create(null)",
  "// What db.user.update({ data }) does\nconst one = 1;",
  "/** INSERT INTO incident */ const one = 1;",
  'const title = "Merge into CoinEx, for an update of the set";',
  "await client.query('UPDATE \"_prisma_migrations\" SET logs = NULL')",
])("%s does not", (text) => {
  expect(writesIn(source("lib/x.ts", text))).toEqual([]);
});

describe("who runs a function", () => {
  const FILE = "lib/desk/people/link-command.ts";
  const sees = (file: string, text: string) =>
    importersOf([source(file, text)], FILE, "makeLink").filter((other) => !mayRunUnguarded(other));

  test.each([
    ["app/desk/people/page.tsx", 'import { makeLink } from "@/lib/desk/people/link-command";'],
    [
      "app/x/route.ts",
      'import {\n  other,\n  makeLink as make,\n} from "@/lib/desk/people/link-command";',
    ],
    ["app/x/route.ts", 'import * as links from "@/lib/desk/people/link-command";'],
    ["app/x/route.ts", 'const { makeLink } = await import("@/lib/desk/people/link-command");'],
    ["components/desk/x.tsx", 'import { makeLink } from "../../lib/desk/people/link-command";'],
    ["proxy.ts", 'import { makeLink } from "./lib/desk/people/link-command";'],
    ["lib/desk/people/links.ts", 'export { makeLink } from "@/lib/desk/people/link-command";'],
    ["lib/desk/people/links.ts", 'export * from "./link-command";'],
    ["lib/desk/people/link-queries.ts", 'import { makeLink } from "./link-command.ts";'],
  ])("%s must not: %s", (file, text) => {
    expect(sees(file, text)).toEqual([file]);
  });

  test.each([
    ["lib/desk/people/people-commands.ts", 'import { makeLink } from "./link-command";'],
    [
      "lib/desk/people/join-command.ts",
      'import { makeLink } from "@/lib/desk/people/link-command";',
    ],
    ["scripts/running/people.mts", 'import { makeLink } from "@/lib/desk/people/link-command";'],
    ["app/x/page.tsx", 'import { other } from "@/lib/desk/people/link-command";'],
    ["app/x/page.tsx", 'import type { makeLink } from "@/lib/desk/people/link-command";'],
    ["app/x/page.tsx", 'import { type makeLink, other } from "@/lib/desk/people/link-command";'],
    ["app/x/page.tsx", 'import { makeLink } from "@/lib/desk/people/link";'],
  ])("%s may: %s", (file, text) => {
    expect(sees(file, text)).toEqual([]);
  });
});
