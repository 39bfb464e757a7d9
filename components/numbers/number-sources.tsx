import type { Links } from "@/lib/site/urls/links";
import { exactText, numberText } from "@/lib/statistics/changes/amount-text";
import { knownAmountOf, type RecordNumber, type SourcesKey } from "@/lib/statistics/numbers/number";
import { AMOUNT_HEADINGS } from "@/lib/statistics/numbers/number-bars";

const LABELS: Record<SourcesKey, string> = {
  differ: "Sources give different losses, or only a bound",
  one: "Rests on one source",
  copies: "Only copies of what others found",
};

/** What of a number rests on little, or is disputed. An incident may be in several rows. */
export function NumberSources({ number, links }: { number: RecordNumber; links: Links }) {
  const { rule, bySources } = number;
  const heading = AMOUNT_HEADINGS[rule.measure];
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">What of the number rests on little, or is disputed</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Of these
          </th>
          {heading !== null && (
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              {heading}
            </th>
          )}
          <th scope="col" className="py-2 text-right font-normal">
            Incidents
          </th>
        </tr>
      </thead>
      <tbody>
        {bySources.map((part) => {
          const known = knownAmountOf(part);
          const href = part.rule && links.incidents(part.rule.filters, { sort: "largest" });
          const count = part.incidents.toLocaleString("en-GB");
          return (
            <tr key={part.key} className="border-rule border-b align-top">
              <th scope="row" className="w-full py-2 pr-3 text-left font-normal">
                {LABELS[part.key]}
              </th>
              {heading !== null && (
                <td className="whitespace-nowrap py-2 pr-3 text-right">
                  {part.incidents === 0 ? (
                    <span className="text-muted">—</span>
                  ) : known === null ? (
                    <span className="text-muted italic">unknown</span>
                  ) : (
                    <data value={known} title={exactText(rule.measure, known)}>
                      {numberText(rule.measure, known)}
                    </data>
                  )}
                </td>
              )}
              <td className="py-2 text-right">
                {part.incidents === 0 ? (
                  <span className="text-muted">—</span>
                ) : href === null ? (
                  count
                ) : (
                  <a href={href}>{count}</a>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
