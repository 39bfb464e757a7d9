import { conversionNote } from "@/components/incidents/conversion-note";
import { StatementTable } from "@/components/incidents/statement-table";
import { PageSection } from "@/components/ui/page-section";
import type { Estimate, Incident } from "@/lib/record/incidents/incident";
import { placeAmong } from "@/lib/record/incidents/incident-text";
import { dateText } from "@/lib/values/dates/day";
import { formatUsdExact } from "@/lib/values/money/usd";

const convertedNote = ({ converted }: Estimate) => conversionNote(converted);

/** Who says how much was lost, how much came back and when it happened; nothing of what nobody is named for. */
export function Provenance({ incident }: { incident: Incident }) {
  const { lossEstimates, returnEstimates, dateStatements } = incident;
  return (
    <>
      {lossEstimates.length > 0 && (
        <PageSection id="estimates" title="Who says how much was lost">
          <StatementTable
            caption="Estimates of the loss, in US dollars at the time of the theft, by who made them"
            heading="US dollars"
            statements={lossEstimates}
            shown={({ amountUsd }) => formatUsdExact(amountUsd)}
            noteOf={convertedNote}
            placeOf={(estimate) => placeAmong(incident, estimate)}
          />
        </PageSection>
      )}
      {returnEstimates.length > 0 && (
        <PageSection id="return-estimates" title="Who says how much came back">
          <StatementTable
            caption="Estimates of what was handed back or recovered, in US dollars, by who made them"
            heading="US dollars"
            statements={returnEstimates}
            shown={({ amountUsd }) => formatUsdExact(amountUsd)}
            noteOf={convertedNote}
          />
        </PageSection>
      )}
      {dateStatements.length > 0 && (
        <PageSection id="dates" title="Who says when it happened">
          <StatementTable
            caption="When it happened, by who said so"
            heading="Date"
            statements={dateStatements}
            shown={({ date }) => <time dateTime={date}>{dateText(date)}</time>}
          />
        </PageSection>
      )}
    </>
  );
}
