"use client";

import { type ClipboardEvent, useEffect } from "react";
import { commentsAt, type FormComment } from "@/components/desk/form/form-comment";
import { useForm } from "@/components/desk/form/form-context";
import { sayerOfNamed } from "@/components/desk/form/keep-converted";
import { PasteBox } from "@/components/desk/form/paste-box";
import { problemsOfRows } from "@/components/desk/form/problems-at";
import { RowFields } from "@/components/desk/form/row-fields";
import { RowFillers, sharedFields } from "@/components/desk/form/row-fillers";
import { addId, idOf, isBlank, shownRow } from "@/components/desk/form/rows";
import { undoesKey } from "@/components/desk/form/use-page-key";
import { usePaste } from "@/components/desk/form/use-paste";
import { useRows } from "@/components/desk/form/use-rows";
import { buttonClass } from "@/components/desk/ui/button";
import { isLine } from "@/components/desk/ui/wrapped-line";
import type { FormField } from "@/lib/desk/forms/form";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import type { Problem } from "@/lib/record/publishing/problem";

interface RowListProps {
  field: FormField;
  typed: TypedValue | undefined;
  pasted: string;
  /** What came of a paste that was sent without scripts. */
  pasteSaid: string | null;
  problems: readonly Problem[];
  proposalId: number;
  /** The comments on the form's fields that wait. */
  comments: readonly FormComment[];
}

const NO_COMMENTS: readonly FormComment[] = [];

/** In longer lists nobody moves a row by single places, and each of thousands of rows would have two buttons more. */
const MOST_MOVED = 100;

/** A list of rows that grows by keyboard: Enter in its last row adds one. */
export function RowList(props: RowListProps) {
  const { field, typed, pasted, pasteSaid, problems, proposalId, comments } = props;
  const { changed, say, lists } = useForm();
  const one = field.one ?? "row";
  const control = field.control.is === "rows" ? field.control : null;
  const fields = control?.fields ?? [];
  const { rows, add, remove, removed, undo, move, append } = useRows(field, typed, { one, fields });
  const pasting = usePaste({ list: control?.paste ?? null, one, said: pasteSaid });
  const { name } = field;
  // Rows come and go, and what is pasted into another list may be rows of this one.
  useEffect(() => {
    lists.set(name, {
      held: () => rows.map((row) => shownRow(name, row.key, fields)),
      append: (more: readonly Typed[], focus?: string) =>
        append((row) => !isBlank(name, row.key, fields), more, focus),
    });
  });
  useEffect(() => () => void lists.delete(name), [lists, name]);
  if (control === null) return null;
  const { paste } = control;

  /** Many lines pasted into one field of a row are as many rows. */
  const pasteInto = (event: ClipboardEvent) => {
    if (!isLine(event.target)) return;
    if (pasting.takesAsRows(event.clipboardData.getData("text/plain"))) event.preventDefault();
  };
  const fill = (shared: FormField, value: string) => {
    const what = shared.label.toLowerCase();
    if (value === "") return say(`Choose a ${what} first.`);
    const filled = setWhereEmpty(
      rows
        .filter((row) => !isBlank(name, row.key, fields))
        .map((row) => idOf(name, row.key, shared.name)),
      value,
    );
    say(`The ${what} ${value} was set in ${filled} ${filled === 1 ? "row" : "rows"}.`);
    changed();
  };

  const commented = comments.some(({ at }) => at[0] === name);
  const ofRows = problemsOfRows(problems, field.name);
  return (
    <fieldset
      data-list={field.name}
      className="min-w-0"
      onPaste={pasteInto}
      onBlur={(event) => {
        const sayer = sayerOfNamed(event.target, lists);
        if (sayer !== null) say(`Said by was filled in: ${sayer.by}, who published that source.`);
      }}
      onKeyDown={(event) => {
        if (removed.length === 0 || !undoesKey(event)) return;
        event.preventDefault();
        undo();
      }}
    >
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
          proposalId={proposalId}
          // A row is called by its first place for good, and a comment was placed by it.
          comments={commented ? commentsAt(comments, name, row.key) : NO_COMMENTS}
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
        {removed.length > 0 && (
          <button type="button" className={buttonClass("quiet")} onClick={undo}>
            Undo: bring back {one} {(removed.at(-1)?.at ?? 0) + 1}
          </button>
        )}
        {rows.length > 9 && <span className="text-muted text-sm">{rows.length} rows</span>}
      </div>
      {paste !== undefined && (
        <PasteBox
          list={paste}
          area={pasting.area}
          pasted={pasted}
          outcome={pasting.outcome}
          waits={pasting.waits}
          split={pasting.split}
          answer={pasting.answer}
        />
      )}
      {sharedFields(fields).length > 0 && rows.length > 0 && (
        <RowFillers
          list={name}
          rows={name === "addresses" ? "" : `${name} `}
          fields={fields}
          fill={fill}
        />
      )}
    </fieldset>
  );
}

/** Sets those controls of these ids that are empty. @returns how many were */
function setWhereEmpty(ids: readonly string[], value: string): number {
  const empty = ids
    .map((id) => document.getElementById(id))
    .filter((each) => each instanceof HTMLSelectElement || each instanceof HTMLInputElement)
    .filter((each) => each.value.trim() === "");
  for (const each of empty) each.value = value;
  return empty.length;
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}
