import type { SearchResult } from "@/lib/statistics/search/search-result";
import type { SearchQuery } from "@/testing/search-queries";

interface MeasuredSearches {
  /** Searches of which the right record stands first, and among the first five. */
  first: number;
  amongFive: number;
  /** How long each took, in milliseconds. */
  times: number[];
  /** Those of which it does not stand first. */
  missed: { made: string; q: string; wanted: readonly string[]; found: string[] }[];
}

/** Searches for each text, and holds the answers against what has to stand first. */
export async function measureSearches(
  queries: readonly SearchQuery[],
  find: (q: string) => Promise<readonly SearchResult[]>,
): Promise<MeasuredSearches> {
  const measured: MeasuredSearches = { first: 0, amongFive: 0, times: [], missed: [] };
  for (const { made, q, wanted } of queries) {
    const started = performance.now();
    const results = await find(q);
    measured.times.push(performance.now() - started);
    const found = results.slice(0, 5).map(nameOf);
    if (wanted.includes(found[0] ?? "")) measured.first += 1;
    else measured.missed.push({ made, q, wanted, found });
    if (found.some((name) => wanted.includes(name))) measured.amongFive += 1;
  }
  return measured;
}

/** A result as the list of searches names it. */
export function nameOf(result: SearchResult): string {
  switch (result.kind) {
    case "address":
    case "transaction":
      return `${result.kind} ${result.text.toLowerCase()}`;
    case "publisher":
      return `publisher ${result.publisher}`;
    case "technique":
      return `technique ${result.technique}`;
    case "figure":
      return `figure ${result.figure.title}`;
    default:
      return `${result.kind} ${result.slug}`;
  }
}
