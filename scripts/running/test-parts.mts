import { rmSync } from "node:fs";
import path from "node:path";
import { attempt, root, run, stateFolder } from "../progress.mjs";
import { build, nextCommand } from "./build.mjs";
import { commandLineOutcomes } from "./command-line-check.mjs";
import { crashRounds } from "./crash.mjs";
import { deploymentOutcomes } from "./deployment.mjs";
import { missingPrograms } from "./deployment-programs.mjs";
import { dumpTrials, missingClients } from "./dump-clients.mjs";
import { faultOutcomes } from "./faults.mjs";
import { fuzz } from "./fuzz.mjs";
import { interruptedStarts, type Trial } from "./interrupted-starts.mjs";
import { logOutcomes, missingForLog } from "./log-check.mjs";
import { moves as moveTrials } from "./moves.mjs";
import { stopOutcomes } from "./stop-outcomes.mjs";
import { type Counts, vitestCounts } from "./test-counts.mjs";
import type { Options } from "./test-options.mjs";

/** What a part of the tests came to; `output` is shown where something failed. */
export type Outcome = Counts & { output: string; note?: string };

const program = (...names: string[]) => path.join(root, "node_modules", ...names);
const biome = program("@biomejs", "biome", "bin", "biome");

export const format = () =>
  check("format", [biome, "check", "--linter-enabled=false", "--error-on-warnings", "."]);

export const lint = () => check("lint", [biome, "lint", "--error-on-warnings", "."]);

export async function types(): Promise<Outcome> {
  await run("typegen", process.execPath, [nextCommand, "typegen"], {
    env: { NEXT_TELEMETRY_DISABLED: "1" },
  });
  return check("types", [program("typescript", "bin", "tsc"), "--noEmit"]);
}

/** Where files are asked for, their results are shown as they come; watched until somebody quits. */
export async function vitest(
  project: "unit" | "database",
  { files, watch }: Pick<Options, "files" | "watch">,
): Promise<Outcome> {
  const report = reportFile(project);
  const inSight = watch || files.length > 0;
  const { code, output } = await attempt(
    project,
    process.execPath,
    [program("vitest", "vitest.mjs"), watch ? "watch" : "run", "--project", project].concat([
      ...["--reporter", "default", "--reporter", "json", `--outputFile.json=${report}`],
      ...files,
    ]),
    { inSight, env: inSight ? {} : { NO_COLOR: "1" } },
  );
  return { ...vitestCounts(report, code), output };
}

export async function built(): Promise<Outcome> {
  let note = "";
  await build((outcome) => {
    note = outcome;
  });
  return { passed: 1, failed: 0, output: "", note };
}

/** Kills the program in the midst of saving and publishing, again and again; each round is one test. */
export async function crash({ rounds: wanted }: Pick<Options, "rounds">): Promise<Outcome> {
  await build(() => {});
  const native = Boolean(process.env.LOSSLINE_TEST_DATABASE_URL);
  const { rounds, faults, saves, publications } = await crashRounds(wanted, native);
  return {
    passed: rounds - new Set(faults.map(({ round }) => round)).size,
    failed: new Set(faults.map(({ round }) => round)).size + (wanted - rounds),
    output: faults.map(({ round, fault }) => `round ${round}: ${fault}`).join("\n"),
    note: `${saves} saves and ${publications} publications acknowledged`,
  };
}

/** Takes the database away from the program in several ways; what readers are then answered is a test each. */
export async function faults(): Promise<Outcome> {
  await build(() => {});
  const { outcomes, note } = await faultOutcomes();
  return { ...asTests(outcomes), note };
}

/** Stops the program while it answers; each way to stop it is a test. */
export async function stop(): Promise<Outcome> {
  await build(() => {});
  return asTests(await stopOutcomes());
}

/** Backs up, restores and moves; on the server of LOSSLINE_TEST_DATABASE_URL and back, where it is given. */
export async function moves({ rounds }: Pick<Options, "rounds">): Promise<Outcome> {
  return asTests(await moveTrials(Math.ceil(rounds / 2), process.env.LOSSLINE_TEST_DATABASE_URL));
}

/**
 * Asks R, pandas, DuckDB and sqlite3 the same of a dump. Where these are missing and cannot be installed, that is said; where
 * tests are meant to be complete, as in continuous integration, it is a failure.
 */
export async function dumps(): Promise<Outcome> {
  const missing = await missingClients();
  if (missing.length === 0) {
    await build(() => {});
    return asTests(await dumpTrials());
  }
  const said = `no ${missing.join(", no ")} here, and it could not be installed`;
  return process.env.CI
    ? { passed: 0, failed: 1, output: said }
    : { passed: 0, failed: 0, output: "", note: `skipped: ${said}` };
}

/** Interrupts first starts, and upgrades as often. */
export async function starts({ rounds }: Pick<Options, "rounds">): Promise<Outcome> {
  return asTests(await interruptedStarts(rounds, process.env.LOSSLINE_TEST_DATABASE_URL));
}

function asTests(trials: readonly Trial[]): Outcome {
  const failed = trials.filter(({ problems }) => problems.length > 0);
  return {
    passed: trials.length - failed.length,
    failed: failed.length,
    output: failed.map(({ name, problems }) => [name, ...problems].join("\n  ")).join("\n"),
  };
}

/** Has the program run behind nginx and PgBouncer on a primary with a standby, and takes one after the other away. */
export async function deploy(): Promise<Outcome> {
  const missing = await missingPrograms();
  if (missing.length > 0)
    return { passed: 0, failed: 0, output: "", note: `skipped: no ${missing.join(", no ")} here` };
  await build(() => {});
  const outcomes = await deploymentOutcomes();
  const failed = outcomes.filter(({ problems }) => problems.length > 0);
  for (const { name, problems, said } of outcomes)
    console.log(
      `  ${problems.length > 0 ? "FAILED " : ""}${name}${said === "" ? "" : `: ${said}`}`,
    );
  return {
    passed: outcomes.length - failed.length,
    failed: failed.length,
    output: failed.map(({ name, problems }) => [name, ...problems].join("\n  ")).join("\n"),
  };
}

/** Holds the log of a server against itself, by Go's code for such logs. */
export async function log(): Promise<Outcome> {
  const missing = await missingForLog();
  if (missing.length > 0)
    return { passed: 0, failed: 0, output: "", note: `skipped: no ${missing.join(", no ")} here` };
  await build(() => {});
  const { outcomes, note } = await logOutcomes();
  return { ...asTests(outcomes), note };
}

/** Packs and installs the command line, and has it ask a server; each thing that is asked is a test. */
export async function commandLine(): Promise<Outcome> {
  await build(() => {});
  return asTests(await commandLineOutcomes());
}

/** Sends whatever there is to all routes as all roles; each request is one test. */
export async function fuzzed({
  requests: wanted,
  seed,
}: Pick<Options, "requests" | "seed">): Promise<Outcome> {
  await build(() => {});
  const { problems, requests, counts, memory, seed: used } = await fuzz(wanted, seed ?? undefined);
  const failed = problems.length + (wanted - requests);
  const byRole = Object.entries(counts).map(
    ([role, statuses]) =>
      `${role} ${Object.entries(statuses)
        .sort()
        .map(([status, count]) => `${status}×${count}`)
        .join(" ")}`,
  );
  const megabytes = [memory.warm, memory.end].map((size) => Math.round(size ?? 0)).join(" → ");
  return {
    passed: Math.max(0, wanted - failed),
    failed,
    output: problems.join("\n"),
    note: `seed ${used}; ${byRole.join("; ")}; ${megabytes} MB`,
  };
}

async function check(name: string, args: string[]): Promise<Outcome> {
  const { code, output } = await attempt(name, process.execPath, args, { env: { NO_COLOR: "1" } });
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** Where a report is to be written; an older one is removed, so that it cannot be read instead. */
export function reportFile(name: string): string {
  const file = path.join(stateFolder, "logs", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
