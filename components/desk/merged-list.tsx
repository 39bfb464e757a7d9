import { TextParts } from "@/components/histories/text-parts";
import type { MergeUnit, Side } from "@/lib/desk/proposals/three-way";

interface MergedListProps {
  /** What only one changed, or both alike. */
  units: readonly MergeUnit[];
  sides: Readonly<Record<Side, string>>;
}

/** What needs no decision, and from whom it is taken. */
export function MergedList({ units, sides }: MergedListProps) {
  return (
    <dl>
      {units.map((unit) => {
        const side = unit.status === "theirs" ? "theirs" : "mine";
        return (
          <div
            key={unit.path}
            className="grid gap-x-4 border-rule border-b py-2 [overflow-wrap:anywhere] md:grid-cols-[minmax(10rem,1fr)_3fr]"
          >
            <dt className="text-sm">
              {unit.label}
              <span className="block text-muted text-xs">
                {unit.status === "same" ? "changed by both" : `from: ${sides[side].toLowerCase()}`}
              </span>
            </dt>
            <dd className="min-w-0 whitespace-pre-line">
              {unit.parts !== null ? (
                <TextParts parts={unit.parts[side]} />
              ) : (
                <>
                  {unit.base !== null && (
                    <>
                      <del className="text-muted">{unit.base}</del>
                      <span aria-hidden="true"> → </span>
                      <span className="sr-only"> became </span>
                    </>
                  )}
                  {unit[side] === null ? (
                    <em className="text-muted">nothing</em>
                  ) : (
                    <ins className="no-underline">{unit[side]}</ins>
                  )}
                </>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
