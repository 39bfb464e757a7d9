import { SourcesDiffer } from "@/components/coverage/sources-differ";
import type { SourceDifference } from "@/lib/record/coverage/comparable";
import type { Links } from "@/lib/site/urls/links";
import type { PeriodModel } from "@/lib/statistics/periods/period-model";
import { COMPARABLE_LABEL } from "@/lib/statistics/totals/comparable";
import type { Day } from "@/lib/values/dates/day";

/** The period against the one before and the same one a year before. */
export function ComparisonTable({
  model,
  differenceFrom,
  links,
}: {
  model: PeriodModel;
  /** What the sources of the period and another differ in; null where they are the same. */
  differenceFrom: (other: { from: Day; to: Day }) => SourceDifference | null;
  links: Links;
}) {
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{model.title} against other periods</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Against
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Lost then
          </th>
          <th scope="col" className="hidden py-2 pr-3 text-right font-normal sm:table-cell">
            {COMPARABLE_LABEL} then
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Change since
          </th>
        </tr>
      </thead>
      <tbody>
        {model.comparisons.map(
          ({
            label,
            days,
            value,
            exact,
            incidents,
            change,
            href,
            incidentsHref,
            comparableHref,
          }) => (
            <tr key={label} className="border-rule border-b">
              <th scope="row" className="py-2 pr-3 text-left font-normal">
                <a href={href}>{label}</a>{" "}
                <SourcesDiffer difference={differenceFrom(days)} links={links} />
              </th>
              <td className="py-2 pr-3 text-right">
                <a href={incidentsHref} title={exact}>
                  {value}
                </a>
              </td>
              <td className="hidden py-2 pr-3 text-right sm:table-cell">
                <a href={comparableHref}>{incidents.toLocaleString("en-GB")}</a>
              </td>
              <td className="whitespace-nowrap py-2 text-right font-semibold">{change}</td>
            </tr>
          ),
        )}
      </tbody>
    </table>
  );
}
