import pg from "pg";
import { onTestFinished, TestRunner } from "vitest";

/** A connection of plain SQL, closed when the test ends, or the file where `beforeAll` asks for it. */
export async function connectTo(url: string): Promise<pg.Client> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  if (TestRunner.getCurrentTest() === undefined) open.push(client);
  else onTestFinished(() => client.end());
  return client;
}

const open: pg.Client[] = [];

/** Closes what a file's `beforeAll` opened; called once each file has ended. */
export async function closeOfFile(): Promise<void> {
  for (const client of open.splice(0)) await client.end();
}

/**
 * Attempts something in a transaction that is then undone.
 * @returns the constraint that refused it, or the error's code where none did; null where it was accepted
 */
export async function errorOf(
  client: pg.Client,
  attempt: () => Promise<unknown>,
): Promise<string | null> {
  await client.query("BEGIN");
  try {
    await attempt();
    return null;
  } catch (error) {
    if (error instanceof pg.DatabaseError) return error.constraint ?? error.code ?? error.message;
    throw error;
  } finally {
    await client.query("ROLLBACK");
  }
}
