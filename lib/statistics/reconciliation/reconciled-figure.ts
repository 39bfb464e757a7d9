import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import type { PublisherFacts } from "@/lib/record/publishers/publisher";
import type {
  FigureRule,
  Reconciled,
  Unreconciled,
} from "@/lib/statistics/reconciliation/reconcile";

/** A published figure with what is known of how it was counted, held against the record. */
export interface ReconciledFigure {
  figure: PublishedFigureRow;
  rule: FigureRule;
  outcome: Reconciled | Unreconciled;
}

/** All published figures of a version held against the record, and what was known of their publishers. */
export interface Reconciliations {
  facts: PublisherFacts;
  figures: readonly ReconciledFigure[];
}

/** A figure that something of the record's own is held against. */
export type HeldFigure = ReconciledFigure & { outcome: Reconciled };

/** Those of some figures that something of the record's own is held against. */
export function heldFigures(figures: readonly ReconciledFigure[]): HeldFigure[] {
  return figures.filter((each): each is HeldFigure => typeof each.outcome !== "string");
}

/** The same by what is left unexplained, the largest first, whichever way it lies. */
export function largestGaps(figures: readonly ReconciledFigure[]): HeldFigure[] {
  const size = ({ outcome }: HeldFigure) => Math.abs(Number(outcome.residualCents));
  return heldFigures(figures).toSorted(
    (one, other) => size(other) - size(one) || one.figure.figureId - other.figure.figureId,
  );
}
