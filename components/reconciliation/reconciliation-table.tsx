import type { ReactNode } from "react";
import type { Links } from "@/lib/site/urls/links";
import type { Reconciled, ReconciliationLine } from "@/lib/statistics/reconciliation/reconcile";
import {
  inMillionsPlain,
  LINE_LABELS,
  signedMillions,
} from "@/lib/statistics/reconciliation/reconciliation-text";

/** So many of a line's incidents are named; the others are counted. */
const MOST_NAMED = 3;

interface ReconciliationTableProps {
  outcome: Reconciled;
  publisher: string;
  /** What our own number is of, in words. */
  scope: ReactNode;
  links: Links;
}

/** From our own number to the published one, line by line, each with what has come together by then. */
export function ReconciliationTable({
  outcome,
  publisher,
  scope,
  links,
}: ReconciliationTableProps) {
  let sofar = outcome.ownCents;
  return (
    <table className="w-full max-w-4xl border-collapse tabular-nums">
      <caption className="sr-only">
        From Lossline’s number to the figure of {publisher}, in millions of US dollars
      </caption>
      <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm">
        <tr>
          <th scope="col" className="py-2 pr-3 font-normal">
            US$ million
          </th>
          <th scope="col" className="w-16 py-2 pr-3 text-right font-normal sm:w-32">
            Line
          </th>
          <th scope="col" className="w-16 py-2 text-right font-normal sm:w-32">
            So far
          </th>
        </tr>
      </thead>
      <tbody>
        <Total label="Lossline, by its own rule" cents={outcome.ownCents}>
          {scope}
        </Total>
        {outcome.lines.map((line) => {
          sofar += line.cents;
          return <Line key={line.text} line={line} sofar={sofar} links={links} />;
        })}
        <Total
          label={`Lossline, as far as the rule of ${publisher} is known`}
          cents={outcome.underRuleCents}
        />
        <tr className="border-rule border-b align-top">
          <th scope="row" className="py-2 pr-3 text-left font-normal">
            <span className="font-semibold">Residual</span>
            <span className="block text-muted text-sm">
              Not explained by any of it, and spread over none of the lines
            </span>
          </th>
          <td className="py-2 pr-3 text-right font-semibold">
            {signedMillions(outcome.residualCents)}
          </td>
          <td className="py-2 text-right text-muted">{inMillionsPlain(outcome.publishedCents)}</td>
        </tr>
        <Total label={`${publisher}, as published`} cents={outcome.publishedCents} />
      </tbody>
    </table>
  );
}

function Total({ label, cents, children }: { label: string; cents: bigint; children?: ReactNode }) {
  return (
    <tr className="border-rule-strong border-b bg-panel align-top">
      <th scope="row" colSpan={2} className="px-2 py-2 text-left font-semibold">
        {label}
        {children !== undefined && (
          <span className="block font-normal text-muted text-sm">{children}</span>
        )}
      </th>
      <td className="py-2 pr-2 text-right font-semibold sm:pr-0">{inMillionsPlain(cents)}</td>
    </tr>
  );
}

function Line({ line, sofar, links }: { line: ReconciliationLine; sofar: bigint; links: Links }) {
  const named = line.incidents.slice(0, MOST_NAMED);
  const others = line.incidents.length - named.length;
  return (
    <tr className="border-rule border-b align-top">
      <th scope="row" className="py-2 pr-3 text-left font-normal [overflow-wrap:anywhere]">
        <span className="block text-muted text-sm">{LINE_LABELS[line.kind]}</span>
        {line.text}
        <span className="block text-sm">
          {named.map(({ slug, name }, place) => (
            <span key={slug}>
              {place > 0 && ", "}
              <a href={links.incident(slug)}>{name}</a>
            </span>
          ))}
          {others > 0 && ` and ${others.toLocaleString("en-GB")} more`}
        </span>
      </th>
      <td className="py-2 pr-3 text-right">{signedMillions(line.cents)}</td>
      <td className="py-2 text-right text-muted">{inMillionsPlain(sofar)}</td>
    </tr>
  );
}
