import pg from "pg";
import { allIsBack, deskIsOpen, keptIsAnswered, newIsRefused, type Readers } from "./answers.mjs";

/** The same for a table that somebody else keeps. */
export async function lockedTable(url: string, table: string, readers: Readers): Promise<string[]> {
  const problems = await whileLocked(url, table, async () => [
    ...(await keptIsAnswered(readers)),
    ...(await newIsRefused(readers)),
    ...(await deskIsOpen(readers)),
  ]);
  return [...problems, ...(await allIsBack(readers))];
}

/** Does something while a table is kept from everybody. */
async function whileLocked<T>(url: string, table: string, work: () => Promise<T>): Promise<T> {
  const keeper = new pg.Client({ connectionString: url });
  await keeper.connect();
  try {
    await keeper.query(`BEGIN; LOCK ${table} IN ACCESS EXCLUSIVE MODE`);
    return await work();
  } finally {
    await keeper.end();
  }
}
