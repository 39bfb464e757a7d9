import type { OverviewView } from "@/lib/rules/views";
import type { Links } from "@/lib/site/links";
import { CONFIDENCES } from "@/lib/taxonomy/taxonomy";

/** How sure an attribution must be to count in the breakdown by actor. */
export function ConfidencePicker({ view, links }: { view: OverviewView; links: Links }) {
  return (
    <nav aria-label="Least confidence of an attribution" className="mt-2 text-muted text-sm">
      Count attributions that are at least{" "}
      {CONFIDENCES.map(({ value, label, definition }, index) => (
        <span key={value}>
          {index > 0 && " · "}
          <a
            href={`${links.overview({ ...view, confidence: value })}#actors`}
            title={definition}
            aria-current={value === view.confidence ? "true" : undefined}
            className="inline-block py-0.5 aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
          >
            {label}
          </a>
        </span>
      ))}
    </nav>
  );
}
