interface SuggestedValueProps {
  /** What the field said when it was suggested. */
  said: string;
  /** What it says now; null where that is told elsewhere, or it is gone. */
  saysNow: string | null;
  suggested: string;
}

/** What a field should say instead of what it said; and where that has changed since, what it says now. */
export function SuggestedValue({ said, saysNow, suggested }: SuggestedValueProps) {
  return (
    <p className="mt-1 whitespace-pre-line [overflow-wrap:anywhere]">
      <span className="text-muted text-sm">Suggested: </span>
      <del className="text-muted">{said === "" ? "nothing" : said}</del>
      <span aria-hidden="true"> → </span>
      <span className="sr-only"> should be </span>
      <ins className="font-semibold no-underline">{suggested}</ins>
      {saysNow !== null && saysNow !== said && (
        <span className="block text-sm">
          It has changed since: it says {saysNow === "" ? "nothing" : `“${saysNow}”`} now.
        </span>
      )}
    </p>
  );
}
