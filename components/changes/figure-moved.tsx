import { MovedLine } from "@/components/changes/moved-line";
import { citationFeedAddress, type Links, movedAddress } from "@/lib/site/urls/links";
import type { CitedFigure } from "@/lib/statistics/changes/changes-view";
import type { FigureRule } from "@/lib/statistics/changes/figure-rule";
import { writeFigure } from "@/lib/statistics/changes/figure-rule";

interface FigureMovedProps {
  rule: FigureRule;
  links: Links;
}

/** On a page of a pinned version: whether its figure has moved since. Nothing on a page of the newest. */
export function FigureMoved({ rule, links }: FigureMovedProps) {
  const { version, pinned } = links.reference;
  if (!pinned) return null;
  const cited: CitedFigure = { version, rule };
  const figure = writeFigure(rule);
  return (
    <div className="flex flex-wrap gap-x-3">
      <link
        rel="alternate"
        type="application/atom+xml"
        title={`Corrections of this figure since version ${version}`}
        href={citationFeedAddress(cited)}
      />
      <MovedLine
        asks={movedAddress(cited)}
        changes={`/changes?from=${version}${figure === "" ? "" : `&${figure}`}`}
      />
      <p className="mt-3 text-muted text-sm">
        <a href={citationFeedAddress(cited)}>Its corrections as a feed</a>
      </p>
    </div>
  );
}
