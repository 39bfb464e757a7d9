import { FORMS } from "@/lib/desk/forms/forms";
import { rowOf } from "@/lib/desk/forms/issue-text";
import type { Impact } from "@/lib/desk/impact/impact";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";

/** The answer to a form about its draft: what publishing it would move, or in a line why that cannot be said. */
export type ImpactAnswer = ({ impact: Impact } | { not: string }) & {
  /** When the draft that it is about was saved, as an ISO moment. */
  at: string;
};

/** In one line, what a draft lacks. @param problems warnings among them are left out */
export function missingText(kind: RecordKind, problems: readonly Problem[]): string {
  const [first, ...more] = problems.filter(({ question }) => question !== true);
  if (first === undefined) return "Not complete yet.";
  const row = rowOf(FORMS[kind], first.path);
  const rest = more.length === 0 ? "" : ` And ${more.length.toLocaleString("en-GB")} more.`;
  return `Not complete yet: ${row === null ? "" : `${row}: `}${first.message}${rest}`;
}
