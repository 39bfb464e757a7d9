import type { Links } from "@/lib/site/urls/links";
import { SORTS, type Sort } from "@/lib/statistics/rules/parameters";
import type { IncidentsView } from "@/lib/statistics/rules/views";

interface SortLinkProps {
  label: string;
  /** The orders that this column knows; each use leads to the next. */
  orders: readonly [Sort, Sort];
  view: IncidentsView;
  links: Links;
}

/** Orders from the latest, the largest or Z. */
const DESCENDING: readonly Sort[] = [
  "newest",
  "largest",
  "most-returned",
  "name-desc",
  "target-desc",
  "category-desc",
  "actor-desc",
];

/** How a column is sorted, as assistive technology is told; undefined where it is another that is. */
export function ariaSort(
  orders: readonly Sort[],
  sort: Sort,
): "ascending" | "descending" | undefined {
  if (!orders.includes(sort)) return undefined;
  return DESCENDING.includes(sort) ? "descending" : "ascending";
}

/** A column's heading that leads to the list in that column's order, from its first page. */
export function SortLink({ label, orders, view, links }: SortLinkProps) {
  const place = orders.indexOf(view.sort);
  const next = orders[(place + 1) % orders.length] ?? orders[0];
  return (
    <a
      href={links.incidents(view.filters, { sort: next })}
      aria-label={`${label}${place >= 0 ? `, in the order “${SORTS[view.sort]}”` : ""}; go to “${SORTS[next]}”`}
      className={place >= 0 ? "whitespace-nowrap font-semibold text-ink" : undefined}
    >
      {label}
      {place >= 0 && <span aria-hidden="true"> {DESCENDING.includes(view.sort) ? "↓" : "↑"}</span>}
    </a>
  );
}
