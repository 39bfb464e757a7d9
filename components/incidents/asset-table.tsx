import type { ReactNode } from "react";
import { conversionNote } from "@/components/incidents/conversion-note";
import { Loss } from "@/components/incidents/loss";
import type { Asset } from "@/lib/record/incidents/incident";
import { formatQuantity } from "@/lib/values/quantities/quantity";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

/** What was taken, in its own units and in US dollars at the time. */
export function AssetTable({ assets }: { assets: readonly Asset[] }) {
  const isAnyPlaced = assets.some(({ chain }) => chain !== null);
  return (
    <table className="w-full max-w-xl border-collapse">
      <caption className="sr-only">Assets taken</caption>
      <thead className="border-rule-strong border-b text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 text-left font-normal">
            Asset
          </th>
          {isAnyPlaced && (
            <th scope="col" className="py-2 pr-3 text-left font-normal">
              Chain
            </th>
          )}
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Quantity
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            US dollars
          </th>
        </tr>
      </thead>
      <tbody>
        {assets.map((asset) => (
          <tr key={JSON.stringify(asset)} className="border-rule border-b">
            <th scope="row" className="py-1.5 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              {asset.symbol}
            </th>
            {isAnyPlaced && (
              <td className="py-1.5 pr-3 text-sm leading-6">
                {asset.chain === null ? (
                  <span className="text-muted italic">unknown</span>
                ) : (
                  chainLabel(asset.chain)
                )}
              </td>
            )}
            <td className="py-1.5 pr-3 text-right [overflow-wrap:anywhere]">
              {asset.quantity === null ? (
                <span className="text-muted italic">unknown</span>
              ) : (
                formatQuantity(asset.quantity)
              )}
            </td>
            <td className="py-1.5 text-right">
              <Loss usd={asset.usd} />
              <Converted note={conversionNote(asset.converted)} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What its worth was said as in another money. */
function Converted({ note }: { note: ReactNode }) {
  return note === null ? null : <span className="block text-muted text-sm">{note}</span>;
}
