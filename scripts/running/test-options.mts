import { StepFailure } from "../progress.mjs";

export const PARTS = [
  "format",
  "lint",
  "types",
  "unit",
  "database",
  "build",
  "browser",
  "desk",
  "crash",
  "stop",
  "starts",
  "moves",
  "dumps",
  "fuzz",
  "log",
  "command-line",
  "faults",
  "deploy",
] as const;
export type Part = (typeof PARTS)[number];

export type Options = {
  only: Part[];
  /** Of the tests, only those in files whose path holds one of these; all where it is empty. */
  files: string[];
  watch: boolean;
  smoke: boolean;
  postgres: boolean;
  rounds: number;
  /** How many requests the fuzz test sends. */
  requests: number;
  /** What it makes them from; null for a new one. */
  seed: number | null;
};

/** Those that need servers of their own, and take them away or kill them. */
const ONLY_WHERE_NAMED: readonly Part[] = ["faults", "deploy"];
const WITH_FILES: readonly Part[] = ["unit", "database", "browser", "desk"];
const WITH_WATCH: readonly Part[] = ["unit", "database"];

const usage = `Usage: npm test -- [--only part,part] [--smoke] [--postgres] [--rounds 20] [--requests 20000] [--seed 1] [--watch] [file …]
  --only      ${PARTS.join(", ")}
  --smoke     of the browser tests, only those marked @smoke
  --postgres  start a PostgreSQL server, and test on it instead of the embedded database
  --rounds    how often the crash test kills the program, a start and an upgrade are interrupted, and half as often a move (6)
  --requests  how many requests the fuzz test sends of any kind, and how many by the description of /api/v1 (3000)
  --seed      of what it sends, as it printed it; another each time where none is given
  --watch     run again what a change concerns; with one of ${WITH_WATCH.join(", ")}
  file        run only these; with --only ${WITH_FILES.join(", ")}
  faults      only where it is named: it takes away the database, a PostgreSQL server of its own
  deploy      only where it is named: it starts nginx, PgBouncer, PostgreSQL and a standby with the files of deploy/
npm run check, test:unit, test:db, test:e2e, test:crash, test:faults, test:deploy and test:fuzz are short for --only, and take
the rest.
LOSSLINE_TEST_DATABASE_URL names a server that is there already: the tests make databases of their
own on it, and drop them again.`;

/** @throws {StepFailure} with the usage, where the arguments are not understood */
export function optionsIn(args: string[]): Options {
  const options: Options = {
    only: PARTS.filter((part) => !ONLY_WHERE_NAMED.includes(part)),
    files: [],
    watch: false,
    smoke: false,
    postgres: false,
    rounds: 6,
    requests: 3_000,
    seed: null,
  };
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? "";
    if (arg === "--smoke") options.smoke = true;
    else if (arg === "--postgres") options.postgres = true;
    else if (arg === "--watch") options.watch = true;
    else if (arg === "--only") options.only = partsNamed(args[++index] ?? "");
    else if (arg === "--rounds") options.rounds = Number(args[++index]);
    else if (arg === "--requests") options.requests = Number(args[++index]);
    else if (arg === "--seed") options.seed = Number(args[++index]);
    else if (arg.startsWith("-")) throw new StepFailure(usage);
    else options.files.push(arg);
  }
  const { only, files, watch, rounds, requests, seed } = options;
  const understood =
    Number.isInteger(rounds) &&
    rounds > 0 &&
    Number.isInteger(requests) &&
    requests > 0 &&
    (seed === null || Number.isInteger(seed)) &&
    (files.length === 0 || only.every((part) => WITH_FILES.includes(part))) &&
    (!watch || (only.length === 1 && only.every((part) => WITH_WATCH.includes(part))));
  if (!understood) throw new StepFailure(usage);
  return options;
}

function partsNamed(list: string): Part[] {
  return list.split(",").map((name) => {
    const part = PARTS.find((known) => known === name);
    if (part === undefined) throw new StepFailure(usage);
    return part;
  });
}
