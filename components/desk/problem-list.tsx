import { FORMS } from "@/lib/forms/forms";
import { rowOf } from "@/lib/forms/issue-words";
import type { Problem } from "@/lib/proposals/problem";
import type { RecordKind } from "@/lib/proposals/proposal";

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
              {question ? "Doubt: " : "Wrong: "}
            </span>
            {row !== null && `${row}: `}
            {message}
          </li>
        );
      })}
    </ul>
  );
}
