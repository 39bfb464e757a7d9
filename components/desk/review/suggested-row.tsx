import type { RowChange, RowLine } from "@/lib/desk/proposals/row-change";

/** What is suggested for a row, field by field. */
export interface ShownRowChange {
  is: RowChange["is"];
  lines: readonly RowLine[];
}

const BEGINS: Record<RowChange["is"], string> = {
  add: "Suggested, a new row:",
  change: "Suggested:",
  remove: "Suggested, to take this row out:",
};

/** A row that should be added, changed or taken out. */
export function SuggestedRow({ is, lines }: ShownRowChange) {
  return (
    <div className="mt-1 [overflow-wrap:anywhere]">
      <p className="text-muted text-sm">{BEGINS[is]}</p>
      <dl className="grid gap-x-3 sm:grid-cols-[max-content_minmax(0,1fr)]">
        {lines.map((line) => (
          <div key={line.label} className="contents">
            <dt className="text-muted text-sm">{line.label}</dt>
            <dd className="whitespace-pre-line max-sm:mb-1">
              <Line {...line} />
            </dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

function Line({ was, is }: RowLine) {
  return (
    <>
      {was !== null && <del className="text-muted">{was === "" ? "nothing" : was}</del>}
      {was !== null && is !== null && (
        <>
          <span aria-hidden="true"> → </span>
          <span className="sr-only"> should be </span>
        </>
      )}
      {is !== null && (
        <ins className="font-semibold no-underline">{is === "" ? "nothing" : is}</ins>
      )}
    </>
  );
}
