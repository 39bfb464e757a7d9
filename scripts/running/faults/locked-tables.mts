import pg from "pg";
import {
  allIsBack,
  answeredOrRefused,
  deskIsOpen,
  keptIsAnswered,
  newIsRefused,
  newViews,
  PERMANENT,
  type Readers,
} from "./answers.mjs";

/** Each table of the record and of the desk is kept from everybody in turn, while readers and editors go on. */
export async function everyTableLocked(url: string, readers: Readers): Promise<string[]> {
  const problems: string[] = [];
  for (const table of await tablesOf(url)) {
    const found = await whileLocked(url, table, async () => [
      ...(await keptIsAnswered(readers, 1, PERMANENT)),
      ...(await answeredOrRefused(readers, [
        ...newViews(),
        "/search?q=exchange",
        "/suggest",
        "/desk/sign-in",
        "/desk",
        "/desk/queue",
        "/desk/people",
      ])),
    ]);
    problems.push(...found.map((problem) => `${table} is locked: ${problem}`));
  }
  return [...problems, ...(await allIsBack(readers))];
}

async function tablesOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ name: string }>(
    `SELECT quote_ident(schemaname) || '.' || quote_ident(tablename) AS name FROM pg_tables
     WHERE schemaname IN ('public', 'desk') ORDER BY name`,
  );
  await client.end();
  return rows.map(({ name }) => name);
}

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
