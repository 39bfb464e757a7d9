import { IncidentTable } from "@/components/incidents/incident-table";
import type { Links } from "@/lib/site/urls/links";
import type { IncidentRow } from "@/lib/statistics/incident-list/incident-row";
import { type Day, dateText } from "@/lib/values/dates/day";

/** Incidents of days that editors have not looked through: known by chance, and counted in nothing. */
export function NotYetCovered({
  coveredThrough,
  rows,
  links,
}: {
  coveredThrough: Day;
  rows: readonly IncidentRow[];
  links: Links;
}) {
  return (
    <section aria-labelledby="not-yet-covered" className="mt-10">
      <h2 id="not-yet-covered" className="mb-1 font-semibold text-xl">
        Not yet covered
      </h2>
      <p className="mb-3 max-w-prose text-muted text-sm">
        Known so far of the days after {dateText(coveredThrough)}, which editors have not looked
        through yet. They count in no total. <a href={links.coverage}>What is covered</a>
      </p>
      <IncidentTable caption="Incidents not yet covered" rows={rows} links={links} />
    </section>
  );
}
