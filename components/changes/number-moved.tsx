import { CorrectionsFeed } from "@/components/changes/corrections-feed";
import { MovedLine } from "@/components/changes/moved-line";
import { citationFeedUrl, type Links, movedUrl } from "@/lib/site/urls/links";
import type { CitedNumber } from "@/lib/statistics/changes/changes-view";
import type { NumberRule } from "@/lib/statistics/changes/number-rule";
import { writeNumberRule } from "@/lib/statistics/changes/number-rule";

interface NumberMovedProps {
  rule: NumberRule;
  links: Links;
  /** Whether the page shows something else of the losses that the rule adds up: their median, or a year's dollars. */
  isBehind?: boolean;
}

/** On a page of a pinned version: whether its number has moved since. On a page of the newest only its head names the feed. */
export function NumberMoved({ rule, links, isBehind = false }: NumberMovedProps) {
  const { version, pinned } = links.reference;
  if (isBehind) return pinned ? <LossesMoved rule={rule} version={version} /> : null;
  if (!pinned) return <CorrectionsFeed rule={rule} links={links} />;
  const cited: CitedNumber = { version, rule };
  const number = writeNumberRule(rule);
  return (
    <div className="flex flex-wrap gap-x-3">
      <CorrectionsFeed rule={rule} links={links} />
      <MovedLine asks={movedUrl(cited)} changes={changesSince(version, number)} />
      <p className="mt-3 text-muted text-sm">
        <a href={citationFeedUrl(cited)}>Its corrections as a feed</a>
      </p>
    </div>
  );
}

function changesSince(version: number, number: string): string {
  return `/changes?from=${version}${number === "" ? "" : `&${number}`}`;
}

/** The way to what has changed in the losses of which a page shows something else than their sum. */
function LossesMoved({ rule, version }: { rule: NumberRule; version: number }) {
  return (
    <p className="mt-3 text-muted text-sm">
      <a href={changesSince(version, writeNumberRule(rule))}>
        What has changed since in the losses behind this chart
      </a>
      , at the time of theft.
    </p>
  );
}
