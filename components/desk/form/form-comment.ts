import type { ShownRowChange } from "@/components/desk/review/suggested-row";

/** A comment that waits, or what was suggested was just taken, as the form shows it beside the field that it is on. */
export interface FormComment {
  id: number;
  /** Where it stands in what is typed: `["sources", 2, "title"]`; of a row that is gone, its list. */
  at: readonly (string | number)[];
  label: string;
  by: string;
  text: string;
  said: string;
  /** What the field says now; null where its row is gone. */
  saysNow: string | null;
  /** What it should say; null where nothing is suggested. */
  suggested: string | null;
  /** What is suggested for a row; null where nothing is. */
  row: ShownRowChange | null;
  /** Whether it was taken with the last save, and can be undone. */
  isTaken: boolean;
}

/** Whether it suggests something that waits to be taken. */
export function waitsToBeTaken({ suggested, row, isTaken }: FormComment): boolean {
  return !isTaken && (suggested !== null || row !== null);
}

/** The comments on a field that is no list, on a list as a whole, or on one of its rows and their fields. */
export function commentsAt(
  comments: readonly FormComment[],
  name: string,
  row?: number,
): FormComment[] {
  return comments.filter(({ at }) => at[0] === name && at[1] === row);
}
