import type { Links } from "@/lib/site/urls/links";
import { levelOf } from "@/lib/statistics/actors/actor-filters";
import type { ConfidenceTotal } from "@/lib/statistics/actors/actor-record";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import { CONFIDENCES, type Confidence } from "@/lib/values/taxonomy/taxonomy";

/** How each level is drawn, here and in the bars of years: the surer, the darker. */
export const CONFIDENCE_FILLS: Record<Confidence, string> = {
  confirmed: "var(--bar-whole)",
  likely: "var(--bar-part)",
  suspected: "color-mix(in srgb, var(--bar-part) 40%, transparent)",
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
  const levels = CONFIDENCES.map(({ value }) => value);
  const counted = levels.slice(levels.indexOf(least)).reverse();
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
                  style={{ background: CONFIDENCE_FILLS[confidence] }}
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
            at least {least}
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
