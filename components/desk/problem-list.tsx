import { FORMS } from "@/lib/desk/forms/forms";
import { rowOf } from "@/lib/desk/forms/issue-text";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import type { Problem } from "@/lib/record/publishing/problem";

interface ProblemListProps {
  kind: RecordKind;
  problems: readonly Problem[];
}

/** What is wrong with a proposal, and what is doubtful; of a list, in which row. */
export function ProblemList({ kind, problems }: ProblemListProps) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {problems.map(({ path, message, question = false }) => {
        const row = rowOf(FORMS[kind], path);
        return (
          <li key={`${path.join(".")} ${message}`} className="[overflow-wrap:anywhere]">
            <span className={question ? "text-muted" : "font-semibold text-negative"}>
              {question ? "Warning: " : "Wrong: "}
            </span>
            {row !== null && `${row}: `}
            {message}
          </li>
        );
      })}
    </ul>
  );
}
