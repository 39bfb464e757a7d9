import { CONFIDENCES, type Confidence } from "@/lib/values/taxonomy/taxonomy";

interface ConfidencePickerProps {
  confidence: Confidence;
  hrefOf: (confidence: Confidence) => string;
}

/** How sure an attribution must be to count on the page. */
export function ConfidencePicker({ confidence, hrefOf }: ConfidencePickerProps) {
  const chosen = CONFIDENCES.find(({ value }) => value === confidence);
  return (
    <nav aria-label="Least confidence of an attribution" className="text-sm">
      <span className="text-muted">Count attributions that are at least </span>
      {CONFIDENCES.map(({ value, label }, index) => (
        <span key={value}>
          {index > 0 && <span className="text-muted"> · </span>}
          <a
            href={hrefOf(value)}
            aria-current={value === confidence ? "true" : undefined}
            className="inline-block py-0.5 aria-[current]:font-semibold aria-[current]:no-underline"
          >
            {label}
          </a>
        </span>
      ))}
      {chosen !== undefined && (
        <span className="block text-muted">
          {chosen.label[0]?.toUpperCase()}
          {chosen.label.slice(1)}: {chosen.definition}
        </span>
      )}
    </nav>
  );
}
