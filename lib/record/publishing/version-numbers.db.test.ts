import type pg from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { connectTo, errorOf } from "@/testing/attempts";
import { testDatabase } from "@/testing/database";
import { Rows } from "@/testing/rows";

const GAP = "dataset_version_without_gaps";
const FORGED = "dataset_version_own_transaction";

let client: pg.Client;
let rows: Rows;
let url: string;
beforeAll(async () => {
  url = (await testDatabase()).url;
  client = await connectTo(url);
  rows = new Rows(client);
});

/** What refuses versions of these numbers, one after the other in one transaction. */
const errorOfVersions = (...numbers: number[]) =>
  errorOf(client, async () => {
    for (const number of numbers) await rows.version(number);
  });

describe("version numbers", () => {
  test("start at one and go on without a gap", async () => {
    expect(await errorOfVersions(1)).toBeNull();
    expect(await errorOfVersions(1, 2, 3)).toBeNull();
  });

  test.each(
    [[0], [2], [-1], [1, 1], [1, 0], [1, 3], [1, 2, 4], [1, 2, 2], [1, 2_147_483_647]].map(
      (numbers) => ({ numbers }),
    ),
  )("never go $numbers", async ({ numbers }) => {
    expect(await errorOfVersions(...numbers)).toBe(GAP);
  });

  test("are never missing", async () => {
    const unnumbered = () => rows.insert("dataset_version", { number: null, note: "A test" });
    expect(await errorOf(client, unnumbered)).toBe("23502");
  });

  test("taken by a transaction that is undone are taken again", async () => {
    expect(await errorOfVersions(1)).toBeNull();
    expect(await errorOfVersions(1)).toBeNull();
    const savepoint = errorOf(client, async () => {
      await client.query("SAVEPOINT before");
      await rows.version(1);
      await client.query("ROLLBACK TO before");
      await rows.version(1);
    });
    expect(await savepoint).toBeNull();
  });

  test("are given to one of two transactions that want the same", async () => {
    const fresh = (await testDatabase()).url;
    const clients = await Promise.all([1, 2, 3, 4].map(() => connectTo(fresh)));
    const attempts = await Promise.allSettled(
      clients.map(async (own) => {
        await own.query("BEGIN");
        try {
          await new Rows(own).version(1);
        } finally {
          await own.query("COMMIT"); // which undoes it where it failed
        }
      }),
    );
    expect(attempts.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });
});

describe("the transaction that publishes a version", () => {
  test("is its own", async () => {
    const own = errorOf(client, async () => {
      await client.query(
        "INSERT INTO dataset_version (number, note, transaction_id) VALUES (1, 'A test', pg_current_xact_id())",
      );
    });
    expect(await own).toBeNull();
  });

  test.each([
    ["a past one", "'3'::xid8", FORGED],
    ["the next one", "(pg_current_xact_id()::text::bigint + 1)::text::xid8", FORGED],
    ["a far one", "'18446744073709551615'::xid8", FORGED],
    ["none", "NULL", "23502"],
  ])("cannot be %s", async (_, transaction, errorFor) => {
    const forged = () =>
      client.query(
        `INSERT INTO dataset_version (number, note, transaction_id) VALUES (1, 'A test', ${transaction})`,
      );
    expect(await errorOf(client, forged)).toBe(errorFor);
  });

  test("ends with the version: no later one can add to it", async () => {
    const fresh = await connectTo((await testDatabase()).url);
    const later = new Rows(fresh);
    await later.version(1); // its own transaction, ended at once
    expect(await errorOf(fresh, () => later.versioned("incident_revision"))).toBe(
      "record_append_only",
    );
  });
});
