import { beforeAll, expect, test } from "vitest";
import { findDuplicates } from "@/lib/desk/duplicates/duplicate-queries";
import { checkTyped } from "@/lib/desk/proposals/check-queries";
import { publish } from "@/lib/record/publishing/publish-command";
import { type TestDatabase, testDatabase } from "@/testing/database";
import { anIncident, aTarget, aTransaction, publicationOf } from "@/testing/records";

let db: TestDatabase["db"];
beforeAll(async () => {
  ({ db } = await testDatabase());
  await publish(
    db,
    publicationOf({
      targets: [
        aTarget({
          slug: "htx",
          name: "HTX",
          aliases: ["火币"],
          formerly: ["Huobi", "Huobi Global"],
        }),
        aTarget({ slug: "m2", name: "M2" }),
      ],
      incidents: [
        anIncident({
          slug: "htx-2023-09",
          name: "HTX hot-wallet theft",
          target: "HTX",
          occurredOn: "2023-09-24",
          lossUsd: 7_900_000,
          transactions: [aTransaction()],
        }),
        anIncident({
          slug: "m2-2024-10",
          name: "M2 hot-wallet theft",
          target: "M2",
          occurredOn: "2024-10-31",
          lossUsd: 13_700_000,
        }),
      ],
    }),
    "Two",
  );
});

const found = async (typed: Record<string, string>) =>
  (await findDuplicates(db, typed, null)).map(({ of, mustBeAnswered }) => [
    of.where === "record" ? of.slug : of.where,
    mustBeAnswered,
  ]);

test.each(["Huobi", "huobi global", "火币", "Huobi hot wallet", "HTX (formerly Huobi)"])(
  "a theft at %s is found under the name that the record has",
  async (target) => {
    expect(await found({ target, occurredOn: "2023-09-24" })).toEqual([["htx-2023-09", true]]);
    expect(await found({ target, occurredOn: "2023-09-26" })).toEqual([["htx-2023-09", false]]);
  },
);

test("what stands in brackets does not hide a target", async () => {
  expect(await found({ target: "M2 exchange (UAE)", occurredOn: "2024-10-31" })).toEqual([
    ["m2-2024-10", true],
  ]);
});

test("a large sum within ten days has to be answered, whatever the target is called", async () => {
  const sum = { target: "Nobody’s exchange", lossUsd: "$13.7m" };
  expect(await found({ ...sum, occurredOn: "2024-11-09" })).toEqual([["m2-2024-10", true]]);
  expect(await found({ ...sum, occurredOn: "2024-11-12" })).toEqual([]);
  // Small sums are equal by chance.
  expect(await found({ target: "Nobody", lossUsd: "7.9m", occurredOn: "2023-09-30" })).toEqual([]);
});

test("a transaction tells by itself, on whatever chain it was filed", async () => {
  const { hash } = aTransaction();
  const typed = {
    target: "Another name",
    transactions: [
      { chain: "bsc", hash: hash.toUpperCase().replace("0X", "0x"), role: "", source: "" },
    ],
  };
  expect((await findDuplicates(db, typed, null)).map(({ reasons }) => reasons)).toEqual([
    [expect.stringMatching(/names the same transaction [0-9a-f]{8}…/)],
  ]);
});

test("nobody hands in what looks like a theft of the record without saying that it is another", async () => {
  const content = { target: "Huobi", occurredOn: "2023-09-24" };
  const draft = { kind: "incident" as const, recordId: null, authorId: null, note: "" };
  const asked = (await checkTyped(db, { ...draft, content })).filter(({ question }) => question);
  expect(asked.map(({ message }) => message)).toContainEqual(
    expect.stringMatching(
      /^It looks like “HTX hot-wallet theft” \(24 September 2023\): .*another theft\?$/,
    ),
  );
  // Of a revision nobody is asked again.
  const row = await db.incidentRevision.findFirstOrThrow({ where: { slug: "htx-2023-09" } });
  const own = await checkTyped(db, { ...draft, recordId: row.incidentId, content });
  expect(own.filter(({ message }) => message.startsWith("It looks like"))).toEqual([]);
});
