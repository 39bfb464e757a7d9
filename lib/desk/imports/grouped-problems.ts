import type { FileProblem } from "@/lib/desk/imports/import-file";

/** Problems that say the same of the same field, once, and where. */
export interface ProblemGroup extends FileProblem {
  /** In how many more records it is so. */
  others: number;
}

/** The problems of a file, those that are told alike put together at the first of them; the commonest first where any are. */
export function groupedProblems(problems: readonly FileProblem[]): ProblemGroup[] {
  const groups = new Map<string, ProblemGroup>();
  for (const problem of problems) {
    const key = `${problem.field} ${problem.message}`;
    const before = groups.get(key);
    if (before === undefined) groups.set(key, { ...problem, others: 0 });
    else before.others++;
  }
  return [...groups.values()].sort((one, other) => other.others - one.others);
}
