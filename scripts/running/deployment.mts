import { setTimeout as wait } from "node:timers/promises";
import { applyMigrations } from "@/lib/db/migrate";
import { changedFiles } from "./changed-files.mjs";
import { readByDockerCompose } from "./compose-file.mjs";
import { setUpPath } from "./crash.mjs";
import { CrashWriters, faultsOf } from "./crash-writers.mjs";
import { DeploymentStack } from "./deployment-stack.mjs";
import { type Read, whileReading } from "./steady-readers.mjs";
import { readBySystemd } from "./systemd-units.mjs";

// Journeys through nginx, two web processes, PgBouncer, a primary and its standby, all of them as deploy/ has them; then one
// after the other is killed outright while fifty read.

interface DeploymentOutcome {
  name: string;
  /** In sentences; none where all is as promised. */
  problems: string[];
  /** What was counted or measured. */
  said: string;
}

type Journey = (
  stack: DeploymentStack,
  writers: CrashWriters,
) => Promise<Omit<DeploymentOutcome, "name">>;

/** Within how many milliseconds a publication is seen everywhere: what is promised of shared caches. */
const SEEN_WITHIN = 2_000;

/** What is asked for before, so that it is kept; and what nobody has asked for. */
const KEPT = [
  "/",
  "/incidents",
  "/methodology",
  "/version.json",
  "/v/1",
  "/v/1/incidents",
  "/charts/monthly.svg",
];
let views = 0;
const newView = () => `/incidents?least=${1_000 + views++}`;
/** What is kept, and now and then what is not: rendering takes a tenth of a second of a processor. */
const mixed = () => (Math.random() < 0.05 ? [newView()] : KEPT);

const JOURNEYS: [name: string, run: Journey][] = [
  ["TLS, one host, and bodies within bounds", edges],
  ["what is published is seen at both processes and through the cache", seenEverywhere],
  ["however many read, one asks the program", oneAsks],
  ["nothing of the desk is kept", deskIsPrivate],
  ["a cache is purged while it runs", purged],
  ["readers' limits stay with readers in the pooler", limitsStay],
  ["a standby that lags ten versions", lagging],
  ["the pooler is killed", poolerKilled],
  ["a web process is killed", webKilled],
  ["both web processes are killed", bothWebsKilled],
  ["the primary is killed while it is written to, and the standby promoted", primaryKilled],
];

/** Starts all of it, and runs the journeys one after the other. */
export async function deploymentOutcomes(): Promise<DeploymentOutcome[]> {
  const outcomes: DeploymentOutcome[] = [
    { name: "docker-compose reads deploy/compose.yaml", ...(await readByDockerCompose()) },
    { name: "systemd reads the units of deploy/systemd", ...readBySystemd() },
  ];
  const stack = new DeploymentStack();
  const changed = changedFiles();
  try {
    await stack.startDatabase();
    // Through the pooler, as the processes of deploy/ do.
    await applyMigrations(stack.url());
    await stack.startWebs();
    const writers = new CrashWriters(stack.base, await setUpPath(stack.url()), stack.fetch);
    await writers.join();
    await writers.publishOne();
    await keepAll(stack);
    for (const [name, run] of JOURNEYS) {
      const begun = performance.now();
      const { problems, said } = await run(stack, writers).catch((error: unknown) => ({
        problems: [error instanceof Error ? (error.stack ?? error.message) : String(error)],
        said: "",
      }));
      const took = `${((performance.now() - begun) / 1_000).toFixed(1)} s`;
      outcomes.push({ name, problems, said: said === "" ? took : `${said}; ${took}` });
    }
    const written = changed();
    outcomes.push({
      name: "nothing is written below the code's folder",
      problems: written.map((file) => `${file} was written`),
      said: "",
    });
    return outcomes;
  } finally {
    stack.end();
  }
}

const through = (stack: DeploymentStack) => (path: string) =>
  stack.fetch(stack.base + path, { signal: AbortSignal.timeout(20_000) });

async function keepAll(stack: DeploymentStack): Promise<void> {
  const ask = through(stack);
  for (const path of KEPT) {
    const end = performance.now() + 10_000;
    // The first answer is the one that is being rendered, the second is kept.
    for (let kept = 0; kept < 2; ) {
      const { status } = await ask(path);
      if (status === 200) kept += 1;
      else if (performance.now() > end) throw new Error(`${path} answers ${status}`);
      else await wait(200);
    }
  }
}

async function edges(stack: DeploymentStack) {
  const problems: string[] = [];
  const expectStatus = (what: string, status: number, wanted: number) => {
    if (status !== wanted) problems.push(`${what} is answered with ${status}, not ${wanted}`);
  };
  const plain = await fetch(`${stack.plainBase}/incidents?year=2023`, { redirect: "manual" });
  expectStatus("plain http", plain.status, 308);
  const to = plain.headers.get("location") ?? "";
  if (!to.startsWith("https://localhost")) problems.push(`plain http leads to ${to}`);
  const foreign = await stack
    .fetch(`${stack.base}/`, { headers: { Host: "other.example" } })
    .catch(() => null);
  if (foreign !== null) problems.push(`another host is answered with ${foreign.status}`);
  const send = (path: string, bytes: number) =>
    stack
      .fetch(stack.base + path, { method: "POST", body: Buffer.alloc(bytes, "a") })
      // Refused before it was sent whole.
      .then(
        ({ status }) => status,
        () => 413,
      );
  expectStatus("a long body for the record", await send("/incidents", 100_000), 413);
  expectStatus("a body beyond an import's", await send("/desk/imports", 25_000_000), 413);
  const imported = await send("/desk/imports", 20_000_000);
  if (imported === 413) problems.push("an import's file of 20 MB is too long for nginx");
  const health = await stack.fetch(`${stack.base}/healthz`);
  // Other than the rest of the site, this is for those who watch over it; 404 where the program has none.
  if (![200, 404].includes(health.status)) problems.push(`/healthz answers ${health.status}`);
  return { problems, said: "" };
}

/** The number of the newest version that is shown somewhere. */
async function shown(ask: (path: string) => Promise<Response>): Promise<number> {
  const response = await ask("/version.json");
  if (response.status !== 200) return 0;
  return ((await response.json()) as { version: number }).version;
}

async function seenEverywhere(stack: DeploymentStack, writers: CrashWriters) {
  const places: [string, (path: string) => Promise<Response>][] = [
    ...stack.webs.map((web, place): [string, (path: string) => Promise<Response>] => [
      `process ${place + 1}`,
      (path) => fetch(web + path),
    ]),
    ["nginx", through(stack)],
  ];
  const took = new Map(places.map(([place]) => [place, [] as number[]]));
  const problems: string[] = [];
  for (let round = 0; round < 5; round++) {
    // Kept everywhere as it was before.
    for (const [, ask] of places) await shown(ask);
    await writers.publishOne();
    const acknowledged = performance.now();
    const version = writers.publications.at(-1)?.version ?? 0;
    await Promise.all(
      places.map(async ([place, ask]) => {
        while ((await shown(ask)) < version) {
          if (performance.now() - acknowledged > 20_000) {
            problems.push(`version ${version} is not seen at ${place} after 20 s`);
            return;
          }
          await wait(20);
        }
        took.get(place)?.push(performance.now() - acknowledged);
      }),
    );
    const page = await (await through(stack)("/")).text();
    const isNewest = page.includes(`/v/${version}`);
    if (!isNewest && performance.now() - acknowledged > SEEN_WITHIN)
      problems.push(`the overview does not name version ${version}`);
  }
  const medians = [...took].map(([place, times]) => [place, median(times)] as const);
  for (const [place, time] of medians)
    if (time > SEEN_WITHIN) problems.push(`at ${place} it takes ${Math.round(time)} ms`);
  const said = [...took]
    .map(
      ([place, times]) =>
        `${place} ${Math.round(median(times))} ms (at most ${Math.round(Math.max(...times))})`,
    )
    .join(", ");
  return { problems, said };
}

function median(values: readonly number[]): number {
  return (
    [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.POSITIVE_INFINITY
  );
}

async function oneAsks(stack: DeploymentStack) {
  const ask = through(stack);
  const begun = performance.now();
  let asked = 0;
  const { requests, errors } = await whileReading(
    async (path) => {
      const response = await ask(path);
      const status = response.headers.get("cache-status") ?? "";
      if (/nginx; fwd=|revalidated/.test(status)) asked += 1;
      return response;
    },
    () => ["/"],
    () => wait(4_000),
  );
  const seconds = (performance.now() - begun) / 1_000;
  const problems = [...errors];
  // Once a second; and whoever was already waiting when an answer ran out.
  if (asked > 2 * seconds + 2)
    problems.push(`${asked} of ${requests} requests reached the program`);
  if (asked < 1) problems.push("no request ever reached the program");
  return {
    problems,
    said: `of ${requests} requests in ${seconds.toFixed(1)} s, ${asked} reached the program`,
  };
}

async function deskIsPrivate(stack: DeploymentStack, writers: CrashWriters) {
  const problems: string[] = [];
  const paths = [
    "/desk",
    "/desk/sign-in",
    "/desk/proposals",
    "/desk/account",
    "/suggest",
    "/search?q=theft",
  ];
  for (const signedIn of [true, false])
    for (const path of paths)
      for (let turn = 0; turn < 2; turn++) {
        const response = signedIn ? await writers.client.get(path) : await through(stack)(path);
        await response.arrayBuffer();
        const caching = response.headers.get("cache-control") ?? "";
        if (/\bpublic\b|s-maxage/.test(caching)) problems.push(`${path} is “${caching}”`);
        const status = response.headers.get("cache-status") ?? "";
        if (!/^(?:|.*, )nginx; fwd=bypass$/.test(status)) problems.push(`${path} is “${status}”`);
      }
  return { problems, said: "" };
}

async function purged(stack: DeploymentStack) {
  const ask = through(stack);
  const statusOf = async (path: string) => {
    const response = await ask(path);
    await response.arrayBuffer();
    return response.headers.get("cache-status") ?? "";
  };
  const problems: string[] = [];
  await statusOf("/v/1");
  const kept = await statusOf("/v/1");
  if (!/nginx; hit$/.test(kept)) problems.push(`a permanent page is not kept: ${kept}`);
  stack.purge();
  const gone = await statusOf("/v/1");
  if (!/nginx; fwd=miss$/.test(gone)) problems.push(`it is still kept after the purge: ${gone}`);
  await keepAll(stack);
  return { problems, said: "" };
}

async function limitsStay(stack: DeploymentStack) {
  const ask = through(stack);
  await Promise.all(
    Array.from({ length: 10 }, () => ask(newView()).then((one) => one.arrayBuffer())),
  );
  const settings = async (name: "lossline" | "lossline_read") =>
    new Set(
      await Promise.all(
        Array.from({ length: 8 }, () =>
          // For long enough that each has a connection of its own.
          stack.ask(
            stack.url(name),
            "SELECT current_setting('statement_timeout') || ' ' || current_setting('jit') FROM pg_sleep(0.2)",
          ),
        ),
      ),
    );
  const [writing, reading] = [await settings("lossline"), await settings("lossline_read")];
  const problems: string[] = [];
  if ([...writing].join() !== "0 off")
    problems.push(`connections of the desk have ${[...writing].join(", ")}`);
  if ([...reading].join() !== "30s off")
    problems.push(`connections of readers have ${[...reading].join(", ")}`);
  return { problems, said: "" };
}

async function lagging(stack: DeploymentStack, writers: CrashWriters) {
  const problems: string[] = [];
  const ask = through(stack);
  const held = await shown(ask);
  await stack.superuser("standby", "SELECT pg_wal_replay_pause()");
  const paused = "SELECT pg_get_wal_replay_pause_state()";
  while ((await stack.superuser("standby", paused)) !== "paused") await wait(50);
  const named = new Set<number>();
  try {
    const read = await whileReading(
      async (path) => {
        const response = await ask(path);
        const text = await response.clone().text();
        for (const [, version] of text.matchAll(/(?:\/v\/|"version":)(\d+)/g))
          named.add(Number(version));
        return response;
      },
      mixed,
      async () => {
        // Each is told to its editor at the desk, which is the primary's, or this fails.
        for (let version = 0; version < 10; version++) await writers.publishOne();
        await wait(1_500);
      },
      // Few, so that ten publications take no minutes.
      5,
    );
    const newest = writers.publications.at(-1)?.version ?? 0;
    problems.push(...summed(read));
    if (newest < held + 10) problems.push(`only version ${newest} was published`);
    const lacking = [...named].filter((version) => version > held);
    if (lacking.length > 0) problems.push(`version ${lacking.join(", ")} is shown and not held`);
    if (!named.has(held)) problems.push(`version ${held}, which it holds, is not shown`);
    for (const version of [held + 1, newest]) {
      const response = await ask(`/v/${version}/incidents`);
      if (response.status !== 503 || !response.headers.has("retry-after"))
        problems.push(`/v/${version}, which the standby lacks, answers ${response.status}`);
    }
    const never = await ask(`/v/${newest + 1}`);
    if (never.status !== 404)
      problems.push(`/v/${newest + 1}, which there is not, answers ${never.status}`);
    const old = await ask(`/v/${held}${newView()}`);
    if (old.status !== 200) problems.push(`a new view of version ${held} answers ${old.status}`);
    await stack.superuser("standby", "SELECT pg_wal_replay_resume()");
    const begun = performance.now();
    while ((await shown(ask)) < newest && performance.now() - begun < 20_000) await wait(50);
    const back = await ask(`/v/${newest}/incidents`);
    if (back.status !== 200) problems.push(`/v/${newest} answers ${back.status} when it is there`);
    return {
      problems,
      said: `${read.requests} requests, ${read.errors.length} errors; 10 versions behind, seen ${Math.round(performance.now() - begun)} ms after`,
    };
  } finally {
    await stack.superuser("standby", "SELECT pg_wal_replay_resume()");
  }
}

const summed = ({ errors }: Read) =>
  errors.length === 0 ? [] : [`${errors.length} errors, such as: ${errors.slice(0, 3).join("; ")}`];

const counted = ({ requests, errors }: Read) => `${requests} requests, ${errors.length} errors`;

async function poolerKilled(stack: DeploymentStack, writers: CrashWriters) {
  const read = await whileReading(
    through(stack),
    () => KEPT,
    async () => {
      await wait(500);
      await stack.pooler.kill();
      await wait(2_000);
      await stack.pooler.start();
      await wait(1_000);
    },
  );
  const problems = [...summed(read), ...(await worksAgain(stack, writers))];
  return { problems, said: counted(read) };
}

/** New views are answered and a publication is taken, soon. */
async function worksAgain(stack: DeploymentStack, writers: CrashWriters): Promise<string[]> {
  const end = performance.now() + 15_000;
  let last = "";
  while (performance.now() < end) {
    try {
      const { status } = await through(stack)(newView());
      last = `a new view answers ${status}`;
      if (status === 200) {
        await writers.publishOne();
        return [];
      }
    } catch (error) {
      last = String(error);
    }
    await wait(300);
  }
  return [`15 s later, ${last}`];
}

async function webKilled(stack: DeploymentStack, writers: CrashWriters) {
  const read = await whileReading(through(stack), mixed, async () => {
    await wait(500);
    await stack.web("one").kill();
    await wait(2_500);
  });
  const problems = [...summed(read), ...(await worksAgain(stack, writers))];
  await stack.web("one").start();
  return { problems, said: counted(read) };
}

async function bothWebsKilled(stack: DeploymentStack, writers: CrashWriters) {
  await keepAll(stack);
  const read = await whileReading(
    through(stack),
    () => KEPT,
    async () => {
      await wait(500);
      await Promise.all([stack.web("one").kill(), stack.web("other").kill()]);
      await wait(2_500);
    },
  );
  await Promise.all([stack.web("one").start(), stack.web("other").start()]);
  const problems = [...summed(read), ...(await worksAgain(stack, writers))];
  return { problems, said: counted(read) };
}

async function primaryKilled(stack: DeploymentStack, writers: CrashWriters) {
  await keepAll(stack);
  const before = writers.publications.length;
  const problems: string[] = [];
  let during = 0;
  // What is new is read from the standby, and answered all the while.
  const read = await whileReading(through(stack), mixed, async () => {
    const writing = writers.write();
    const end = performance.now() + 30_000;
    while (writers.publications.length < before + 2 && performance.now() < end) await wait(100);
    await wait(Math.random() * 500);
    await stack.killPrimary();
    during = writers.publications.length;
    await wait(2_500);
    await stack.promote();
    await wait(2_500);
    writers.end();
    await writing;
  });
  problems.push(...summed(read), ...(await worksAgain(stack, writers)));
  if (during === before) problems.push("nothing was published before the primary was killed");
  const faults = await faultsOf(stack.directUrl("standby"), writers);
  problems.push(...faults);
  return {
    problems,
    said: `${counted(read)}; ${writers.acknowledgedSaves} saves and ${writers.publications.length} publications acknowledged (${during - before} while it was about to be killed), ${faults.length} lost`,
  };
}
