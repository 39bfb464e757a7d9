import type { PeriodTotal } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface ListSummaryProps {
  total: PeriodTotal;
  /** The one target that the list is about, as the record spells it. */
  target?: string | undefined;
  /** The text that was searched for. */
  searched?: string | undefined;
}

/** What a list adds up to, and what that leaves out; and that a text search is no total of whatever has that name. */
export function ListSummary({ total, target, searched }: ListSummaryProps) {
  return (
    <>
      <Sum total={total} target={target} />
      {searched !== undefined && total.incidents > 0 && (
        <p className="mt-1 text-muted [overflow-wrap:anywhere]">
          A text search: these incidents have “{searched}” in their name, target, summary or
          addresses. They are not all incidents of that name, and what they add up to is not its
          total.
        </p>
      )}
    </>
  );
}

function Sum({ total, target }: Pick<ListSummaryProps, "total" | "target">) {
  return (
    <p className="text-lg [overflow-wrap:anywhere]">
      <strong>{total.incidents.toLocaleString("en-GB")}</strong>{" "}
      {total.incidents === 1 ? "incident" : "incidents"}
      {target !== undefined && ` at ${target}`},{" "}
      <strong title={formatUsdExact(total.lossUsd)}>{formatUsd(total.lossUsd)}</strong> lost
      {total.unknownSize > 0 && <>, {total.unknownSize.toLocaleString("en-GB")} of unknown size</>}
      {total.returnedIncidents > 0 && (
        <>
          , {formatUsd(total.returnedUsd)} returned in{" "}
          {total.returnedIncidents.toLocaleString("en-GB")}
        </>
      )}
      .
    </p>
  );
}
