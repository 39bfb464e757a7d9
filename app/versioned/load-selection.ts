import { keptFacetCounts, keptTerms } from "@/app/versioned/kept-counts";
import type { OpenVersion } from "@/app/versioned/open-version";
import { actorsAt } from "@/lib/record/actors/actor-queries";
import {
  listIncidents,
  listNotYetCovered,
  PAGE_SIZE,
} from "@/lib/statistics/incident-list/list-queries";
import { recordsNamed } from "@/lib/statistics/incident-list/named-record-queries";
import { type SelectionNames, selectedValues } from "@/lib/statistics/incident-list/selection-text";
import { listUnplaced } from "@/lib/statistics/incident-list/unplaced-queries";
import type { IncidentsView } from "@/lib/statistics/rules/views";
import { publishedTotal } from "@/lib/statistics/totals/published-total-queries";
import { countedByChain } from "@/lib/statistics/totals/segment-queries";
import { totalsUnder, totalUnder } from "@/lib/statistics/totals/total-queries";

/** Everything that the page of a selection of incidents shows beside its other views. */
export async function loadSelection(
  { db, version }: Pick<OpenVersion, "db" | "version">,
  { filters, sort, page }: IncidentsView,
  names: SelectionNames,
) {
  const [[total, unplaced], published, counted, rows, notYetCovered, counts, ...lists] =
    await Promise.all([
      totalsUnder(db, version.number, [filters, { ...filters, date: "unplaced" }]),
      publishedTotal(db, version.number, filters),
      countedByChain(db, version.number, filters),
      listIncidents(db, version.number, filters, sort, { offset: (page - 1) * PAGE_SIZE }),
      page === 1 ? listNotYetCovered(db, version.number, filters) : [],
      keptFacetCounts(db, version, filters),
      actorsAt(db, version.number),
      keptTerms(db, version),
    ]);
  const [actors, { chains, techniques }] = lists;
  const name = filters["target-name"];
  const targetName = typeof names.targetName === "string" ? names.targetName : null;
  const selected = selectedValues(filters, names);
  const [named, unplacedRows, without] = await Promise.all([
    filters.q === undefined ? [] : recordsNamed(db, version.number, filters.q),
    filters.date === undefined ? listUnplaced(db, version.number, filters, unplaced) : [],
    total.incidents > 0 || selected.length === 0
      ? []
      : totalsUnder(
          db,
          version.number,
          selected.map((one) => one.without),
        ),
  ]);
  const isTargetUnknown =
    name !== undefined &&
    total.incidents === 0 &&
    (await totalUnder(db, version.number, { "target-name": name })).incidents === 0;
  return {
    total,
    unplaced,
    unplacedRows,
    published,
    counted,
    rows,
    notYetCovered,
    counts,
    options: { actors, chains, techniques, targetName },
    // Of an empty selection, how many there would be without each.
    selected: selected.map((one, place) => ({ ...one, incidents: without[place]?.incidents ?? 0 })),
    named,
    isTargetUnknown,
  };
}
