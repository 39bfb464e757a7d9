import { changeText } from "@/lib/statistics/changes/amount-text";
import { CHANGE_KINDS, type Changes } from "@/lib/statistics/changes/changes";
import type { Measure } from "@/lib/statistics/rules/parameters";

/** What each kind of change added or took off, summing to the difference. */
export function ChangeSegments({ changes, measure }: { changes: Changes; measure: Measure }) {
  const difference = changes.after.amount - changes.before.amount;
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">What each kind of change adds to the difference</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Why
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Incidents
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Amount
          </th>
        </tr>
      </thead>
      <tbody>
        {changes.parts.map(({ kind, incidents, amount }) => (
          <tr key={kind} className="border-rule border-b align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal">
              <span className="font-semibold">{CHANGE_KINDS[kind].label}</span>
              <span className="block max-w-prose text-muted text-sm">
                {CHANGE_KINDS[kind].definition}
              </span>
            </th>
            <td className="py-2 pr-3 text-right">
              <a href={kind === "unmoved" ? "#unmoved" : "#incidents"}>
                {incidents.toLocaleString("en-GB")}
              </a>
            </td>
            <td className="whitespace-nowrap py-2 text-right">
              <span className="hidden sm:inline">{changeText(measure, amount, true)}</span>
              <span className="sm:hidden">{changeText(measure, amount)}</span>
            </td>
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr className="border-rule-strong border-t font-semibold">
          <th scope="row" colSpan={2} className="py-2 pr-3 text-left">
            Difference
          </th>
          <td className="whitespace-nowrap py-2 text-right">
            <span className="hidden sm:inline">{changeText(measure, difference, true)}</span>
            <span className="sm:hidden">{changeText(measure, difference)}</span>
          </td>
        </tr>
      </tfoot>
    </table>
  );
}
