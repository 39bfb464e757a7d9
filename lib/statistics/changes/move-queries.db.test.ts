import { expect, test } from "vitest";
import { findVersion, versionsAfter } from "@/lib/record/versions/version-queries";
import { citationFeed, versionsFeed } from "@/lib/site/feeds/record-feeds";
import { movesSince } from "@/lib/statistics/changes/move-queries";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { describeRule } from "@/lib/statistics/changes/rule-text";
import { actor, attributedTo, incident, publishRecords, withdraw } from "@/testing/changes";
import { testDatabase } from "@/testing/database";

const RULE: NumberRule = {
  filters: { from: "2023-01-01", to: "2023-12-31" },
  measure: "gross",
  estimate: "best",
};

test("every later version that moved a figure is found, and no other", async () => {
  const { db } = await testDatabase();
  await publishRecords(
    db,
    [incident("a"), incident("b", { attributions: [attributedTo("part")] })],
    [actor("whole"), actor("part")],
  );
  await publishRecords(db, [incident("elsewhere", { occurredOn: "2022-05-05" })]);
  await publishRecords(db, [incident("a", { lossUsd: 2_000_000 })]);
  await publishRecords(db, [incident("a", { lossUsd: 2_000_000, summary: "Told better." })]);
  await withdraw(db, "a", { retraction: "In doubt." });
  await publishRecords(db, [], [actor("part", "whole")]);
  await publishRecords(db, [incident("unknown", { lossUsd: null })]);
  const moves = async (rule: NumberRule, version = 1, newest = 7) =>
    (await movesSince(db, { version, rule }, newest)).map(({ version, before, after }) => [
      version.number,
      before.exact,
      after.exact,
    ]);
  expect(await moves(RULE)).toEqual([
    [7, "1000000.00", "1000000.00"],
    [5, "3000000.00", "1000000.00"],
    [3, "2000000.00", "3000000.00"],
  ]);
  expect(await moves(RULE, 3, 6)).toEqual([[5, "3000000.00", "1000000.00"]]);
  expect(await moves({ ...RULE, filters: { ...RULE.filters, actor: "whole" } })).toEqual([
    [6, "0", "1000000.00"],
  ]);
  expect(await moves({ ...RULE, filters: { category: "phishing" } })).toEqual([]);

  const first = await findVersion(db, 1);
  if (first === null) throw new Error("no version 1");
  const cited = { version: 1, rule: RULE };
  const write = async (base: string) =>
    citationFeed(cited, first, await movesSince(db, cited, 7), describeRule(RULE), {
      first,
      shown: first,
      base,
    });
  const feed = await write("https://lossline.example");
  expect(feed).toBe(await write("https://lossline.example"));
  expect(feed.match(/<entry>/g)).toHaveLength(3);
  expect(feed).toContain("<title>Version 5: $1.00m (−$2.00m)</title>");
  expect(feed).toContain("<title>Version 7: still $1.00m, of other incidents</title>");
  expect(feed).toContain(
    'href="https://lossline.example/changes?from=4&amp;to=5&amp;year=2023&amp;through=2023-12-31"',
  );
  const ids = (text: string) => text.match(/urn:uuid:[0-9a-f-]+/g);
  expect(new Set(ids(feed)).size).toBe(4);
  expect(ids(await write(""))).toEqual(ids(feed));

  const versions = versionsFeed(await versionsAfter(db, 0, 7), { first, shown: first, base: "" });
  expect(versions.match(/<entry>/g)).toHaveLength(7);
  expect(versions).toContain('href="/v/5/changes"');
});
