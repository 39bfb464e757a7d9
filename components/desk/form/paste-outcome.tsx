import type { LeftAside } from "@/lib/desk/paste/left-aside";

/** A list longer than that is no help; what waits stands whole in the box. */
const MOST_LISTED = 1000;

/** All lines of a pasted text that became no row, or should be looked at, each with its reason and its text to copy. */
export function PasteOutcome({ title, lines }: { title: string; lines: readonly LeftAside[] }) {
  if (lines.length === 0) return null;
  const more = lines.length - MOST_LISTED;
  return (
    <div className="mt-3 text-sm">
      <p className="font-semibold">
        {title} ({lines.length})
      </p>
      {/* A box that scrolls has to be reached by keyboard. */}
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls */}
      <ul className="mt-1 max-h-64 overflow-y-auto" tabIndex={0} aria-label={title}>
        {lines.slice(0, MOST_LISTED).map(({ line, text, why }, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: never reordered
          <li key={place} className="py-0.5 [overflow-wrap:anywhere]">
            <span className="text-muted">Line {line}: </span>
            <code className="font-mono">{text.length > 500 ? `${text.slice(0, 499)}…` : text}</code>
            <span className="text-muted"> {why}</span>
          </li>
        ))}
        {more > 0 && <li className="py-0.5 text-muted">and {more} more</li>}
      </ul>
    </div>
  );
}
