import type { Links } from "@/lib/site/urls/links";
import { PARAMETERS } from "@/lib/statistics/rules/parameters";
import type { Filters } from "@/lib/statistics/rules/views";

interface EmptyListProps {
  filters: Filters;
  /** Whether no incident of this version has the target that the filters name. */
  isTargetUnknown: boolean;
  links: Links;
}

/** What a list without an incident says: that the record has no such target, or that the filters fit none. */
export function EmptyList({ filters, isTargetUnknown, links }: EmptyListProps) {
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
  return (
    <p className="border-rule border-t py-8">
      No incident of the record fits all of these filters. Take one away, widen the period, or{" "}
      <a href={links.incidents()}>see all incidents</a>.
    </p>
  );
}
