import type { Comparison, PublisherFacts } from "@/lib/record/publishers/publisher";
import type { Links } from "@/lib/site/urls/links";
import { toCents } from "@/lib/statistics/reconciliation/reconcile";
import {
  heldFigures,
  type ReconciledFigure,
} from "@/lib/statistics/reconciliation/reconciled-figure";
import {
  inMillionsPlain,
  signedMillions,
} from "@/lib/statistics/reconciliation/reconciliation-text";

/** The publishers that a year begins with, in this order; others that are compared stand below. */
const FIRST = ["SlowMist", "CertiK", "Chainalysis", "PeckShield"];

interface YearComparisonProps {
  comparison: Comparison;
  facts: PublisherFacts;
  figures: readonly ReconciledFigure[];
  links: Links;
}

/** One year as several publishers count it, each beside our own number under its rule, and what is left. */
export function YearComparison({ comparison, facts, figures, links }: YearComparisonProps) {
  const { period, basis, note } = comparison;
  const rows = comparison.figures.toSorted((one, other) => place(one) - place(other));
  const known = rows.filter(({ publisher }) => FIRST.includes(publisher));
  const others = rows.filter(({ publisher }) => !FIRST.includes(publisher));
  return (
    <section aria-labelledby="one-year" className="my-8 border-rule-strong border-y py-5">
      <h2 id="one-year" className="font-semibold text-2xl">
        One year, {NUMBERS[known.length] ?? known.length} rules: {period} as{" "}
        {LIST.format(known.map(({ publisher }) => publisher))} count it
      </h2>
      <p className="mt-2 max-w-prose">
        Each published another sum, because each counts something else. Without the parts that only
        some of them take in, what is left is the same scope: {basis}. Beside it stands what
        Lossline counts under each publisher’s own rule, all in millions of US dollars.
        {others.length > 0 &&
          ` Below them stands what else is compared for ${period}: ${LIST.format(others.map(({ publisher }) => publisher))}.`}
      </p>
      <table className="mt-4 w-full border-collapse tabular-nums max-md:block">
        <caption className="sr-only">
          {period} under several rules, in millions of US dollars
        </caption>
        <thead className="border-rule-strong border-b text-left align-bottom text-muted text-sm max-md:sr-only">
          <tr>
            <th scope="col" className="py-2 pr-3 font-normal">
              US$ million
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              Published
            </th>
            <th scope="col" className="py-2 pr-3 pl-6 font-normal">
              Of it, parts that others leave out
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              Same scope
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              Lossline, by its rule
            </th>
            <th scope="col" className="py-2 pr-3 text-right font-normal">
              Left
            </th>
          </tr>
        </thead>
        <tbody className="max-md:block">
          {rows.map((row) => {
            const held = heldFigures(figures).find(
              ({ figure }) =>
                figure.publisher === row.publisher &&
                figure.amountUsd === row.amountUsd &&
                figure.from.startsWith(period) &&
                figure.to.startsWith(period),
            );
            const slug = facts.publishers.find((each) => each.publisher === row.publisher)?.slug;
            return (
              <tr
                key={row.publisher}
                className="border-rule border-b align-top max-md:grid max-md:grid-cols-2 max-md:gap-y-1.5 max-md:py-3"
              >
                <th scope="row" className="py-2 pr-3 text-left max-md:col-span-2 max-md:py-0">
                  {slug === undefined ? (
                    row.publisher
                  ) : (
                    <a href={links.publisher(slug)}>{row.publisher}</a>
                  )}
                  <span className="block max-w-xs font-normal text-muted text-sm max-md:max-w-prose">
                    {row.note}
                  </span>
                </th>
                <Cell label="Published">{inMillionsPlain(toCents(row.amountUsd), 0)}</Cell>
                <td className="py-2 pr-3 md:pl-6 max-md:py-0">
                  <Label>Others leave out</Label>
                  {row.minus.length === 0 ? (
                    <span className="text-muted">none stated</span>
                  ) : (
                    row.minus.map(({ what, amountUsd }) => (
                      <span key={what} className="block">
                        {what} {inMillionsPlain(toCents(amountUsd), 0)}
                      </span>
                    ))
                  )}
                </td>
                <Cell label="Same scope">{inMillionsPlain(toCents(row.leaves), 0)}</Cell>
                <Cell label="Lossline, by its rule">
                  {held === undefined ? (
                    <span className="text-muted text-sm">no figure in the record</span>
                  ) : (
                    <a href={links.reconciliation(held.figure)}>
                      {inMillionsPlain(held.outcome.underRuleCents, 0)}
                    </a>
                  )}
                </Cell>
                <Cell label="Left">
                  {held === undefined ? "–" : signedMillions(held.outcome.residualCents, 0)}
                </Cell>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="mt-3 max-w-prose text-muted text-sm">{note}</p>
    </section>
  );
}

const LIST = new Intl.ListFormat("en-GB");
const NUMBERS = ["no", "one", "two", "three", "four"];

function place({ publisher }: { publisher: string }): number {
  const found = FIRST.indexOf(publisher);
  return found < 0 ? FIRST.length : found;
}

function Label({ children }: { children: string }) {
  return <span className="block text-muted text-sm md:hidden">{children}</span>;
}

function Cell({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <td className="py-2 pr-3 text-right max-md:py-0 max-md:text-left">
      <Label>{label}</Label>
      {children}
    </td>
  );
}
