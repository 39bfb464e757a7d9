import { FORMS } from "@/lib/desk/forms/forms";
import { incidentWarnings } from "@/lib/desk/forms/incident-warnings";
import { issueProblems } from "@/lib/desk/forms/issue-text";
import { type FormRead, type RawRecord, readForm } from "@/lib/desk/forms/read-form";
import type { Typed } from "@/lib/desk/forms/typed";
import { writeForm } from "@/lib/desk/forms/write-form";
import { statusSoFar } from "@/lib/record/actors/actor";
import { brokenSoFar } from "@/lib/record/incidents/incident-rules";
import type { RecordKind } from "@/lib/record/kinds/record-kind";
import { type Entry, entrySchemas } from "@/lib/record/publishing/entry";
import type { Problem } from "@/lib/record/publishing/problem";

export type ReadTyped =
  /** `warnings` hold nothing up: the entry could be published. `rowAt` leads an error back to the row typed. */
  | { ok: true; entry: Entry; warnings: Problem[]; rowAt: FormRead["rowAt"] }
  /** What is wrong, and the warnings among it. */
  | { ok: false; problems: Problem[] };

/** Reads what was typed into a record ready for publishing, by the very schema that publishing uses. */
export function readTyped(kind: RecordKind, typed: Typed): ReadTyped {
  const read = readForm(FORMS[kind], kind, typed);
  const parsed = entrySchemas[kind].safeParse(read.record);
  const warnings = [
    ...read.problems.filter((problem) => problem.question === true),
    ...(kind === "incident" ? incidentWarnings(read.record, read.rowAt) : []),
  ];
  const wrong = read.problems.filter((problem) => problem.question !== true);
  if (!parsed.success) {
    const { issues } = parsed.error;
    // Rules that span fields are asked once each field is right; of what is typed already they are told at once.
    const told = new Set(issues.map(({ path }) => path.join(".")));
    const more =
      kind === "incident"
        ? brokenSoFar(read.record)
        : kind === "actor"
          ? statusSoFar(read.record)
          : [];
    const untold = more.filter(({ path }) => !told.has(path.join(".")));
    const all = [...issues, ...untold.map((rule) => ({ code: "custom" as const, ...rule }))];
    wrong.push(...issueProblems(FORMS[kind], all, read));
  }
  if (!parsed.success || wrong.length > 0) return { ok: false, problems: [...wrong, ...warnings] };
  // The schema that has just parsed it is the kind's own.
  const entry = { kind, record: parsed.data } as Entry;
  return { ok: true, entry, warnings, rowAt: read.rowAt };
}

/**
 * What can be read of a record so far, for looking things up while somebody still types: fields that
 * are missing or cannot be read are left out, rows that cannot be read have gaps.
 */
export function readSoFar(kind: RecordKind, typed: Typed): RawRecord {
  return readForm(FORMS[kind], kind, typed).record;
}

/** A record as it would have been typed; `readTyped` makes the same record of it. */
export function writeTyped(entry: Entry): Typed {
  return writeForm(FORMS[entry.kind], entry.record);
}

/** The fields that name a record of each kind, the best first. */
const TITLE_FIELDS: Record<RecordKind, readonly string[]> = {
  incident: ["name", "target"],
  target: ["name"],
  actor: ["name"],
  figure: ["title", "publisher"],
  service: ["label", "address"],
  coverage: ["coveredThrough"],
};

/** What to call a proposal in lists; empty where nothing that names it was typed yet. */
export function titleOf(kind: RecordKind, typed: Typed): string {
  for (const name of TITLE_FIELDS[kind]) {
    const text = typed[name];
    if (typeof text === "string" && text.trim() !== "")
      return text
        .replace(/[\p{Cc}\p{Bidi_Control}\s]+/gu, " ")
        .trim()
        .slice(0, 200);
  }
  return "";
}
