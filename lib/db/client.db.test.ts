import { expect, test } from "vitest";
import { testDatabase } from "@/testing/database";

test("no query is compiled by the server first", async () => {
  const { db } = await testDatabase();
  expect(await db.$queryRaw`SELECT current_setting('jit') AS jit`).toEqual([{ jit: "off" }]);
});
