import pg from "pg";

// What whoever owns a database can do to it, past every guard.

/** Has every incident say something else than it was published with. */
export function rewriteRecord(url: string): Promise<void> {
  return rewrite(url, "UPDATE incident_revision SET summary = summary || ' Rewritten.'");
}

/** Puts other digests into leaves of the log. */
export function rewriteLeaves(url: string): Promise<void> {
  return rewrite(
    url,
    "UPDATE log_leaf SET sha256 = encode(sha256(sha256::bytea), 'hex') WHERE leaf_index % 50 = 7",
  );
}

async function rewrite(url: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(`BEGIN; SET LOCAL session_replication_role = replica; ${statement}; COMMIT`);
  } finally {
    await client.end();
  }
}
