import pg from "pg";

/**
 * Makes somebody the only one who may review: everybody else's access is ended in the database, so that no journey's
 * browser loses its session.
 * @returns what gives it back to them
 */
export async function makeOnlyEditor(email: string): Promise<() => Promise<void>> {
  const { rows } = await ask<{ id: string }>(
    `UPDATE desk.person SET deactivated_at = now()
     WHERE email <> $1 AND role IN ('editor', 'admin') AND deactivated_at IS NULL RETURNING id`,
    [email],
  );
  const others = rows.map(({ id }) => id);
  return async () => {
    await ask("UPDATE desk.person SET deactivated_at = NULL WHERE id = ANY ($1)", [others]);
  };
}

async function ask<Row extends pg.QueryResultRow>(sql: string, values: unknown[]) {
  const client = new pg.Client({ connectionString: process.env.DATABASE_URL });
  await client.connect();
  try {
    return await client.query<Row>(sql, values);
  } finally {
    await client.end();
  }
}
