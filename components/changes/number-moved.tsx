import { CorrectionsFeed } from "@/components/changes/corrections-feed";
import { MovedLine } from "@/components/changes/moved-line";
import { citationFeedUrl, type Links, movedUrl } from "@/lib/site/urls/links";
import type { CitedNumber } from "@/lib/statistics/changes/changes-view";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { writeNumberRule } from "@/lib/statistics/changes/number-rule";

interface NumberMovedProps {
  rule: NumberRule;
  links: Links;
}

/** On a page of a pinned version: whether its number has moved since. On a page of the newest only its head names the feed. */
export function NumberMoved({ rule, links }: NumberMovedProps) {
  const { version, pinned } = links.reference;
  if (!pinned) return <CorrectionsFeed rule={rule} links={links} />;
  const cited: CitedNumber = { version, rule };
  const number = writeNumberRule(rule);
  return (
    <div className="flex flex-wrap gap-x-3">
      <CorrectionsFeed rule={rule} links={links} />
      <MovedLine
        asks={movedUrl(cited)}
        changes={`/changes?from=${version}${number === "" ? "" : `&${number}`}`}
      />
      <p className="mt-3 text-muted text-sm">
        <a href={citationFeedUrl(cited)}>Its corrections as a feed</a>
      </p>
    </div>
  );
}
