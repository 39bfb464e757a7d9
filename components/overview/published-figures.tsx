import { PublishedAmount } from "@/components/figures/published-amount";
import { RetractedFigures } from "@/components/figures/retracted-figures";
import type { RetractedPublishedFigure } from "@/lib/record/figures/published-figure";
import type { Links } from "@/lib/site/urls/links";
import type { ComparedFigure } from "@/lib/statistics/overview/overview";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsd } from "@/lib/values/money/usd";

/** Totals shown before the reader asks for the others. */
const SHOWN = 6;

/** Others' totals beside the record's own for the same days, and those that were retracted. */
export function PublishedFigures({
  figures,
  retracted,
  links,
}: {
  figures: readonly ComparedFigure[];
  retracted: readonly RetractedPublishedFigure[];
  links: Links;
}) {
  return (
    <section aria-labelledby="others" className="mt-12">
      <h2 id="others" className="font-semibold text-2xl">
        Figures from other publishers
      </h2>
      <p className="mt-1 max-w-prose text-muted">
        Totals over everything that others published for a period from the same 1 January, and what
        this record holds for the same days. They differ because their rules do: some leave out exit
        scams or phishing, some count net of returns.
      </p>
      {figures.length > 0 && (
        <FiguresTable
          figures={figures.slice(0, SHOWN)}
          links={links}
          caption="Published totals of others and the record’s own"
        />
      )}
      {figures.length > SHOWN && (
        <details className="mt-3">
          <summary className="w-fit py-1">
            {figures.length - SHOWN} more, for shorter periods
          </summary>
          <FiguresTable
            figures={figures.slice(SHOWN)}
            links={links}
            caption="More published totals of others"
          />
        </details>
      )}
      <RetractedFigures figures={retracted} />
    </section>
  );
}

interface FiguresTableProps {
  figures: readonly ComparedFigure[];
  links: Links;
  caption: string;
}

function FiguresTable({ figures, links, caption }: FiguresTableProps) {
  return (
    <table className="mt-3 w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Publisher
          </th>
          <th scope="col" className="py-2 pr-3 font-normal">
            Through
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Their total
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Lossline’s
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr
            key={`${figure.publisher} ${figure.title} ${figure.to} ${figure.source}`}
            className="border-rule border-b align-top"
          >
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              <a href={figure.source} rel="noopener nofollow">
                {figure.publisher}
              </a>
              {figure.note !== "" && (
                <span className="block text-muted text-sm">{figure.note}</span>
              )}
            </th>
            <td className="py-2 pr-3 text-sm leading-6 sm:whitespace-nowrap">
              <time dateTime={figure.to}>{dateInShort(figure.to)}</time>
            </td>
            <td className="py-2 pr-3 text-right sm:whitespace-nowrap">
              <PublishedAmount figure={figure} />
            </td>
            <td className="whitespace-nowrap py-2 text-right">
              <a href={links.incidents({ from: figure.from, to: figure.to })}>
                {formatUsd(figure.ownUsd)}
              </a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
