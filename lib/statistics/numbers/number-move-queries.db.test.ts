import { expect, test } from "vitest";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { latestMoves, MOVES_SHOWN } from "@/lib/statistics/numbers/number-move-queries";
import { incident, publishRecords, withdraw } from "@/testing/changes";
import { testDatabase } from "@/testing/database";

const RULE: NumberRule = {
  filters: { from: "2023-01-01", to: "2023-12-31" },
  measure: "gross",
  estimate: "best",
};

test("a number's latest moves say what moved it, newest first and no more than fit", async () => {
  const { db } = await testDatabase();
  await publishRecords(db, [incident("a"), incident("b")]);
  await publishRecords(db, [incident("elsewhere", { occurredOn: "2022-05-05" })]);
  await publishRecords(db, [incident("a", { lossUsd: 2_000_000 })]);
  await publishRecords(db, [incident("a", { lossUsd: 2_000_000, summary: "Told better." })]);
  await publishRecords(db, [incident("c"), incident("b", { lossUsd: 3_000_000 })]);
  await withdraw(db, "a", { retraction: "In doubt." });
  const told = (await latestMoves(db, 6, RULE)).map(({ version, before, after, parts }) => [
    version.number,
    after.amount - before.amount,
    parts.map(({ kind, incidents }) => `${kind} ${incidents}`),
  ]);
  expect(told).toEqual([
    [6, -2_000_000, ["retracted 1"]],
    [5, 3_000_000, ["added 1", "revised 1"]],
    [3, 1_000_000, ["revised 1"]],
    [1, 2_000_000, []],
  ]);
  for (let step = 1; step <= MOVES_SHOWN; step += 1)
    await publishRecords(db, [incident("b", { lossUsd: 3_000_000 + step })]);
  const latest = await latestMoves(db, 6 + MOVES_SHOWN, RULE);
  expect(latest.map(({ version }) => version.number)).toEqual(
    Array.from({ length: MOVES_SHOWN }, (_, index) => 6 + MOVES_SHOWN - index),
  );
});
