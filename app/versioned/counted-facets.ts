import { LRUCache } from "lru-cache";
import type { Queryable } from "@/lib/db/client";
import type { Version } from "@/lib/record/versions/version";
import type { FacetCounts } from "@/lib/statistics/incident-list/facet";
import { facetCounts } from "@/lib/statistics/incident-list/facet-queries";
import { type Filters, writeIncidents } from "@/lib/statistics/rules/views";

/** Selections of which the counts are kept: of each some hundred numbers. */
const MOST = 300;

/** What is kept, and after how many orders to withhold texts it was counted: names of publishers may be among them. */
let kept = newlyKept(0);

function newlyKept(withholdings: number) {
  return { withholdings, counts: new LRUCache<string, Promise<FacetCounts>>({ max: MOST }) };
}

/**
 * How many incidents each value of each filter would list under all other filters, counted once for all pages and orders of
 * a selection at a version: nothing that a list is made of takes longer.
 */
export function countedFacets(
  db: Queryable,
  version: Pick<Version, "number" | "withholdings">,
  filters: Filters,
): Promise<FacetCounts> {
  if (kept.withholdings !== version.withholdings) kept = newlyKept(version.withholdings);
  const { counts } = kept;
  const key = `${version.number} ${writeIncidents({ filters, sort: "newest", page: 1 })}`;
  const known = counts.get(key);
  if (known !== undefined) return known;
  const counting = facetCounts(db, version.number, filters);
  counts.set(key, counting);
  counting.catch(() => counts.delete(key));
  return counting;
}
