import type { ReactNode } from "react";
import type { Move } from "@/lib/statistics/compare/comparison";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface ShownMove extends Pick<Move, "key" | "cents"> {
  name: ReactNode;
  firstCents: number | null;
  secondCents: number | null;
}

/** Steps that a table shows one by one. */
const SHOWN = 12;

/** The largest steps, and all others as one. */
export function largestMoves(moves: readonly Move[], noun: string): ShownMove[] {
  const rest = moves.slice(SHOWN);
  if (rest.length < 2) return [...moves];
  return [
    ...moves.slice(0, SHOWN),
    {
      key: "_others",
      name: `${rest.length} other ${noun} together`,
      firstCents: rest.reduce((sum, { firstCents }) => sum + (firstCents ?? 0), 0),
      secondCents: rest.reduce((sum, { secondCents }) => sum + (secondCents ?? 0), 0),
      cents: rest.reduce((sum, { cents }) => sum + cents, 0),
    },
  ];
}

interface MoveTableProps {
  caption: string;
  /** What a row is: `Incident`. */
  noun: string;
  labels: { first: string; second: string };
  moves: readonly ShownMove[];
  /** What the first side comes to, in cents: where the steps begin. */
  start: number;
  difference: number;
}

const signed = (cents: number) =>
  `${cents > 0 ? "+" : cents < 0 ? "−" : "±"}${formatUsd(Math.abs(cents) / 100)}`;
const exactly = (cents: number) =>
  `${cents > 0 ? "+" : cents < 0 ? "−" : "±"}${formatUsdExact(Math.abs(cents) / 100)}`;

/** The steps from one total to the other: a table whose bars begin where the one above ends. */
export function MoveTable({ caption, noun, labels, moves, start, difference }: MoveTableProps) {
  const ends: number[] = [];
  for (const { cents } of moves) ends.push((ends.at(-1) ?? start) + cents);
  const [low, high] = [Math.min(0, start, ...ends), Math.max(0, start, ...ends)];
  const place = (cents: number) => (high === low ? 0 : ((cents - low) / (high - low)) * 100);
  const end = start + difference;
  return (
    <table className="w-full border-collapse tabular-nums">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 align-bottom font-normal">
            {noun}
          </th>
          <th
            scope="col"
            className="hidden w-24 py-2 pl-3 text-right align-bottom font-normal md:table-cell"
          >
            {labels.first}
          </th>
          <th
            scope="col"
            className="hidden w-24 py-2 pl-3 text-right align-bottom font-normal md:table-cell"
          >
            {labels.second}
          </th>
          <th scope="col" className="w-24 py-2 pl-3 text-right align-bottom font-normal">
            Adds
          </th>
          <td className="hidden w-[38%] sm:table-cell" />
        </tr>
      </thead>
      <tbody>
        <Total
          label={labels.first}
          cents={start}
          left={place(Math.min(0, start))}
          right={place(Math.max(0, start))}
        />
        {moves.map(({ key, name, firstCents, secondCents, cents }, index) => {
          const to = ends[index] ?? start;
          const from = to - cents;
          const step = {
            left: place(Math.min(from, to)),
            right: place(Math.max(from, to)),
            look: cents < 0 ? "border border-muted" : "bg-accent",
          };
          return (
            <tr key={key} className="border-rule border-b">
              <th scope="row" className="py-1.5 text-left font-normal leading-snug">
                {name}
                <StepBelow {...step} />
              </th>
              <td className="hidden py-1.5 pl-3 text-right text-muted md:table-cell">
                {firstCents === null ? "–" : formatUsd(firstCents / 100)}
              </td>
              <td className="hidden py-1.5 pl-3 text-right text-muted md:table-cell">
                {secondCents === null ? "–" : formatUsd(secondCents / 100)}
              </td>
              <td className="whitespace-nowrap py-1.5 pl-3 text-right">
                <data value={cents / 100} title={exactly(cents)}>
                  {signed(cents)}
                </data>
              </td>
              <StepCell {...step} />
            </tr>
          );
        })}
        <Total
          label={labels.second}
          cents={end}
          left={place(Math.min(0, end))}
          right={place(Math.max(0, end))}
        />
      </tbody>
      <tfoot className="text-muted text-sm">
        <tr>
          <th scope="row" className="py-2 text-left font-normal">
            Difference
          </th>
          <td className="hidden md:table-cell" />
          <td className="hidden md:table-cell" />
          <td className="whitespace-nowrap py-2 pl-3 text-right">
            <data value={difference / 100} title={exactly(difference)}>
              {signed(difference)}
            </data>
          </td>
          <td className="hidden sm:table-cell" />
        </tr>
      </tfoot>
    </table>
  );
}

function Total({
  label,
  cents,
  left,
  right,
}: {
  label: string;
  cents: number;
  left: number;
  right: number;
}) {
  return (
    <tr className="border-rule border-b font-semibold">
      <th scope="row" className="py-1.5 text-left font-semibold">
        {label}
        <StepBelow left={left} right={right} look="bg-muted" />
      </th>
      <td className="hidden md:table-cell" />
      <td className="hidden md:table-cell" />
      <td className="whitespace-nowrap py-1.5 pl-3 text-right">{formatUsd(cents / 100)}</td>
      <StepCell left={left} right={right} look="bg-muted" />
    </tr>
  );
}

interface StepProps {
  left: number;
  right: number;
  look: string;
}

/** A step drawn where it is; the text beside it says the same. */
function Step({ left, right, look }: StepProps) {
  return (
    <span aria-hidden="true" className="relative block h-2 sm:h-4">
      <span
        className={`absolute inset-y-0 min-w-px ${look}`}
        style={{ left: `${left.toFixed(2)}%`, width: `${(right - left).toFixed(2)}%` }}
      />
    </span>
  );
}

/** The step in a column of its own, where there is room for one. */
function StepCell(step: StepProps) {
  return (
    <td aria-hidden="true" className="hidden py-1.5 pl-4 sm:table-cell">
      <Step {...step} />
    </td>
  );
}

/** The step under what it is about, on a phone. */
function StepBelow(step: StepProps) {
  return (
    <span className="mt-1 block sm:hidden">
      <Step {...step} />
    </span>
  );
}
