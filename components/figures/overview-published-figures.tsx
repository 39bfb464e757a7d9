import { FoldedFigures } from "@/components/figures/compared-figures";
import { RetractedFigures } from "@/components/figures/retracted-figures";
import { SelectionNote } from "@/components/figures/selection-note";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import type { Links } from "@/lib/site/urls/links";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import type { Day } from "@/lib/values/dates/day";

/** Totals shown before the reader asks for the others. */
const SHOWN = 6;

interface OverviewPublishedFiguresProps {
  year: number;
  figures: readonly ComparedFigure[];
  retracted: readonly RetractedPublishedFigure[];
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

/** Others' totals over everything from the year's first day on, those that were retracted, and the way to all others. */
export function OverviewPublishedFigures(props: OverviewPublishedFiguresProps) {
  const { year, figures, retracted, asOf, links } = props;
  return (
    <section aria-labelledby="others" className="mt-12">
      <h2 id="others" className="font-semibold text-2xl">
        Figures from other publishers
      </h2>
      {figures.length > 0 && (
        <>
          <p className="mt-1 max-w-prose text-muted">
            Totals over everything that others published for a period from the same 1 January. They
            differ because their rules do: some leave out exit scams or phishing, some count net of
            returns.
          </p>
          <SelectionNote links={links} />
          <FoldedFigures
            shown={SHOWN}
            explained={false}
            caption="Published totals of others from the same 1 January"
            figures={figures}
            asOf={asOf}
            links={links}
          />
        </>
      )}
      <RetractedFigures figures={retracted} />
      <p className="mt-3">
        <a href={links.figures({ year })}>All figures from other publishers for {year}</a>, by
        month, category and actor too
      </p>
    </section>
  );
}
