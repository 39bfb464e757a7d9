import type { ReactNode } from "react";
import { SourcesDiffer } from "@/components/coverage/sources-differ";
import type { SourceDifference } from "@/lib/record/coverage/comparable";
import type { Links } from "@/lib/site/urls/links";
import { changeOf } from "@/lib/statistics/compare/compare-text";
import { type Comparison, knownCents, type Side } from "@/lib/statistics/compare/comparison";
import { changeInPercent } from "@/lib/statistics/periods/percent";
import { dateText } from "@/lib/values/dates/day";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface CompareNumbersProps {
  comparison: Comparison;
  labels: { first: string; second: string };
  /** What the sources of both sides' days differ in; null where they are the same. */
  difference: SourceDifference | null;
  links: Links;
}

/** The change at one glance: of all, and without the largest incident of each side. */
export function CompareHeadline({ comparison, labels, difference, links }: CompareNumbersProps) {
  const { first, second } = comparison;
  const isCovered = first.isCovered && second.isCovered;
  const changes = [
    { of: "all that is counted", change: changeOf(first.total, second.total), mark: true },
    {
      of: "without the largest incident of each",
      change: changeOf(first.withoutLargest, second.withoutLargest),
      mark: false,
    },
  ];
  return (
    <>
      {!isCovered && (
        <p className="mt-4 max-w-prose">
          {[first.isCovered ? null : labels.first, second.isCovered ? null : labels.second]
            .filter((label) => label !== null)
            .join(" and ")}{" "}
          not yet covered: editors have not looked through any of these days, so nothing can be
          compared. <a href={links.coverage}>What is covered</a>
        </p>
      )}
      {isCovered && (
        <dl className="mt-5 grid gap-x-8 border-rule-strong border-t-2 sm:grid-cols-2">
          {changes.map(({ of, change, mark }) => (
            <div key={of} className="flex flex-col-reverse border-rule border-b py-3">
              <dt className="text-muted">
                {of}{" "}
                {mark && (
                  <span className="text-ink">
                    <SourcesDiffer difference={difference} links={links} />
                  </span>
                )}
              </dt>
              <dd className="font-semibold font-serif text-5xl tracking-tight sm:text-6xl">
                {change}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

const money = (cents: number | null) =>
  cents === null ? (
    "not known"
  ) : (
    <data value={cents / 100} title={formatUsdExact(cents / 100)}>
      {formatUsd(cents / 100)}
    </data>
  );
const count = (incidents: number) => incidents.toLocaleString("en-GB");
const percentOf = (one: number | null, two: number | null) =>
  one === null || two === null ? "–" : changeInPercent(two, one);

interface CompareRow {
  label: string;
  first: ReactNode;
  second: ReactNode;
  change: string;
  /** Whether it is the one that sources are said of. */
  isTotal?: true;
}

/** Totals, counts and medians of both sides, with and without the largest incident of each. */
export function CompareTable({ comparison, labels, difference, links }: CompareNumbersProps) {
  const { first, second, view, common } = comparison;
  const sums = (one: Side["withoutLargest"], two: Side["withoutLargest"]) => {
    const [a, b] = [one && knownCents(one), two && knownCents(two)];
    return { first: money(a), second: money(b), change: percentOf(a, b) };
  };
  const medians = (one: Side["withoutLargest"], two: Side["withoutLargest"]) => {
    const [a, b] = [one?.medianCents ?? null, two?.medianCents ?? null];
    return { first: money(a), second: money(b), change: percentOf(a, b) };
  };
  const rows: CompareRow[] = [
    { label: "Total", ...sums(first.total, second.total), isTotal: true },
    { label: "without the largest", ...sums(first.withoutLargest, second.withoutLargest) },
    {
      label: "Incidents",
      first: count(first.total.incidents),
      second: count(second.total.incidents),
      change: percentOf(first.total.incidents, second.total.incidents),
    },
    {
      label: "of unknown size, not in the total",
      first: count(first.total.unknownSize),
      second: count(second.total.unknownSize),
      change: percentOf(first.total.unknownSize, second.total.unknownSize),
    },
    { label: "Median of known amounts", ...medians(first.total, second.total) },
    { label: "without the largest", ...medians(first.withoutLargest, second.withoutLargest) },
  ];
  return (
    <>
      <table className="mt-6 w-full max-w-4xl border-collapse tabular-nums">
        <caption className="sr-only">
          {labels.second} against {labels.first}
        </caption>
        <thead className="border-rule-strong border-b text-left text-sm">
          <tr>
            <td />
            <th scope="col" className="py-2 pl-3 text-right align-bottom font-normal">
              <a href={links.number(view.first)}>{labels.first}</a>
            </th>
            <th scope="col" className="py-2 pl-3 text-right align-bottom font-normal">
              <a href={links.number(view.second)}>{labels.second}</a>
            </th>
            <th scope="col" className="py-2 pl-3 text-right align-bottom font-normal text-muted">
              Change
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ label, isTotal = false, ...cells }, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the rows are always these
            <tr key={place} className="border-rule border-b">
              <th
                scope="row"
                className={`py-2 text-left font-normal leading-snug ${/^[a-z]/.test(label) ? "pl-4 text-muted text-sm" : ""}`}
              >
                {label} {isTotal && <SourcesDiffer difference={difference} links={links} />}
              </th>
              <td className="py-2 pl-3 text-right">{cells.first}</td>
              <td className="py-2 pl-3 text-right">{cells.second}</td>
              <td className="whitespace-nowrap py-2 pl-3 text-right font-semibold">
                {cells.change}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="mt-3 max-w-prose text-muted text-sm">
        <Largest side={first} label={labels.first} links={links} />{" "}
        <Largest side={second} label={labels.second} links={links} />{" "}
        {common.incidents > 0 && <Common comparison={comparison} />}
      </p>
    </>
  );
}

function Largest({ side, label, links }: { side: Side; label: string; links: Links }) {
  const { largest } = side;
  if (largest === null) return null;
  return (
    <>
      The largest of {label}: <a href={links.incident(largest.slug)}>{largest.name}</a>,{" "}
      {formatUsd(largest.cents / 100)}.
    </>
  );
}

/** That both sides count the same incidents. */
function Common({ comparison: { common } }: { comparison: Comparison }) {
  const isOne = common.incidents === 1;
  const isSame = common.firstCents === common.secondCents;
  return (
    <>
      {isOne ? "One incident is" : `${count(common.incidents)} incidents are`} counted on both sides
      {isSame
        ? `, with ${formatUsd(common.firstCents / 100)} on each: in the difference ${isOne ? "it adds" : "they add"} nothing.`
        : `: with ${formatUsd(common.firstCents / 100)} on the first and ${formatUsd(common.secondCents / 100)} on the second. Only that is in the difference.`}
    </>
  );
}

/** Why the sources of both differ, and how long both are, where that is not the same. */
export function Comparability({
  comparison: { first, second },
  difference,
  links,
}: Pick<CompareNumbersProps, "comparison" | "difference" | "links">) {
  const days = [first, second].map(daysOf);
  const [one = null, two = null] = days;
  const isShorter = one !== null && two !== null && Math.abs(one - two) > 3;
  if (difference === null && !isShorter) return null;
  return (
    <p className="mt-3 max-w-prose text-muted text-sm">
      {isShorter &&
        `The two are not equally long: ${count(one)} days through ${dateText(first.days.to)} against ${count(two)} through ${dateText(second.days.to)}. `}
      {difference !== null && (
        <>
          Their sources differ, so that a part of the change may be what was looked at.{" "}
          {difference.families.length > 0 &&
            `Sources that reach differently far: ${difference.families.join(", ")}. `}
          {difference.missing.length > 0 &&
            `Probably missing from one of the two: ${difference.missing.join(" ")} `}
          <a href={links.coverage}>What is covered</a>
        </>
      )}
    </p>
  );
}

function daysOf({ days: { from, to }, isCovered }: Side): number | null {
  if (from === null || !isCovered) return null;
  return Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000) + 1;
}
