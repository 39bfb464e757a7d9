import { CONFIDENCE_FILLS } from "@/components/actors/confidence-table";
import type { PeriodBar } from "@/lib/statistics/periods/period-model";
import { rangeText } from "@/lib/statistics/totals/actor-levels";
import { formatUsd } from "@/lib/values/money/usd";

interface BarTableProps {
  caption: string;
  heading: string;
  /** What the amounts are; null where incidents are all that is counted. */
  amounts?: string | null;
  bars: readonly PeriodBar[];
  /** The colour of a bar by its key, as a CSS value. */
  colourOf: (key: string) => string;
}

/** Parts of a total with a bar, an amount and a share each; amounts lead to the incidents behind them. */
export function BarTable({ caption, heading, amounts = "Lost", bars, colourOf }: BarTableProps) {
  const most = Math.max(...bars.map(({ usd }) => usd ?? 0), 1);
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            {heading}
          </th>
          {amounts !== null && (
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              {amounts}
            </th>
          )}
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Share
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Incidents
          </th>
        </tr>
      </thead>
      <tbody>
        {bars.map(({ key, label, usd, value, exact, share, incidents, levels = [], href }) => (
          <tr key={key} className="border-rule border-b align-top">
            <th scope="row" className="w-full py-2 pr-3 text-left font-normal">
              {label}
              <span
                aria-hidden="true"
                className="mt-1 flex h-1.5"
                style={{
                  ...(levels.length === 0 ? { background: colourOf(key) } : {}),
                  width: `${(100 * (usd ?? 0)) / most}%`,
                  minWidth: (usd ?? 0) > 0 ? "2px" : "0",
                }}
              >
                {levels.map(({ confidence, amount }) => (
                  <span
                    key={confidence}
                    style={{
                      background: CONFIDENCE_FILLS[confidence],
                      flexGrow: amount,
                      ...(confidence === "confirmed"
                        ? {}
                        : { border: "1px solid var(--bar-whole)" }),
                    }}
                  />
                ))}
              </span>
              {levels.length > 0 && (
                <span className="mt-0.5 block text-muted text-sm">
                  {rangeText(levels, formatUsd)}
                </span>
              )}
            </th>
            {amounts !== null && (
              <td className="whitespace-nowrap py-2 pr-3 text-right">
                {usd === null ? (
                  <span className="text-muted italic">{value}</span>
                ) : (
                  <a href={href} title={exact}>
                    {value}
                  </a>
                )}
              </td>
            )}
            <td className="whitespace-nowrap py-2 pr-3 text-right text-muted">{share ?? "–"}</td>
            <td className="py-2 text-right">
              <a href={href}>{incidents.toLocaleString("en-GB")}</a>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
