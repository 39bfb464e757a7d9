"use client";

import {
  type ClipboardEvent,
  memo,
  type ReactNode,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from "react";
import { ControlInput } from "@/components/desk/form/control-input";
import { useForm } from "@/components/desk/form/form-context";
import { PasteBox, type Pasted } from "@/components/desk/form/paste-box";
import { type ProblemsAt, problemsOfRows } from "@/components/desk/form/problems-at";
import { buttonClass } from "@/components/desk/ui/button";
import { Field, FieldError } from "@/components/desk/ui/field";
import type { FormField } from "@/lib/desk/forms/form";
import { movedRow } from "@/lib/desk/forms/moved-row";
import { pasteText, type SplitPaste, splitPaste, waitingText } from "@/lib/desk/forms/split-paste";
import type { Typed, TypedValue } from "@/lib/desk/forms/typed";
import { blankRow, controlId } from "@/lib/desk/forms/typed-from-form";
import type { Problem } from "@/lib/record/publishing/problem";

interface RowListProps {
  field: FormField;
  typed: TypedValue | undefined;
  pasted: string;
  /** What came of a paste that was sent without scripts. */
  pasteSaid: string | null;
  problems: readonly Problem[];
}

/** The two ways in which a row can move. */
const WAYS = {
  up: { by: -1, sign: "↑", edge: "first" },
  down: { by: 1, sign: "↓", edge: "last" },
} as const;
type Way = keyof typeof WAYS;

const ROW_BUTTON = "min-h-6 min-w-6 px-2 text-muted text-sm hover:text-ink";

interface Row {
  /** Its own name within the list; never given twice. */
  key: number;
  typed: Typed;
}

/** In longer lists nobody moves a row by single places, and each of thousands of rows would have two buttons more. */
const MOST_MOVED = 100;

/** How the fields of a row are laid out side by side. */
const COLUMNS: Record<string, string> = {
  lossEstimates: "sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_2fr_auto]",
  assets: "sm:grid-cols-3",
  attributions: "sm:grid-cols-2 lg:grid-cols-[1.2fr_1.2fr_1fr_1fr_2fr]",
  addresses: "sm:grid-cols-2 lg:grid-cols-[1fr_2.6fr_1fr_1.6fr]",
  sources: "sm:grid-cols-2 lg:grid-cols-[2fr_1fr_2fr_1fr_1.4fr]",
};

/** A list of rows that grows by keyboard: Enter in its last row adds one. */
export function RowList({ field, typed, pasted, pasteSaid, problems }: RowListProps) {
  const { changed, say } = useForm();
  const one = field.one ?? "row";
  const [rows, setRows] = useState<Row[]>(() => firstRows(field, typed));
  const nextKey = useRef(rows.length);
  /** The rows of the last drawing: a row that is drawn less often than the list asks here what is beside it. */
  const drawn = useRef(rows);
  useLayoutEffect(() => {
    drawn.current = rows;
  }, [rows]);
  const pasteArea = useRef<HTMLTextAreaElement>(null);
  const [outcome, setOutcome] = useState<Pasted | null>(
    pasteSaid === null ? null : { text: pasteSaid, split: null },
  );
  /** The control that takes focus once the list is drawn anew. */
  const focusNext = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: focus follows the rows
  useEffect(() => {
    if (focusNext.current === null) return;
    document.getElementById(focusNext.current)?.focus();
    focusNext.current = null;
  }, [rows]);
  if (field.control.is !== "rows") return null;
  const { fields, paste } = field.control;
  const first = fields[0]?.name ?? "";

  const add = () => {
    const key = nextKey.current++;
    focusNext.current = idOf(field.name, key, first);
    setRows((before) => [...before, { key, typed: blankRow(field) }]);
    say(`Row ${rows.length + 1} was added.`);
    changed();
  };
  const remove = (key: number) => {
    const before = drawn.current;
    const at = before.findIndex((row) => row.key === key);
    const next = before[at + 1] ?? before[at - 1];
    focusNext.current = next === undefined ? addId(field.name) : removeId(field.name, next.key);
    setRows((now) => now.filter((row) => row.key !== key));
    say(`${one} ${at + 1} was removed.`);
    changed();
  };
  const move = (key: number, way: Way) => {
    const before = drawn.current;
    const at = before.findIndex((row) => row.key === key);
    const moved = movedRow(before, at, WAYS[way].by);
    const place = moved.findIndex((row) => row.key === key);
    if (place === at) return say(`${one} ${at + 1} stays: it is the ${WAYS[way].edge} one.`);
    focusNext.current = moveId(way, field.name, key);
    setRows(moved);
    say(`${one} ${at + 1} was moved ${way}: it is ${one} ${place + 1} of ${before.length} now.`);
    changed();
  };
  const held = () => rows.map((row) => shownRow(field.name, row.key, fields));
  /** @param waiting what stays in the box besides what is left aside now */
  const take = (found: SplitPaste, waiting: string) => {
    const added = found.rows.map((row) => ({ key: nextKey.current++, typed: row }));
    setRows([...rows.filter((row) => !isBlank(field.name, row.key, fields)), ...added]);
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
    const choices = rows.map((row) => document.getElementById(idOf(field.name, row.key, "role")));
    const empty = choices.filter(
      (choice) => choice instanceof HTMLSelectElement && choice.value === "",
    );
    for (const choice of empty) if (choice instanceof HTMLSelectElement) choice.value = role;
    say(`The role ${role} was set in ${empty.length} ${empty.length === 1 ? "row" : "rows"}.`);
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

interface RowFieldsProps {
  list: string;
  one: string;
  rowKey: number;
  position: number;
  typed: Typed;
  fields: readonly FormField[];
  problems: ProblemsAt | undefined;
  remove: (key: number) => void;
  /** So many rows it can change places with, itself included. */
  among: number;
  move: (key: number, way: Way) => void;
}

const RowFields = memo(
  function RowFields({
    list,
    one,
    rowKey,
    position,
    typed,
    fields,
    problems,
    remove,
    among,
    move,
  }: RowFieldsProps) {
    const whole = problems?.get("");
    return (
      <fieldset
        data-row
        className="mt-2 border-rule border-t pt-2 [contain-intrinsic-size:auto_4rem] [content-visibility:auto] [&_p:empty]:hidden"
      >
        <legend className="sr-only">
          {one} {position}
        </legend>
        {whole !== undefined && <FieldError id={`${list}-${rowKey}`}>{whole}</FieldError>}
        <div className="grid items-start gap-x-3 max-lg:grid-cols-[1fr_auto] lg:grid-cols-[2rem_minmax(0,1fr)_auto]">
          <span
            aria-hidden="true"
            className={`text-muted text-sm ${position === 1 ? "lg:pt-7" : "lg:pt-2"}`}
          >
            <span className="capitalize lg:hidden">{one} </span>
            {position}
          </span>
          <div
            className={`grid items-start gap-x-3 gap-y-2 max-lg:order-last max-lg:col-span-full ${COLUMNS[list] ?? ""}`}
          >
            {fields.map((field) => (
              <Cell
                key={field.name}
                id={idOf(list, rowKey, field.name)}
                field={field}
                error={problems?.get(field.name)}
                first={position === 1}
              >
                {(wired) => (
                  <ControlInput
                    field={field}
                    name={`${list}.${rowKey}.${field.name}`}
                    typed={textIn(typed, field.name)}
                    wired={wired}
                  />
                )}
              </Cell>
            ))}
          </div>
          <div
            className={`flex flex-wrap justify-end ${among > 1 ? (position === 1 ? "lg:mt-4 lg:w-18" : "lg:-mt-1.5 lg:w-18") : position === 1 ? "lg:mt-7" : "lg:mt-2"}`}
          >
            {among > 1 &&
              (["up", "down"] as const).map((way) => (
                <button
                  key={way}
                  id={moveId(way, list, rowKey)}
                  type="submit"
                  name="intent"
                  value={`${way}:${list}.${rowKey}`}
                  aria-disabled={position === (way === "up" ? 1 : among) || undefined}
                  className={`${ROW_BUTTON} aria-disabled:opacity-40`}
                  onClick={(event) => {
                    event.preventDefault();
                    move(rowKey, way);
                  }}
                >
                  <span aria-hidden="true" className="text-base">
                    {WAYS[way].sign}
                  </span>
                  <span className="sr-only">
                    Move {one} {position} {way}
                  </span>
                </button>
              ))}
            <button
              id={removeId(list, rowKey)}
              type="submit"
              name="intent"
              value={`remove:${list}.${rowKey}`}
              className={`${ROW_BUTTON} underline`}
              onClick={(event) => {
                event.preventDefault();
                remove(rowKey);
              }}
            >
              Remove
              <span className="sr-only">
                {" "}
                {one} {position}
              </span>
            </button>
          </div>
        </div>
      </fieldset>
    );
  },
  (before, after) =>
    before.position === after.position &&
    before.among === after.among &&
    sameProblems(before.problems, after.problems) &&
    before.rowKey === after.rowKey,
);

/** One field of a row. */
function Cell({
  id,
  field,
  error,
  first,
  children,
}: {
  id: string;
  field: FormField;
  error: string | undefined;
  /** On a wide screen only the first row shows what its fields are called; all say it. */
  first: boolean;
  children: (wired: Parameters<Parameters<typeof Field>[0]["children"]>[0]) => ReactNode;
}) {
  return (
    <Field
      id={id}
      label={
        <span className={`whitespace-nowrap font-normal text-muted ${first ? "" : "lg:sr-only"}`}>
          {field.label}
        </span>
      }
      error={error}
    >
      {children}
    </Field>
  );
}

function sameProblems(one: ProblemsAt | undefined, other: ProblemsAt | undefined): boolean {
  if (one === undefined || other === undefined) return one === other;
  return one.size === other.size && [...one].every(([path, said]) => other.get(path) === said);
}

function firstRows(field: FormField, typed: TypedValue | undefined): Row[] {
  const given = Array.isArray(typed)
    ? typed.filter((row): row is Typed => typeof row === "object" && !Array.isArray(row))
    : [];
  const shown = given.length === 0 && field.optional !== true ? [blankRow(field)] : given;
  return shown.map((row, key) => ({ key, typed: row }));
}

function textIn(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === "string" ? value : "";
}

function idOf(list: string, key: number, name: string): string {
  return controlId([list, key, name]);
}

function addId(list: string): string {
  return `add-${list}`;
}

function removeId(list: string, key: number): string {
  return `remove-${list}-${key}`;
}

function moveId(way: Way, list: string, key: number): string {
  return `${way}-${list}-${key}`;
}

/** What a row's controls hold at this moment. */
function shownRow(list: string, key: number, fields: readonly FormField[]): Typed {
  return Object.fromEntries(
    fields.map(({ name }) => {
      const control = document.getElementById(idOf(list, key, name));
      const holds = control instanceof HTMLInputElement || control instanceof HTMLSelectElement;
      return [name, holds ? control.value : ""];
    }),
  );
}

function isBlank(list: string, key: number, fields: readonly FormField[]): boolean {
  const typed = fields.filter(({ control }) => control.is !== "choice" && control.is !== "yesNo");
  return Object.values(shownRow(list, key, typed)).every((text) => text === "");
}

function article(word: string): string {
  return /^[aeiou]/.test(word) ? "an" : "a";
}
