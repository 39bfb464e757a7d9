import { StepFailure } from "../progress.mjs";

export type DumpArguments = {
  /** Null for the newest. */
  version: number | null;
  /** Every version of which there is no dump, or none that may be offered any more. */
  all: boolean;
  /** Null for that of the settings. */
  folder: string | null;
  allowEmpty: string[];
  /** The folder of a dump that is only read and checked. */
  check: string | null;
};

export const dumpUsage = `Usage: npm run dump -- [--version N | --all] [--folder DIR] [--allow-empty table.column …]
       npm run dump -- --check DIR
Writes the public record at a version as CSV, JSON Lines, Parquet and SQLite, and offers it at /dumps once every gate is passed.
  --version      the version; the newest where it is left out
  --all          every version of which there is no dump that may be offered
  --folder       where dumps lie; LOSSLINE_DUMPS, or "dumps" in the data folder, where it is left out
  --allow-empty  a column that may hold nothing any more, though it did in the version before
  --check        reads a dump again: digests, signature, rows
It also runs while the program does. A dump holds no desk and no older revisions: what a database is restored from is npm run backup.`;

/** @throws {StepFailure} with the usage, where the arguments are not understood */
export function dumpArguments(args: readonly string[]): DumpArguments {
  const read: DumpArguments = {
    version: null,
    all: false,
    folder: null,
    allowEmpty: [],
    check: null,
  };
  const rest = [...args];
  const refused = (why: string) => new StepFailure(`${why}\n\n${dumpUsage}`);
  const valueAfter = (name: string) => {
    const value = rest.shift();
    if (value === undefined || value.startsWith("--")) throw refused(`${name} needs a value.`);
    return value;
  };
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name === "--all") read.all = true;
    else if (name === "--folder") read.folder = valueAfter(name);
    else if (name === "--check") read.check = valueAfter(name);
    else if (name === "--allow-empty") read.allowEmpty.push(valueAfter(name));
    else if (name === "--version") {
      const text = valueAfter(name);
      if (!/^[1-9]\d{0,8}$/.test(text))
        throw refused(`--version is ${JSON.stringify(text)}; allowed: a number, from 1.`);
      read.version = Number(text);
    } else throw refused(`${JSON.stringify(name)} is not understood.`);
  }
  if (read.all && read.version !== null) throw refused("--all and --version exclude each other.");
  if (read.check !== null && args.length > 2) throw refused("--check stands alone.");
  return read;
}
