import { TotalLoss } from "@/components/actors/total-loss";
import { PublishedAmount } from "@/components/figures/published-amount";
import { RetractedFigures } from "@/components/figures/retracted-figures";
import { ExternalLink } from "@/components/sources/external-link";
import type {
  PublishedFigureRow,
  RetractedPublishedFigure,
} from "@/lib/record/figures/published-figure";
import type { Links } from "@/lib/site/urls/links";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import { dateInShort } from "@/lib/values/dates/day";

/** Someone else's total about an actor, and the record's own for the same days; null where no rule says the same. */
type ComparedFigure = PublishedFigureRow & { own: (Total & { filters: Filters }) | null };

/** Others' totals about an actor beside the record's own, and those that were retracted. */
export function ActorPublishedFigures({
  figures,
  retracted,
  links,
}: {
  figures: readonly ComparedFigure[];
  retracted: readonly RetractedPublishedFigure[];
  links: Links;
}) {
  return (
    <>
      {figures.length > 0 && <FiguresTable figures={figures} links={links} />}
      <RetractedFigures figures={retracted} />
    </>
  );
}

function FiguresTable({ figures, links }: { figures: readonly ComparedFigure[]; links: Links }) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">Published totals of others and the record’s own</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Publisher and period
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-normal">
            Their total
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Lossline’s
          </th>
        </tr>
      </thead>
      <tbody>
        {figures.map((figure) => (
          <tr key={`${figure.title} ${figure.source}`} className="border-rule border-b align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              <ExternalLink href={figure.source}>{figure.publisher}</ExternalLink>{" "}
              <span className="text-sm">
                <time dateTime={figure.from}>{dateInShort(figure.from)}</time>
                {figure.to !== figure.from && (
                  <>
                    {" – "}
                    <time dateTime={figure.to}>{dateInShort(figure.to)}</time>
                  </>
                )}
              </span>
              {figure.note !== "" && (
                <span className="block text-muted text-sm">{figure.note}</span>
              )}
            </th>
            <td className="py-2 pr-4 text-right sm:whitespace-nowrap">
              <PublishedAmount figure={figure} />
            </td>
            <td className="whitespace-nowrap py-2 text-right">
              {figure.own === null ? (
                <span className="text-muted">—</span>
              ) : (
                <TotalLoss
                  total={figure.own}
                  href={links.incidents(figure.own.filters, { sort: "largest" })}
                />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
