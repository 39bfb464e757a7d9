import { ExternalLink } from "@/components/sources/external-link";
import type { Incident } from "@/lib/record/incidents/incident";
import { dateText } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";

/** Who put which figure on the loss, the one that the record counts marked. */
export function LossEstimates({ estimates }: { estimates: Incident["lossEstimates"] }) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">Estimates of the loss by who made them</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Estimate by
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            US dollars
          </th>
        </tr>
      </thead>
      <tbody>
        {estimates.map((estimate) => (
          <tr
            key={`${estimate.by} ${estimate.amountUsd} ${estimate.source}`}
            className="border-rule border-b align-top"
          >
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              <ExternalLink href={estimate.source}>{estimate.by}</ExternalLink>
              <span className="text-muted text-sm">
                {estimate.on !== null && (
                  <>
                    , <time dateTime={estimate.on}>{dateText(estimate.on)}</time>
                  </>
                )}
                {estimate.preferred && ", the figure that the record counts"}
              </span>
            </th>
            <td className="py-2 text-right">{formatUsdExact(estimate.amountUsd)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
