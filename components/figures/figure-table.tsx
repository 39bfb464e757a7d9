import { ActorName } from "@/components/actors/actor-name";
import { FigureDays, scopeLabel } from "@/components/figures/figure-scope";
import { FigureSortLink } from "@/components/figures/figure-sort-link";
import { FigureSource } from "@/components/figures/figure-source";
import { PublishedAmount } from "@/components/figures/published-amount";
import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import { figureAnchor, type Links } from "@/lib/site/urls/links";
import type { FiguresView } from "@/lib/statistics/figures/figures-view";
import type { ReconciledFigure } from "@/lib/statistics/reconciliation/reconciled-figure";
import { besideText } from "@/lib/statistics/reconciliation/reconciliation-text";
import type { Day } from "@/lib/values/dates/day";

interface FigureTableProps {
  caption: string;
  rows: readonly PublishedFigureRow[];
  /** What is known of them held against ours; of versions that do not say how others count, nothing. */
  reconciled: readonly ReconciledFigure[];
  view: FiguresView;
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
  permanent: Links;
}

const wide = "hidden px-3 py-2 text-sm leading-6 md:table-cell";

/** Published figures as lines, each a place to link to. On a phone the lesser columns move below the publisher. */
export function FigureTable(props: FigureTableProps) {
  const { caption, rows, reconciled, view, asOf, links, permanent } = props;
  const sorted = { view, links };
  const outcomes = new Map(reconciled.map((each) => [each.figure.figureId, each]));
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            <FigureSortLink {...sorted} label="Publisher" orders={["name"]} />
          </th>
          <th scope="col" className={`${wide} font-normal`}>
            <FigureSortLink {...sorted} label="Period" orders={["newest", "oldest"]} />
          </th>
          <th scope="col" className={`${wide} font-normal`}>
            Category
          </th>
          <th scope="col" className={`${wide} font-normal`}>
            Actor
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            <FigureSortLink {...sorted} label="Amount" orders={["largest", "smallest"]} />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((figure) => (
          <tr
            key={figure.figureId}
            id={figureAnchor(figure.figureId)}
            className="scroll-mt-4 border-rule border-b align-top target:bg-mark"
          >
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              <span className="font-semibold">{figure.publisher}</span>
              <span className="block text-sm md:hidden">
                <FigureDays figure={figure} asOf={asOf} links={links} /> · {scopeLabel(figure)}
                {figure.actor !== null && (
                  <>
                    {" · attributed to "}
                    <ActorName actor={figure.actor} href={links.actor(figure.actor.slug)} />
                  </>
                )}
              </span>
              <FigureText figure={figure} permanent={permanent} />
              <Against reconciled={outcomes.get(figure.figureId)} links={links} />
            </th>
            <td className={`${wide} whitespace-nowrap`}>
              <FigureDays figure={figure} asOf={asOf} links={links} />
            </td>
            <td className={wide}>{scopeLabel(figure)}</td>
            <td className={wide}>
              {figure.actor === null ? (
                <span className="text-muted">–</span>
              ) : (
                <ActorName actor={figure.actor} href={links.actor(figure.actor.slug)} />
              )}
            </td>
            <td className="py-2 text-right sm:whitespace-nowrap">
              {figure.retraction === null ? (
                <PublishedAmount figure={figure} />
              ) : (
                <s className="text-muted">
                  <PublishedAmount figure={figure} />
                </s>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What ours comes to by the publisher's rule, and what is left, leading to why. */
function Against({
  reconciled,
  links,
}: {
  reconciled: ReconciledFigure | undefined;
  links: Links;
}) {
  if (reconciled === undefined || typeof reconciled.outcome === "string") return null;
  const { figure, outcome } = reconciled;
  return (
    <span className="block text-sm">
      <a
        href={links.reconciliation(figure)}
        className="inline-block py-1"
        aria-label={`Lossline by its rule: ${besideText(outcome)}: ${figure.title}`}
      >
        Lossline by its rule: {besideText(outcome)}
      </a>
    </span>
  );
}

/** What a figure is called, what is to be known of it, since when and where it can be read, and its permanent link. */
function FigureText({ figure, permanent }: { figure: PublishedFigureRow; permanent: Links }) {
  const { title, note, retraction } = figure;
  return (
    <>
      <span className="block text-sm">{title}</span>
      {retraction !== null && (
        <span className="block whitespace-pre-line border-negative border-l-4 pl-2 text-sm">
          Retracted: {retraction}
        </span>
      )}
      {note !== "" && <span className="block max-w-prose text-muted text-sm">{note}</span>}
      <span className="block text-muted text-sm">
        <FigureSource figure={figure} /> ·{" "}
        <a href={permanent.figure(figure)} aria-label={`Permanent link: ${title}`}>
          permanent link
        </a>
      </span>
    </>
  );
}
