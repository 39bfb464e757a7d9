import type { Given } from "@/command-line/command";
import { wrongUsage } from "@/command-line/failure";
import { option } from "@/command-line/options";

/** A year as its days; the interface takes days alone. */
export const YEAR_OPTIONS = [
  option("year", "YEAR", "a year, instead of --from and --to"),
  option("through", "DAY", "beside --year, the last day of it that counts, as YYYY-MM-DD"),
];

export function asQuery(query: URLSearchParams): string {
  return query.size === 0 ? "" : `?${query}`;
}

/** The query, with a year as its first and last day. @throws {Failure} where they do not go together */
export function withYear({ query, options }: Given): URLSearchParams {
  const all = new URLSearchParams(query);
  const [year, through] = ["year", "through"].map((name) => options.get(name)?.at(-1));
  if (year === undefined) {
    if (through !== undefined) throw wrongUsage("--through goes beside --year; --to stands alone.");
    return all;
  }
  if (query.has("from") || query.has("to"))
    throw wrongUsage("--year and --from or --to say the same twice: give one of the two.");
  if (!/^\d{4}$/.test(year)) throw wrongUsage(`--year ${year}: allowed is a year, such as 2023.`);
  if (through !== undefined && !through.startsWith(`${year}-`))
    throw wrongUsage(`--through ${through}: allowed is a day of ${year}, such as ${year}-09-15.`);
  all.set("from", `${year}-01-01`);
  all.set("to", through ?? `${year}-12-31`);
  return all;
}
