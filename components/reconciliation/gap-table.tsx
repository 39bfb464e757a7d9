import { FigureDays, scopeLabel } from "@/components/figures/figure-scope";
import type { Links } from "@/lib/site/urls/links";
import type { HeldFigure } from "@/lib/statistics/reconciliation/reconciled-figure";
import {
  inMillionsPlain,
  signedMillions,
} from "@/lib/statistics/reconciliation/reconciliation-text";
import type { Day } from "@/lib/values/dates/day";

interface GapTableProps {
  caption: string;
  figures: readonly HeldFigure[];
  asOf: Day;
  links: Links;
}

/** Figures with what was published, ours under the same rule, and what is left. */
export function GapTable({ caption, figures, asOf, links }: GapTableProps) {
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            US$ million
          </th>
          <th scope="col" className="hidden py-2 pr-3 text-right font-normal sm:table-cell">
            Published
          </th>
          <th scope="col" className="hidden py-2 pr-3 text-right font-normal sm:table-cell">
            Lossline
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            By its rule
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Left
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map(({ figure, outcome, rule }) => (
          <tr key={figure.figureId} className="border-rule border-b align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              <a href={links.reconciliation(figure)}>{figure.title}</a>
              <span className="block text-muted text-sm">
                {figure.publisher} · <FigureDays figure={figure} asOf={asOf} links={links} /> ·{" "}
                {scopeLabel(figure)}
                {rule.rule === null && " · its rule is not known"}
              </span>
              <span className="block text-sm sm:hidden">
                published {inMillionsPlain(outcome.publishedCents, 1)}, ours{" "}
                {inMillionsPlain(outcome.ownCents, 1)}
              </span>
            </th>
            <td className="hidden py-2 pr-3 text-right sm:table-cell">
              {inMillionsPlain(outcome.publishedCents, 1)}
            </td>
            <td className="hidden py-2 pr-3 text-right sm:table-cell">
              {inMillionsPlain(outcome.ownCents, 1)}
            </td>
            <td className="py-2 pr-3 text-right">{inMillionsPlain(outcome.underRuleCents, 1)}</td>
            <td className="py-2 text-right font-semibold">
              {signedMillions(outcome.residualCents, 1)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
