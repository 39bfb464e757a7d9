import type { DataColumn, DataTable } from "@/lib/statistics/charts/model/chart-model";
import { type LookedUp, lookedUpText } from "@/lib/statistics/search/lookup";

/** A look-up as a table: a row for each incident of an entry, and one for an entry that has none. */
export function lookupTable(
  looked: readonly LookedUp[],
  version: number,
  urlOf: (slug: string) => string,
): DataTable {
  const text = (name: string, title: string): DataColumn => ({
    name,
    title,
    kind: "text",
    unit: null,
  });
  return {
    columns: [
      text("given", "The entry as it was given"),
      text("result", "Whether it is in the record, or why it was not read"),
      text("kind", "What it was read as"),
      text("value", "As the record writes it"),
      text("chains", "The chains that the record names it on"),
      text("service", "The service that it belongs to, where many use it"),
      text("incident", "The incident that names it"),
      text("role", "What it did there"),
      text("url", "The incident's page at the version"),
      { name: "version", title: "Version of the record", kind: "whole", unit: null },
    ],
    rows: looked.flatMap((one) => {
      const { given, kind, chains, service, incidents } = one;
      const row = [given, lookedUpText(one), kind, one.text, chains.join(" ") || null, service];
      if (incidents.length === 0) return [[...row, null, null, null, version]];
      return incidents.map(({ slug, name, role }) => [...row, name, role, urlOf(slug), version]);
    }),
  };
}
