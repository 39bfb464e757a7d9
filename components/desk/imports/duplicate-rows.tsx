import { DuplicateList } from "@/components/desk/duplicate-list";
import { LeftOutBox } from "@/components/desk/imports/left-out-box";
import type { DuplicateRow } from "@/lib/desk/imports/import";

interface DuplicateRowsProps {
  rows: readonly DuplicateRow[];
  /** Whether each has a box to leave it out. */
  choosable: boolean;
  /** Those that were decided to be left out; null before that is decided. */
  leftOut: ReadonlySet<number> | null;
}

/** Records of a file that may be in it twice, or in the record already, and why it is thought so. */
export function DuplicateRows({ rows, choosable, leftOut }: DuplicateRowsProps) {
  return (
    <ul className="mt-4 grid gap-x-10 gap-y-6 lg:grid-cols-2">
      {rows.map(({ record, line, name, duplicates }) => (
        <li key={record} className="min-w-0">
          <p className="font-semibold [overflow-wrap:anywhere]">
            {name}{" "}
            <span className="font-normal text-muted text-sm">
              {line === null ? `record ${record}` : `line ${line}`}
            </span>
          </p>
          <DuplicateList duplicates={duplicates} mayReview />
          {choosable && <LeftOutBox record={record} name={name} />}
          {leftOut !== null && (
            <p className="mt-1 text-sm">
              Decided:{" "}
              <strong className="font-semibold">
                {leftOut.has(record) ? "left out" : "imported too, as another"}
              </strong>
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
