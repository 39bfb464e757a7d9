import { FoldedFigures } from "@/components/figures/compared-figures";
import { RetractedFigures } from "@/components/figures/retracted-figures";
import { SelectionNote } from "@/components/figures/selection-note";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import type { Links } from "@/lib/site/urls/links";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import type { Day } from "@/lib/values/dates/day";

interface SeveralYearFiguresProps {
  figures: readonly ComparedFigure[];
  retracted: readonly RetractedPublishedFigure[];
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

/** What others published about days of several years, which no year's page holds; and the way to all figures. */
export function SeveralYearFigures({ figures, retracted, asOf, links }: SeveralYearFiguresProps) {
  return (
    <section aria-labelledby="figures" className="mt-12">
      <h2 id="figures" className="font-semibold text-2xl">
        Figures from other publishers
      </h2>
      <p className="mt-1 max-w-prose">
        The page of each period has those for its days.{" "}
        <a href={links.figures()}>All figures from other publishers</a>
      </p>
      {figures.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold text-lg">For several years together</h3>
          <SelectionNote links={links} />
          <FoldedFigures
            shown={6}
            caption="Figures from other publishers for several years together"
            figures={figures}
            asOf={asOf}
            links={links}
          />
        </>
      )}
      <RetractedFigures figures={retracted} />
    </section>
  );
}
