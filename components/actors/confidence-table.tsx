import type { Links } from "@/lib/site/urls/links";
import { levelOf } from "@/lib/statistics/actors/actor-filters";
import type { ConfidenceTotal } from "@/lib/statistics/actors/actor-record";
import type { Filters } from "@/lib/statistics/rules/views";
import { levelsFrom } from "@/lib/statistics/totals/actor-levels";
import type { Level } from "@/lib/statistics/totals/level";
import type { Total } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import type { Confidence } from "@/lib/values/taxonomy/taxonomy";

/** The background of each level, here and in the bars of years, as charts draw it: solid, lighter, hatched; what a person was acquitted of is empty. */
export const CONFIDENCE_FILLS: Record<Level, string> = {
  confirmed: "var(--bar-whole)",
  likely: "var(--bar-part)",
  suspected: "repeating-linear-gradient(135deg, var(--bar-whole) 0 1.5px, var(--paper) 1.5px 4px)",
  acquitted: "var(--paper)",
};

interface ConfidenceTableProps {
  caption: string;
  /** Of the whole period, at most one for each level. */
  totals: readonly ConfidenceTotal[];
  /** The least confidence that counts. */
  least: Confidence;
  /** What the levels add up to. */
  total: Total;
  filters: Filters;
  links: Links;
}

const NOTHING: Total = { incidents: 0, unknownSize: 0, lossUsd: 0 };

/** What is attributed to an actor by how sure the surest statement about each incident is; the levels add up to the total. */
export function ConfidenceTable(props: ConfidenceTableProps) {
  const { caption, totals, least, total, filters, links } = props;
  // Of who was acquitted there is nothing else to show, and of anybody else nothing of the kind.
  const isAcquitted = totals.some(({ confidence }) => confidence === "acquitted");
  const counted = levelsFrom(least).filter((level) => (level === "acquitted") === isAcquitted);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 text-left font-normal">
            At its surest
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-normal">
            Loss
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Incidents
          </th>
        </tr>
      </thead>
      <tbody>
        {counted.map((confidence) => {
          const level = totals.find((row) => row.confidence === confidence) ?? NOTHING;
          return (
            <tr key={confidence} className="border-rule border-b">
              <th scope="row" className="py-1.5 pr-3 text-left font-normal">
                <span
                  aria-hidden="true"
                  className="mr-2 inline-block size-2.5"
                  style={{
                    background: CONFIDENCE_FILLS[confidence],
                    ...(confidence === "acquitted"
                      ? { border: "1.5px solid var(--bar-whole)" }
                      : {}),
                  }}
                />
                {confidence}
              </th>
              <Sums
                total={level}
                href={links.incidents(levelOf(filters, confidence), { sort: "largest" })}
              />
            </tr>
          );
        })}
      </tbody>
      <tfoot className="border-rule-strong border-t">
        <tr className="border-rule border-b">
          <th scope="row" className="py-1.5 pr-3 text-left font-semibold">
            {isAcquitted ? "all" : `at least ${least}`}
          </th>
          <Sums total={total} href={links.incidents(filters, { sort: "largest" })} />
        </tr>
      </tfoot>
    </table>
  );
}

function Sums({ total, href }: { total: Total; href: string }) {
  const { incidents, unknownSize, lossUsd } = total;
  const loss =
    incidents === 0 ? (
      <span className="text-muted">—</span>
    ) : unknownSize === incidents ? (
      <span className="text-muted italic">unknown</span>
    ) : (
      <data value={lossUsd} title={formatUsdExact(lossUsd)}>
        {formatUsd(lossUsd)}
      </data>
    );
  return (
    <>
      <td className="whitespace-nowrap py-1.5 pr-4 text-right">
        {incidents === 0 ? loss : <a href={href}>{loss}</a>}
      </td>
      <td className="whitespace-nowrap py-1.5 text-right">
        {incidents === 0 ? (
          <span className="text-muted">—</span>
        ) : (
          incidents.toLocaleString("en-GB")
        )}
        {unknownSize > 0 && unknownSize < incidents && (
          <span className="block text-muted text-sm">{unknownSize} of unknown size</span>
        )}
      </td>
    </>
  );
}
