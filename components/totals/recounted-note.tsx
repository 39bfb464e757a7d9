import type { Links } from "@/lib/site/urls/links";
import type { Measure } from "@/lib/statistics/rules/parameters";
import { type PublishedTotal, publishedTotalText } from "@/lib/statistics/totals/published-total";

/** That an older version's number is counted by newer rules, and what it was; nothing where it is as published. */
export function RecountedNote({
  published,
  measure = "gross",
  links,
}: {
  published: PublishedTotal | null;
  measure?: Measure;
  links: Links;
}) {
  if (published === null) return null;
  return (
    <p className="mt-3 max-w-prose text-muted text-sm">
      {publishedTotalText(published, measure)} <a href={links.countingRules}>What the rules are</a>
    </p>
  );
}
