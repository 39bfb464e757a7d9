import type { Links } from "@/lib/site/urls/links";
import { knownUsd } from "@/lib/statistics/totals/total-text";
import type { PeriodTotal } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";
import { chainLabel } from "@/lib/values/taxonomy/taxonomy";

interface ListSummaryProps {
  total: PeriodTotal;
  /** The one target that the list is about; without a slug where a name alone is asked for. */
  target?: { slug?: string; name: string } | undefined;
  /** The text that was searched for. */
  searched?: string | undefined;
  /** What of the losses counts on one chain, or as on several chains where none is named. */
  counted?: { usd: number; chain: string | undefined } | undefined;
  links: Links;
}

/** What a list adds up to, and what that leaves out. What holds a text is no finding, so nothing is added up of it. */
export function ListSummary({ total, target, searched, counted, links }: ListSummaryProps) {
  if (searched !== undefined) return <Found count={total.incidents} text={searched} />;
  const isAllUnknown = total.incidents > 0 && knownUsd(total) === null;
  return (
    <p className="text-lg [overflow-wrap:anywhere]">
      <strong>{total.incidents.toLocaleString("en-GB")}</strong>{" "}
      {total.incidents === 1 ? "incident" : "incidents"}
      {target !== undefined && (
        <>
          {" at "}
          {target.slug === undefined ? (
            target.name
          ) : (
            <a href={links.target(target.slug)}>{target.name}</a>
          )}
        </>
      )}
      {isAllUnknown ? (
        `${target === undefined ? "" : ","} of unknown size`
      ) : (
        <>
          , <strong title={formatUsdExact(total.lossUsd)}>{formatUsd(total.lossUsd)}</strong> lost
        </>
      )}
      {counted !== undefined && !isAllUnknown && counted.usd !== total.lossUsd && (
        <>
          , of which <strong title={formatUsdExact(counted.usd)}>{formatUsd(counted.usd)}</strong>{" "}
          {counted.chain === undefined
            ? "count as on several chains"
            : `count on ${chainLabel(counted.chain)}`}
        </>
      )}
      {total.unknownSize > 0 && !isAllUnknown && (
        <>, {total.unknownSize.toLocaleString("en-GB")} of unknown size</>
      )}
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

function Found({ count, text }: { count: number; text: string }) {
  return (
    <>
      <p className="text-lg [overflow-wrap:anywhere]">
        <strong>{count.toLocaleString("en-GB")}</strong>{" "}
        {count === 1 ? "incident mentions" : "incidents mention"} “{text}”.
      </p>
      <p className="mt-1 max-w-prose text-muted text-sm">
        In the name, the summary, an address, or any name of the target. What a text search finds is
        nobody’s total, so its losses are not added up.
      </p>
    </>
  );
}
