import { FigureScope } from "@/components/figures/figure-scope";
import { FigureSource } from "@/components/figures/figure-source";
import { WHY } from "@/components/figures/own-number";
import { PublishedAmount } from "@/components/figures/published-amount";
import { SelectionNote } from "@/components/figures/selection-note";
import type { Links } from "@/lib/site/urls/links";
import { changeText } from "@/lib/statistics/changes/amount-text";
import type { ComparedFigure } from "@/lib/statistics/figures/compared-figure";
import { knownAmountOf, type RecordNumber } from "@/lib/statistics/numbers/number";
import {
  figureFilters,
  type NotHeld,
  type NumberFigures,
} from "@/lib/statistics/numbers/number-figures";
import { changeInPercent } from "@/lib/statistics/periods/percent";
import { isOne } from "@/lib/statistics/rules/picked";
import type { Day } from "@/lib/values/dates/day";

const NOT_HELD: Record<NotHeld, string> = {
  ...WHY,
  rule: "another rule than this number’s",
  "other days": "other days",
  "other scope": "another scope",
};

interface NumberFiguresProps {
  number: RecordNumber;
  figures: NumberFigures;
  /** The day that counts as today. */
  asOf: Day;
  links: Links;
}

/** What others published that a number may be held against, with the difference; or what comes nearest, and why it may not. */
export function FiguresBeside({ number, figures, asOf, links }: NumberFiguresProps) {
  const { comparable, nearest } = figures;
  const own = knownAmountOf(number);
  const { category, actor } = number.rule.filters;
  const { from, to } = number.days;
  return (
    <>
      {comparable.length === 0 ? (
        <p className="max-w-prose">
          {figureFilters(number.rule) === null
            ? "No figure of another publisher is held against this number: the record compares gross losses by best estimates, of whole months, a category and an actor alone."
            : "No other publisher’s figure on the record is of exactly these days, this category and this actor, and so none is held against this number."}
        </p>
      ) : (
        <>
          <SelectionNote links={links} />
          <FigureTable
            caption="Figures from other publishers for the same months and scope"
            last="Against Lossline’s"
            rows={comparable.map((figure) => ({ figure, text: difference(figure, own) }))}
            asOf={asOf}
            links={links}
          />
        </>
      )}
      {nearest.length > 0 && (
        <>
          <h3 className="mt-6 font-semibold text-lg">Nearest, but not comparable</h3>
          <FigureTable
            caption="Figures from other publishers that are not comparable with this number"
            last="Not comparable"
            rows={nearest.map(({ figure, why }) => ({ figure, text: NOT_HELD[why] }))}
            asOf={asOf}
            links={links}
          />
        </>
      )}
      <p className="mt-3">
        <a
          href={links.figures({
            ...(from === null ? {} : { from }),
            ...(from === null ? {} : { to }),
            ...(category !== undefined && isOne(category) ? { scope: category } : {}),
            ...(actor !== undefined && isOne(actor) ? { actor } : {}),
          })}
        >
          {from === null
            ? "All such figures from other publishers"
            : "All of theirs within these days"}
        </a>
      </p>
    </>
  );
}

/** What a publisher's figure is more or less than ours: `+$120m (+5.1%)`. */
function difference({ amountUsd }: ComparedFigure, own: number | null): string {
  if (own === null) return "ours is not known";
  return `${changeText("gross", amountUsd - own)} (${changeInPercent(amountUsd, own)})`;
}

interface FigureTableProps {
  caption: string;
  /** What the last column is called. */
  last: string;
  rows: readonly { figure: ComparedFigure; text: string }[];
  asOf: Day;
  links: Links;
}

function FigureTable({ caption, last, rows, asOf, links }: FigureTableProps) {
  return (
    <table className="mt-3 w-full border-collapse">
      <caption className="sr-only">{caption}</caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            Publisher and what it counted
          </th>
          <th scope="col" className="py-2 pr-3 text-right font-normal">
            Their figure
          </th>
          <th scope="col" className="w-28 py-2 text-right font-normal sm:w-44">
            {last}
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ figure, text }) => (
          <tr key={figure.figureId} className="border-rule border-b align-top">
            <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
              <span className="font-semibold">{figure.publisher}</span>{" "}
              <span className="text-sm">
                <FigureScope figure={figure} isActorNamed asOf={asOf} links={links} />
                <a href={links.figure(figure)} className="block py-0.5">
                  {figure.title}
                </a>
                <span className="text-muted">
                  <FigureSource figure={figure} />
                </span>
              </span>
            </th>
            <td className="py-2 pr-3 text-right sm:whitespace-nowrap">
              <PublishedAmount figure={figure} />
            </td>
            <td className="py-2 text-right text-sm leading-6">{text}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
