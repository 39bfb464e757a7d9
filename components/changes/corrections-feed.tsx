import { citationFeedUrl, type Links } from "@/lib/site/urls/links";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";

/** Names the feed of a page's number in its head, where React takes it, for those who want to hear of corrections. */
export function CorrectionsFeed({ rule, links }: { rule: NumberRule; links: Links }) {
  const { version } = links.reference;
  return (
    <link
      rel="alternate"
      type="application/atom+xml"
      title={`Corrections of this figure since version ${version}`}
      href={citationFeedUrl({ version, rule })}
    />
  );
}
