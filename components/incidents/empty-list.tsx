import type { Links } from "@/lib/site/urls/links";
import type { SelectedValue } from "@/lib/statistics/incident-list/selection-text";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";
import { incidentsText } from "@/lib/statistics/totals/incident-count";

interface EmptyListProps {
  filters: Filters;
  /** Whether no incident of this version has the target that the filters name. */
  isTargetUnknown: boolean;
  /** What is selected, with how many incidents there are without each. */
  selected: readonly (SelectedValue & { incidents: number })[];
  links: Links;
}

/** What a list without an incident says: that the record has no such target, or that the filters fit none. */
export function EmptyList({ filters, isTargetUnknown, selected, links }: EmptyListProps) {
  const name = filters["target-name"];
  if (isTargetUnknown && name !== undefined) {
    // A name may be longer than a text search takes.
    const q = PARAMETERS.q.schema.safeParse(name);
    return (
      <p className="border-rule border-t py-8 [overflow-wrap:anywhere]">
        The record has no target of the name “{name}”. Names are compared whole:{" "}
        {q.success && (
          <>
            <a href={links.incidents({ q: q.data })}>search for incidents that mention it</a>, or{" "}
          </>
        )}
        <a href={links.incidents()}>see all incidents</a>.
      </p>
    );
  }
  const found = selected.filter(({ incidents }) => incidents > 0);
  return (
    <div className="border-rule border-t py-8">
      <p>
        No incident of the record fits all of these filters.{" "}
        {found.length === 0
          ? selected.length > 1 && "None does without any one of them either. "
          : "Take one away: "}
        {found.length === 0 && (
          <>
            Take several away, or <a href={links.incidents()}>see all incidents</a>.
          </>
        )}
      </p>
      {found.length > 0 && (
        <>
          <ul className="mt-2 list-disc pl-5">
            {found.map(({ text, without, incidents }) => (
              <li key={text}>
                <a href={links.incidents(without)}>without “{text}”</a>, {incidentsText(incidents)}
              </li>
            ))}
          </ul>
          <p className="mt-2">
            Or <a href={links.incidents()}>see all incidents</a>.
          </p>
        </>
      )}
    </div>
  );
}
