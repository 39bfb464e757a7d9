import type { Problem } from "@/lib/proposals/problem";

interface ProblemListProps {
  problems: readonly Problem[];
  /** Where a problem can be mended; null where it can only be read. */
  hrefOf?: ((problem: Problem) => string) | null;
}

/** What is wrong with a proposal, and what is doubtful. */
export function ProblemList({ problems, hrefOf = null }: ProblemListProps) {
  return (
    <ul className="list-disc space-y-1 pl-5">
      {problems.map((problem) => {
        const { path, message, question = false } = problem;
        return (
          <li key={`${path.join(".")} ${message}`} className="[overflow-wrap:anywhere]">
            <span className={question ? "text-muted" : "font-semibold text-negative"}>
              {question ? "Doubt: " : "Wrong: "}
            </span>
            {hrefOf === null ? message : <a href={hrefOf(problem)}>{message}</a>}
          </li>
        );
      })}
    </ul>
  );
}
