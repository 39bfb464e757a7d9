import { CONFIDENCE_FILLS } from "@/components/actors/confidence-table";
import { TotalLoss } from "@/components/actors/total-loss";
import type { Links } from "@/lib/site/urls/links";
import type { ConfidenceTotal } from "@/lib/statistics/actors/actor-record";
import type { Filters } from "@/lib/statistics/rules/views";
import { rangeText } from "@/lib/statistics/totals/actor-levels";
import type { YearTotal } from "@/lib/statistics/totals/totals";
import { formatUsd } from "@/lib/values/money/usd";

interface YearTableProps {
  caption: string;
  /** Years that hold incidents, ascending. */
  years: readonly YearTotal[];
  /** The same by confidence, for the bars. */
  byConfidence: readonly ConfidenceTotal[];
  filters: Filters;
  /** Where a year is told by itself. */
  hrefOf: (year: number) => string;
  links: Links;
}

/** Totals by year with a bar for each loss, from the first year that holds an incident to the last. */
export function YearTable({
  caption,
  years,
  byConfidence,
  filters,
  hrefOf,
  links,
}: YearTableProps) {
  const first = years[0]?.year ?? 0;
  const last = years.at(-1)?.year ?? first;
  const largest = Math.max(...years.map(({ lossUsd }) => lossUsd));
  const all = Array.from({ length: last - first + 1 }, (_, index) => first + index).map(
    (year) =>
      years.find((total) => total.year === year) ?? {
        year,
        incidents: 0,
        unknownSize: 0,
        lossUsd: 0,
      },
  );
  let cents = 0;
  const toDate = new Map(
    all.map(({ year, lossUsd }) => {
      cents += Math.round(lossUsd * 100);
      return [year, cents / 100] as const;
    }),
  );
  return (
    <table className="w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 text-left font-normal">
            Year
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-normal">
            Loss
          </th>
          <th scope="col" className="py-2 pr-4 text-right font-normal">
            To date
          </th>
          <th scope="col" className="py-2 text-right font-normal">
            Incidents
          </th>
        </tr>
      </thead>
      <tbody>
        {all.map((total) => {
          const ofYear = { ...filters, from: `${total.year}-01-01`, to: `${total.year}-12-31` };
          return (
            <tr key={total.year} className="border-rule border-b">
              <th scope="row" className="w-px py-1.5 pr-3 text-left font-normal">
                {total.incidents === 0 ? total.year : <a href={hrefOf(total.year)}>{total.year}</a>}
              </th>
              <td className="py-1.5 pr-4">
                <span className="flex items-center justify-end gap-3">
                  <ConfidenceBar
                    levels={byConfidence.filter(({ year }) => year === total.year)}
                    largest={largest}
                  />
                  <span className="w-16 whitespace-nowrap text-right">
                    <TotalLoss total={total} href={links.incidents(ofYear, { sort: "largest" })} />
                  </span>
                </span>
                <Range levels={byConfidence.filter(({ year }) => year === total.year)} />
              </td>
              <td className="w-px whitespace-nowrap py-1.5 pr-4 text-right text-muted">
                {formatToDate(toDate.get(total.year) ?? 0)}
              </td>
              <td className="w-px whitespace-nowrap py-1.5 text-right">
                {total.incidents === 0 ? (
                  <span className="text-muted">—</span>
                ) : (
                  <a href={links.incidents(ofYear, { sort: "oldest" })}>{total.incidents}</a>
                )}
                {total.unknownSize > 0 && total.unknownSize < total.incidents && (
                  <span className="block text-muted text-sm">
                    <a href={links.incidents({ ...ofYear, loss: "unknown" })}>
                      {total.unknownSize} of unknown size
                    </a>
                  </span>
                )}
              </td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What all losses came to by the end of a year; a dash before the first that is known. */
const formatToDate = (usd: number) => (usd === 0 ? "—" : formatUsd(usd));

interface ConfidenceBarProps {
  /** Of one year, the surest first. */
  levels: readonly ConfidenceTotal[];
  /** What fills the whole width, in US dollars. */
  largest: number;
}

/** A year's loss as a bar, the surest part of it first. */
function ConfidenceBar({ levels, largest }: ConfidenceBarProps) {
  const shareOf = (usd: number) => (largest === 0 ? 0 : (usd / largest) * 100);
  return (
    <span aria-hidden="true" className="flex h-2.5 w-0 flex-1">
      {levels.map(({ confidence, lossUsd }) => (
        <span
          key={confidence}
          style={{
            width: `${shareOf(lossUsd)}%`,
            background: CONFIDENCE_FILLS[confidence],
            ...(confidence === "confirmed" || lossUsd === 0
              ? {}
              : { border: "1px solid var(--bar-whole)" }),
          }}
        />
      ))}
    </span>
  );
}

/** A year's loss with its range, where not all of it is as sure; nothing where it is. */
function Range({ levels }: { levels: readonly ConfidenceTotal[] }) {
  const held = levels.filter(({ lossUsd }) => lossUsd > 0);
  if (held.length < 2) return null;
  const range = rangeText(
    held.map(({ confidence, lossUsd }) => ({ confidence, amount: lossUsd })),
    formatUsd,
  );
  return <span className="block text-right text-muted text-sm">{range}</span>;
}
