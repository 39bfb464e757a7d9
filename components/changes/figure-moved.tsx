import { MovedLine } from "@/components/changes/moved-line";
import { type CitedFigure, writeCitedFigure } from "@/lib/changes/changes-view";
import type { FigureRule } from "@/lib/changes/figure-rule";
import { writeFigure } from "@/lib/changes/figure-rule";
import { citationFeedAddress, type Links, movedAddress } from "@/lib/site/links";

interface FigureMovedProps {
  rule: FigureRule;
  links: Links;
}

/** On a page of a fixed version: whether its figure has moved since. Nothing on a page of the newest. */
export function FigureMoved({ rule, links }: FigureMovedProps) {
  const { version, fixed } = links.edition;
  if (!fixed) return null;
  const cited: CitedFigure = { version, rule };
  const figure = writeFigure(rule);
  return (
    <div key={writeCitedFigure(cited)} className="flex flex-wrap gap-x-3">
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
