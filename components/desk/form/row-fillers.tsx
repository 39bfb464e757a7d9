import { ControlInput } from "@/components/desk/form/control-input";
import { buttonClass } from "@/components/desk/ui/button";
import { wired } from "@/components/desk/ui/field";
import type { FormField } from "@/lib/desk/forms/form";

/** What rows of a list often share, in the order in which it is asked. */
const SHARED = ["role", "chain", "source"];

/** The fields of a list that can be filled in for all its rows at once; none of lists that have no roles. */
export function sharedFields(fields: readonly FormField[]): FormField[] {
  if (!fields.some(({ name }) => name === "role")) return [];
  return SHARED.flatMap((name) => fields.filter((field) => field.name === name));
}

interface RowFillersProps {
  list: string;
  /** What one row is called, where another list has such fields, too. */
  rows: string;
  fields: readonly FormField[];
  fill: (field: FormField, value: string) => void;
}

/** Gives one role, chain or source to every row of a list that is still without one. */
export function RowFillers({ list, rows, fields, fill }: RowFillersProps) {
  return (
    <div className="mt-3 grid gap-x-6 gap-y-3 sm:grid-cols-2 xl:grid-cols-3">
      {sharedFields(fields).map((field) => {
        const id = `fill-${list}-${field.name}`;
        const what = field.label.toLowerCase();
        return (
          <div key={field.name}>
            <label htmlFor={id} className="block text-muted text-sm">
              {field.label} of all {rows}that have none
            </label>
            <div className="mt-1 flex gap-2">
              <div className="min-w-0 flex-1">
                <ControlInput
                  field={field}
                  name={`_fill.${list}.${field.name}`}
                  typed=""
                  wired={wired(id, false, null)}
                />
              </div>
              <button
                type="submit"
                name="intent"
                value={`fill:${list}.${field.name}`}
                className={`${buttonClass("quiet")} shrink-0`}
                onClick={(event) => {
                  event.preventDefault();
                  const control = document.getElementById(id);
                  if (control instanceof HTMLSelectElement || control instanceof HTMLInputElement)
                    fill(field, control.value.trim());
                }}
              >
                Set {what}
              </button>
            </div>
          </div>
        );
      })}
    </div>
  );
}
