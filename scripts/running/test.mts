import { StepFailure, shortened, step } from "../progress.mjs";
import { generate } from "./generate.mjs";
import { startNativePostgres } from "./native-postgres.mjs";
import type { Counts } from "./test-counts.mjs";
import type { Outcome } from "./test-parts.mjs";

const parts = [
  "format",
  "lint",
  "types",
  "unit",
  "database",
  "build",
  "browser",
  "desk",
  "crash",
] as const;
type Part = (typeof parts)[number];
/** Those that leave half of the machine idle run at once, each on a server of its own. */
const sideBySide: readonly (readonly Part[])[] = [
  ["format", "lint", "types"],
  ["unit"],
  ["database"],
  ["build"],
  ["browser", "desk"],
  ["crash"],
];
type Options = { only: Part[]; smoke: boolean; postgres: boolean };

const usage = `Usage: npm test -- [--only part,part] [--smoke] [--postgres]
  --only      ${parts.join(", ")}
  --smoke     of the browser tests, only those marked @smoke
  --postgres  start a PostgreSQL server, and test on it instead of the embedded database
LOSSLINE_TEST_DATABASE_URL names a server that is there already: the tests make databases of their
own on it, and drop them again.`;

/** `npm test`: every check, and one line that counts them. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const options = optionsIn(args);
  // An orderly exit, so that what was started is ended and temporary folders go.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => process.exit(130));
  const server = options.postgres ? await startServer() : null;
  try {
    if (server !== null) process.env.LOSSLINE_TEST_DATABASE_URL = server.url;
    await generate();
    const { passed, failed } = await runParts(options);
    console.log(`\n${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    await server?.stop();
  }
}

async function runParts({ only, smoke }: Options): Promise<Counts> {
  // Only now: these import the generated client.
  const work = await import("./test-parts.mjs");
  const all: Record<Part, [title: string, run: () => Promise<Outcome>]> = {
    format: ["Format", work.format],
    lint: ["Lint", work.lint],
    types: ["Types", work.types],
    unit: ["Unit tests", () => work.vitest("unit")],
    database: ["Database tests", () => work.vitest("database")],
    build: ["Build", work.built],
    browser: ["Browser tests", () => work.browser(smoke)],
    desk: ["Desk's tests", () => work.desk(smoke)],
    crash: ["Crash test", work.crash],
  };
  const total = { passed: 0, failed: 0 };
  for (const together of sideBySide) {
    const wanted = together.filter((part) => only.includes(part));
    for (const { passed, failed } of await Promise.all(
      wanted.map((part) => counted(...all[part])),
    )) {
      total.passed += passed;
      total.failed += failed;
    }
  }
  return total;
}

/** Runs one part; that it cannot run at all is a failure like any other. */
async function counted(title: string, work: () => Promise<Outcome>): Promise<Counts> {
  const outcome = await step(title, async (settle) => {
    const found = await work().catch(asOutcome);
    const failed = found.failed > 0 ? `, ${found.failed} FAILED` : "";
    settle(`${found.passed} passed${failed}${found.note ? ` (${found.note})` : ""}`);
    return found;
  });
  if (outcome.failed > 0) console.log(`\n${shortened(outcome.output, 300)}\n`);
  return outcome;
}

function asOutcome(error: unknown): Outcome {
  const output =
    error instanceof StepFailure
      ? error.message
      : String((error instanceof Error && error.stack) || error);
  return { passed: 0, failed: 1, output };
}

function startServer() {
  return step("PostgreSQL", async (settle) => {
    const server = await startNativePostgres();
    settle(`${server.version} started`);
    return server;
  });
}

function optionsIn(args: string[]): Options {
  const options: Options = { only: [...parts], smoke: false, postgres: false };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index];
    if (arg === "--smoke") options.smoke = true;
    else if (arg === "--postgres") options.postgres = true;
    else if (arg === "--only") options.only = partsNamed(args[++index] ?? "");
    else throw new StepFailure(usage);
  }
  return options;
}

function partsNamed(list: string): Part[] {
  return list.split(",").map((name) => {
    const part = parts.find((known) => known === name);
    if (part === undefined) throw new StepFailure(usage);
    return part;
  });
}
