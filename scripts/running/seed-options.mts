import { StepFailure } from "../progress.mjs";

/** What `npm run seed` is asked to load. */
export interface SeedOptions {
  /** Files of records, each a version of its own. */
  files: string[];
  /** The starting dataset as it is now, where the record runs already. */
  renew: boolean;
  /** Whether the renewed dataset's word counts for what editors have changed, too. */
  overwrite: boolean;
}

/** @throws {StepFailure} saying what is allowed, where something else is asked */
export function seedOptions(args: readonly string[]): SeedOptions {
  const options: SeedOptions = { files: [], renew: false, overwrite: false };
  const rest = [...args];
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    const file = name === "--file" ? rest.shift() : undefined;
    if (name === "--renew") options.renew = true;
    else if (name === "--overwrite") options.overwrite = true;
    else if (file !== undefined) options.files.push(file);
    else throw new StepFailure(USAGE);
  }
  if (options.overwrite && !options.renew) throw new StepFailure(USAGE);
  return options;
}

const USAGE = `Usage: npm run seed -- [--renew [--overwrite]] [--file records.json] …
--renew publishes the starting dataset as it is now as the record's next version.
  What editors have changed stays as they left it, and is listed; --overwrite changes it too.
--file publishes a file's records as the next version; it may be given several times.`;
