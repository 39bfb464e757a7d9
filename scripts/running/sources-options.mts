import { StepFailure } from "../progress.mjs";

export interface SourcesArguments {
  /** Links checked within so many days are left alone. */
  days: number;
  /** So many links at most. */
  most: number;
  /** Only links on this host, without www.; null for all. */
  host: string | null;
}

export const sourcesUsage = `Usage: npm run sources -- [--days N] [--most N] [--host HOST]
Follows the links of the record's sources and stores what it finds for editors: /desk/sources lists what is gone.
  --days  leaves alone what was checked within so many days; 30 where it is left out, 0 for none
  --most  checks so many links at most; all that are due where it is left out
  --host  checks only links on one host, such as example.org
It asks public addresses only, one link of a host at a time. Stopped and started again, it goes on where it was.
It also runs while the program does.`;

/** @throws {StepFailure} with the usage, where the arguments are not understood */
export function sourcesArguments(args: readonly string[]): SourcesArguments {
  const read: SourcesArguments = { days: 30, most: 1_000_000, host: null };
  const rest = [...args];
  const refused = (why: string) => new StepFailure(`${why}\n\n${sourcesUsage}`);
  for (let name = rest.shift(); name !== undefined; name = rest.shift()) {
    if (name !== "--days" && name !== "--most" && name !== "--host")
      throw refused(`${JSON.stringify(name)} is not understood.`);
    const value = rest.shift();
    if (value === undefined || value.startsWith("--")) throw refused(`${name} needs a value.`);
    if (name === "--host") {
      if (!/^[a-z0-9.-]+$/i.test(value))
        throw refused(`--host is ${JSON.stringify(value)}; allowed: a host, such as example.org.`);
      read.host = value.toLowerCase().replace(/^www\./, "");
    } else if (!/^\d{1,6}$/.test(value) || (name === "--most" && Number(value) === 0))
      throw refused(
        `${name} is ${JSON.stringify(value)}; allowed: a number, from ${name === "--most" ? 1 : 0}.`,
      );
    else read[name === "--days" ? "days" : "most"] = Number(value);
  }
  return read;
}
