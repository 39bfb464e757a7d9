import { memo, type ReactNode } from "react";
import { ControlInput } from "@/components/desk/form/control-input";
import { FieldComments } from "@/components/desk/form/field-comments";
import type { FormComment } from "@/components/desk/form/form-comment";
import type { ProblemsAt } from "@/components/desk/form/problems-at";
import { idOf, moveId, removeId, WAYS, type Way } from "@/components/desk/form/rows";
import { SourceAid } from "@/components/desk/form/source-aid";
import { Field, FieldError } from "@/components/desk/ui/field";
import type { FormField } from "@/lib/desk/forms/form";
import type { Typed } from "@/lib/desk/forms/typed";

const ROW_BUTTON = "min-h-6 min-w-6 px-2 text-muted text-sm hover:text-ink";

/** How the fields of a row are laid out side by side. */
const SAID_COLUMNS = "sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_2fr_7.5rem]";
const ESTIMATE_COLUMNS = `${SAID_COLUMNS} sm:*:last:col-span-full`;
const COLUMNS: Record<string, string> = {
  lossEstimates: ESTIMATE_COLUMNS,
  returnEstimates: ESTIMATE_COLUMNS,
  dateStatements: SAID_COLUMNS,
  assets: "sm:grid-cols-2 lg:grid-cols-4 sm:*:last:col-span-full",
  attributions: "sm:grid-cols-2 lg:grid-cols-3",
  transactions: "sm:grid-cols-2 lg:grid-cols-[1fr_2.6fr_1fr_1.6fr]",
  addresses: "sm:grid-cols-2 lg:grid-cols-[1fr_2.6fr_1fr_1.6fr]",
  identifiers: "sm:grid-cols-2 lg:grid-cols-[1fr_2fr]",
  sources: "sm:grid-cols-2 lg:grid-cols-3",
  families: "sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_1fr] sm:*:last:col-span-full",
  missing: "sm:grid-cols-2 sm:*:last:col-span-full",
};

/** Lists of which a row is two lines: side by side, six fields or a note would not be shown in full. */
const TWO_LINES: ReadonlySet<string> = new Set([
  "assets",
  "attributions",
  "families",
  "lossEstimates",
  "missing",
  "returnEstimates",
  "sources",
]);

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
  proposalId: number;
  /** The comments on it and its fields that wait. */
  comments: readonly FormComment[];
}

/** The fields of one row, drawn anew only where it moved or what is wrong with it changed. */
export const RowFields = memo(
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
    proposalId,
    comments,
  }: RowFieldsProps) {
    const whole = problems?.get("");
    const isHeaded = position === 1 || TWO_LINES.has(list);
    return (
      <fieldset
        data-row
        data-commented={comments.length > 0 || undefined}
        // As high as it will be before it is drawn: fields that stand out of their row would lie over others'.
        className={`mt-2 border-rule border-t pt-2 ${TWO_LINES.has(list) ? "[contain-intrinsic-size:auto_16rem]" : "[contain-intrinsic-size:auto_4rem]"} [content-visibility:auto] [&_p:empty]:hidden`}
      >
        <legend className="sr-only">
          {one} {position}
        </legend>
        {whole !== undefined && <FieldError id={`${list}-${rowKey}`}>{whole}</FieldError>}
        <div className="grid items-start gap-x-3 max-lg:grid-cols-[1fr_auto] lg:grid-cols-[2rem_minmax(0,1fr)_auto]">
          <span
            aria-hidden="true"
            className={`text-muted text-sm ${isHeaded ? "lg:pt-7" : "lg:pt-2"}`}
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
                headed={isHeaded}
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
            {list === "sources" && (
              <SourceAid list={list} rowKey={rowKey} position={position} typed={typed} />
            )}
          </div>
          <div
            className={`flex flex-wrap justify-end ${among > 1 ? (isHeaded ? "lg:mt-4 lg:w-18" : "lg:-mt-1.5 lg:w-18") : isHeaded ? "lg:mt-7" : "lg:mt-2"}`}
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
        <FieldComments proposalId={proposalId} comments={comments} />
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
  headed,
  children,
}: {
  id: string;
  field: FormField;
  error: string | undefined;
  /** On a wide screen only the first row of single lines shows what its fields are called; all say it. */
  headed: boolean;
  children: (wired: Parameters<Parameters<typeof Field>[0]["children"]>[0]) => ReactNode;
}) {
  return (
    <Field
      id={id}
      label={
        <span className={`whitespace-nowrap font-normal text-muted ${headed ? "" : "lg:sr-only"}`}>
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

function textIn(typed: Typed, name: string): string {
  const value = typed[name];
  return typeof value === "string" ? value : "";
}
