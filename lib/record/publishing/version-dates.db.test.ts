import { expect, test } from "vitest";
import { lockVersions, publish } from "@/lib/record/publishing/publish-command";
import { testDatabase } from "@/testing/database";
import { anIncident, publicationOf } from "@/testing/records";

test("a version is never older than the one before it, whatever the clock says", async () => {
  const { db } = await testDatabase();
  // As a server dated it whose clock was a year ahead, before it was set right.
  await db.$executeRaw`INSERT INTO dataset_version (number, note, published_at)
    VALUES (1, 'A test', now() + interval '1 year')`;
  for (const slug of ["first", "second"])
    await publish(db, publicationOf({ incidents: [anIncident({ slug })] }), "A test");
  const dated = await db.datasetVersion.findMany({ orderBy: { number: "asc" } });
  expect(dated.map(({ number }) => number)).toEqual([1, 2, 3]);
  const times = dated.map(({ publishedAt }) => publishedAt.getTime());
  expect(times).toEqual([...times].sort((a, b) => a - b));
});

test("whoever waits for their turn to publish waits for nothing else longer than they did", async () => {
  const { db } = await testDatabase();
  for (const before of ["1500ms", "0"]) {
    const after = await db.$transaction(async (transaction) => {
      await transaction.$queryRaw`SELECT set_config('lock_timeout', ${before}, true)`;
      await lockVersions(transaction);
      return transaction.$queryRaw<
        [{ wait: string }]
      >`SELECT current_setting('lock_timeout') AS wait`;
    });
    expect(after[0].wait).toBe(before);
  }
});
