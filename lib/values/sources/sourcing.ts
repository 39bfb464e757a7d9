import type { Source } from "@/lib/values/sources/source";

/** How little an incident can rest on; each is a mark in lists and a filter. */
export const SOURCINGS = [
  {
    value: "one",
    label: "rests on one source",
    definition: "All that is said of the incident can be read at one URL only.",
  },
  {
    value: "copies",
    label: "only copies",
    definition:
      "Every source passes on what others found: a list or database, or a snapshot on an archive whose page nobody has looked at. None is the victim's, an authority's, an analyst's or a newspaper's own.",
  },
] as const;
export type Sourcing = (typeof SOURCINGS)[number]["value"];

export function sourcingLabel(sourcing: Sourcing): string {
  return SOURCINGS.find(({ value }) => value === sourcing)?.label ?? sourcing;
}

/** Hosts that keep snapshots of other people's pages; in the form that PostgreSQL and JavaScript both read. */
export const SNAPSHOT_PATTERN =
  "^https?://(www\\.)?(archive\\.(today|ph|is|li|fo|md|vn)|web\\.archive\\.org)/";
const SNAPSHOT = new RegExp(SNAPSHOT_PATTERN, "i");

type Judged = Pick<Source, "url" | "kind">;

/**
 * Whether a source passes on what others found: an aggregator, or a snapshot of unknown kind, since the page behind it
 * was not looked at. A page of unknown kind that is no snapshot is given the benefit of the doubt.
 */
export function isCopy({ url, kind }: Judged): boolean {
  return kind === "aggregator" || (kind === null && SNAPSHOT.test(url));
}

/** How little these sources are, the rule in full; empty where they are neither one nor copies only. */
export function sourcingsOf(sources: readonly Judged[]): Sourcing[] {
  const isOne = new Set(sources.map(({ url }) => url)).size === 1;
  const areCopies = sources.length > 0 && sources.every(isCopy);
  return [...(isOne ? ["one" as const] : []), ...(areCopies ? ["copies" as const] : [])];
}
