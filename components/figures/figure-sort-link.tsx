import type { Links } from "@/lib/site/urls/links";
import {
  FIGURE_SORTS,
  type FigureSort,
  type FiguresView,
} from "@/lib/statistics/figures/figures-view";

interface FigureSortLinkProps {
  label: string;
  /** The orders that this column knows; each use leads to the next. */
  orders: readonly [FigureSort, ...FigureSort[]];
  view: FiguresView;
  links: Links;
}

const ARROWS: Record<FigureSort, string> = {
  newest: "↓",
  oldest: "↑",
  largest: "↓",
  smallest: "↑",
  name: "↓",
};

/** A column's heading that leads to the list in that column's order, from its first page. */
export function FigureSortLink({ label, orders, view, links }: FigureSortLinkProps) {
  const place = orders.indexOf(view.sort);
  const next = orders[(place + 1) % orders.length] ?? orders[0];
  return (
    <a
      href={links.figures(view.filters, { sort: next })}
      aria-label={`${label}${place >= 0 ? `, in the order “${FIGURE_SORTS[view.sort]}”` : ""}; go to “${FIGURE_SORTS[next]}”`}
      className={place >= 0 ? "font-semibold text-ink" : undefined}
    >
      {label}
      {place >= 0 && <span aria-hidden="true"> {ARROWS[view.sort]}</span>}
    </a>
  );
}
