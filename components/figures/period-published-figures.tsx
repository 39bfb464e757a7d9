import { FoldedFigures } from "@/components/figures/compared-figures";
import { RetractedFigures } from "@/components/figures/retracted-figures";
import { SelectionNote } from "@/components/figures/selection-note";
import type { Links } from "@/lib/site/urls/links";
import type { PeriodFigures } from "@/lib/statistics/figures/period-figures";
import { type PeriodView, periodText } from "@/lib/statistics/periods/period";
import type { Day } from "@/lib/values/dates/day";

interface PeriodPublishedFiguresProps {
  view: PeriodView;
  figures: PeriodFigures;
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

/** What others published about a period, and about spans within it that are no quarter or month. */
export function PeriodPublishedFigures(props: PeriodPublishedFiguresProps) {
  const { view, figures, asOf, links } = props;
  const { same, others, elsewhere, retracted } = figures;
  if (same.length + others.length + elsewhere + retracted.length === 0) return null;
  const { period } = view;
  const text = periodText(period);
  const parts = period.kind === "year" ? "quarters and months" : "months";
  return (
    <section aria-labelledby="figures" className="mt-12">
      <h2 id="figures" className="font-semibold text-2xl">
        Figures from other publishers
      </h2>
      {same.length + others.length > 0 && <SelectionNote links={links} />}
      {same.length > 0 && (
        <FoldedFigures
          shown={10}
          caption={`Figures from other publishers for ${text}`}
          figures={same}
          asOf={asOf}
          links={links}
        />
      )}
      {others.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold text-lg">Other spans in this period</h3>
          <FoldedFigures
            shown={6}
            caption={`Figures from other publishers for other spans in ${text}`}
            figures={others}
            asOf={asOf}
            links={links}
          />
        </>
      )}
      <RetractedFigures figures={retracted} />
      <p className="mt-3">
        <a href={links.figures({ from: period.from, to: period.to })}>
          {elsewhere === 0
            ? `The figures for ${text} in the list of all`
            : `All figures for days in ${text}, with the ${elsewhere} for its ${parts}`}
        </a>
      </p>
    </section>
  );
}
