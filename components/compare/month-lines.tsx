import type { MonthPair, MonthValue } from "@/lib/statistics/compare/comparison";
import { dateInShort } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface MonthLinesProps {
  months: readonly MonthPair[];
  labels: { first: string; second: string };
}

const WIDTH = 600;
const HEIGHT = 200;

/** What a pair of months is called: by its name alone where each side is of one year and both begin with the same month. */
function monthNames(months: readonly MonthPair[]): (pair: MonthPair) => string {
  const monthsOf = ({ first, second }: MonthPair) => [
    ...new Set([first, second].flatMap((value) => (value === null ? [] : [value.month]))),
  ];
  const isOfYears =
    months.length <= 12 &&
    months.every((pair) => new Set(monthsOf(pair).map((month) => month.slice(5))).size === 1);
  return (pair) => {
    const named = monthsOf(pair);
    if (!isOfYears || named.length === 1)
      return named.map((month) => dateInShort(month)).join(" / ");
    return dateInShort(named[0] ?? "").replace(/\s\d{4}$/, "");
  };
}

/** Both sides by month, the first month of one over the first of the other: two lines, and the table of their numbers. */
export function MonthLines({ months, labels }: MonthLinesProps) {
  const largest = Math.max(
    1,
    ...months.flatMap(({ first, second }) => [first?.cents ?? 0, second?.cents ?? 0]),
  );
  const pathOf = (side: "first" | "second") => {
    let isOpen = false;
    return months
      .map((pair, place) => {
        const cents = pair[side]?.cents ?? null;
        if (cents === null) {
          isOpen = false;
          return "";
        }
        const x = months.length < 2 ? WIDTH / 2 : (place / (months.length - 1)) * WIDTH;
        const command = isOpen ? "L" : "M";
        isOpen = true;
        return `${command}${x.toFixed(1)} ${(HEIGHT - (cents / largest) * HEIGHT).toFixed(1)}h0`;
      })
      .join("");
  };
  const nameOf = monthNames(months);
  const ends = [months[0], months.at(-1)].map((pair) => (pair === undefined ? "" : nameOf(pair)));
  return (
    <div className="grid items-start gap-x-10 gap-y-6 lg:grid-cols-[1.2fr_1fr]">
      <figure className="m-0">
        <p className="mb-2 flex flex-wrap gap-x-6 text-sm" aria-hidden="true">
          <Key label={labels.first} isFirst />
          <Key label={labels.second} isFirst={false} />
        </p>
        <p className="text-muted text-sm" aria-hidden="true">
          {formatUsd(largest / 100)}
        </p>
        <svg
          role="img"
          aria-label={`Two lines by month: ${labels.first} and ${labels.second}; the table has their numbers.`}
          viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
          preserveAspectRatio="none"
          className="h-56 w-full overflow-visible border-rule-strong border-t border-t-rule border-b"
        >
          <path
            d={pathOf("first")}
            fill="none"
            stroke="var(--series-muted)"
            strokeWidth="2.5"
            strokeDasharray="6 4"
            strokeLinecap="round"
            vectorEffect="non-scaling-stroke"
          />
          <path
            d={pathOf("second")}
            fill="none"
            stroke="var(--series-1)"
            strokeWidth="2.5"
            strokeLinecap="round"
            strokeLinejoin="round"
            vectorEffect="non-scaling-stroke"
          />
        </svg>
        <p className="mt-1 flex justify-between text-muted text-sm" aria-hidden="true">
          <span>{ends[0]}</span>
          <span>{ends[1]}</span>
        </p>
      </figure>
      {months.length <= 24 ? (
        <MonthTable months={months} labels={labels} />
      ) : (
        <details>
          <summary className="w-fit py-1">The {months.length} months as a table</summary>
          <MonthTable months={months} labels={labels} />
        </details>
      )}
    </div>
  );
}

function Key({ label, isFirst }: { label: string; isFirst: boolean }) {
  return (
    <span className="inline-flex items-center gap-2">
      <span
        className={`inline-block w-7 border-t-[3px] ${isFirst ? "border-dashed" : ""}`}
        style={{ borderColor: `var(${isFirst ? "--series-muted" : "--series-1"})` }}
      />
      {label}
    </span>
  );
}

function MonthTable({ months, labels }: MonthLinesProps) {
  const nameOf = monthNames(months);
  return (
    <table className="w-full border-collapse text-sm tabular-nums">
      <caption className="sr-only">Both sides by month</caption>
      <thead className="border-rule-strong border-b text-left text-muted">
        <tr>
          <th scope="col" className="py-1.5 font-normal">
            Month
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-normal">
            {labels.first}
          </th>
          <th scope="col" className="py-1.5 pl-3 text-right font-normal">
            {labels.second}
          </th>
        </tr>
      </thead>
      <tbody>
        {months.map((pair) => (
          <tr key={nameOf(pair)} className="border-rule border-b">
            <th scope="row" className="py-1 text-left font-normal">
              {nameOf(pair)}
            </th>
            <MonthCell value={pair.first} />
            <MonthCell value={pair.second} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function MonthCell({ value }: { value: MonthValue | null }) {
  if (value === null) return <td className="py-1 pl-3 text-right text-muted">–</td>;
  const { cents, isWhole } = value;
  return (
    <td className="py-1 pl-3 text-right">
      {cents === null ? (
        "not known"
      ) : (
        <data value={cents / 100} title={formatUsdExact(cents / 100)}>
          {formatUsd(cents / 100)}
        </data>
      )}
      {!isWhole && <span className="text-muted"> in part</span>}
    </td>
  );
}
