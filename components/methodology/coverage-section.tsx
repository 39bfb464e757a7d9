import { Prose } from "@/components/methodology/prose";
import type { Coverage } from "@/lib/record/coverage/coverage";
import { type SourceLag, youngDays } from "@/lib/record/coverage/source-lag";
import { COMPARABLE_FROM } from "@/lib/statistics/rules/views";
import { type Day, dateText } from "@/lib/values/dates/day";
import { formatThreshold } from "@/lib/values/money/usd";

/** How far a version's editors had looked, in their words, and the sources that it draws on. */
export function CoverageSection({
  coverage,
  lag,
}: {
  coverage: Coverage | null;
  lag: SourceLag | null;
}) {
  if (coverage === null)
    return (
      <Prose>
        <p>
          This version does not say how far editors had looked. Its numbers stop on the day on which
          it was published; how much of the days before is missing is not known.
        </p>
      </Prose>
    );
  return (
    <>
      <Prose>
        <p>
          <strong>Covered through {dateText(coverage.coveredThrough)}.</strong>{" "}
          {coverage.coveredThroughReason} Totals, changes and charts stop on that day; later
          incidents have their pages but count in nothing until editors have looked further.
        </p>
        <p>{coverage.statement}</p>
        <p>
          <strong>Threshold.</strong> {coverage.threshold}
        </p>
        <p>
          A family of sources reaches from the month of the first incident that cites it to that of
          the last. Where the families of two periods differ, or something is probably missing from
          one of them only, their comparison is marked “sources differ”.
        </p>
        {lag !== null && <LagRule lag={lag} coveredThrough={coverage.coveredThrough} />}
        <p>
          Numbers of incidents of {formatThreshold(COMPARABLE_FROM)} and more compare better than
          those of any size, because large losses are covered more evenly. Since which year they can
          be compared is not said anywhere, because it is not known: of a family the record knows
          the months, and not how small a loss it took up. What editors say about single years
          stands above and below.
        </p>
      </Prose>
      <SpanTable
        caption="Families of sources"
        heads={["Family", "Kind", "First month", "Last month"]}
        rows={coverage.families.map(({ name, kind, from, to, note }) => ({
          cells: [name, kind ?? "mixed", dateText(from), dateText(to)],
          note,
        }))}
      />
      <SpanTable
        caption="What is probably missing"
        heads={["First month", "Last month"]}
        rows={coverage.missing.map(({ from, to, note }) => ({
          cells: [dateText(from), dateText(to)],
          note,
        }))}
      />
    </>
  );
}

/** How long thefts take to be written about, and which months that makes young. */
function LagRule({ lag, coveredThrough }: { lag: SourceLag; coveredThrough: Day }) {
  const { incidents, half, nineOfTen, nineteenOfTwenty } = lag;
  return (
    <p>
      <strong>Young months.</strong> Of the {incidents.toLocaleString("en-GB")} incidents whose day
      and whose first source’s day are known, half had that source{" "}
      {half === 0 ? "on the day of the theft" : `within ${daysText(half)}`}, nine of ten within{" "}
      {daysText(nineOfTen)}, 19 of 20 within {daysText(nineteenOfTwenty)}. So thefts since{" "}
      {dateText(youngDays(lag, coveredThrough).from)} may still be missing: charts over time shade
      the months that hold these days, or name the day.
    </p>
  );
}

function daysText(days: number): string {
  return days === 1 ? "1 day" : `${days.toLocaleString("en-GB")} days`;
}

interface SpanTableProps {
  caption: string;
  heads: readonly string[];
  rows: readonly { cells: readonly string[]; note: string }[];
}

/** Spans of months, each with a note under it on a phone and beside it elsewhere. */
function SpanTable({ caption, heads, rows }: SpanTableProps) {
  if (rows.length === 0) return null;
  return (
    <table className="mt-6 w-full border-collapse text-sm">
      <caption className="pb-1 text-left font-semibold text-base">{caption}</caption>
      <thead className="border-rule-strong border-b text-left text-muted">
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col" className="py-1.5 pr-3 font-normal">
              {head}
            </th>
          ))}
          <th scope="col" className="hidden py-1.5 font-normal md:table-cell">
            Note
          </th>
        </tr>
      </thead>
      {rows.map(({ cells: [first, ...others], note }) => (
        <tbody key={`${first} ${others.join(" ")}`} className="border-rule border-b align-top">
          <tr>
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              {first}
            </th>
            {others.map((cell, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the columns of one row keep their places
              <td key={place} className="py-2 pr-3 tabular-nums">
                {cell}
              </td>
            ))}
            <td className="hidden max-w-96 py-2 text-muted md:table-cell">{note}</td>
          </tr>
          <tr className="md:hidden">
            <td colSpan={heads.length} className="pb-2 text-muted">
              {note}
            </td>
          </tr>
        </tbody>
      ))}
    </table>
  );
}
