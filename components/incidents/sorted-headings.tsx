import type { SortedHeadings } from "@/components/incidents/incident-table";
import { ariaSort, SortLink } from "@/components/incidents/sort-link";
import type { Links } from "@/lib/site/urls/links";
import type { Sort } from "@/lib/statistics/rules/parameters";
import type { IncidentsView } from "@/lib/statistics/rules/views";

/** The headings of the list's columns, each of which leads to the list in that column's order. */
export function sortedHeadings(view: IncidentsView, links: Links): SortedHeadings {
  const heading = (label: string, orders: readonly [Sort, Sort]) => ({
    link: <SortLink label={label} orders={orders} view={view} links={links} />,
    sorted: ariaSort(orders, view.sort),
  });
  return {
    date: heading("Day", ["newest", "oldest"]),
    name: heading("Incident", ["name", "name-desc"]),
    target: heading("Target", ["target", "target-desc"]),
    category: heading("Category", ["category", "category-desc"]),
    actor: heading("Attributed to", ["actor", "actor-desc"]),
    returned: heading("Returned", ["most-returned", "least-returned"]),
    loss: heading("Loss", ["largest", "smallest"]),
  };
}
