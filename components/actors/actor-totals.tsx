import { Fragment } from "react";
import { ConfidenceBand } from "@/components/actors/confidence-band";
import { UndatedNote } from "@/components/actors/undated-note";
import { CountedApart } from "@/components/totals/counted-apart";
import { LabelledNumber, NumberList } from "@/components/ui/number-list";
import type { Links } from "@/lib/site/urls/links";
import { levelOf } from "@/lib/statistics/actors/actor-filters";
import type { ConfidenceTotal } from "@/lib/statistics/actors/actor-record";
import type { Filters } from "@/lib/statistics/rules/views";
import type { PeriodTotal, Total } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface ActorTotalsProps {
  total: PeriodTotal;
  filters: Filters;
  /** Of the same incidents, the surest first. */
  byConfidence: readonly ConfidenceTotal[];
  /** The days that are counted, in words; null for all of them. */
  days: string | null;
  /** The first and last year that hold an incident; null where none does. */
  span: { first: number; last: number } | null;
  /** Of the total what leans on statements without a date, or is left out for want of one. */
  undated: Total;
  links: Links;
}

/** What an actor's incidents come to, each figure leading to the incidents behind it. */
export function ActorTotals(props: ActorTotalsProps) {
  const { total, byConfidence, filters, days, span, undated, links } = props;
  const years =
    days !== null
      ? days
      : span === null
        ? ""
        : span.first === span.last
          ? `In ${span.first}`
          : `${span.first} to ${span.last}`;
  const known = total.incidents - total.unknownSize;
  return (
    <>
      <NumberList>
        <LabelledNumber
          label="Losses attributed"
          detail={
            known === 0 ? (
              "Nobody has put a figure on any of them"
            ) : (
              <>
                <Levels levels={byConfidence} filters={filters} links={links} />. Gross, best
                estimates, US dollars at the time of each theft
              </>
            )
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
      <div className="mt-4">
        <ConfidenceBand levels={byConfidence} />
      </div>
      <UndatedNote undated={undated} total={total} filters={filters} links={links} />
    </>
  );
}

/** What each level holds, with the way to its incidents: `Confirmed $238m, likely $54.0m, suspected $31.6m`. */
function Levels({
  levels,
  filters,
  links,
}: {
  levels: readonly ConfidenceTotal[];
  filters: Filters;
  links: Links;
}) {
  return levels.map(({ confidence, incidents, unknownSize, lossUsd }, place) => (
    <Fragment key={confidence}>
      {place === 0 ? capitalised(confidence) : `, ${confidence}`}{" "}
      <a
        href={links.incidents(levelOf(filters, confidence), { sort: "largest" })}
        className="whitespace-nowrap"
      >
        {incidents === unknownSize ? "unknown" : formatUsd(lossUsd)}
      </a>
    </Fragment>
  ));
}

const capitalised = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
