import { citationFeedUrl, type Links } from "@/lib/site/urls/links";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { isOfStatements } from "@/lib/statistics/rules/views";

/**
 * Names the feed of a page's number in its head, where React takes it, for those who want to hear of corrections; none
 * where its rule asks for statements, of which no feed knows.
 */
export function CorrectionsFeed({ rule, links }: { rule: NumberRule; links: Links }) {
  const { version } = links.reference;
  if (isOfStatements(rule.filters)) return null;
  return (
    <link
      rel="alternate"
      type="application/atom+xml"
      title={`Corrections of this figure since version ${version}`}
      href={citationFeedUrl({ version, rule })}
    />
  );
}
