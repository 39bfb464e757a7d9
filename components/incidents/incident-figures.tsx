import { Figure, FigureList } from "@/components/ui/figure-list";
import type { Incident } from "@/lib/record/incidents/incident";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** What was lost and what came back. Unknown is said in words; it is never a zero. */
export function IncidentFigures({ incident }: { incident: Incident }) {
  const { lossUsd } = incident;
  return (
    <FigureList>
      <Figure
        label="Lost"
        detail={
          lossUsd === null
            ? "Nobody has put a figure on it"
            : `${formatUsdExact(lossUsd)} at the time of the theft, the best estimate`
        }
      >
        {lossUsd === null ? "unknown" : formatUsd(lossUsd)}
      </Figure>
      {lossUsd !== null && <Range incident={incident} />}
      <Returned incident={incident} />
    </FigureList>
  );
}

function Range({ incident: { lossUsdLow, lossUsdHigh } }: { incident: Incident }) {
  if (lossUsdLow === null && lossUsdHigh === null) {
    return (
      <Figure label="Low and high estimates" detail="No source gives another figure">
        –
      </Figure>
    );
  }
  return (
    <Figure label="Low and high estimates" detail="How far the sources are apart">
      {lossUsdLow === null && `up to ${formatUsd(lossUsdHigh)}`}
      {lossUsdHigh === null && `from ${formatUsd(lossUsdLow)}`}
      {lossUsdLow !== null && lossUsdHigh !== null && (
        <>
          <span className="whitespace-nowrap">{formatUsd(lossUsdLow)} –</span>{" "}
          <span className="whitespace-nowrap">{formatUsd(lossUsdHigh)}</span>
        </>
      )}
    </Figure>
  );
}

function Returned({ incident: { lossUsd, returnedUsd } }: { incident: Incident }) {
  if (returnedUsd === null) {
    return (
      <Figure label="Returned" detail="No figure for what came back is on record">
        unknown
      </Figure>
    );
  }
  const share =
    lossUsd === null || lossUsd === 0 ? null : Math.round((returnedUsd / lossUsd) * 100);
  return (
    <Figure
      label="Returned"
      detail={
        returnedUsd === 0
          ? "Nothing came back"
          : `Handed back or recovered${share === null ? "" : `, ${share === 0 ? "less than 1" : share}% of the best estimate`}`
      }
    >
      {formatUsd(returnedUsd)}
    </Figure>
  );
}
