import { randomBytes } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import pg from "pg";
import { startNativePostgres } from "./native-postgres.mjs";
import { loadDataset } from "./temporary-database.mjs";
import { freePort, type RunningWeb, startWeb } from "./web.mjs";

// What readers are answered while the database cannot be asked: what is kept as if nothing were, everything else soon
// and with a status that says to come back; and all of it again as soon as it can be asked.

interface FaultOutcome {
  name: string;
  /** In sentences; none where all is as promised. */
  problems: string[];
}

interface Answer {
  path: string;
  status: number;
  /** Milliseconds until it was there whole. */
  took: number;
  headers: Headers;
  text: string;
}

/** Within how many milliseconds those are answered who are answered from memory, and who are refused. */
const KEPT_WITHIN = 1_500;
const REFUSED_WITHIN = 3_000;
/** How soon new views are there again after the database is. */
const BACK_WITHIN = 8_000;

/** Of each kind of answer one that is asked for before, so that it is kept. */
const KEPT = [
  "/",
  "/incidents/coinex-2023-09",
  "/charts/monthly?year=2023",
  "/v/1/periods/2023-08",
  "/v/1/charts/monthly.png?year=2023",
  "/v/1/charts/monthly.csv?year=2023",
  "/feeds/versions.atom",
];

/** Views that nobody has asked for before: another each time. */
let asked = 0;
const newViews = () => {
  asked += 1;
  return [
    `/charts/largest?top=${3 + (asked % 40)}&year=${2011 + (asked % 14)}`,
    `/incidents?q=new${asked}`,
    `/v/1/charts/monthly.svg?year=2022&headline=new${asked}`,
    `/oembed?url=/charts/monthly%3Fyear%3D2021%26least%3D${asked}`,
  ];
};

/** Breaks one thing after the other, and looks at the answers meanwhile and afterwards. */
export async function faultOutcomes(): Promise<FaultOutcome[]> {
  const server = await startNativePostgres();
  let web: RunningWeb | null = null;
  try {
    await loadDataset(server.url);
    const port = await freePort();
    const secret = randomBytes(32).toString("hex");
    web = await startWeb({ port, databaseUrl: server.url, secret, quiet: true });
    const readers = new Readers(web.address);
    for (const path of KEPT) await readers.ask(path);
    const outcomes: FaultOutcome[] = [];
    outcomes.push({
      name: "a thousand new views are asked for at once",
      problems: await askedTooMuch(readers, web).then(async (problems) => [
        ...problems,
        ...(await allIsBack(readers)),
      ]),
    });
    for (const table of ["incident_revision", "dataset_version"])
      outcomes.push({
        name: `the table ${table} is locked`,
        problems: await whileLocked(server.url, table, async () => [
          ...(await keptIsAnswered(readers)),
          ...(await newIsRefused(readers)),
          ...(await deskIsOpen(readers)),
        ]).then(async (problems) => [...problems, ...(await allIsBack(readers))]),
      });
    await server.kill();
    outcomes.push({
      name: "the database was killed",
      problems: [
        ...(await keptIsAnswered(readers)),
        ...(await newIsRefused(readers)),
        ...(await refusedSoon(readers, ["/desk/sign-in"])),
        ...(await server.startAgain().then(() => allIsBack(readers))),
      ],
    });
    outcomes.push({
      name: "the database takes what it is asked, and never answers",
      problems: await whileFrozen(server, async () => [
        ...(await keptIsAnswered(readers)),
        ...(await newIsRefused(readers)),
        ...(await refusedSoon(readers, ["/desk/sign-in"])),
      ]).then(async (problems) => [...problems, ...(await allIsBack(readers))]),
    });
    await web.stop();
    web = null;
    await server.kill();
    outcomes.push({
      name: "a web process that is asked all the time starts before the database",
      problems: await startedBefore(server, { port: await freePort(), secret }),
    });
    return outcomes;
  } finally {
    await web?.stop();
    await server.stop();
  }
}

/** So many new views, and large pictures beside them, are asked for at once. */
const TOO_MANY = { views: 1_000, pictures: 50 };
/**
 * The largest that the process may get meanwhile, in megabytes: two to three times what it gets, and less than the
 * 1,900 that it got when nobody was turned away.
 */
const LARGEST_MEMORY = 1_536;

/** Asks for more at once than can be made: some of it is made, the rest is turned away, and what is kept is there all the while. */
async function askedTooMuch(readers: Readers, web: RunningWeb): Promise<string[]> {
  const paths = [
    ...Array.from(
      { length: TOO_MANY.views },
      (_, view) => `/charts/largest?top=${3 + (view % 40)}&least=${1_000 + view}`,
    ),
    ...Array.from(
      { length: TOO_MANY.pictures },
      (_, picture) => `/charts/monthly.png?scale=4&shape=story&least=${1_000 + picture}`,
    ),
  ];
  const [answers, kept] = await Promise.all([
    Promise.all(
      paths.map((path) =>
        readers.ask(path).catch((error: Error): string => `${path} was cut off: ${error.message}`),
      ),
    ),
    // Once those who were turned away have been told so, which takes a moment for a thousand.
    wait(2_000).then(() => keptIsAnswered(readers)),
  ]);
  const whole = answers.filter((answer) => typeof answer !== "string");
  const refused = whole.filter(({ status }) => status === 503);
  const memory = web.peakMemory();
  return [
    ...answers.filter((answer) => typeof answer === "string").slice(0, 5),
    ...whole
      .filter(({ status }) => status !== 200 && status !== 503)
      .map((answer) => `${answer.path} ${said(answer)}`),
    ...refused
      .filter(({ headers }) => !headers.has("retry-after"))
      .map(({ path }) => `${path} does not say when to come back`),
    ...(refused.length > 0 ? [] : ["nobody was turned away"]),
    ...(refused.length < paths.length ? [] : ["everybody was turned away"]),
    ...kept,
    ...(memory === null || memory <= LARGEST_MEMORY ? [] : [`it took ${Math.round(memory)} MB`]),
  ];
}

/** For how many milliseconds the database is missed by a web process that has never seen it. */
const MISSED = 5_000;

/** Starts the web process while the database is away, and has it asked without a pause until it is there again. */
async function startedBefore(
  server: { url: string; startAgain(): Promise<void> },
  { port, secret }: { port: number; secret: string },
): Promise<string[]> {
  const starting = startWeb({ port, databaseUrl: server.url, secret, quiet: true }).catch(
    (error: Error) => error,
  );
  let isAsking = true;
  const asking = (async () => {
    while (isAsking) {
      await fetch(`http://localhost:${port}/`).catch(() => undefined);
      await wait(50);
    }
  })();
  try {
    await wait(MISSED);
    await server.startAgain();
    const late = "late" as const;
    const web = await Promise.race([starting, wait(BACK_WITHIN, late, { ref: false })]);
    if (web === late)
      return [`it answers with nothing ${BACK_WITHIN} ms after the database is there`];
    return web instanceof Error ? [web.message] : [];
  } finally {
    isAsking = false;
    await asking;
    const web = await starting;
    if (!(web instanceof Error)) await web.stop();
  }
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

/** Does something while every process of the server stands still. */
async function whileFrozen<T>(
  server: { url: string; pid(): number },
  work: () => Promise<T>,
): Promise<T> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("SELECT pid FROM pg_stat_activity");
  await client.end();
  const pids = [server.pid(), ...rows.map(({ pid }) => pid)];
  const signal = (name: NodeJS.Signals) => {
    for (const pid of pids) {
      try {
        process.kill(pid, name);
      } catch {
        // It has ended meanwhile.
      }
    }
  };
  signal("SIGSTOP");
  try {
    return await work();
  } finally {
    signal("SIGCONT");
  }
}

class Readers {
  constructor(private readonly base: string) {}

  async ask(path: string): Promise<Answer> {
    const start = performance.now();
    const response = await fetch(this.base + path, { signal: AbortSignal.timeout(60_000) });
    const text = await response.text();
    const { status, headers } = response;
    return { path, status, headers, text, took: performance.now() - start };
  }

  askAll(paths: readonly string[]): Promise<Answer[]> {
    return Promise.all(paths.map((path) => this.ask(path)));
  }
}

/** Asked until long after what is known of the newest version has run out; at last it must say so. */
async function keptIsAnswered(readers: Readers): Promise<string[]> {
  const problems: string[] = [];
  for (let round = 0; round < 6; round++) {
    for (const answer of await readers.askAll(KEPT)) {
      if (answer.status !== 200) problems.push(`${answer.path} is kept, and ${said(answer)}`);
      if (answer.took > KEPT_WITHIN)
        problems.push(`${answer.path} is kept, and took ${late(answer)}`);
    }
    await wait(400);
  }
  return problems;
}

function newIsRefused(readers: Readers): Promise<string[]> {
  return refusedSoon(readers, [...newViews(), ...newViews(), ...newViews()]);
}

async function refusedSoon(readers: Readers, paths: readonly string[]): Promise<string[]> {
  const answers = await readers.askAll(paths);
  return answers.flatMap((answer) => [
    ...(answer.status === 503 ? [] : [`${answer.path} cannot be answered, and ${said(answer)}`]),
    ...(answer.headers.has("retry-after") ? [] : [`${answer.path} does not say when to come back`]),
    ...(answer.text === "" ? [`${answer.path} is answered with nothing`] : []),
    ...(answer.took > REFUSED_WITHIN ? [`${answer.path} was refused after ${late(answer)}`] : []),
  ]);
}

/** The desk's tables are not those that are locked. */
async function deskIsOpen(readers: Readers): Promise<string[]> {
  const answers = await readers.askAll(["/desk/sign-in", "/desk/sign-in", "/desk/sign-in"]);
  return answers.flatMap((answer) =>
    answer.status === 200 && answer.took < REFUSED_WITHIN
      ? []
      : [`${answer.path} ${said(answer)} after ${late(answer)}`],
  );
}

async function allIsBack(readers: Readers): Promise<string[]> {
  const end = performance.now() + BACK_WITHIN;
  let missing: Answer[] = [];
  do {
    const answers = await readers.askAll([...KEPT, ...newViews(), "/desk/sign-in"]);
    missing = answers.filter(
      ({ status, headers }) =>
        status !== 200 || headers.get("cache-status")?.includes("detail") === true,
    );
    if (missing.length === 0) return [];
    await wait(300);
  } while (performance.now() < end);
  return missing.map((answer) => `${answer.path} ${said(answer)} though the database is back`);
}

const said = ({ status }: Answer) => `answered ${status}`;
const late = ({ took }: Answer) => `${Math.round(took)} ms`;
