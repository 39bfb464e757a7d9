import { LabelledNumber, NumberList } from "@/components/ui/number-list";
import type { Incident } from "@/lib/record/incidents/incident";
import { followedAuthor, isDisputed, rangeAuthorsText } from "@/lib/record/incidents/incident-text";
import { isBounded, lossText, lossTextExact } from "@/lib/values/money/loss-text";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

/** What was lost and what came back. Unknown is said in words; it is never a zero. */
export function IncidentNumbers({ incident }: { incident: Incident }) {
  const { lossUsd } = incident;
  const author = followedAuthor(incident);
  return (
    <NumberList>
      <LabelledNumber
        label="Lost"
        detail={
          isBounded(incident)
            ? boundDetail(incident)
            : lossUsd === null
              ? "Nobody has put a figure on it"
              : `${formatUsdExact(lossUsd)} at the time of the theft, ${author === null ? "as its sources have it" : `as put by ${author}`}`
        }
      >
        {lossText(incident)}
      </LabelledNumber>
      {lossUsd !== null && <Range incident={incident} />}
      <Returned incident={incident} />
    </NumberList>
  );
}

/** Whose the bounds are, or to the dollar what they are. */
function boundDetail(incident: Incident): string {
  const exact = lossTextExact(incident);
  const said = rangeAuthorsText(incident) ?? exact.charAt(0).toUpperCase() + exact.slice(1);
  return `${said} at the time of the theft; no best estimate is known`;
}

function Range({ incident }: { incident: Incident }) {
  const { lossUsdLow, lossUsdHigh } = incident;
  if (!isDisputed(incident)) {
    const { lossUsd, lossEstimates } = incident;
    const isAgreed = lossEstimates.every(({ amountUsd }) => amountUsd === lossUsd);
    return (
      <LabelledNumber
        label="Low and high estimates"
        detail={
          lossEstimates.length > 1 && isAgreed
            ? `All ${lossEstimates.length} figures on record agree`
            : isAgreed
              ? "No source on record gives another figure"
              : "No range is on record"
        }
      >
        –
      </LabelledNumber>
    );
  }
  return (
    <LabelledNumber
      label="Low and high estimates"
      detail={rangeAuthorsText(incident) ?? "How far the sources are apart"}
    >
      {lossUsdLow === null && `up to ${formatUsd(lossUsdHigh)}`}
      {lossUsdHigh === null && `from ${formatUsd(lossUsdLow)}`}
      {lossUsdLow !== null && lossUsdHigh !== null && (
        <>
          <span className="whitespace-nowrap">{formatUsd(lossUsdLow)} –</span>{" "}
          <span className="whitespace-nowrap">{formatUsd(lossUsdHigh)}</span>
        </>
      )}
    </LabelledNumber>
  );
}

function Returned({ incident: { lossUsd, returnedUsd } }: { incident: Incident }) {
  if (returnedUsd === null) {
    return (
      <LabelledNumber label="Returned" detail="No figure for what came back is on record">
        unknown
      </LabelledNumber>
    );
  }
  const share =
    lossUsd === null || lossUsd === 0 ? null : Math.round((returnedUsd / lossUsd) * 100);
  return (
    <LabelledNumber
      label="Returned"
      detail={
        returnedUsd === 0
          ? "Nothing came back"
          : `Handed back or recovered${share === null ? "" : `, ${share === 0 ? "less than 1" : share}% of the best estimate`}`
      }
    >
      {formatUsd(returnedUsd)}
    </LabelledNumber>
  );
}
