import { StepFailure, secondsSince, shortened, step } from "../progress.mjs";
import { generate } from "./generate.mjs";
import { startNativePostgres } from "./native-postgres.mjs";
import type { Counts } from "./test-counts.mjs";
import { type Options, optionsIn, type Part } from "./test-options.mjs";
import type { Outcome } from "./test-parts.mjs";

/** Those that leave half of the machine idle run at once, each on servers of its own. */
const sideBySide: readonly (readonly Part[])[] = [
  ["format", "lint", "types"],
  ["unit"],
  ["database"],
  ["build"],
  ["browser", "desk", "crash"],
  ["stop"],
  ["starts", "moves"],
  ["dumps"],
  ["fuzz"],
  ["log"],
  ["command-line"],
  // By itself: it measures how soon answers come.
  ["faults"],
  ["deploy"],
];

/** `npm test`: every check, and one line that counts them. Returns the exit code. */
export async function main(args: string[]): Promise<number> {
  const start = performance.now();
  const options = optionsIn(args);
  // An orderly exit, so that what was started is ended and temporary folders go.
  for (const signal of ["SIGINT", "SIGTERM"] as const)
    process.once(signal, () => process.exit(130));
  const server = options.postgres ? await startServer() : null;
  try {
    if (server !== null) process.env.LOSSLINE_TEST_DATABASE_URL = server.url;
    await generate();
    const { passed, failed } = await runParts(options);
    console.log(`\nIn ${secondsSince(start)}:\n${passed} passed, ${failed} failed`);
    return failed === 0 && passed > 0 ? 0 : 1;
  } finally {
    await server?.stop();
  }
}

async function runParts(options: Options): Promise<Counts> {
  // Only now: these import the generated client.
  const work = await import("./test-parts.mjs");
  const { BrowserTests } = await import("./test-browser.mjs");
  const browsers = new BrowserTests(options);
  const all: Record<Part, [title: string, run: () => Promise<Outcome>]> = {
    format: ["Format", work.format],
    lint: ["Lint", work.lint],
    types: ["Types", work.types],
    unit: ["Unit tests", () => work.vitest("unit", options)],
    database: ["Database tests", () => work.vitest("database", options)],
    build: ["Build", work.built],
    browser: ["Browser tests", () => browsers.run("record")],
    desk: ["Desk's tests", () => browsers.run("desk")],
    crash: ["Crash test", () => work.crash(options)],
    stop: ["Stop", work.stop],
    starts: ["Starts cut off", () => work.starts(options)],
    moves: ["Moves", () => work.moves(options)],
    dumps: ["Dumps", work.dumps],
    fuzz: ["Fuzz test", () => work.fuzzed(options)],
    log: ["Log", work.log],
    "command-line": ["Command line", work.commandLine],
    faults: ["Faults", work.faults],
    deploy: ["Deployment", work.deploy],
  };
  const total = { passed: 0, failed: 0 };
  try {
    for (const together of sideBySide) {
      const wanted = together.filter((part) => options.only.includes(part) && hasTests(part));
      for (const { passed, failed } of await Promise.all(
        wanted.map((part) => counted(...all[part])),
      )) {
        total.passed += passed;
        total.failed += failed;
      }
    }
  } finally {
    await browsers.end();
  }
  return total;

  function hasTests(part: Part): boolean {
    if (part === "browser") return browsers.hasFiles("record");
    return part !== "desk" || browsers.hasFiles("desk");
  }
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
    // Nothing on it outlives the tests: no need to wait for the disk. (The crash test, which proves
    // what does outlive a crash, has a server of its own.)
    const server = await startNativePostgres({
      fsync: "off",
      synchronous_commit: "off",
      full_page_writes: "off",
    });
    settle(`${server.version} started`);
    return server;
  });
}
