import type { DataTable } from "@/lib/statistics/charts/model/chart-model";
import { dayColumn, textColumn, wholeColumn } from "@/lib/statistics/charts/model/chart-numbers";
import type { LineKind } from "@/lib/statistics/reconciliation/reconcile";
import { LINE_KINDS } from "@/lib/statistics/reconciliation/reconcile";
import type { ReconciledFigure } from "@/lib/statistics/reconciliation/reconciled-figure";

/** A sum of cents as a number of dollars: exact, being far below what a double holds. */
export const dollarsOf = (cents: bigint): number => Number(`${cents}e-2`);

const usdColumn = (name: string, title: string) => ({
  name,
  title,
  kind: "number" as const,
  unit: "US dollars",
});

const LINE_TITLES: Record<LineKind, string> = {
  scope: "thefts that the publisher counts and we do not there, or the other way round",
  attribution: "attributions that nobody had made by the day of publication",
  netting: "what came back",
  "cut-off": "days after the last one that the publisher counts",
  valuation: "thefts at another amount",
  "only-theirs": "thefts that only the publisher counts there",
  "only-ours": "thefts that only we count there",
};

/** Reconciliations as a file carries them: one row a figure, one column a kind of line; they add up to the cent. */
export function reconciliationNumbers(figures: readonly ReconciledFigure[]): DataTable {
  return {
    columns: [
      wholeColumn("figure", "the figure's number, which it keeps", null),
      textColumn("publisher", "who published it"),
      textColumn("title", "what it is called"),
      dayColumn("from", "first day that it is about"),
      dayColumn("to", "last day that it is about"),
      textColumn("category", "what it is over"),
      textColumn("actor", "whom it is about, by the name in the address; empty where nobody"),
      usdColumn("published_usd", "the amount as published"),
      usdColumn(
        "own_usd",
        "ours, of the same days, category and actor; empty where none is held against it",
      ),
      ...LINE_KINDS.map((kind) => usdColumn(`${kind.replaceAll("-", "_")}_usd`, LINE_TITLES[kind])),
      usdColumn("under_rule_usd", "ours under the publisher's rule: ours and the lines before"),
      usdColumn("residual_usd", "what none of it explains: published less ours under its rule"),
      wholeColumn("incidents", "how many incidents ours counts", null),
      wholeColumn("unknown_size", "how many of them nobody has put a figure on", null),
      textColumn(
        "rule_known",
        "whether it is known how its publisher counts in these years: yes or no",
      ),
      textColumn(
        "not_reconciled",
        "why nothing of ours is held against it; empty where something is",
      ),
    ],
    rows: figures.map(({ figure, rule, outcome }) => {
      const scope = [
        figure.figureId,
        figure.publisher,
        figure.title,
        figure.from,
        figure.to,
        figure.category ?? "everything",
        figure.actor?.slug ?? null,
        figure.amountUsd,
      ];
      const known = rule.rule === null ? "no" : "yes";
      if (typeof outcome === "string")
        return [
          ...scope,
          null,
          ...LINE_KINDS.map(() => null),
          null,
          null,
          null,
          null,
          known,
          outcome,
        ];
      return [
        ...scope,
        dollarsOf(outcome.ownCents),
        ...LINE_KINDS.map((kind) =>
          dollarsOf(
            outcome.lines.reduce((sum, line) => (line.kind === kind ? sum + line.cents : sum), 0n),
          ),
        ),
        dollarsOf(outcome.underRuleCents),
        dollarsOf(outcome.residualCents),
        outcome.incidents,
        outcome.unknownSize,
        known,
        null,
      ];
    }),
  };
}
