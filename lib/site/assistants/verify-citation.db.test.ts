import { expect, test } from "vitest";
import type { Database } from "@/lib/db/client";
import { publish } from "@/lib/record/publishing/publish-command";
import { findVersion } from "@/lib/record/versions/version-queries";
import { losses } from "@/lib/site/assistants/losses-queries";
import type { Tool } from "@/lib/site/assistants/tool-queries";
import { verifyCitation } from "@/lib/site/assistants/verify-citation-queries";
import { incident } from "@/testing/changes";
import { testDatabase } from "@/testing/database";
import { aCoverage, publicationOf } from "@/testing/records";

const ORIGIN = "https://lossline.example";

async function answerOf(db: Database, tool: Tool, given: Record<string, string>) {
  const version = await findVersion(db, 1);
  if (version === null) throw new Error("nothing is published");
  const at = { db, version, origin: ORIGIN };
  const answer = await tool.answer(at, new URLSearchParams(given));
  if (!answer.ok) throw new Error(JSON.stringify(answer));
  return { text: answer.text, data: answer.data as Record<string, unknown> };
}

test("counts, medians and another year's dollars are held against the record by their own rules", async () => {
  const { db } = await testDatabase();
  const amounts = [1_000_000, 3_000_000, 8_000_000];
  await publish(
    db,
    publicationOf({
      coverage: [aCoverage({ coveredThrough: "2024-12-31" })],
      incidents: amounts.map((lossUsd, place) =>
        incident(`theft-${place}`, { lossUsd, occurredOn: `2022-0${place + 1}-10` }),
      ),
    }),
    "Three",
  );
  const verified = async (citation: string) => {
    const { data } = await answerOf(db, verifyCitation, { citation });
    return data;
  };
  const medians = `${ORIGIN}/api/v1/stats?from=2022-01-01&to=2022-12-31&measure=median&version=1`;
  expect(await verified(`A median of $3m, ${medians}`)).toMatchObject({
    agrees: true,
    amount_usd: 3_000_000,
    incidents: 3,
  });
  expect(await verified(`A median of $4m, ${medians}`)).toMatchObject({ agrees: false });
  // What a chart of medians shows is no sum.
  const chart = "/v/1/charts/monthly?measure=median&year=2022";
  expect(await verified(`$12m, ${chart}`)).toMatchObject({ agrees: false, amount_usd: 3_000_000 });
  const own = await answerOf(db, losses, {
    from: "2022-01-01",
    to: "2022-12-31",
    dollars: "2015",
  });
  expect(own.data.amount).not.toBe(12_000_000);
  expect(await verified(own.text.split("\n")[0] ?? "")).toMatchObject({
    agrees: true,
    amount_usd: own.data.amount,
  });
  const number = "/v/1/number?from=2022-01-01&to=2022-12-31";
  expect(await verified(`3 thefts, ${number}`)).toMatchObject({ agrees: true, incidents: 3 });
  expect(await verified(`4 thefts came to $12m, ${number}`)).toMatchObject({
    agrees: false,
    amounts: [{ agrees: true }],
    counts: [{ said: "4 thefts", agrees: false }],
  });
  // What stands before a number is read with it.
  for (const [said, agrees] of [
    ["About 3 thefts", true],
    ["More than 2 thefts, nearly $12m", true],
    ["More than 3 thefts", false],
    ["Some 3 thefts of more than $11m", true],
    ["At least $13m", false],
  ] as const)
    expect(await verified(`${said}, ${number}`), said).toMatchObject({ agrees });
});
