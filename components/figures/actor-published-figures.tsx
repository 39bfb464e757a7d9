import { FoldedFigures } from "@/components/figures/compared-figures";
import { RetractedFigures } from "@/components/figures/retracted-figures";
import { SelectionNote } from "@/components/figures/selection-note";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import type { Links } from "@/lib/site/urls/links";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import type { Day } from "@/lib/values/dates/day";

interface ActorPublishedFiguresProps {
  slug: string;
  figures: readonly ComparedFigure[];
  retracted: readonly RetractedPublishedFigure[];
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

/** Others' totals about an actor, and those that were retracted. */
export function ActorPublishedFigures(props: ActorPublishedFiguresProps) {
  const { slug, figures, retracted, asOf, links } = props;
  return (
    <>
      {figures.length > 0 && (
        <>
          <SelectionNote links={links} actor />
          <FoldedFigures
            shown={12}
            about={slug}
            caption="Figures from other publishers about this actor"
            figures={figures}
            asOf={asOf}
            links={links}
          />
        </>
      )}
      <RetractedFigures figures={retracted} />
      <p className="mt-3">
        <a href={links.figures({ actor: slug })}>These figures in the list of all</a>
      </p>
    </>
  );
}
