import type { Links } from "@/lib/site/urls/links";
import type { SelectedValue } from "@/lib/statistics/incident-list/selection-text";
import type { IncidentsView } from "@/lib/statistics/rules/views";

interface SelectedValuesProps {
  selected: readonly SelectedValue[];
  /** How the selection is seen. */
  seen: Omit<IncidentsView, "filters">;
  links: Links;
}

/** What is selected, value by value; each leads to the list without it. */
export function SelectedValues({ selected, seen, links }: SelectedValuesProps) {
  if (selected.length === 0) return null;
  return (
    <section aria-label="Selected">
      <ul className="my-3 flex flex-wrap gap-2 text-sm">
        {selected.map(({ text, without }) => (
          <li key={text}>
            <a
              href={links.incidents(without, { ...seen, page: 1 })}
              aria-label={`Remove: ${text}`}
              className="block border border-rule-strong px-2 py-1 no-underline [overflow-wrap:anywhere] hover:bg-panel"
            >
              {text} <span aria-hidden="true">×</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
