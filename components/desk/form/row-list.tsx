"use client";

import { type ClipboardEvent, useRef, useState } from "react";
import { useForm } from "@/components/desk/form/form-context";
import { PasteBox, type Pasted } from "@/components/desk/form/paste-box";
import { problemsOfRows } from "@/components/desk/form/problems-at";
import { RowFields } from "@/components/desk/form/row-fields";
import { addId, idOf, isBlank, shownRow } from "@/components/desk/form/rows";
import { useRows } from "@/components/desk/form/use-rows";
import { buttonClass } from "@/components/desk/ui/button";
import type { FormField } from "@/lib/desk/forms/form";
import { pasteText, type SplitPaste, splitPaste, waitingText } from "@/lib/desk/forms/split-paste";
import type { TypedValue } from "@/lib/desk/forms/typed";
import type { Problem } from "@/lib/record/publishing/problem";

interface RowListProps {
  field: FormField;
  typed: TypedValue | undefined;
  pasted: string;
  /** What came of a paste that was sent without scripts. */
  pasteSaid: string | null;
  problems: readonly Problem[];
}

/** In longer lists nobody moves a row by single places, and each of thousands of rows would have two buttons more. */
const MOST_MOVED = 100;

/** A list of rows that grows by keyboard: Enter in its last row adds one. */
export function RowList({ field, typed, pasted, pasteSaid, problems }: RowListProps) {
  const { changed, say } = useForm();
  const one = field.one ?? "row";
  const control = field.control.is === "rows" ? field.control : null;
  const first = control?.fields[0]?.name ?? "";
  const { rows, add, remove, move, append } = useRows(field, typed, { one, first });
  const pasteArea = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<Pasted | null>(
    pasteSaid === null ? null : { text: pasteSaid, split: null },
  );
  if (control === null) return null;
  const { fields, paste } = control;

  const held = () => rows.map((row) => shownRow(field.name, row.key, fields));
  /** @param waiting what stays in the box besides what is left aside now */
  const take = (found: SplitPaste, waiting: string) => {
    append((row) => !isBlank(field.name, row.key, fields), found.rows);
    if (pasteArea.current !== null)
      pasteArea.current.value = [waiting, waitingText(found)].filter(Boolean).join("\n");
    const text = pasteText(found, one);
    setOutcome({ text, split: found });
    say(text);
    changed();
  };
  /** Many lines pasted into one field of a row are as many rows. */
  const pasteInto = (event: ClipboardEvent) => {
    const text = event.clipboardData.getData("text/plain");
    if (paste === undefined || !(event.target instanceof HTMLInputElement)) return;
    if (!text.trim().includes("\n")) return;
    const found = splitPaste(paste, text, held());
    if (found.rows.length < 2) return;
    event.preventDefault();
    take(found, pasteArea.current?.value ?? "");
  };
  const fillRole = (role: string) => {
    if (role === "") return say("Choose a role first.");
    const empty = setWhereEmpty(
      rows.map((row) => idOf(field.name, row.key, "role")),
      role,
    );
    say(`The role ${role} was set in ${empty} ${empty === 1 ? "row" : "rows"}.`);
    changed();
  };

  const ofRows = problemsOfRows(problems, field.name);
  return (
    <div data-list={field.name} onPaste={pasteInto}>
      {rows.map((row, index) => (
        <RowFields
          key={row.key}
          list={field.name}
          one={one}
          rowKey={row.key}
          position={index + 1}
          typed={row.typed}
          fields={fields}
          problems={ofRows.get(index)}
          remove={remove}
          among={rows.length > MOST_MOVED ? 1 : rows.length}
          move={move}
        />
      ))}
      <div className="mt-3 flex flex-wrap items-center gap-3">
        <button
          id={addId(field.name)}
          type="submit"
          name="intent"
          value={`add:${field.name}`}
          data-add={field.name}
          className={buttonClass("quiet")}
          onClick={(event) => {
            event.preventDefault();
            add();
          }}
        >
          Add {article(one)} {one}
        </button>
        {rows.length > 9 && <span className="text-muted text-sm">{rows.length} rows</span>}
      </div>
      {paste !== undefined && (
        <PasteBox
          list={paste}
          area={pasteArea}
          pasted={pasted}
          outcome={outcome}
          split={() => take(splitPaste(paste, pasteArea.current?.value ?? "", held()), "")}
          fillRole={fillRole}
        />
      )}
    </div>
  );
}

/** Sets those choices of these ids that are empty. @returns how many were */
function setWhereEmpty(ids: readonly string[], value: string): number {
  const empty = ids
    .map((id) => document.getElementById(id))
    .filter((choice) => choice instanceof HTMLSelectElement)
    .filter((choice) => choice.value === "");
  for (const choice of empty) choice.value = value;
  return empty.length;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}
