import type { ListCitation } from "@/lib/site/citations/list-short-id";

/** Where the short id of a list leads that was searched for. */
export function CitedList({ id, cited }: { id: string; cited: ListCitation }) {
  return (
    <p className="mt-4 max-w-prose border-rule-strong border-l-4 pl-3">
      As a short id this is a list of version {cited.version}:{" "}
      <a href={`/c/${encodeURIComponent(id)}`}>Incidents</a>
    </p>
  );
}
