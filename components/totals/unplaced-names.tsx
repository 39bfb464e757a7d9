import { IncidentLoss } from "@/components/incidents/loss";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { dateText } from "@/lib/values/dates/day";
import { isBounded } from "@/lib/values/money/loss-text";

interface UnplacedNamesProps {
  /** The largest of them. */
  rows: readonly IncidentRow[];
  /** How many there are, those that are not named too. */
  incidents: number;
  links: Links;
}

/** The incidents that a total leaves out, by name: what each is known to, and what was lost. */
export function UnplacedNames({ rows, incidents, links }: UnplacedNamesProps) {
  const more = incidents - rows.length;
  return (
    <>
      {rows.map((row, index) => (
        <span key={row.slug}>
          {index > 0 && "; "}
          <a href={links.incident(row.slug)}>{row.name}</a> (known only to{" "}
          <time dateTime={row.occurredOn}>{dateText(row.occurredOn)}</time>,{" "}
          {row.lossUsd === null && !isBounded(row) ? "of unknown size" : <IncidentLoss of={row} />})
        </span>
      ))}
      {more > 0 && `; and ${more.toLocaleString("en-GB")} more`}.
    </>
  );
}
