import { FigureScope } from "@/components/figures/figure-scope";
import { FigureSource } from "@/components/figures/figure-source";
import { OwnNumberCell } from "@/components/figures/own-number";
import { PublishedAmount } from "@/components/figures/published-amount";
import type { Links } from "@/lib/site/urls/links";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import type { Day } from "@/lib/values/dates/day";

interface ComparedFiguresProps {
  caption: string;
  figures: readonly ComparedFigure[];
  /** The slug of the actor whose page it is, who then is not named again. */
  about?: string;
  /** Whether each leads to what explains the difference; the overview leaves that to the pages that it leads to. */
  explained?: boolean;
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

interface FoldedFiguresProps extends ComparedFiguresProps {
  /** How many are shown before the reader asks for the others. */
  shown: number;
}

/** As `ComparedFigures`, those after the first few folded away. */
export function FoldedFigures({ shown, figures, caption, ...others }: FoldedFiguresProps) {
  const folded = figures.length - shown;
  // A fold that hides a line or two costs more than these.
  if (folded <= 2) return <ComparedFigures figures={figures} caption={caption} {...others} />;
  return (
    <>
      <ComparedFigures figures={figures.slice(0, shown)} caption={caption} {...others} />
      <details className="mt-3">
        <summary className="w-fit py-1">{folded} more</summary>
        <ComparedFigures
          figures={figures.slice(shown)}
          caption={`${caption}, continued`}
          {...others}
        />
      </details>
    </>
  );
}

/** Others' totals, each beside what Lossline counts by its own rule of the same scope, where that can be said. */
export function ComparedFigures(props: ComparedFiguresProps) {
  const { caption, figures, about, explained = true, asOf, links } = props;
  return (
    <table className="mt-3 w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Publisher and what it counted
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Their figure
          </th>
          <th scope="col" className="w-24 py-2 text-right font-normal sm:w-36">
            Lossline, by its own rule
          </th>
        </tr>
      </thead>
      {figures.map((figure) => (
        <FigureRows
          key={figure.figureId}
          figure={figure}
          about={about}
          explained={explained}
          asOf={asOf}
          links={links}
        />
      ))}
    </table>
  );
}

type FigureRowsProps = Omit<ComparedFiguresProps, "caption" | "figures" | "about" | "explained"> & {
  figure: ComparedFigure;
  explained: boolean;
  about: string | undefined;
};

/** A figure with its numbers, and across all columns below them what is to be known of it: a phone has no room beside. */
function FigureRows({ figure, about, explained, asOf, links }: FigureRowsProps) {
  return (
    <tbody className="border-rule border-b align-top">
      <tr>
        <th scope="row" className="pt-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
          <span className="font-semibold">{figure.publisher}</span>{" "}
          <span className="text-sm">
            <FigureScope
              figure={figure}
              isActorNamed={figure.actor?.slug !== about}
              asOf={asOf}
              links={links}
            />
            <a href={links.figure(figure)} className="block py-0.5">
              {figure.title}
            </a>
          </span>
        </th>
        <td className="pt-2 pr-3 text-right sm:whitespace-nowrap">
          <PublishedAmount figure={figure} />
        </td>
        <td className="pt-2 text-right">
          <OwnNumberCell own={figure.own} links={links} />
        </td>
      </tr>
      <tr>
        <td colSpan={3} className="pb-2 text-muted text-sm [overflow-wrap:anywhere]">
          {figure.note !== "" && <span className="block max-w-prose">{figure.note}</span>}
          <FigureSource figure={figure} />
          {explained && (
            <>
              {" · "}
              <a href={links.reconciliation(figure)} aria-label={`Why it differs: ${figure.title}`}>
                why it differs
              </a>
            </>
          )}
        </td>
      </tr>
    </tbody>
  );
}
