import type { Links } from "@/lib/site/urls/links";
import type { Filters } from "@/lib/statistics/rules/views";

/** Names the feed of a selection in the page's head, where React takes it. */
export function ListFeed({ filters, links }: { filters: Filters; links: Links }) {
  return (
    <link
      rel="alternate"
      type="application/atom+xml"
      title="What was added, corrected or withdrawn in this selection"
      href={links.incidentsFeed(filters)}
    />
  );
}
