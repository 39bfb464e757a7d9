import { LabelledNumber } from "@/components/ui/number-list";
import type { Links } from "@/lib/site/urls/links";
import type { Filters } from "@/lib/statistics/rules/views";
import type { PeriodTotal } from "@/lib/statistics/totals/totals";
import { formatUsd, formatUsdExact } from "@/lib/values/money/usd";

interface CountedApartProps {
  total: PeriodTotal;
  /** What the total is of. */
  filters: Filters;
  /** Where something came back: in which incidents, and what it is not taken off. */
  returnedIn: string;
  links: Links;
}

/** What a total of losses does not say, each number leading to its incidents: how many are of unknown size, and what came back. */
export function CountedApart({ total, filters, returnedIn, links }: CountedApartProps) {
  return (
    <>
      <LabelledNumber
        label="Of unknown size"
        detail={
          total.unknownSize === 0
            ? "Every incident has a figure"
            : "Counted as incidents; their losses are in no total"
        }
      >
        {total.unknownSize === 0 ? (
          "None"
        ) : (
          <a href={links.incidents({ ...filters, loss: "unknown" })}>
            {total.unknownSize.toLocaleString("en-GB")}
          </a>
        )}
      </LabelledNumber>
      <LabelledNumber
        label="Returned"
        detail={
          total.returnedIncidents === 0
            ? "Nothing known to have come back"
            : `Known to have come back, ${returnedIn}`
        }
      >
        {total.returnedIncidents === 0 ? (
          "–"
        ) : (
          <a
            href={links.incidents({ ...filters, returned: "some" })}
            title={formatUsdExact(total.returnedUsd)}
          >
            {formatUsd(total.returnedUsd)}
          </a>
        )}
      </LabelledNumber>
    </>
  );
}
