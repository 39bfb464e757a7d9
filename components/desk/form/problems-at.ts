import type { Problem } from "@/lib/record/publishing/problem";

/** Problems by the field that they are at. */
export type ProblemsAt = ReadonlyMap<string, string>;

/** What is wrong and doubtful at each path, one after the other; what only informs is told where it is read. */
export function problemsAt(problems: readonly Problem[]): ProblemsAt {
  const at = new Map<string, string>();
  for (const { path, message, informs } of problems) {
    if (informs === true) continue;
    const key = path.join(".");
    const before = at.get(key);
    at.set(key, before === undefined ? message : `${before} ${message}`);
  }
  return at;
}

/** The problems of each row of a list, with paths within the row: "" is the row itself. */
export function problemsOfRows(
  problems: readonly Problem[],
  list: string,
): Map<number, ProblemsAt> {
  const rows = new Map<number, Problem[]>();
  for (const problem of problems) {
    const [name, row, ...inner] = problem.path;
    if (name !== list || typeof row !== "number") continue;
    rows.set(row, [...(rows.get(row) ?? []), { ...problem, path: inner }]);
  }
  return new Map([...rows].map(([row, of]) => [row, problemsAt(of)]));
}
