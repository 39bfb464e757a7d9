import { createHash } from "node:crypto";
import pg from "pg";

/** What every visit moves. */
const PASSING = ["person_session", "attempt_count", "person_verification"];

/** A digest of all that the desk holds, and of the record's version: equal where nothing was changed. */
export async function deskDigest(): Promise<string> {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    const hash = createHash("sha256");
    const { rows: tables } = await client.query<{ name: string }>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'desk' ORDER BY 1",
    );
    for (const { name } of tables.filter((table) => !PASSING.includes(table.name))) {
      const { rows } = await client.query<{ digest: string }>(
        `SELECT md5(coalesce(string_agg(t::text, ';' ORDER BY t::text), '')) AS digest FROM desk."${name}" t`,
      );
      hash.update(`${name} ${rows[0]?.digest}\n`);
    }
    const { rows } = await client.query("SELECT max(number) AS version FROM dataset_version");
    return hash.update(`version ${rows[0].version}`).digest("hex");
  } finally {
    await client.end();
  }
}
