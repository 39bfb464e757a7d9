import type { z } from "zod";
import { type FormField, type FormTable, fieldsOf } from "@/lib/desk/forms/form";
import type { FormRead } from "@/lib/desk/forms/read-form";
import type { Problem } from "@/lib/record/publishing/problem";
import { groupThousands } from "@/lib/values/money/usd";

type Issue = z.core.$ZodIssue;

/** A schema's issues in plain words at the rows that were typed; none at what could not even be read, which is told already. */
export function issueProblems(
  form: FormTable,
  issues: readonly Issue[],
  read: FormRead,
): Problem[] {
  const reported = new Set(
    read.problems.filter((one) => one.question !== true).map((one) => one.path.join(".")),
  );
  return issues.flatMap((issue) => {
    const path = typedPath(issue.path, read);
    const unread = path.some((_, index) => reported.has(path.slice(0, index + 1).join(".")));
    if (unread) return [];
    // Made of the target and the day: what is wrong with those is told there.
    if (path[0] === "slug" && read.record.slug === undefined) return [];
    return [{ path, message: `${labelAt(form, path)} ${wordsOf(issue)}.` }];
  });
}

/** The path in what was typed of a path in the record: empty rows are none of the record's. */
export function typedPath(
  path: readonly PropertyKey[],
  read: Pick<FormRead, "rowAt">,
): (string | number)[] {
  return path.map((step, index) =>
    index === 1 && typeof step === "number"
      ? read.rowAt(String(path[0]), step)
      : typeof step === "number"
        ? step
        : String(step),
  );
}

/** The label of the field at a path: its own within a row. */
function labelAt(form: FormTable, path: readonly (string | number)[]): string {
  const field = fieldsOf(form).find((each) => each.name === path[0]);
  if (field === undefined) return "The form";
  const inner = rowFields(field).find((each) => each.name === path[2]);
  if (inner !== undefined) return inner.label;
  const one = field.one ?? field.label;
  return path.length > 1 ? one.charAt(0).toUpperCase() + one.slice(1) : field.label;
}

function rowFields(field: FormField): readonly FormField[] {
  return field.control.is === "rows" ? field.control.fields : [];
}

/** Which row a path is in, to come before its message: `Attribution 2`; null outside rows. */
export function rowOf(form: FormTable, path: readonly (string | number)[]): string | null {
  const [name, row] = path;
  const field = fieldsOf(form).find((each) => each.name === name);
  if (field?.one === undefined || typeof row !== "number") return null;
  return `${field.one.charAt(0).toUpperCase()}${field.one.slice(1)} ${row + 1}`;
}

function wordsOf(issue: Issue): string {
  switch (issue.code) {
    case "too_big":
      if (issue.origin === "string") return `must have at most ${issue.maximum} characters`;
      if (issue.origin === "array") return `must have at most ${issue.maximum} rows`;
      return plain(issue.message, `must be at most ${issue.maximum}`);
    case "too_small":
      return plain(issue.message, `must be at least ${issue.minimum}`);
    case "invalid_type":
      return "must not be empty";
    case "custom":
      // The record's own rules: whole sentences but for what they are about.
      return issue.message === "Invalid input"
        ? "cannot be taken as it stands"
        : inDollars(issue.message);
    default:
      return plain(issue.message, "cannot be taken as it stands");
  }
}

/** The schemas' own messages begin with a verb; Zod's do not. */
function plain(message: string, otherwise: string): string {
  return /^(?:must|needs)\b/.test(message) ? inDollars(message) : otherwise;
}

/** A rule that names an amount names it as the form does. */
function inDollars(message: string): string {
  return message
    .replace(
      /\((\d+)(\.\d+)?\)/,
      (_, digits: string, cents = "") => `($${groupThousands(digits)}${cents})`,
    )
    .replace(/\.$/, "");
}
