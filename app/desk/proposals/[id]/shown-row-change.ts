import type { ShownRowChange } from "@/components/desk/review/suggested-row";
import { rowChangeOf, rowLines } from "@/lib/desk/proposals/row-change";
import type { RecordKind } from "@/lib/record/kinds/record-kind";

/** What a comment suggests for a row, as pages show it; null where it suggests none. */
export function shownRowChange(
  kind: RecordKind,
  { path, rowChange }: { path: string; rowChange: unknown },
): ShownRowChange | null {
  const change = rowChangeOf(rowChange);
  return change === null ? null : { is: change.is, lines: rowLines(kind, path, change) };
}
