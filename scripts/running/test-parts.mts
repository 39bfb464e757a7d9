import { randomBytes } from "node:crypto";
import { rmSync } from "node:fs";
import path from "node:path";
import { openDatabase } from "@/lib/db/client";
import { makeSetUpLink } from "@/lib/desk/people/link-command";
import { attempt, root, run, stateFolder } from "../progress.mjs";
import { ensureBrowser, playwrightArguments } from "./browser.mjs";
import { build, nextCommand } from "./build.mjs";
import { crashRounds } from "./crash.mjs";
import { temporaryDatabase } from "./temporary-database.mjs";
import { type Counts, playwrightCounts, vitestCounts } from "./test-counts.mjs";
import { freePort, startWeb } from "./web.mjs";

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

export async function vitest(project: "unit" | "database"): Promise<Outcome> {
  const report = reportFile(project);
  const { code, output } = await attempt(
    project,
    process.execPath,
    [program("vitest", "vitest.mjs"), "run", "--project", project, "--reporter", "default"].concat([
      "--reporter",
      "json",
      `--outputFile.json=${report}`,
    ]),
    { env: { NO_COLOR: "1" } },
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

/** Drives a browser through the record, on a fresh database with the starting dataset. */
export const browser = (smoke: boolean) => inBrowser("record", smoke);

/** Drives a browser through the desk, which publishes: one journey after another, on a database of its own. */
export const desk = (smoke: boolean) => inBrowser("desk", smoke);

/** A browser and a build, made once for all that ask at the same time. */
function prepared(): Promise<unknown> {
  preparing ??= ensureBrowser().then(() => build(() => {}));
  return preparing;
}
let preparing: Promise<unknown> | null = null;

async function inBrowser(project: "record" | "desk", smoke: boolean): Promise<Outcome> {
  await prepared();
  const database = await temporaryDatabase(project);
  try {
    const web = await startWeb({
      port: await freePort(),
      databaseUrl: database.url,
      secret: randomBytes(32).toString("hex"),
      quiet: true,
    });
    try {
      const report = reportFile(project);
      const { code, output } = await attempt(
        project,
        process.execPath,
        playwrightArguments({ project, smoke }),
        {
          env: {
            BASE_URL: web.address,
            DATABASE_URL: database.url,
            DESK_SETUP_LINK: `${web.address}/desk/join/${await setUpSecret(database.url)}`,
            PLAYWRIGHT_JSON_OUTPUT_FILE: report,
            NO_COLOR: "1",
          },
        },
      );
      return { ...playwrightCounts(report, code), output };
    } finally {
      await web.stop();
    }
  } finally {
    await database.stop();
  }
}

const CRASH_ROUNDS = 20;

/** Kills the program in the midst of saving and publishing, again and again; each round is one test. */
export async function crash(): Promise<Outcome> {
  await build(() => {});
  const native = Boolean(process.env.LOSSLINE_TEST_DATABASE_URL);
  const { rounds, faults, saves, publications } = await crashRounds(CRASH_ROUNDS, native);
  return {
    passed: rounds - new Set(faults.map(({ round }) => round)).size,
    failed: new Set(faults.map(({ round }) => round)).size + (CRASH_ROUNDS - rounds),
    output: faults.map(({ round, fault }) => `round ${round}: ${fault}`).join("\n"),
    note: `${saves} saves and ${publications} publications acknowledged`,
  };
}

/** The secret of the link by which the first admin comes in. */
async function setUpSecret(url: string): Promise<string> {
  const db = openDatabase(url, 1);
  try {
    return (await makeSetUpLink(db)) ?? "";
  } finally {
    await db.$disconnect();
  }
}

async function check(name: string, args: string[]): Promise<Outcome> {
  const { code, output } = await attempt(name, process.execPath, args, { env: { NO_COLOR: "1" } });
  return code === 0 ? { passed: 1, failed: 0, output } : { passed: 0, failed: 1, output };
}

/** Where a report is to be written; an older one is removed, so that it cannot be read instead. */
function reportFile(name: string): string {
  const file = path.join(stateFolder, "logs", `${name}.json`);
  rmSync(file, { force: true });
  return file;
}
