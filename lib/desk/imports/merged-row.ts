import type { Incident, IncidentEntry } from "@/lib/record/incidents/incident";
import { linkKey } from "@/lib/values/links/link-key";

/** Whose word a row's figures are: the table's own source, or the row's first. */
export interface SaidBy {
  by: string;
  source: string;
}

/** Who says what a row says. @param table the source of its table; null where it has none */
export function saidByOf(row: Pick<Incident, "sources">, table: SaidBy | null): SaidBy {
  if (table !== null) return table;
  const [first] = row.sources;
  return { by: first?.publisher ?? "", source: first?.url ?? "" };
}

/**
 * A published incident with what a row adds to it: its sources, and its sums as what somebody says, none of which the
 * record follows for that. The published sums stay as they are.
 */
export function mergedRow(
  published: IncidentEntry,
  row: Pick<Incident, "sources" | "lossUsd" | "returnedUsd">,
  said: SaidBy,
): IncidentEntry {
  const pages = new Set(published.sources.map(({ url }) => linkKey(url) ?? url));
  const sources = row.sources.filter(({ url }) => {
    const key = linkKey(url) ?? url;
    if (pages.has(key)) return false;
    pages.add(key);
    return true;
  });
  const estimate = (amountUsd: number | null, before: IncidentEntry["lossEstimates"]) =>
    amountUsd === null ||
    before.some(
      (each) =>
        each.amountUsd === amountUsd && (each.source === said.source || each.by === said.by),
    )
      ? before
      : [
          ...before,
          {
            amountUsd,
            by: said.by,
            on: null,
            source: said.source,
            preferred: false,
            converted: null,
          },
        ];
  return {
    ...published,
    sources: [...published.sources, ...sources],
    lossEstimates: estimate(row.lossUsd, published.lossEstimates),
    returnEstimates: estimate(row.returnedUsd, published.returnEstimates),
  };
}
