import type { Typed } from "@/lib/desk/forms/typed";
import type { FileProblem, FileRecord, ReadFile } from "@/lib/desk/imports/import-file";
import { readTyped, titleOf } from "@/lib/desk/proposals/typed";
import type { Problem } from "@/lib/record/publishing/problem";

/** A row of a file as its incident's form would have it. */
interface TypedRow {
  /** From 1, in the order of the file. */
  number: number;
  line: number | null;
  typed: Typed;
  /** What is wrong with it that the form cannot know of. */
  wrong: readonly { field: string; message: string }[];
}

/** Reads a row by the form's own rules, and adds what is wrong with it to what is read of the file. */
export function recordOfTyped(
  { number, line, typed, wrong }: TypedRow,
  read: Pick<ReadFile, "problems" | "warnings">,
): FileRecord {
  const result = readTyped("incident", typed);
  const name = titleOf("incident", typed);
  const report = (to: FileProblem[], problem: Problem) =>
    to.push({ record: number, line, name, field: fieldAt(problem.path), message: problem.message });
  // What can be read in two ways is nothing that a file publishes: it is written in one, or asked of its draft.
  // Of a field whose text nobody has decided yet, that is the problem, and not also that the field is empty.
  const undecided = new Set(wrong.map(({ field }) => field));
  for (const problem of result.ok ? result.warnings : result.problems) {
    if (problem.path.length === 1 && undecided.has(String(problem.path[0]))) continue;
    const holdsNothingUp = problem.question === true && problem.reading !== true;
    report(holdsNothingUp ? read.warnings : read.problems, problem);
  }
  for (const each of wrong) read.problems.push({ record: number, line, name, ...each });
  const given = typeof typed.slug === "string" && typed.slug.trim() !== "";
  const accepted =
    result.ok && wrong.length === 0 && result.entry.kind === "incident"
      ? withoutStatus(result.entry.record)
      : null;
  return { number, line, name, list: "incidents", accepted, typed, slugMade: !given };
}

/** Whether an incident stands is not for a file to say. */
function withoutStatus<Record extends { retraction: unknown; mergedInto: unknown }>({
  retraction: _,
  mergedInto: __,
  ...incident
}: Record): Omit<Record, "retraction" | "mergedInto"> {
  return incident;
}

/** A field of a row as text: `sources, item 2, url`. */
export function fieldAt(path: readonly PropertyKey[]): string {
  return path
    .map((step) => (typeof step === "number" ? `item ${step + 1}` : String(step)))
    .join(", ");
}
