import type { PublishedFigureRow } from "@/lib/record/figures/published-figure";
import { formatUsd } from "@/lib/values/money/usd";

/** A published figure's amount, with its publisher's own reserve before it: `over $2.2bn`. */
export function PublishedAmount({ figure }: { figure: PublishedFigureRow }) {
  return (
    <>
      {figure.qualifier !== "exact" && (
        <span className="text-muted text-sm">{figure.qualifier} </span>
      )}
      <span className="whitespace-nowrap">{formatUsd(figure.amountUsd)}</span>
    </>
  );
}
