import { beforeAll, expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import type { Person } from "@/lib/desk/access/access";
import { audit } from "@/lib/desk/access/guarded-command";
import { AUDIT_PAGE, auditLines, NOBODY } from "@/lib/desk/people/audit-queries";
import { testDatabase } from "@/testing/database";
import { testPerson } from "@/testing/people";

let db: Database;
let ann: Person;
beforeAll(async () => {
  ({ db } = await testDatabase());
  ann = await testPerson(db, "editor", "Ann");
  for (let line = 0; line < AUDIT_PAGE + 5; line++) {
    await audit(db, ann, "proposal.write", `proposal ${line}`, "saved");
  }
  await audit(db, null, "suggestion.send", "suggestion 1");
});

const lines = (filter: Partial<Parameters<typeof auditLines>[1]>) =>
  auditLines(db, { personId: null, action: null, page: 1, ...filter });

test("the newest come first, a page at a time", async () => {
  const first = await lines({});
  expect(first.lines).toHaveLength(AUDIT_PAGE);
  expect(first.lines[0]).toMatchObject({ who: null, subject: "suggestion 1", detail: "" });
  expect(first.lines[1]).toMatchObject({ who: "Ann", subject: `proposal ${AUDIT_PAGE + 4}` });
  expect(first.pages).toBe(2);
  const second = await lines({ page: 2 });
  // With Ann's invitation and her joining.
  expect(second.lines).toHaveLength(first.count - AUDIT_PAGE);
  expect((await lines({ page: 3 })).lines).toEqual([]);
});

test("the list is held to somebody, or to an action", async () => {
  expect((await lines({ personId: ann.id, action: "link.use" })).lines).toMatchObject([
    { who: "Ann", detail: "joined as editor" },
  ]);
  expect((await lines({ personId: NOBODY, action: "suggestion.send" })).lines).toMatchObject([
    { who: null, subject: "suggestion 1" },
  ]);
  expect((await lines({ personId: NOBODY })).lines.map(({ who }) => who)).not.toContain("Ann");
  expect(await lines({ personId: ann.id, action: "import.run" })).toMatchObject({
    lines: [],
    count: 0,
    pages: 1,
  });
});
