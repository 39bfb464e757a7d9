import { UnplacedNames } from "@/components/totals/unplaced-names";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import type { Filters } from "@/lib/statistics/rules/views";
import type { Total } from "@/lib/statistics/totals/totals";
import { unplacedText } from "@/lib/statistics/totals/unplaced-text";

/** What a total leaves out because no day of it is known, by name and leading to exactly these incidents; nothing where it leaves out none. */
export function UnplacedNote({
  unplaced,
  rows,
  filters,
  links,
}: {
  unplaced: Total;
  /** The largest of the incidents left out. */
  rows: readonly IncidentRow[];
  /** What the total is of. */
  filters: Filters;
  links: Links;
}) {
  const text = unplacedText(unplaced);
  if (text === null) return null;
  return (
    <p className="mt-3 max-w-prose text-muted text-sm">
      <a href={links.incidents({ ...filters, date: "unplaced" })}>{text}</a>, because only a part of{" "}
      {unplaced.incidents === 1 ? "its month or year" : "their month or year"} is counted:{" "}
      <UnplacedNames rows={rows} incidents={unplaced.incidents} links={links} />
    </p>
  );
}
