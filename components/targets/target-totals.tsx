import { CountedApart } from "@/components/totals/counted-apart";
import { UnplacedNote } from "@/components/totals/unplaced-note";
import { LabelledNumber, NumberList } from "@/components/ui/number-list";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { PeriodTotal, Total } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface TargetTotalsProps {
  slug: string;
  total: PeriodTotal;
  /** The years of its incidents, as text. */
  years: string;
  /** What the total leaves out because no day of it is known. */
  unplaced: Total;
  /** The largest of these. */
  unplacedIncidents: readonly IncidentRow[];
  links: Links;
}

/** What befell a target in all, each number leading to the incidents behind it. */
export function TargetTotals({
  slug,
  total,
  years,
  unplaced,
  unplacedIncidents,
  links,
}: TargetTotalsProps) {
  const filters = { target: slug };
  const known = total.incidents - total.unknownSize;
  return (
    <>
      <NumberList>
        <LabelledNumber
          label="Lost"
          detail={
            known === 0
              ? "Nobody has put a figure on it"
              : "Gross, best estimates, US dollars at the time of each theft"
          }
        >
          {known === 0 ? (
            "unknown"
          ) : (
            <a
              href={links.incidents(filters, { sort: "largest" })}
              title={formatUsdExact(total.lossUsd)}
            >
              {formatUsd(total.lossUsd)}
            </a>
          )}
        </LabelledNumber>
        <LabelledNumber label="Incidents" detail={years}>
          <a href={links.incidents(filters)}>{total.incidents.toLocaleString("en-GB")}</a>
        </LabelledNumber>
        <CountedApart
          total={total}
          filters={filters}
          returnedIn={`in ${total.returnedIncidents === 1 ? "one incident" : `${total.returnedIncidents} incidents`}; not taken off the losses`}
          links={links}
        />
      </NumberList>
      <UnplacedNote unplaced={unplaced} rows={unplacedIncidents} filters={filters} links={links} />
    </>
  );
}
