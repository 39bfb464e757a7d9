import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type EmbeddedDatabase, openEmbedded } from "@/lib/db/embedded";

let embedded: EmbeddedDatabase;
beforeAll(async () => {
  embedded = await openEmbedded();
});
afterAll(() => embedded.close());

async function connect(): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: embedded.url });
  client.on("error", () => {}); // a destroyed connection says so
  await client.connect();
  return client;
}

/** Ends a connection as a killed process would. */
function cut(client: pg.Client): void {
  (
    client as unknown as { connection: { stream: { destroy(): void } } }
  ).connection.stream.destroy();
}

describe("one session for many clients", () => {
  test("keeps transactions and parameterised queries of ten clients apart", async () => {
    const wrong: string[] = [];
    await Promise.all(
      Array.from({ length: 10 }, async (_, who) => {
        const client = await connect();
        for (let round = 0; round < 40; round++) {
          const inTransaction = who % 2 === 0;
          if (inTransaction) await client.query("BEGIN");
          const long = "x".repeat(round % 8 === 0 ? 200_000 : 1);
          const { rows } = await client.query(
            `SELECT $1::int + ${who} AS sum_${who}, $2::text AS t`,
            [round, long],
          );
          if (rows[0]?.[`sum_${who}`] !== round + who || rows[0]?.t !== long)
            wrong.push(`${who}/${round}`);
          if (inTransaction) await client.query(round % 2 === 0 ? "COMMIT" : "ROLLBACK");
        }
        await client.end();
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("rolls back what a client leaves open when its connection is cut", async () => {
    const leaver = await connect();
    await leaver.query("CREATE TABLE left_open (n int)");
    await leaver.query("BEGIN");
    await leaver.query("INSERT INTO left_open VALUES (1)");
    const arriving = connect(); // waits for the end of the transaction
    cut(leaver);
    const other = await arriving;
    const { rows } = await other.query("SELECT count(*)::int AS n FROM left_open");
    expect(rows).toEqual([{ n: 0 }]);
    await other.end();
  });

  test("goes on when connections are cut in the middle of a query", async () => {
    for (let round = 0; round < 10; round++) {
      const leaver = await connect();
      leaver.query("SELECT $1::int", [round]).catch(() => {}); // nobody hears the answer
      setImmediate(() => cut(leaver));
    }
    const other = await connect();
    expect((await other.query("SELECT $1::int AS n", [7])).rows).toEqual([{ n: 7 }]);
    await other.end();
  });

  test("an error ends the client's own statement only", async () => {
    const [one, two] = [await connect(), await connect()];
    const outcomes = await Promise.allSettled([
      one.query("SELECT 1 / $1::int", [0]),
      two.query("SELECT $1::int AS n", [2]),
      one.query("SELECT $1::int AS n", [1]),
    ]);
    expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "fulfilled", "fulfilled"]);
    await one.end();
    await two.end();
  });
});

test("nobody comes in without the password", async () => {
  const url = new URL(embedded.url);
  url.password = "guess";
  const client = new pg.Client({ connectionString: url.href });
  await expect(client.connect()).rejects.toThrow("password authentication failed");
});
